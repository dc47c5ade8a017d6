"""Lines are not indented with tabs."""

from gdquality.rules.examples import TASK
from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ006",
    name="tab-indentation",
    severity="error",
    title="缩进用空格，不用制表符",
    why="YAML 不许用制表符缩进：它有多宽，各人所见不同。",
    passes=TASK,
    fails=TASK.replace("    title:", "\ttitle:"),
)
