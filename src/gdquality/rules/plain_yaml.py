"""The file uses no more of YAML than it needs."""

from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ004",
    name="plain-yaml",
    severity="error",
    title="不用锚点、别名、标签，不套叠过深，一个文件一份文档",
    why="这些写法能让一小段文字展开成无穷多，也能藏起内容；数据用不着。",
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
    line: &n 14
deadlines: *n
""",
)
