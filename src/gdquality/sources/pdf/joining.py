"""Tables that go on over pages: one table, its heading once, a row broken at a page's end one row.

A browser leaves the rules open where it breaks a row, and so says which cells go on. Word
processors close them on both pages; there the text tells.
"""

from dataclasses import replace

from gdquality.sources.pdf.broken import carried
from gdquality.sources.pdf.cells import Part
from gdquality.sources.pdf.headings import (
    heading,
    is_another,
    repeated,
    without_repeated,
    without_unruled,
)
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


def first(part: Part, number: int) -> Growing:
    """Return the table that begins with `part`, without headings repeated on the same page."""
    table = begun(part, number)
    _drop_repeated(table, len(heading(table.rows)))
    return table


def carried_on(table: Growing, part: Part, depth: float) -> bool:
    """Add to a table what the next page has of it; return whether it does go on there.

    `depth` is how far down tables go on pages like the one before.
    """
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
        _carry_on(table, [rows[number] for number in kept], part.page, depth)
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


def _carry_on(table: Growing, rows: list[Row], page: int, depth: float) -> None:
    """Add the rows of a page: the first may carry on the last row, or merged cells of it."""
    on, is_sure = carried(table, rows, depth)
    if not is_sure:
        table.unsure.append(len(table.rows) - 1)
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
