"""Lines are not indented with tabs."""

from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ006",
    name="tab-indentation",
    severity="error",
    title="缩进用空格，不用制表符",
    why="YAML 不许用制表符缩进：它有多宽，各人所见不同。",
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
""",
)
