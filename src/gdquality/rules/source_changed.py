"""The source is still the file that tasks.yaml was parsed from."""

from hashlib import sha256

from gdquality.rules.examples import TASK
from gdquality.rules.rule import Findings, NoticeFile, Rule


def check(file: NoticeFile) -> Findings:
    """Find a digest that is not that of the source beside the file."""
    if file.whole and file.source and sha256(file.source).hexdigest() != file.whole.source.sha256:
        name = file.whole.source.file
        yield (("source", "sha256"), f"原文 {name} 已经改变，请重新运行 gdq parse")


RULE = Rule(
    code="GDQ502",
    name="source-changed",
    severity="error",
    title="原文自读出以来没有改变",
    why="原文改了而数据没有重读，答案就不是原文的。",
    passes=TASK,
    fails=TASK + f"source: {{file: n.txt, sha256: {'0' * 64}}}\n",
    check=check,
)
