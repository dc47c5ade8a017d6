"""Lines that begin with the numbers of the rows of a table, 1, 2, 3, one after the other."""

import re
from collections.abc import Sequence

from gdquality.sources.interface import Block, Paragraph

NUMBER_BEFORE_TEXT = re.compile(r"(\d{1,5})[.．、]?(?=[^\d\s.．、])")
_NUMBER = re.compile(r"(\d{1,5})(?:[.．、]?\s|[.．、]?(?=[^\d\s.．、%年月日个]))")

FEWEST_NUMBERED = 2
"""Numbered rows by which a table is known: one number may be anything."""

_MOST_BETWEEN = 4
"""Lines between two that begin with numbers: headings, and what goes on with the row above."""


def rows_below(blocks: Sequence[Block], start: int) -> int:
    """Return the block behind the last line that begins a row, of those from `start` on."""
    return max(row_starts(blocks, start), default=start - 1) + 1


def row_starts(blocks: Sequence[Block], start: int) -> list[int]:
    """Return the blocks, from `start` on, that begin with the numbers of rows."""
    starts: list[int] = []
    before, last = start - 1, 0
    for index in range(start, len(blocks)):
        block = blocks[index]
        if not isinstance(block, Paragraph) or index - before > _MOST_BETWEEN:
            break
        found = _NUMBER.match(block.text.strip())
        number = int(found[1]) if found else 0
        if number == last + 1 or (number == 1 and last > 1):
            starts.append(index)
            before, last = index, number
    return starts
