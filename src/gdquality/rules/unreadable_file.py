"""A file can be read as text."""

from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ001",
    name="unreadable-file",
    severity="error",
    title="文件读得出来，是 UTF-8 或 GB18030 文本",
    why="读不出来的文件什么也检查不了。文件夹、管道、过大的文件、夹有 NUL 的文件都不读。",
    passes="""\
tasks: []
""",
    fails="""\
tasks: \x00
""",
)
