"""Every value is of the type and form of its field."""

from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ103",
    name="wrong-type",
    severity="error",
    title="每个值都合乎字段的类型和格式",
    why="序号写成文字、类别写成别的词，程序就无从比较。010、1_000、12:30 都是文字，不是整数。",
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
  - number: 01
    title: 提升工程质量
    lead: [{text: 省质监局, agency: 广东省质量技术监督局}]
    support: [{text: 省财政厅, agency: 广东省财政厅}]
    printed: {lead: 省质监局, support: 省财政厅}
    line: 14
""",
)
