"""A handout as a page of its own: one file, which asks nothing of anywhere."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from gdquality.formats.handout import Handout, Part
from gdquality.formats.sheet import Sheet
from gdquality.formats.templates import page_of

MOST_UPRIGHT = 70
"""Columns with upright headings that A4 across has room for; more are a table of their own."""


def file_of(handout: Handout) -> bytes:
    """Return an .html file of `handout`."""
    parts = [block for part in handout.parts for block in _blocks(part)]
    groups = [[*group] for _, group in groupby(parts, key=attrgetter("under"))]
    return page_of("handout.html", handout=handout, groups=groups)


def _blocks(part: Part) -> Iterator[Part]:
    if part.upright is None:
        yield part
        return
    fixed, (columns, rows) = part.upright, part.sheet
    for block in column_blocks(len(columns) - fixed):
        of_sheet = slice(fixed + block.start, fixed + block.stop)
        sheet = Sheet(
            columns[:fixed] + columns[of_sheet],
            tuple(row[:fixed] + row[of_sheet] for row in rows),
        )
        yield part._replace(sheet=sheet)


def column_blocks(count: int) -> list[slice]:
    """Return which of `count` upright columns stand together in a table that can be printed."""
    starts = range(0, max(count, 1), MOST_UPRIGHT)
    return [slice(start, min(start + MOST_UPRIGHT, count)) for start in starts]
