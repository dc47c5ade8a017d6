"""The lines of a text, and what a table found among them is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gdquality.records import Place, Remark
from gdquality.sources.interface import Block, Cell, Paragraph
from gdquality.sources.sizes import check_table, check_text


@dataclass(slots=True)
class Line:
    """A line of a text; `number` counts from 1. Nothing changes one (see `Cell`)."""

    number: int
    text: str

    @property
    def place(self) -> Place:
        """The place of the first character that is no blank."""
        return Place(self.number, len(self.text) - len(self.text.lstrip()) + 1)

    @property
    def is_blank(self) -> bool:
        """Whether the line has nothing but blanks."""
        return not self.text or self.text.isspace()

    def paragraph(self) -> Paragraph:
        """Return the line as prose; tabs inside it are blanks like others."""
        text = self.text.strip().replace("\t", " ")
        return Paragraph(text, self.place, counts_characters=True)

    def cell(self, start: int, end: int) -> Cell:
        """Return the part from `start` to before `end` as a cell, without the blanks around it."""
        part = self.text[start:end]
        stripped = part.strip()
        if stripped != part:
            start += len(part) - len(part.lstrip())
        return Cell(stripped, Place(self.number, start + 1), counts_characters=True)


@dataclass(frozen=True, slots=True)
class ReadLines:
    """What the lines before the one with index `end` are, from where one began to look."""

    end: int
    blocks: Sequence[Block]
    remarks: Sequence[Remark] = ()


def lines_of(text: str) -> list[Line]:
    """Return all lines of `text`; raises TooLargeError."""
    check_text(text)
    return [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]


TableFinder = Callable[[Sequence[Line], int], ReadLines | None]
"""Given lines and the index of one that is not blank: what has been found, None if no table of its
kind can begin there. What it looked at in vain it gives back as paragraphs, so that none looks
again."""


def find_all(lines: Sequence[Line], finders: Sequence[TableFinder]) -> ReadLines:
    """Return the paragraphs and tables of `lines`, blank lines left out; raises TooLargeError."""
    blocks: list[Block] = []
    remarks: list[Remark] = []
    index = 0
    while index < len(lines):
        if lines[index].is_blank:
            index += 1
            continue
        results = (find(lines, index) for find in finders)
        found = next(filter(None, results), None) or ReadLines(
            index + 1, [lines[index].paragraph()]
        )
        blocks += found.blocks
        remarks += found.remarks
        index = found.end
    return ReadLines(index, blocks, remarks)


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the lines that are not blank as prose."""
    return [line.paragraph() for line in lines if not line.is_blank]


def padded(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Return `rows` as a full grid: short ones end in empty cells, at the place of their last.

    Raises TooLargeError.
    """
    width = max(map(len, rows))
    check_table(len(rows) * width)
    return tuple(
        (*row, *(Cell("", row[-1].place) for _ in range(width - len(row)))) for row in rows
    )
