"""An exception still excepts something."""

from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ007",
    name="unused-exception",
    severity="warning",
    title="例外仍然用得上",
    why="问题改好以后，留下的例外会遮住新的问题。",
    passes="""\
exceptions: []
""",
    fails="""\
exceptions:
  - {code: GDQ303, file: tasks.yaml, text: 无此文字, reason: 通知原文如此}
""",
)
