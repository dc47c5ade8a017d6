"""Strips of a table that are no rows: what the end of a page cuts off, and leaves between cells."""

from dataclasses import replace

from gdquality.sources.pdf.boxes import Box
from gdquality.sources.pdf.grid import Grid
from gdquality.sources.pdf.lines import Line

Texts = dict[Box, list[Line]]
"""The lines in each cell."""


def without_strips(grid: Grid, texts: Texts) -> tuple[Grid, Texts]:
    """Return a table without the strips in which no text stands.

    One is the first or the last, without an outer rule: the padding of a row, the border around a
    table. One lies beside the end of merged cells, where a page's end cuts the table open: browsers
    end the cells of a row that they broke at different heights.
    """
    for row in reversed(range(len(grid.ys) - 1)):
        if len(grid.ys) > 2 and _is_strip(grid, texts, row):  # noqa: PLR2004 -- one row is a row
            grid, texts = _without(grid, texts, row)
    return grid, texts


def _is_strip(grid: Grid, texts: Texts, row: int) -> bool:
    alone = [box for box in texts if box.row == row and box.rows == 1]
    if not alone or any(texts[box] for box in alone):
        return False
    outer = grid.top if row == 0 else grid.bottom if row == len(grid.ys) - 2 else [True]
    if not all(outer):
        return True
    is_whole = all(grid.top) and all(grid.bottom)
    return not is_whole and any(box.rows > 1 and box.row + box.rows - 1 == row for box in texts)


def _without(grid: Grid, texts: Texts, row: int) -> tuple[Grid, Texts]:
    """Return a table without a row, whose place goes to the one above it, or below the first."""
    kept = {
        Box(box.row - (box.row > row), box.column, box.rows - inside, box.columns): lines
        for box, lines in texts.items()
        if not (inside := box.row <= row < box.row + box.rows) or box.rows > 1
    }
    ys, floors = grid.ys.copy(), grid.floors.copy()
    last = row == len(ys) - 2
    del ys[row or 1], floors[-1 if last else row]
    return replace(grid, ys=ys, boxes=sorted(kept), floors=floors), kept
