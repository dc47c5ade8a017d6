"""A file is one of a data set."""

from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ104",
    name="unknown-file",
    severity="error",
    title="文件是任务数据（tasks）、名录（agencies）、读音（syllables）或例外（exceptions）",
    why="看顶层的键就知道是什么文件；都不是，就没有规则可查。",
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
task: []
""",
)
