"""A key stands once in a mapping."""

from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ003",
    name="duplicate-key",
    severity="error",
    title="同一组里的键不重复",
    why="许多程序只留下最后一个，前面的内容就悄悄丢了。",
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
    line: 15
""",
)
