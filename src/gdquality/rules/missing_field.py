"""Every field that a record must have is there."""

from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ101",
    name="missing-field",
    severity="error",
    title="必有的字段都有",
    why="缺了字段的记录，答案就缺了一块。",
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
    lead: [{text: 省质监局, agency: 广东省质量技术监督局}]
    support: [{text: 省财政厅, agency: 广东省财政厅}]
    printed: {lead: 省质监局, support: 省财政厅}
    line: 14
""",
)
