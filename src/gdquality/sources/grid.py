"""Full grids of cells that span rows and columns, and how large they may be."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from gdquality.errors import InputError, Problem
from gdquality.records import Place
from gdquality.sources.interface import Cell, Table
from gdquality.sources.sizes import MOST_CHARACTERS, MOST_POSITIONS

T = TypeVar("T")


class Positions:
    """The positions that are left for the grids of a file, which can claim to be endless.

    And the characters in them: a workbook can put one long string into every cell.
    """

    def __init__(self, file: str) -> None:
        """Begin with all there are."""
        self._file = file
        self._left = MOST_POSITIONS
        self._characters = MOST_CHARACTERS

    def take(self, count: int, where: str = "") -> None:
        """Use up positions; raises InputError, which says `where`, if there are not as many."""
        self._left -= count
        if self._left < 0:
            message = f"{where}表格太大：连同合并的单元格超过 {MOST_POSITIONS} 格"
            raise InputError(self._file, Problem(message))

    def fill(self, characters: int, where: str = "") -> None:
        """Use up characters; raises InputError, which says `where`, if there are not as many."""
        self._characters -= characters
        if self._characters < 0:
            message = f"{where}文字太多：超过 {MOST_CHARACTERS} 字"
            raise InputError(self._file, Problem(message))


def padded(rows: Sequence[list[T | None]], positions: Positions) -> list[list[T | None]]:
    """Return rows of one length, that of the longest, with None where a row has no cell."""
    width = max(map(len, rows), default=0)
    positions.take(sum(width - len(row) for row in rows))
    return [row + [None] * (width - len(row)) for row in rows]


def table(covered: Sequence[Sequence[T | None]], text: Callable[[T], str], part: str) -> Table:
    """Return the table whose positions are covered by nodes of a format, an empty cell for None.

    `text` is asked once for each node, in reading order.
    """
    cells: dict[int, Cell] = {}
    rows = []
    for r, line in enumerate(covered, start=1):
        row = []
        for c, node in enumerate(line, start=1):
            cell = None if node is None else cells.get(id(node))
            if cell is None:
                cell = Cell("" if node is None else text(node), Place(r, c, part))
                if node is not None:
                    cells[id(node)] = cell
            row.append(cell)
        rows.append(tuple(row))
    return Table(tuple(rows), Place(1, part=part))


def spanned(
    rows: Iterable[Iterable[tuple[T, int, int]]], positions: Positions
) -> list[list[T | None]]:
    """Return the cell at each position, None for none.

    A row gives its cells in order, each with the rows and columns that it spans; a cell goes to
    the next position that none from above covers. Raises InputError if the positions do not
    suffice.
    """
    grid: list[list[T | None]] = []
    above: dict[int, tuple[T, int]] = {}
    for cells in rows:
        row = _Row(above, positions)
        for cell, height, width in cells:
            row.continue_above()
            row.put(cell, height, width)
        row.continue_to_last()
        grid.append(row.cells)
        above = row.below
    return padded(grid, positions)


class _Row(Generic[T]):
    """A row being filled: `below` has the cells that go on, by column, and for how many rows."""

    def __init__(self, above: dict[int, tuple[T, int]], positions: Positions) -> None:
        self.cells: list[T | None] = []
        self.below: dict[int, tuple[T, int]] = {}
        self._above = above
        self._positions = positions

    def put(self, cell: T, height: int, width: int) -> None:
        self._positions.take(width)
        if height > 1:
            column = len(self.cells)
            self.below |= dict.fromkeys(range(column, column + width), (cell, height - 1))
        self.cells += [cell] * width

    def continue_above(self) -> None:
        while len(self.cells) in self._above:
            self.put(*self._above[len(self.cells)], 1)

    def continue_to_last(self) -> None:
        for column in sorted(self._above):
            if column >= len(self.cells):
                gap = column - len(self.cells)
                self._positions.take(gap)
                self.cells += [None] * gap
                self.continue_above()
