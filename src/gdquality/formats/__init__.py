"""Answers and reports as text: one format, one module. Values in, text out; nothing here prints."""

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from gdquality.queries.answers import Answer

if TYPE_CHECKING:
    from rich.console import Console

AnswerFormat = Literal["table", "json", "yaml", "csv", "tsv", "md"]
"""How an answer is written: `table` is drawn, each other has a module here with a `render`."""

ChartFormat = Literal[AnswerFormat, "svg"]
"""How an answer is written that can also be a picture."""


def render(answer: Answer, format_: AnswerFormat, console: "Callable[[], Console]") -> str:
    """Return `answer` as text in `format_`; `console` gives what a table is drawn for."""
    if format_ == "table":
        from gdquality.formats.as_table import draw_answer

        return draw_answer(answer, console())
    # Only the module asked for: an answer is to be quick.
    module = importlib.import_module(f"gdquality.formats.as_{format_}")
    text: str = module.render(answer)
    return text
