"""Answers as tables of Markdown, under the headings of their columns."""

import re

from gdquality.formats.controls import visible
from gdquality.formats.sheet import Cell, in_words, sheet_of
from gdquality.query import Answer

_MARKUP = re.compile(r"([\\`*_\[\]<>|&~])")


def render(answer: Answer) -> str:
    """Return a table; what Markdown would take for markup is escaped."""
    sheet = in_words(sheet_of(answer))
    headings = tuple(heading for _, heading in sheet.columns)
    lines = [_row(headings), _line(["---"] * len(headings)), *map(_row, sheet.rows)]
    return "".join(lines)


def heading(level: int, text: str) -> str:
    """Return a heading of `level`, and the empty line after it."""
    return f"{'#' * level} {_escaped(text)}\n\n"


def _row(cells: tuple[Cell, ...]) -> str:
    return _line([_escaped(str(cell)) for cell in cells])


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", visible(text))


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
