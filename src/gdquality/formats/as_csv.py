"""Answers as comma-separated values (RFC 4180, with LF).

For programs under the keys of their columns; for people, who open them in Excel, under headings,
in words, with the mark by which Excel knows UTF-8.

What a spreadsheet would take for a formula, a cell that begins with = + - or @, gets an apostrophe
in front, so that it is text there.
"""

import csv
from io import StringIO

from gdquality.formats.controls import visible
from gdquality.formats.sheet import Cell, Sheet, flat, sheet_of
from gdquality.queries.answers import Answer

BOM = "\ufeff"


def render(answer: Answer) -> str:
    """Return a header of keys and a line a row."""
    return csv_of(sheet_of(answer))


def csv_of(sheet: Sheet) -> str:
    """Return the rows of `sheet` under the keys of its columns."""
    return _lines([key for key, _ in sheet.columns], sheet)


def csv_for_people(sheet: Sheet) -> str:
    """Return a byte order mark, and the rows of `sheet` under the headings of its columns."""
    return BOM + _lines([heading for _, heading in sheet.columns], sheet)


def _lines(header: list[str], sheet: Sheet) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(map(harmless, header))
    writer.writerows([harmless(cell) for cell in row] for row in sheet.rows)
    return text.getvalue()


def harmless(cell: Cell) -> Cell:
    """Return `cell` such that no spreadsheet takes its text for a formula."""
    value = flat(cell)
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
