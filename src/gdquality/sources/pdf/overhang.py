"""Text that runs out of the bottom of a table, where a browser broke a row at the end of a page.

It closes the cells whose text has ended, and ends the walls of the others there, too, but not their
text.
"""

from gdquality.sources.pdf.boxes import Box
from gdquality.sources.pdf.cells import Part
from gdquality.sources.pdf.lines import Line

# Baselines of a cell are no farther apart, in sizes.
STEP = 2.5


def taken(part: Part, below: list[Line]) -> list[Line]:
    """Put lines that hang out of open cells into these, and return the others, which are free.

    `below` are lines outside the table, from top to bottom. Where no cell is closed, nothing shows
    that the others are open for a reason.
    """
    bottom = part.grid.bottom
    if all(bottom) or not any(bottom):
        return below
    reached = {box: part.grid.ys[-1] for box in part.lines if _is_open(part, box)}
    free = []
    for line in below:
        box = next((box for box, end in reached.items() if _is_under(part, box, end, line)), None)
        if box is None:
            free.append(line)
        else:
            part.lines[box].append(line)
            reached[box] = line.baseline
    return free


def _is_open(part: Part, box: Box) -> bool:
    ends = box.row + box.rows == len(part.grid.ys) - 1
    return ends and not any(part.grid.bottom[box.column : box.column + box.columns])


def _is_under(part: Part, box: Box, end: float, line: Line) -> bool:
    """Return whether a line stands below `end`, between the walls of a cell."""
    left, right = part.grid.xs[box.column], part.grid.xs[box.column + box.columns]
    return left < line.left and line.right < right and 0 < line.baseline - end < STEP * line.size
