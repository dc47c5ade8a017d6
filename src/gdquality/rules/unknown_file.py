"""A file is one of a data set."""

from gdquality.rules.examples import TASK
from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ104",
    name="unknown-file",
    severity="error",
    title="文件是任务数据（tasks）、名录（agencies）、读音（syllables）或例外（exceptions）",
    why="看顶层的键就知道是什么文件；都不是，就没有规则可查。",
    passes=TASK,
    fails="""\
task: []
""",
)
