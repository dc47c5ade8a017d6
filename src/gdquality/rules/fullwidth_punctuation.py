"""Punctuation that YAML reads is not typed full-width."""

from gdquality.rules.examples import AGENCIES
from gdquality.rules.rule import Rule

RULE: Rule[None] = Rule(
    code="GDQ005",
    name="fullwidth-punctuation",
    severity="error",
    title="键后的冒号、列表中的逗号、引号不用全角",
    why="输入法打出的“：”“，”“”在 YAML 里只是普通文字：键不成键，几项并成一项，引号留在值里。",
    passes=AGENCIES,
    fails=AGENCIES.replace("省水利厅, 水利厅", "省水利厅，水利厅"),
)
