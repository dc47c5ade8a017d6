"""What the text of a column tells at a page's end: that its cell goes on there, or that it ended.

A `table` is as far as the page before; `rows` are those on top of the next one.
"""

from collections.abc import Iterable
from itertools import pairwise

from gdquality.sources.pdf.lines import CLOSING, OPENING, breaks, ends_in
from gdquality.sources.pdf.tables import Draft, Growing, Row

RECENT = 60
"""So many rows tell what is usual in a column; a table may have thousands."""
UNFINISHED = frozenset(OPENING + "、，—-和及与")
# What ends the text of a cell; items in it end with ； or ：, too.
CELL_END = frozenset("。！？")
# Where cells go on there is no room for one more line under them, with what is around it, in sizes;
# word processors may keep two lines together.
WHITE = 2.5
# From baseline to baseline, in sizes, where one line does not tell.
PITCH = 2.0


def has_white(table: Growing, column: int) -> bool:
    """Return whether the text of a cell ends well above the page's end: it does not go on."""
    if is_long(table.rows[-2:], column):
        return False  # its text may stand anywhere
    lines = table.rows[-1][column].lines
    steps = [after.baseline - line.baseline for line, after in pairwise(lines[-2:])]
    pitch = max([PITCH * lines[-1].size, *steps])
    return table.last.grid.ys[-1] - lines[-1].baseline > WHITE * pitch


def is_unfinished(above: Draft, below: Draft) -> bool:
    """Return whether the text of a cell cannot have ended at the end of the page."""
    return above.lines[-1].text[-1] in UNFINISHED or below.lines[0].text[0] in CLOSING


def had_ended(table: Growing, rows: list[Row], column: int) -> bool:
    """Return whether the text of a cell had ended at the end of the page, as far as that shows.

    Where cells of the column have several paragraphs, room at the end of one does not tell; that
    other rows have the same texts does: 持续推进, 2025年.
    """
    above, below = table.rows[-1][column], rows[0][column]
    if ends_in(above.lines[-1].text, CELL_END):
        return True
    near = table.rows[-RECENT:] + rows[:RECENT]
    others = [row[column] for row in near if row[column] not in (above, below)]
    if {above.text, below.text} <= {cell.text for cell in others}:
        return True
    if not breaks(above.lines[-1], below.lines[0], above.rooms[-1]):
        return False
    return not any(_has_paragraphs(row[column]) for row in near)


def _has_paragraphs(cell: Draft) -> bool:
    pairs = zip(pairwise(cell.lines), cell.rooms, strict=False)
    return any(breaks(*pair, room) for pair, room in pairs)


def is_half(table: Growing, rows: list[Row], column: int) -> bool:
    """Return whether the text of a column, which no row lacks, stands on one page alone.

    That a merged cell has none on the next page is no sign: more of its rows may be there.
    """
    above, below = bool(table.rows[-1][column].lines), bool(rows[0][column].lines)
    missing = above < below or (above > below and not has_long(table, rows, column))
    return missing and is_never_empty(table, column)


def has_long(table: Growing, rows: list[Row], column: int) -> bool:
    """Return whether a column has a cell of several rows."""
    return any(is_long(pair, column) for pair in pairs(table, rows))


def is_long(rows: Iterable[Row], column: int) -> bool:
    """Return whether two rows have the same cell in a column."""
    cells = [row[column] for row in rows]
    return len(cells) > 1 and cells[0] is cells[1]


def pairs(table: Growing, rows: list[Row]) -> Iterable[tuple[Row, Row]]:
    """Return the rows nearest to the end of the page, each with the following one."""
    yield from pairwise(table.rows[-RECENT:])
    yield from pairwise(rows[:RECENT])


def is_never_empty(table: Growing, column: int) -> bool:
    """Return whether the rows before the last one all have text in a column."""
    return all(row[column].lines for row in table.rows[-RECENT:-1])
