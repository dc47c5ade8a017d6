"""A key stands once in a mapping."""

from gdquality.rules.examples import TASK
from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ003",
    name="duplicate-key",
    severity="error",
    title="同一组里的键不重复",
    why="许多程序只留下最后一个，前面的内容就悄悄丢了。",
    passes=TASK,
    fails=TASK + "    line: 15\n",
)
