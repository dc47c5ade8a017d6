"""The heading of a table whose cells stand one below the other, and how its rows begin."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gdquality.parsing.columns import (
    LONGEST_HEADING,
    Column,
    column_of,
    columns_of,
    is_role,
)
from gdquality.parsing.heading_roles import names_bodies
from gdquality.parsing.outline_markers import style_of
from gdquality.sources.interface import Block, Paragraph

_NUMBER_ALONE = re.compile(r"(\d{1,5})[.．、]?")
_NUMBER_BEFORE = re.compile(r"(\d{1,5})[.．、](?!\d)")
_CAPTION = re.compile("(?:表|清单|台账|方案|通知)$")
_SECTIONS = ("chapter", "first", "second")

_FEWEST_COLUMNS = 3
"""Columns of a table that is known by its headings: of a label and its text there are two."""

MOST_COLUMNS = 10

_LONGEST_GROUP = 6
"""Characters of the heading of a column left of the numbers; a longer line is a caption."""


def is_section(text: str) -> bool:
    """Tell whether a line is the heading of the rows below it: 一、经济发展."""
    return style_of(text) in _SECTIONS


def heads_bodies(block: Block) -> bool:
    """Tell whether a block is the heading of a column of bodies, and nothing else."""
    if not isinstance(block, Paragraph) or len(block.text) > LONGEST_HEADING:
        return False
    return is_role(column_of(block.text))


@dataclass(frozen=True, slots=True)
class StackedHeading:
    """What the columns of a table hold, in a role or not: all that name bodies are of bodies.

    The numbers of rows are in, or before, one of them.
    """

    columns: tuple[Column, ...]

    @property
    def has_numbers(self) -> bool:
        """Tell whether a column has the numbers, and nothing else."""
        return "number" in self.columns

    @property
    def numbered(self) -> int:
        """The column of the numbers, or that of the titles which they stand before."""
        if self.has_numbers:
            return self.columns.index("number")
        return next(n for n, one in enumerate(self.columns) if one in ("title", "content"))

    def number_of(self, text: str) -> int:
        """Return the number of the row that begins with the line `text`, 0 if none does."""
        alone = self.has_numbers
        found = _NUMBER_ALONE.fullmatch(text) if alone else _NUMBER_BEFORE.match(text)
        return int(found[1]) if found else 0


def heading_at(blocks: Sequence[Block], start: int) -> StackedHeading | None:
    """Return the heading whose first cell is the block at `start`, if it is one.

    Between it and the first row there may be what stands left of the numbers, or a section.
    """
    texts: list[str] = []
    for block in blocks[start : start + MOST_COLUMNS + 2]:
        text = block.text.strip() if isinstance(block, Paragraph) else ""
        if not text or len(text) > LONGEST_HEADING:
            break
        if len(texts) >= _FEWEST_COLUMNS - 1 and _begins_first_row(text):
            break
        texts.append(text)
    else:
        return None
    if len(texts) < _FEWEST_COLUMNS:
        return None
    for end in range(len(texts), _FEWEST_COLUMNS - 1, -1):
        columns = None if any(map(_is_no_heading, texts[:end])) else columns_of(texts[:end])
        if columns is None:
            continue
        heading = StackedHeading(tuple(map(_with_bodies, columns, texts)))
        if _is_whole(heading, texts, end):
            return heading
    return None


def _with_bodies(column: Column, text: str) -> Column:
    """Return what stands below a heading: bodies, if it says so, in whatever part: 督导单位."""
    return "responsible" if column == "other" and names_bodies(text) else column


def _is_no_heading(text: str) -> bool:
    return text.isdigit() or bool(style_of(text) or _CAPTION.search(text))


def _begins_first_row(text: str) -> bool:
    found = _NUMBER_ALONE.fullmatch(text) or _NUMBER_BEFORE.match(text)
    return bool(found and int(found[1]) == 1)


def _is_whole(heading: StackedHeading, texts: Sequence[str], end: int) -> bool:
    """Tell whether what stands between the headings, up to `end`, and the first row is of it."""
    left = heading.numbered
    if any(len(text) > _LONGEST_GROUP for text in texts[:left]):
        return False
    between = texts[end:]
    if left:
        return len(between) == left
    return all(is_section(text) for text in between)
