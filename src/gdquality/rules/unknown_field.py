"""A record has no field of another name."""

from gdquality.rules.examples import TASK
from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ102",
    name="unknown-field",
    severity="error",
    title="没有多余的字段",
    why="多出的字段往往是写错的字段名，它的内容不会有人读到。",
    passes=TASK,
    fails=TASK + "    colour: red\n",
)
