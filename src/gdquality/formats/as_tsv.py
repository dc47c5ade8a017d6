"""Answers as tab-separated values, under the keys of their columns; tabs in data are escaped."""

from gdquality.formats.controls import visible
from gdquality.formats.sheet import Sheet, flat, sheet_of
from gdquality.queries.answers import Answer


def render(answer: Answer) -> str:
    """Return a header and a line a row."""
    return tsv_of(sheet_of(answer))


def tsv_of(sheet: Sheet) -> str:
    """Return the rows of `sheet` under the keys of its columns."""
    rows = [[key for key, _ in sheet.columns], *sheet.rows]
    return "".join("\t".join(visible(str(flat(cell))) for cell in row) + "\n" for row in rows)
