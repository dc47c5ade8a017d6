"""The source that tasks.yaml was parsed from is beside it, to be compared with."""

from collections.abc import Iterator

from gdquality.rules.rule import Found, NoticeFile, Rule


def check(file: NoticeFile) -> Iterator[Found]:
    """Find a source that is not in the file's own folder, or cannot be read there."""
    if file.whole and file.source is None:
        yield Found(("source", "file"), f"旁边没有原文 {file.whole.source.file}，无法核对")


RULE = Rule(
    code="GDQ503",
    name="missing-source",
    severity="warning",
    title="原文就在任务数据旁边",
    why="没有原文，就无从知道数据是不是原文的样子。",
    passes=f"source: {{file: n.txt, sha256: {'0' * 64}}}\n",
    fails=f"source: {{file: m.txt, sha256: {'0' * 64}}}\n",
    check=check,
)
