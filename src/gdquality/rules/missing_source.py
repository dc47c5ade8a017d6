"""The source that tasks.yaml was parsed from is beside it, to be compared with."""

from gdquality.rules.rule import Findings, NoticeFile, Rule

UNSEEN = "改写的任务名称和事项，单位连同单元格一起改了，末尾少了几项任务或要求"
"""What a hand may change so that all else of the file agrees with it (docs/testing.md)."""


def check(file: NoticeFile) -> Findings:
    """Find a source that is not in the file's own folder, or cannot be read there."""
    if file.whole and file.source is None:
        message = f"旁边没有原文 {file.whole.source.file}，无法核对：{UNSEEN}，都看不出来"
        yield (("source", "file"), message)


RULE = Rule(
    code="GDQ503",
    name="missing-source",
    severity="warning",
    title="原文就在任务数据旁边",
    why=(
        "没有原文，只能查数据自身是否相合；任务名称改了，单位连同单元格一起改了，末尾几项删了，都还相合。"
        "gdq add 从不把原文放进文件夹，那里的通知可以手改，缺原文不算问题；放在旁边的照样核对。"
    ),
    passes=f"source: {{file: n.txt, sha256: {'0' * 64}}}\n",
    fails=f"source: {{file: m.txt, sha256: {'0' * 64}}}\n",
    check=check,
)
