"""Tables that go on over pages: one table, its heading once, a row broken at a page's end one row.

A browser leaves the rules open where it breaks a row, and so says which cells go on. Word
processors close them on both pages; there the text tells.
"""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from gdquality.sources.pdf.cells import Part
from gdquality.sources.pdf.headings import (
    heading,
    is_another,
    repeated,
    without_repeated,
    without_unruled,
)
from gdquality.sources.pdf.lines import CLOSING, NUMBER, OPENING, breaks, ends_sentence
from gdquality.sources.pdf.tables import (
    Draft,
    Growing,
    Row,
    begun,
    offsets,
    refined,
    rows_of,
    united,
)

UNFINISHED = frozenset(OPENING + "、，—-和及与")


def first(part: Part, number: int) -> Growing:
    """Return the table that begins with `part`, without headings repeated on the same page."""
    table = begun(part, number)
    _drop_repeated(table, len(heading(table.rows)))
    return table


def carried_on(table: Growing, part: Part) -> bool:
    """Add to a table what the next page has of it; return whether it does go on there."""
    columns = united(table.offsets, offsets(part))
    if columns is None:
        return False
    rows = refined(rows_of(part), offsets(part), columns)
    above = refined(table.rows, table.offsets, columns)
    head = heading(above)
    if not repeated(rows, head):
        rows = without_unruled(rows, head)
        if is_another(head[-1], rows[0]):
            return False
    table.rows, table.offsets = above, columns
    kept = without_repeated(rows, head)
    if kept:
        _carry_on(table, [rows[number] for number in kept], part.page)
    table.last = _ending(part, kept, len(rows))
    table.irregular |= part.grid.irregular
    return True


def _drop_repeated(table: Growing, height: int) -> None:
    """Drop the rows that repeat the heading, which is `height` rows high."""
    kept = without_repeated(table.rows[height:], table.rows[:height])
    numbers = [*range(height), *(height + number for number in kept)]
    table.last = _ending(table.last, numbers, len(table.rows))
    table.rows = [table.rows[number] for number in numbers]
    table.pages = [table.pages[number] for number in numbers]


def _ending(part: Part, kept: list[int], count: int) -> Part:
    """Return a part of `count` rows as the next page finds it: closed if its last is dropped."""
    if count - 1 in kept:
        return part
    floors = [*part.grid.floors[:-1], [True] * len(part.grid.bottom)]
    return replace(part, grid=replace(part.grid, floors=floors))


def _carry_on(table: Growing, rows: list[Row], page: int) -> None:
    """Add the rows of a page: the first may carry on the last row, or merged cells of it."""
    on = _carried(table, rows)
    replaced: dict[int, Draft] = {}
    for above, below, goes_on in zip(table.rows[-1], rows[0], on, strict=True):
        if goes_on and id(below) not in replaced:
            above.add(below)
            replaced[id(below)] = above
    rows = [[replaced.get(id(cell), cell) for cell in row] for row in rows]
    if all(on):
        rows = rows[1:]
    table.rows += rows
    table.pages += [page] * len(rows)


def _carried(table: Growing, rows: list[Row]) -> list[bool]:
    """Return of each column whether its cell on top of a page carries on the one before."""
    count = len(rows[0])
    drawn = table.last.grid.bottom
    tells = table.closed and len(drawn) == count
    opened = [tells and not closed for closed in drawn] if tells else [False] * count
    others = [column for column in range(count) if not opened[column]]
    if _is_rest(table, rows, others):
        return [True] * count
    return [opened[column] or _is_merged(table, rows, column) for column in range(count)]


def _is_rest(table: Growing, rows: list[Row], columns: list[int]) -> bool:
    """Return whether the row on top of a page is the rest of the table's last one.

    Its text in `columns` tells; there are none where all cells are open.
    """
    pairs = [(table.rows[-1][column], rows[0][column]) for column in columns]
    if not pairs:
        return True
    if all(NUMBER.fullmatch(cell.text) for cell in pairs[0]):
        return False
    is_certain = any(_is_unfinished(*pair) for pair in pairs) or any(
        _is_half(table, rows, column) for column in columns
    )
    if is_certain or any(_had_ended(*pair) for pair in pairs):
        return is_certain
    if any(above.lines and not below.lines for above, below in pairs):
        return True
    # Where some cells are open, those that are closed are more likely whole.
    return len(pairs) == len(rows[0]) and any(
        above.lines and not ends_sentence(above.lines[-1].text) for above, _ in pairs
    )


def _is_unfinished(above: Draft, below: Draft) -> bool:
    """Return whether the text of a cell cannot have ended at the end of the page."""
    if not (above.lines and below.lines):
        return False
    return above.lines[-1].text[-1] in UNFINISHED or below.lines[0].text[0] in CLOSING


def _had_ended(above: Draft, below: Draft) -> bool:
    """Return whether the text of a cell had ended at the end of the page."""
    if not (above.lines and below.lines):
        return False
    return breaks(above.lines[-1], below.lines[0], above.rooms[-1])


def _is_half(table: Growing, rows: list[Row], column: int) -> bool:
    """Return whether the text of a column, which no row lacks, stands on one page alone.

    That a merged cell has none on the next page is no sign: more of its rows may be there.
    """
    above, below = bool(table.rows[-1][column].lines), bool(rows[0][column].lines)
    missing = above < below or (above > below and not _has_long(table.rows + rows, column))
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
    usual = NUMBER.fullmatch(above.text) or _has_long(table.rows + rows, column)
    return bool(usual) and _is_never_empty(table, column)


def _is_long(rows: Iterable[Row], column: int) -> bool:
    """Return whether two rows have the same cell in a column."""
    cells = [row[column] for row in rows]
    return len(cells) > 1 and cells[0] is cells[1]


def _has_long(rows: list[Row], column: int) -> bool:
    """Return whether a column has a cell of several rows."""
    return any(_is_long(pair, column) for pair in pairwise(rows))


def _is_never_empty(table: Growing, column: int) -> bool:
    """Return whether all rows but the last have text in a column."""
    return all(row[column].lines for row in table.rows[:-1])
