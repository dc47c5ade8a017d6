"""Text in a cell that does not run from left to right: written downwards, or turned on its side."""

from itertools import pairwise

from gdquality.sources.pdf.boxes import Box
from gdquality.sources.pdf.characters import Character
from gdquality.sources.pdf.grid import Grid
from gdquality.sources.pdf.lines import CHINESE, Line, lines

# How many of the steps from character to character are downwards where the writing is.
DOWN = 0.6
FEW = 3


def written_down(characters: list[Character]) -> str:
    """Return the text of a cell whose characters stand under one another in the file's order.

    Empty where they do not.
    """
    if len(characters) < FEW or any(one.text < CHINESE for one in characters):
        return ""
    size = max(one.height for one in characters)
    steps = sum(
        abs(one.left + one.right - other.left - other.right) < size
        and size / 2 < other.baseline - one.baseline < 2 * size
        for one, other in pairwise(characters)
    )
    if steps < DOWN * (len(characters) - 1):
        return ""
    return "".join(one.text for one in characters)


def upended(characters: list[Character]) -> str:
    """Return the text of characters that were turned upright, each by itself."""
    return "".join(line.text for line in lines(characters))


def as_line(text: str, grid: Grid, box: Box) -> Line:
    """Return the text of a cell as a line that fills it: nothing is thought to end in it."""
    left, right = grid.xs[box.column], grid.xs[box.column + box.columns]
    return Line(text, left, right, grid.ys[box.row], 0.0, 0.0, right)
