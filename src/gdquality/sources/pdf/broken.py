"""What goes on over a page's end: a row that it broke, or merged cells of the row above it.

Rows are the last of a table and those on top of the next page, without its heading.
"""

from itertools import pairwise
from typing import NamedTuple

from gdquality.sources.pdf.lines import NUMBER
from gdquality.sources.pdf.page_ends import (
    had_ended,
    has_long,
    has_white,
    is_half,
    is_long,
    is_never_empty,
    is_unfinished,
    pairs,
)
from gdquality.sources.pdf.tables import Growing, Row

# Under a row that was broken there is no room for one more line, with what is around it, in sizes.
BLANK = 3.5
# Rules that are left out, and the text of so many columns against it, are of two rows.
CONTRADICTING = 2


class Carried(NamedTuple):
    """Of each column whether its cell on top of a page carries on the one before: `on`.

    All do where the row was broken. `is_sure` is False where signs contradict each other.
    """

    on: list[bool]
    is_sure: bool


def carried(table: Growing, rows: list[Row], depth: float) -> Carried:
    """Return what goes on; `depth` is how far down tables go on pages as high as the one before."""
    opened = _opened(table, rows)
    if not _fills(table, depth) or not _may_be_one(table.rows[-1], rows[0]):
        return Carried(_merged(table, rows, opened), is_sure=True)
    if _is_rest(table, rows, opened):
        return Carried([True] * len(opened), not _may_be_two(table, rows))
    if all(opened):
        opened = [False] * len(opened)
    return Carried(_merged(table, rows, opened), _are_two(table, rows))


def _merged(table: Growing, rows: list[Row], opened: list[bool]) -> list[bool]:
    """Return of each column whether its merged cell goes on over a new row."""
    on = [is_open or _is_merged(table, rows, column) for column, is_open in enumerate(opened)]
    return [
        goes_on or (on[0] and _is_grouped(table, rows, column)) for column, goes_on in enumerate(on)
    ]


def _opened(table: Growing, rows: list[Row]) -> list[bool]:
    """Return of each column whether its last cell is open, as a browser leaves one that goes on.

    Some that end there are open, too: those above a new number, or above other cells.
    """
    drawn = table.last.grid.bottom
    if not table.closed or len(drawn) != len(rows[0]) or all(drawn):
        return [False] * len(rows[0])
    if not any(drawn):
        return [_may_be_one(table.rows[-1], rows[0])] * len(drawn)
    are_two = _are_numbered(table.rows[-1], rows[0])
    return [
        not (is_drawn or (are_two and (column == 0 or _is_grouped(table, rows, column))))
        for column, is_drawn in enumerate(drawn)
    ]


def _may_be_one(last: Row, top: Row) -> bool:
    """Return whether two rows have cells over the same columns, and not a number each."""
    are_alike = [cell is following for cell, following in pairwise(last)] == [
        cell is following for cell, following in pairwise(top)
    ]
    return are_alike and not _are_numbered(last, top)


def _are_numbered(last: Row, top: Row) -> bool:
    return all(NUMBER.fullmatch(row[0].text) for row in (last, top))


def _fills(table: Growing, depth: float) -> bool:
    """Return whether a table leaves no room on its last page, as where a row was broken."""
    sizes = [line.size for cell in table.rows[-1] for line in cell.lines]
    return table.last.grid.ys[-1] > depth - BLANK * max(sizes, default=0.0)


def _is_rest(table: Growing, rows: list[Row], opened: list[bool]) -> bool:
    """Return whether the row on top of a page is the rest of the table's last one.

    Cells that no rule closes go on, unless their text tells of several that they ended. That of the
    others tells.
    """
    last, top = table.rows[-1], rows[0]
    closed = [column for column, is_open in enumerate(opened) if not is_open]
    ended = _ended(table, rows)
    if not closed:
        return len(ended) < CONTRADICTING or _goes_on(table, rows)
    both = [column for column in _both(table, rows) if column in closed]
    if any(has_white(table, column) for column in both):
        return False
    if any(is_unfinished(last[column], top[column]) for column in both) or any(
        is_half(table, rows, column) for column in closed if column == 0 or not last[column].lines
    ):
        return True
    if any(column in closed for column in ended):
        return False
    # A cell that is used up tells less than that others end: some rows may have none.
    used_up = (column for column in closed if last[column].lines and not top[column].lines)
    # Where some cells are open, those that are closed are more likely whole.
    return any(not has_long(table, rows, column) for column in used_up) or (
        bool(both) and not any(opened)
    )


def _both(table: Growing, rows: list[Row]) -> list[int]:
    """Return the columns that have text on both sides of a page's end."""
    sides = zip(table.rows[-1], rows[0], strict=True)
    return [column for column, (above, below) in enumerate(sides) if above.lines and below.lines]


def _ended(table: Growing, rows: list[Row]) -> list[int]:
    """Return the columns whose text had ended with the page."""
    return [column for column in _both(table, rows) if had_ended(table, rows, column)]


def _goes_on(table: Growing, rows: list[Row]) -> bool:
    """Return whether the text of some column cannot have ended with the page."""
    last, top = table.rows[-1], rows[0]
    return any(is_unfinished(last[column], top[column]) for column in _both(table, rows))


def _may_be_two(table: Growing, rows: list[Row]) -> bool:
    """Return whether the text of some column had ended with the page, and none must go on."""
    return bool(_ended(table, rows)) and not _goes_on(table, rows)


def _are_two(table: Growing, rows: list[Row]) -> bool:
    """Return whether the text of several columns had ended, or nothing tells that one goes on."""
    if len(_ended(table, rows)) >= CONTRADICTING:
        return True
    return not any(is_half(table, rows, column) for column in range(len(rows[0])))


def _is_merged(table: Growing, rows: list[Row], column: int) -> bool:
    """Return whether a merged cell goes on in the new row on top of a page.

    It has no text there; and it has several rows on one page, or others in its column have, or it
    is a number, and no row is without one.
    """
    above, below = table.rows[-1][column], rows[0][column]
    if below.lines or not above.lines:
        return False
    if any(is_long(side, column) for side in (table.rows[-2:], rows[:2])):
        return True
    usual = NUMBER.fullmatch(above.text) or has_long(table, rows, column)
    return bool(usual) and is_never_empty(table, column)


def _is_grouped(table: Growing, rows: list[Row], column: int) -> bool:
    """Return whether cells of a column are merged just as those of the first are."""
    return has_long(table, rows, column) and all(
        is_long(pair, column) == is_long(pair, 0) for pair in pairs(table, rows)
    )
