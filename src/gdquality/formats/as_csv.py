"""Answers as comma-separated values (RFC 4180, with LF), under the keys of their columns.

What a spreadsheet would take for a formula, a cell that begins with = + - or @, gets an apostrophe
in front, so that it is text there.
"""

import csv
from io import StringIO

from gdquality.formats.controls import visible
from gdquality.formats.sheet import Cell, sheet_of
from gdquality.queries.answers import Answer


def render(answer: Answer) -> str:
    """Return a header and a line a row."""
    sheet = sheet_of(answer)
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(harmless(key) for key, _ in sheet.columns)
    writer.writerows([harmless(cell) for cell in row] for row in sheet.rows)
    return text.getvalue()


def harmless(cell: Cell) -> Cell:
    """Return `cell` such that no spreadsheet takes its text for a formula."""
    if not isinstance(cell, str):
        return cell
    text = visible(cell)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
