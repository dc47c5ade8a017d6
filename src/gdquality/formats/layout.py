"""How a table is fitted to a sheet of paper: widths of columns, and lines that break no name.

Widths are in cells, half the width of a Chinese character.
"""

from collections.abc import Sequence
from datetime import date
from math import ceil

from rich.cells import cell_len as cells_in_terminal

from gdquality.formats.controls import visible
from gdquality.formats.sheet import Cell, Sheet

NARROW = (16, 8)
"""Cells that a column of prose needs at least, if it has as much to say; fewer if need be."""

DAY = 13
"""Cells of a date, which shows as ### where it has no room."""

NAMES = frozenset(("text", "agency"))
"""Columns whose cells are one name each, by their keys."""

WIDEST_NAME = 48
"""Cells of the longest name that is not broken; a longer one is none."""


LATIN = 1.3
"""Cells of a letter or digit, which fonts that stand in for Chinese ones make wider than half."""


def cell_len(text: str) -> int:
    """Return how many cells `text` takes on paper, whichever font it is written in."""
    latin = sum(map(str.isascii, text))
    return ceil(cells_in_terminal(text) + (LATIN - 1) * latin)


def lines_of(cell: Cell, width: int) -> list[str]:
    """Return the lines of `cell` in a column of `width`: names are broken only between them."""
    if not isinstance(cell, tuple):
        return [visible(str(cell))]
    lines = [""]
    for piece in pieces(cell):
        if lines[-1] and cell_len(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] += piece
    return lines


def pieces(names: tuple[str, ...]) -> list[str]:
    """Return the names with the 、 that follows each but the last, for that begins no line."""
    shown = [visible(name) for name in names]
    return [f"{name}、" for name in shown[:-1]] + shown[-1:]


def height_of(cell: Cell, width: int) -> int:
    """Return how many lines `cell` takes in a column of `width`."""
    return sum(_folds(cell_len(line), width) for line in lines_of(cell, width))


def _folds(length: int, width: int) -> int:
    # A Chinese character that would be cut goes to the next line whole.
    return 1 if length <= width else ceil(length / max(width - 1, 1))


def column_widths(sheet: Sheet, available: int, least: int = 4) -> list[int]:
    """Return how wide each column is to be, so that all of them fit in `available` if they can.

    Each has room for its longest name, and for its heading; what is left goes to those that have
    more to say. None is narrower than `least`.
    """
    columns = [
        (key, heading, [row[at] for row in sheet.rows])
        for at, (key, heading) in enumerate(sheet.columns)
    ]
    needed = [0]
    for prose in NARROW:
        needed = [max(least, *_needed(prose, *column)) for column in columns]
        if sum(needed) <= available:
            break
    wanted = [
        max(need, *map(_width, cells)) if cells else need
        for need, (_, _, cells) in zip(needed, columns, strict=True)
    ]
    missing = [want - need for want, need in zip(wanted, needed, strict=True)]
    share = min(1, max(0, available - sum(needed)) / max(sum(missing), 1))
    return [need + int(share * more) for need, more in zip(needed, missing, strict=True)]


def _needed(prose: int, key: str, heading: str, cells: Sequence[Cell]) -> tuple[int, ...]:
    widths = [_width(heading)]
    for cell in cells:
        if isinstance(cell, tuple):
            widths += (min(cell_len(piece), WIDEST_NAME) for piece in pieces(cell))
        elif isinstance(cell, date):
            widths.append(DAY)
        else:
            widths.append(min(_width(cell), WIDEST_NAME if key in NAMES else prose))
    return tuple(widths)


def _width(cell: Cell) -> int:
    if isinstance(cell, tuple):
        return cell_len("".join(pieces(cell)))
    return DAY if isinstance(cell, date) else cell_len(visible(str(cell)))
