"""A record has no field of another name."""

from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ102",
    name="unknown-field",
    severity="error",
    title="没有多余的字段",
    why="多出的字段往往是写错的字段名，它的内容不会有人读到。",
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
    colour: red
""",
)
