"""Every field that a record must have is there."""

from gdquality.rules.examples import TASK
from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ101",
    name="missing-field",
    severity="error",
    title="必有的字段都有",
    why="缺了字段的记录，答案就缺了一块。",
    passes=TASK,
    fails=TASK.replace("    title: 提升工程质量\n", ""),
)
