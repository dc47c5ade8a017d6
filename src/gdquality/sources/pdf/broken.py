"""What goes on over a page's end: a row that it broke, or merged cells of the row above it.

Rows are the last of a table and those on top of the next page, without its heading.
"""

from collections.abc import Iterable
from itertools import pairwise

from gdquality.sources.pdf.lines import CLOSING, NUMBER, OPENING, breaks, ends_sentence
from gdquality.sources.pdf.tables import Draft, Growing, Row

RECENT = 60
"""So many rows tell what is usual in a column; a table may have thousands."""
UNFINISHED = frozenset(OPENING + "、，—-和及与")
# Under a row that was broken there is no room for one more line, with what is around it, in sizes.
BLANK = 3.5
# Nor in those of its cells that go on; word processors may keep two lines together.
WHITE = 2.5
# From baseline to baseline, in sizes, where one line does not tell.
PITCH = 2.0


def carried(table: Growing, rows: list[Row], depth: float) -> list[bool]:
    """Return of each column whether its cell on top of a page carries on the one before.

    All do where the row was broken. `depth` is how far down tables go on pages as high as the one
    before.
    """
    opened = _opened(table, rows)
    if _fills(table, depth) and _is_rest(table, rows, opened):
        return [True] * len(opened)
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

    Cells that no rule closes go on; the text of the others tells.
    """
    last, top = table.rows[-1], rows[0]
    closed = [column for column, is_open in enumerate(opened) if not is_open]
    if not closed:
        return True
    if not _may_be_one(last, top):
        return False
    both = [column for column in closed if last[column].lines and top[column].lines]
    if any(_has_white(table, column) for column in both):
        return False
    if any(_is_unfinished(last[column], top[column]) for column in both) or any(
        _is_half(table, rows, column) for column in closed if column == 0 or not last[column].lines
    ):
        return True
    if any(_had_ended(table, rows, column) for column in both):
        return False
    # A cell that is used up tells less than that others end: some rows may have none.
    used_up = (column for column in closed if last[column].lines and not top[column].lines)
    # Where some cells are open, those that are closed are more likely whole.
    return any(not _has_long(table, rows, column) for column in used_up) or (
        bool(both) and not any(opened)
    )


def _has_white(table: Growing, column: int) -> bool:
    """Return whether the text of a cell ends well above the page's end: it does not go on."""
    if _is_long(table.rows[-2:], column):
        return False  # its text may stand anywhere
    lines = table.rows[-1][column].lines
    steps = [after.baseline - line.baseline for line, after in pairwise(lines[-2:])]
    pitch = max([PITCH * lines[-1].size, *steps])
    return table.last.grid.ys[-1] - lines[-1].baseline > WHITE * pitch


def _is_unfinished(above: Draft, below: Draft) -> bool:
    """Return whether the text of a cell cannot have ended at the end of the page."""
    return above.lines[-1].text[-1] in UNFINISHED or below.lines[0].text[0] in CLOSING


def _had_ended(table: Growing, rows: list[Row], column: int) -> bool:
    """Return whether the text of a cell had ended at the end of the page, as far as that shows.

    Where cells of the column have several paragraphs, room at the end of one does not tell.
    """
    above, below = table.rows[-1][column], rows[0][column]
    if ends_sentence(above.lines[-1].text):
        return True
    if not breaks(above.lines[-1], below.lines[0], above.rooms[-1]):
        return False
    near = table.rows[-RECENT:] + rows[:RECENT]
    return not any(_has_paragraphs(row[column]) for row in near)


def _has_paragraphs(cell: Draft) -> bool:
    pairs = zip(pairwise(cell.lines), cell.rooms, strict=False)
    return any(breaks(*pair, room) for pair, room in pairs)


def _is_half(table: Growing, rows: list[Row], column: int) -> bool:
    """Return whether the text of a column, which no row lacks, stands on one page alone.

    That a merged cell has none on the next page is no sign: more of its rows may be there.
    """
    above, below = bool(table.rows[-1][column].lines), bool(rows[0][column].lines)
    missing = above < below or (above > below and not _has_long(table, rows, column))
    return missing and _is_never_empty(table, column)


def _is_merged(table: Growing, rows: list[Row], column: int) -> bool:
    """Return whether a merged cell goes on in the new row on top of a page.

    It has no text there; and it has several rows on one page, or others in its column have, or it
    is a number, and no row is without one.
    """
    above, below = table.rows[-1][column], rows[0][column]
    if below.lines or not above.lines:
        return False
    if any(_is_long(side, column) for side in (table.rows[-2:], rows[:2])):
        return True
    usual = NUMBER.fullmatch(above.text) or _has_long(table, rows, column)
    return bool(usual) and _is_never_empty(table, column)


def _is_grouped(table: Growing, rows: list[Row], column: int) -> bool:
    """Return whether cells of a column are merged just as those of the first are."""
    return _has_long(table, rows, column) and all(
        _is_long(pair, column) == _is_long(pair, 0) for pair in _pairs(table, rows)
    )


def _is_long(rows: Iterable[Row], column: int) -> bool:
    """Return whether two rows have the same cell in a column."""
    cells = [row[column] for row in rows]
    return len(cells) > 1 and cells[0] is cells[1]


def _has_long(table: Growing, rows: list[Row], column: int) -> bool:
    """Return whether a column has a cell of several rows."""
    return any(_is_long(pair, column) for pair in _pairs(table, rows))


def _pairs(table: Growing, rows: list[Row]) -> Iterable[tuple[Row, Row]]:
    """Return the rows nearest to the end of the page, each with the following one."""
    yield from pairwise(table.rows[-RECENT:])
    yield from pairwise(rows[:RECENT])


def _is_never_empty(table: Growing, column: int) -> bool:
    """Return whether the rows before the last one all have text in a column."""
    return all(row[column].lines for row in table.rows[-RECENT:-1])
