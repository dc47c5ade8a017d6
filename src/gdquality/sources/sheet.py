"""A sheet of a workbook of any format, as a table: all that has text, from A1."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from gdquality.records import Place, Remark
from gdquality.sources.grid import Positions
from gdquality.sources.interface import Cell, Table

_WIDENING_MERGE = 4096
"""Positions of a merge that can make the table wider or longer than its text reaches; people who
merge whole rows (16,384 positions) and columns do not mean a table as large as the sheet.
"""


@dataclass(frozen=True, slots=True)
class Area:
    """A range of cells, its corners included; rows and columns count from 1."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def exists(self) -> bool:
        """Tell whether it has any position, which a file can get wrong."""
        return 1 <= self.top <= self.bottom and 1 <= self.left <= self.right

    @property
    def size(self) -> int:
        """The number of positions."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


def clean(text: str) -> str:
    """Return the text of a cell without blanks around its lines, and without blank lines."""
    stripped = text.strip()
    if "\n" not in stripped and "\r" not in stripped:
        return stripped
    lines = (line.strip() for line in re.split("[\r\n]+", stripped))
    return "\n".join(line for line in lines if line)


@dataclass(slots=True)
class Sheet:
    """What a reader has found on a sheet: clean texts by row and column, none of them empty."""

    name: str
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: list[Area] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)

    def table(self, positions: Positions) -> Table | None:
        """Return the sheet from A1 to its last text or merge, None for an empty one.

        Raises InputError if the positions do not suffice, or the characters.
        """
        if not self.texts:
            return None
        rows = max(row for row, _ in self.texts)
        columns = max(column for _, column in self.texts)
        for area in self.merges:
            has_text = (area.top, area.left) in self.texts
            if has_text and area.exists and area.size <= _WIDENING_MERGE:
                rows, columns = max(rows, area.bottom), max(columns, area.right)
        where = f"工作表“{self.name}”："
        positions.take(rows * columns, where)
        positions.fill(sum(map(len, self.texts.values())), where)
        grid: list[list[Cell | None]] = [[None] * columns for _ in range(rows)]
        self._merge(grid)
        return Table(
            tuple(
                tuple(cell or self._cell(r, c) for c, cell in enumerate(line, start=1))
                for r, line in enumerate(grid, start=1)
            ),
            Place(1, part=self.name),
        )

    def _merge(self, grid: list[list[Cell | None]]) -> None:
        """Put the merged cells in; merges that overlap others are damage, and the first counts."""
        left = len(grid) * len(grid[0])  # merges that do not overlap cover no more
        for area in self.merges:
            within = Area(
                area.top, area.left, min(area.bottom, len(grid)), min(area.right, len(grid[0]))
            )
            if not within.exists or within.size > left or grid[area.top - 1][area.left - 1]:
                continue
            left -= within.size
            cell = self._cell(area.top, area.left)
            for line in grid[area.top - 1 : within.bottom]:
                for column in range(area.left - 1, within.right):
                    line[column] = line[column] or cell

    def _cell(self, row: int, column: int) -> Cell:
        return Cell(self.texts.get((row, column), ""), Place(row, column, self.name))

    def remarks(self) -> list[Remark]:
        """Return remarks on rows and columns that are hidden: they are read all the same."""
        rows = sorted({row for row, _ in self.texts} & set(self.hidden_rows))
        columns = sorted({column for _, column in self.texts} & set(self.hidden_columns))
        found = []
        if rows:
            message = f"隐藏的行也读了：第 {_listed(map(str, rows))} 行"
            found.append(Remark("hidden-rows", message, Place(rows[0], part=self.name)))
        if columns:
            message = f"隐藏的列也读了：{_listed(map(column_letters, columns))} 列"
            found.append(Remark("hidden-columns", message, Place(1, columns[0], self.name)))
        return found


def hidden_sheet(name: str) -> Remark:
    """Return the remark on a sheet that is left out because it is hidden."""
    return Remark("hidden-sheet", f"工作表“{name}”是隐藏的，没有读", Place(1, part=name))


def column_letters(column: int) -> str:
    """Return the letters of a column: A, B, … Z, AA."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _listed(words: Iterable[str]) -> str:
    first = list(words)
    return "、".join(first[:10]) + (f" 等 {len(first)}" if len(first) > 10 else "")  # noqa: PLR2004
