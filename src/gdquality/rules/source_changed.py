"""The source is still the file that tasks.yaml was parsed from."""

from collections.abc import Iterator
from hashlib import sha256

from gdquality.rules.rule import Found, NoticeFile, Rule


def check(file: NoticeFile) -> Iterator[Found]:
    """Find a digest that is not that of the source beside the file."""
    if file.whole and file.source and sha256(file.source).hexdigest() != file.whole.source.sha256:
        name = file.whole.source.file
        yield Found(("source", "sha256"), f"原文 {name} 已经改变，请重新运行 gdq parse")


RULE = Rule(
    code="GDQ502",
    name="source-changed",
    severity="error",
    title="原文自读出以来没有改变",
    why="原文改了而数据没有重读，答案就不是原文的。",
    passes="""\
tasks:
  - number: 1
    title: 提升工程质量
    lead: [{text: 省质监局, agency: 广东省质量技术监督局}]
    support: [{text: 省财政厅, agency: 广东省财政厅}]
    printed: {lead: 省质监局, support: 省财政厅}
    line: 14
""",
    fails="""\
tasks:
  - number: 1
    title: 提升工程质量
    lead: [{text: 省质监局, agency: 广东省质量技术监督局}]
    support: [{text: 省财政厅, agency: 广东省财政厅}]
    printed: {lead: 省质监局, support: 省财政厅}
    line: 14
source: {file: n.txt, sha256: 0000000000000000000000000000000000000000000000000000000000000000}
""",
    check=check,
)
