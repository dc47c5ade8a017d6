"""The lines of a text, and what a table found among them is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gdquality.records import Place
from gdquality.sources.interface import Block, Cell, Paragraph


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text; `number` counts from 1."""

    number: int
    text: str

    @property
    def place(self) -> Place:
        """The place of the first character that is no blank."""
        return Place(self.number, len(self.text) - len(self.text.lstrip()) + 1)

    def paragraph(self) -> Paragraph:
        """Return the line as prose; tabs inside it are blanks like others."""
        return Paragraph(self.text.strip().replace("\t", " "), self.place)

    def cell(self, start: int, end: int) -> Cell:
        """Return the part from `start` to before `end` as a cell, without the blanks around it."""
        part = self.text[start:end]
        return Cell(part.strip(), Place(self.number, start + len(part) - len(part.lstrip()) + 1))


TableFinder = Callable[[Sequence[Line], int], tuple[int, list[Block]] | None]
"""Given lines and the index of one that is not blank: None if no table begins there, else the
index after the last line that was looked at, and the blocks that the lines until there are."""


def padded(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Return `rows` as a full grid: short ones end in empty cells, at the place of their last."""
    width = max(map(len, rows))
    return tuple(
        (*row, *(Cell("", row[-1].place) for _ in range(width - len(row)))) for row in rows
    )
