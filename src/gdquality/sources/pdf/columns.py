"""The order in which the lines of a page are read, where some stand side by side.

Columns of prose are read one after the other, so is what stands beside the text without regard to
its lines (a menu). Where lines answer one another and no rule says how, nothing is put together.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from gdquality.sources.pdf.lines import Line

# The white between two columns, in sizes of their text.
GUTTER = 0.7
# Rows that must have text on both sides of it.
ROWS = 3
# A blank within a line of text; beyond it, two lines.
BLANK = 2.5
# Rows of two columns are one where their baselines are less apart, in sizes.
SAME = 0.8
# How many lines of a column of prose are full, and stand as far apart as most.
PROSE = 0.4
REGULAR = 0.8
PROSE_LINES = 6
# A column of prose has this many characters a line; a menu has fewer.
PROSE_WIDTH = 10

Row = list[Line]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that are read from top to bottom.

    `joins`: they may be put together to paragraphs; if not, each line is a paragraph of its own.
    `sure`: their order is known. `flows`: the text of the block before may go on in it. `wide`: it
    is as wide as the page.
    """

    lines: list[Line]
    joins: bool = True
    sure: bool = True
    flows: bool = False
    wide: bool = True


def blocks(lines: list[Line]) -> list[Block]:
    """Return the lines between two tables, which stand from top to bottom, in blocks."""
    return list(_blocks(_rows(lines)))


def _blocks(rows: list[Row]) -> Iterator[Block]:
    """Yield rows in blocks, those in columns apart from those that are not."""
    plain: list[Line] = []
    number = 0
    while number < len(rows):
        gutter, end = _gutter(rows, number)
        together = [] if gutter else list(_together(rows[number]))
        if len(together) == 1:
            plain += together
            number += 1
            continue
        first = number
        # The column on the right may begin above the one on the left.
        while gutter and plain and plain[-1].left >= gutter[1]:
            plain.pop()
            first -= 1
        if plain:
            yield Block(plain)
            plain = []
        if gutter:
            yield from _columns(rows[first:end], gutter)
            number = end
        else:
            yield Block(together, joins=False)
            number += 1
    if plain:
        yield Block(plain)


def _rows(lines: list[Line]) -> list[Row]:
    """Return lines in rows: those that stand beside one another."""
    rows: list[Row] = []
    for line in lines:
        row = rows[-1] if rows else []
        if (
            row
            and line.baseline - row[0].baseline < SAME * min(line.size, row[0].size)
            and all(line.left >= other.right or line.right <= other.left for other in row)
        ):
            row.append(line)
            row.sort(key=lambda one: one.left)
        else:
            rows.append([line])
    return rows


def _gutter(rows: list[Row], first: int) -> tuple[tuple[float, float] | None, int]:
    """Return the white that runs down from row `first` between two columns, and the row it ends at.

    None where no white runs far enough.
    """
    for left, right in pairwise(rows[first]):
        low, high = left.right, right.left
        both = 0
        end = first
        for row in rows[first:]:
            sides = _sides(row, low, high)
            if sides is None:
                break
            low, high = sides
            both += row[0].right <= low and row[-1].left >= high
            end += 1
        if both >= ROWS:
            return (low, high), end
    return None, first


def _sides(row: Row, low: float, high: float) -> tuple[float, float] | None:
    """Return what of the white from `low` to `high` a row leaves, None where it is too narrow."""
    for line in row:
        if line.right <= low or line.left >= high:
            continue
        if line.left - low < high - line.right:
            low = line.right
        else:
            high = line.left
    return (low, high) if high - low >= GUTTER * row[0].size else None


def _columns(rows: list[Row], gutter: tuple[float, float]) -> Iterator[Block]:
    """Yield what stands left and right of a gutter."""
    middle = sum(gutter) / 2
    left = [[line for line in row if line.right <= middle] for row in rows]
    right = [[line for line in row if line.left >= middle] for row in rows]
    halves = [[row for row in half if row] for half in (left, right)]
    prose = [_is_prose(half) for half in halves]
    if not all(prose) and _answer(left, right):
        yield Block([line for row in rows for line in row], joins=False, sure=False)
        return
    for half, joins in zip(halves, prose, strict=True):
        flows = all(prose) and half is halves[1]
        for number, block in enumerate(_blocks(half)):
            joined = block.joins and joins
            yield replace(block, joins=joined, flows=flows and not number, wide=False)


def _is_prose(rows: list[Row]) -> bool:
    """Return whether a column is prose: most lines are full, and as far apart as most."""
    lines = [line for row in rows for line in row]
    end = max((line.end for line in lines), default=0.0)
    if len(lines) < PROSE_LINES or end - rows[0][0].left < PROSE_WIDTH * rows[0][0].size:
        return False
    full = sum(end - line.right < line.size * 1.5 for line in lines)
    steps = sorted(after.baseline - before.baseline for before, after in pairwise(lines))
    usual = steps[len(steps) // 2]
    regular = sum(abs(step - usual) < usual / 10 for step in steps)
    return full >= PROSE * len(lines) and regular >= REGULAR * len(steps)


def _answer(left: list[Row], right: list[Row]) -> bool:
    """Return whether most rows of the shorter column stand on the baseline of one beside it."""
    level = sum(
        bool(one and other) and abs(one[0].baseline - other[0].baseline) < one[0].size / 5
        for one, other in zip(left, right, strict=True)
    )
    return level > min(sum(map(bool, left)), sum(map(bool, right))) / 2


def _together(row: Row) -> Iterator[Line]:
    """Yield the lines of a row, with those made one between which is but a blank."""
    whole = row[0]
    for line in row[1:]:
        if line.left - whole.right > BLANK * line.size:
            yield whole
            whole = line
        else:
            size = max(whole.size, line.size)
            text = f"{whole.text} {line.text}"
            whole = replace(whole, text=text, right=line.right, end=line.end, size=size)
    yield whole
