"""Every value is of the type and form of its field."""

from gdquality.rules.examples import TASK
from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ103",
    name="wrong-type",
    severity="error",
    title="每个值都合乎字段的类型和格式",
    why="序号写成文字、类别写成别的词，程序就无从比较。010、1_000、12:30 都是文字，不是整数。",
    passes=TASK,
    fails=TASK.replace("number: 1", "number: 01"),
)
