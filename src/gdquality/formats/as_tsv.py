"""Answers as tab-separated values, under the keys of their columns; tabs in data are escaped."""

from gdquality.formats.controls import visible
from gdquality.formats.sheet import flat, sheet_of
from gdquality.queries.answers import Answer


def render(answer: Answer) -> str:
    """Return a header and a line a row."""
    sheet = sheet_of(answer)
    rows = [[key for key, _ in sheet.columns], *sheet.rows]
    return "".join("\t".join(visible(str(flat(cell))) for cell in row) + "\n" for row in rows)
