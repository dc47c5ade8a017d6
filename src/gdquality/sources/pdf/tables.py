"""A table in the making: rows of cells that grow over the pages it stands on."""

from dataclasses import dataclass, field
from itertools import pairwise

from gdquality.records import Place
from gdquality.sources.interface import Cell, Table
from gdquality.sources.pdf.cells import Part, joined
from gdquality.sources.pdf.lines import Line

# How far the columns of two pages may be apart and be the same.
SAME = 3.0


@dataclass(slots=True, eq=False)
class Draft:
    """A cell in the making: its lines, over all its pages, and the room that each leaves."""

    lines: list[Line] = field(default_factory=list)
    rooms: list[float] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return its text without blanks, to compare it with another's."""
        return "".join("".join(line.text for line in self.lines).split())

    def add(self, other: "Draft") -> None:
        """Carry on with the lines of another cell.

        A line that a page's end cut is printed on both pages, and is taken once.
        """
        again = bool(self.lines and other.lines) and _same(self.lines[-1], other.lines[0])
        self.lines += other.lines[again:]
        self.rooms += other.rooms[again:]


def _same(line: Line, other: Line) -> bool:
    return line.text == other.text and abs(line.left - other.left) < 1


Row = list[Draft]
"""The cell at each column; a merged one stands at all that it covers."""


@dataclass(slots=True)
class Growing:
    """A table as far as it was read.

    `number` is its own among those that begin on its page; `offsets` are its columns, from its left
    edge; `pages` has that of each row, and `last` is what the last page has of it. `closed` tells
    whether it begins with a rule: one that is open is not closed anywhere, and that says nothing.
    `unsure` are rows of which it is not certain that they are one, or that they are two.
    """

    number: int
    offsets: list[float]
    rows: list[Row]
    pages: list[int]
    last: Part
    closed: bool
    irregular: bool
    unsure: list[int] = field(default_factory=list)

    def place(self, row: int = 0, column: int = -1) -> Place:
        """Return the place of a cell, of a row, or of the table."""
        page = self.pages[row]
        several = f"表{self.number}" if self.number > 1 and page == self.pages[0] else ""
        return Place(row + 1, column + 1, f"第{page}页{several}")

    def table(self) -> Table:
        """Return the table as it is now."""
        cells: dict[int, Cell] = {}
        for number, row in enumerate(self.rows):
            for column, draft in enumerate(row):
                if id(draft) not in cells:
                    text = joined(draft.lines, draft.rooms)
                    cells[id(draft)] = Cell(text, self.place(number, column))
        rows = tuple(tuple(cells[id(draft)] for draft in row) for row in self.rows)
        return Table(rows, self.place())


def begun(part: Part, number: int) -> Growing:
    """Return the table that begins with `part`, the first on its page if `number` is 1."""
    rows = rows_of(part)
    grid = part.grid
    pages = [part.page] * len(rows)
    return Growing(number, offsets(part), rows, pages, part, all(grid.top), grid.irregular)


def offsets(part: Part) -> list[float]:
    """Return where the columns of a part are divided, from its left edge."""
    return [x - part.grid.xs[0] for x in part.grid.xs]


def rows_of(part: Part) -> list[Row]:
    """Return the rows of a part."""
    places: dict[tuple[int, int], Draft] = {}
    for box, lines in part.lines.items():
        draft = Draft(list(lines), [part.room(box, line) for line in lines])
        for row in range(box.row, box.row + box.rows):
            for column in range(box.column, box.column + box.columns):
                places[row, column] = draft
    height, width = len(part.grid.ys) - 1, len(part.grid.xs) - 1
    return [[places[row, column] for column in range(width)] for row in range(height)]


def united(one: list[float], other: list[float]) -> list[float] | None:
    """Return the columns of two parts, where those of one are all among the other's.

    None where they are not: these are two tables.
    """
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if abs(longer[-1] - shorter[-1]) > SAME:
        return None
    if all(any(abs(x - y) <= SAME for y in longer) for x in shorter):
        return longer
    return None


def refined(rows: list[Row], columns: list[float], finer: list[float]) -> list[Row]:
    """Return rows with a cell at each column of `finer`, which has all of `columns` and more."""
    if len(columns) == len(finer):
        return rows
    middles = [(left + right) / 2 for left, right in pairwise(finer)]
    places = [sum(column < middle for column in columns[1:-1]) for middle in middles]
    return [[row[place] for place in places] for row in rows]
