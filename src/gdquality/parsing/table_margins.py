"""What a table says of its document in rows of their own: its title above, who issued it below.

A page of a spreadsheet has nowhere else to say it.
"""

from collections.abc import Iterator, Mapping, Sequence

from gdquality.parsing.headings import Heading, Row
from gdquality.parsing.particulars import is_date, is_organ
from gdquality.parsing.passages import healed
from gdquality.sources.interface import Table


def captions_of(table: Table, headings: Mapping[int, Heading]) -> Iterator[str]:
    """Yield what stands alone in a row above the first of the `headings` of `table`: its title."""
    yield from filter(None, map(_alone, table.rows[: min(headings, default=0)]))


def signature_of(rows: Sequence[Row]) -> Sequence[str]:
    """Return what closes a table as it closes a document: the issuing organs, and the date.

    A date in a row of its own is the last; without one no organ is known from a body of the tasks.
    """
    lines: list[str] = []
    for row in reversed(rows):
        text = _alone(row)
        if not (is_organ(text) if lines else is_date(text)):
            break
        lines.insert(0, text)
    return lines


def _alone(row: Row) -> str:
    texts = {id(cell): cell.text for cell in row if cell.text.strip()}
    return healed(next(iter(texts.values()))) if len(texts) == 1 else ""
