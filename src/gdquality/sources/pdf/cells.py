"""The text of a ruled table on one page: characters into cells, lines into text."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from gdquality.sources.pdf.boxes import Box
from gdquality.sources.pdf.characters import Character
from gdquality.sources.pdf.grid import Grid
from gdquality.sources.pdf.lines import CLOSING, OPENING, Line, breaks, glued, lines
from gdquality.sources.pdf.strips import without_strips
from gdquality.sources.pdf.upended import as_line, upended, written_down

# Where no text shows how far it is kept from the rules: what producers put there, at most.
PADDING = 8.0
SHARES = dict.fromkeys(CLOSING, 0.1) | dict.fromkeys(OPENING, 0.9)
"""How far from left to right the ink of a mark is."""


@dataclass(frozen=True, slots=True)
class Part:
    """What stands of a table on one page.

    `lines` holds those of each cell, `padding` is the space between rules and text.
    """

    page: int
    grid: Grid
    lines: dict[Box, list[Line]]
    padding: float

    def room(self, box: Box, line: Line) -> float:
        """Return how much room a line of a cell leaves at its end, or at both where centred."""
        left, right = self.grid.xs[box.column], self.grid.xs[box.column + box.columns]
        before, after = line.left - left - self.padding, right - self.padding - line.right
        centred = before > 1 and abs(before - after) <= 2  # noqa: PLR2004 -- points
        return before + after if centred else after


Placed = tuple[float, float, Character]
"""A character, and a point of it."""


def part(page: int, grid: Grid, upright: Iterable[Placed], turned: Iterable[Placed]) -> Part:
    """Return the table of `grid` with the characters whose points it holds."""
    cells: dict[tuple[int, int], Box] = {
        (row, column): box
        for box in grid.boxes
        for row in range(box.row, box.row + box.rows)
        for column in range(box.column, box.column + box.columns)
    }
    texts: dict[Box, list[Character]] = defaultdict(list)
    for x, y, one in upright:
        texts[cells[grid.place(x, y)]].append(one)
    sideways: dict[Box, list[Character]] = defaultdict(list)
    for x, y, one in turned:
        sideways[cells[grid.place(x, y)]].append(one)
    found = {box: _lines(grid, box, texts[box], sideways[box]) for box in grid.boxes}
    grid, found = without_strips(grid, found)
    return Part(page, grid, found, _padding(grid, found))


def _lines(grid: Grid, box: Box, upright: list[Character], turned: list[Character]) -> list[Line]:
    """Return the lines of a cell; text that is written down, or turned, is one line."""
    text = written_down(upright) or upended(turned)
    if not text:
        return lines(upright)
    return [as_line(text, grid, box), *(lines(upright) if turned else [])]


def placed(one: Character) -> Placed:
    """Return a character with a point of it that is sure to be in its cell.

    A closing mark may hang out of the cell that it ends, and the blank half of an opening one too.
    """
    text, left, right, baseline, height = one
    share = SHARES.get(text, 0.5)
    return left + share * (right - left), baseline - 0.3 * height, one


def _padding(grid: Grid, found: dict[Box, list[Line]]) -> float:
    """Return how far text keeps from the rules.

    Lines of one cell that begin alike and end apart stand at its edge; centred ones tell little.
    """
    aligned, least = [], PADDING
    for box, texts in found.items():
        edge = grid.xs[box.column]
        least = min([least, *(line.left - edge for line in texts)])
        aligned += [
            line.left - edge
            for line, other in pairwise(texts)
            if abs(line.left - other.left) < 1 and abs(line.right - other.right) > 2  # noqa: PLR2004
        ]
    return max(min(aligned, default=least), 0.0)


def joined(texts: list[Line], rooms: Iterable[float]) -> str:
    r"""Return the lines of a cell as text; `\n` where the writer ended one."""
    result = texts[0].text if texts else ""
    for (line, following), room in zip(pairwise(texts), rooms, strict=False):
        ended = breaks(line, following, room)
        result = f"{result}\n{following.text}" if ended else glued(result, following.text)
    return result
