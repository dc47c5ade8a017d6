"""A table of a page as a grid, as the HTML standard forms one (4.9.12.1)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from gdquality.sources.sizes import TooLargeError, check_table

Attributes = Mapping[str, str | None]
"""Those of an element, by name."""

MOST_COLUMNS = 1000
"""Columns of a table: as many as one cell may spread over."""

WIDEST_SPAN = 1000
HIGHEST_SPAN = 65_534
"""Columns and rows that a cell may spread over (HTML standard, 4.9.11)."""


@dataclass(eq=False, slots=True)
class SpanningCell:
    """A cell of a page: what flows in it, and how far it spreads; `rowspan` 0 is to the end.

    `linked` counts the characters of `text` that are in links; `is_heading` tells a th.
    """

    blocks: Sequence["str | Grid"]
    colspan: int = 1
    rowspan: int = 1
    linked: int = 0
    is_heading: bool = False
    text: str = field(init=False)

    def __post_init__(self) -> None:
        """Make `text` of the paragraphs, a line each, and of tables inside, a line a row."""
        self.text = "\n".join(
            block if isinstance(block, str) else block.as_lines() for block in self.blocks
        )


@dataclass(eq=False, slots=True)
class Grid:
    """A full grid; None is where no cell is, and a merged cell stands wherever it spreads."""

    rows: list[list[SpanningCell | None]]

    def as_lines(self) -> str:
        """Return the rows as lines, for a table inside a cell."""
        rows = (dict.fromkeys(cell for cell in row if cell) for row in self.rows)
        return "\n".join(" ".join(cell.text.replace("\n", " ") for cell in row) for row in rows)


@dataclass(eq=False, slots=True)
class RowGroup:
    """The rows of a thead, tbody or tfoot; no cell reaches out of it."""

    kind: str
    rows: list[list[SpanningCell]] = field(default_factory=list)


class OpenTable:
    """A table whose end has not come."""

    def __init__(self, attributes: Attributes) -> None:
        """Begin with no row."""
        self.attributes = attributes
        self.groups: list[RowGroup] = []

    def begin_group(self, kind: str) -> None:
        """Let the next rows be of a group of their own."""
        self.groups.append(RowGroup(kind))

    def begin_row(self) -> None:
        """Let the next cells be a row."""
        self.groups[-1].rows.append([])

    def add(self, cell: SpanningCell) -> None:
        """Put a cell at the end of the last row."""
        self.groups[-1].rows[-1].append(cell)


def grid_of(groups: Sequence[RowGroup]) -> Grid:
    """Return the grid of a table's groups, wherever its head and its foot are written.

    Rows and last columns in which no cell begins are left out: a colspan may be wider than the
    table. Raises TooLargeError.
    """
    rows: list[list[SpanningCell | None]] = []
    width = positions = 0
    for group in _in_order(groups):
        for columns, row in _rows_of(group):
            positions += len(row)
            check_table(max(positions, width * len(rows)))
            if columns:
                width = max(width, columns[-1] + 1)
                rows.append(row)
    return Grid([(row + [None] * (width - len(row)))[:width] for row in rows])


def _in_order(groups: Sequence[RowGroup]) -> list[RowGroup]:
    """Return groups as they are shown; of several heads, or feet, the first is moved."""
    heads, feet = ([g for g in groups if g.kind == kind][:1] for kind in ("thead", "tfoot"))
    others = [group for group in groups if group not in (*heads, *feet)]
    return [*heads, *others, *feet]


def _rows_of(group: RowGroup) -> Iterator[tuple[list[int], list[SpanningCell | None]]]:
    """Yield the columns where cells of a row begin, and what stands in each of its columns."""
    open_: dict[int, tuple[SpanningCell, int]] = {}
    for number, cells in enumerate(group.rows):
        row: dict[int, SpanningCell] = {
            column: cell for column, (cell, last) in open_.items() if number <= last
        }
        open_ = {column: open_[column] for column in row}
        columns = []
        column = 0
        for cell in cells:
            while column in row:
                column += 1
            columns.append(column)
            last = number + cell.rowspan - 1 if cell.rowspan else len(group.rows)
            for at in range(column, column + cell.colspan):
                if at >= MOST_COLUMNS:
                    raise TooLargeError(f"表格太大：超过 {MOST_COLUMNS} 列")
                if at not in row:
                    row[at] = cell
                    open_[at] = cell, last
            column += cell.colspan
        yield columns, [row.get(at) for at in range(max(row, default=-1) + 1)]
