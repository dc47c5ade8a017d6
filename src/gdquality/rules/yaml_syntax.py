"""The file is YAML."""

from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ002",
    name="yaml-syntax",
    severity="error",
    title="文件合乎 YAML 语法",
    why="语法一处出错，其后的内容就没有确定的含义。",
    passes="""\
tasks: []
""",
    fails="""\
tasks: [
""",
)
