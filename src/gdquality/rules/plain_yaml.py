"""The file uses no more of YAML than it needs."""

from gdquality.rules.examples import TASK
from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ004",
    name="plain-yaml",
    severity="error",
    title="不用锚点、别名、标签，不套叠过深，一个文件一份文档",
    why="这些写法能让一小段文字展开成无穷多，也能藏起内容；数据用不着。",
    passes=TASK,
    fails=TASK.replace("    line: 14\n", "    line: &n 14\ndeadlines: *n\n"),
)
