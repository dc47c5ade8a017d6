"""Answers as tables of Markdown, under the headings of their columns."""

import re

from gdquality.formats.controls import visible
from gdquality.formats.sheet import Cell, sheet_of
from gdquality.query import Answer

_MARKUP = re.compile(r"([\\`*_\[\]<>|])")


def render(answer: Answer) -> str:
    """Return a table; what Markdown would take for markup is escaped."""
    sheet = sheet_of(answer)
    headings = [heading for _, heading in sheet.columns]
    lines = [_line(headings), _line(["---"] * len(headings)), *map(_row, sheet.rows)]
    return "".join(lines)


def _row(cells: tuple[Cell, ...]) -> str:
    return _line([_MARKUP.sub(r"\\\1", visible(str(cell))) for cell in cells])


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
