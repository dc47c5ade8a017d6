"""How a table is fitted to a sheet of paper: widths of columns, and lines that break no name.

Widths are in cells, half the width of a Chinese character.
"""

from collections.abc import Sequence
from datetime import date
from math import ceil
from unicodedata import east_asian_width

from rich.cells import cell_len as cells_in_terminal

from gdquality.formats.controls import visible
from gdquality.formats.sheet import Cell, Sheet

NARROW = (16, 12, 8)
"""Cells that a column of prose needs at least, if it has as much to say; fewer if need be."""

DAY = 13
"""Cells of a date, which shows as ### where it has no room."""

NAMES = frozenset(("text", "agency", "document_number"))
"""Columns whose cells are one name or number each, by their keys."""

WIDEST_NAME = 48
"""Cells of the longest name that is not broken; a longer one is none."""


USUAL = 0.75
"""The part of the lists of a column that are to have room on one line, before the rest have."""

LATIN = 1.3
"""Cells of a letter or digit, which fonts that stand in for Chinese ones make wider than half."""


def cell_len(text: str) -> int:
    """Return how many cells `text` takes on paper, whichever font it is written in.

    What is as wide as the text around it (UAX #11: ambiguous), as ● and “, is wide in Chinese.
    """
    latin = sum(map(str.isascii, text))
    ambiguous = sum(east_asian_width(one) == "A" for one in text)
    return ceil(cells_in_terminal(text) + ambiguous + (LATIN - 1) * latin)


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


def needed_widths(sheet: Sheet, prose: int = NARROW[1], least: int = 4) -> list[int]:
    """Return how wide each column has to be for its longest name, its heading and its dates.

    Prose is given `prose` cells if it has as much to say. None is narrower than `least`.
    """
    return [max(least, *_needed(prose, *column)) for column in _columns(sheet)]


def column_widths(sheet: Sheet, available: int, least: int = 4) -> list[int]:
    """Return how wide each column is to be, so that all of them fit in `available` if they can.

    What is left of what they need goes to those that have more to say, first to those that lack
    little: a title is not broken for the sake of a list that has many lines anyway.
    """
    needed = [0]
    for prose in NARROW:
        needed = needed_widths(sheet, prose, least)
        if sum(needed) <= available:
            break
    columns = [cells for _, _, cells in _columns(sheet)]
    usual = _widened(needed, [_wanted(cells, USUAL) for cells in columns], available)
    return _widened(usual, [_wanted(cells, 1) for cells in columns], available)


def _wanted(cells: Sequence[Cell], part: float) -> int:
    """Return the width at which all prose, or that `part` of the lists, is on one line."""
    if not any(isinstance(one, tuple) for one in cells):
        part = 1
    return sorted(map(_width, cells))[int((len(cells) - 1) * part)] if cells else 0


def _columns(sheet: Sheet) -> list[tuple[str, str, list[Cell]]]:
    """Return key, heading and cells of each column."""
    return [
        (key, heading, [row[at] for row in sheet.rows])
        for at, (key, heading) in enumerate(sheet.columns)
    ]


def _widened(widths: list[int], wanted: list[int], available: int) -> list[int]:
    """Return `widths` up to those `wanted`, what is `available` shared out evenly."""
    missing = [max(want - width, 0) for want, width in zip(wanted, widths, strict=True)]
    spare = max(available - sum(widths), 0)
    found = [*widths]
    order = sorted(range(len(widths)), key=missing.__getitem__)
    for others, at in zip(range(len(order), 0, -1), order, strict=True):
        more = min(missing[at], spare // others)
        found[at] += more
        spare -= more
    return found


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
