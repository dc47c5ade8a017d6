"""What every source becomes: blocks in reading order, with nothing of the file's format left.

A reader of a format is a module of this package with one function, `read(data, file)`, which
returns a SourceDocument or raises InputError; no other exception leaves it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from gdquality.records import Place, Remark


class _Placed:
    """Text that begins at a place; `counts_characters` tells what a column of that place is.

    It is one of the characters of a line in a text, and else one of the cells of a table, or none.
    """

    __slots__ = ()

    text: str
    place: Place
    counts_characters: bool

    def place_at(self, offset: int) -> Place:
        """Return the place of the character at `offset`, as exactly as places are told there."""
        place = self.place
        if not self.counts_characters or self.text.find("\n", 0, offset) >= 0:
            return place
        return Place(place.row, place.column + offset, place.part)


@dataclass(frozen=True, slots=True)
class Paragraph(_Placed):
    """A paragraph of prose, without the blanks around it and without line breaks.

    The numbers that a word processor makes (一、, 1.) are part of the text, since they are printed.
    """

    text: str
    place: Place
    counts_characters: bool = False


@dataclass(slots=True, eq=False)
class Cell(_Placed):
    r"""A cell of a table; paragraphs and breaks inside it are `\n`.

    A merged cell is one Cell object at every position of the grid that it covers, so cells are
    compared by identity. Nothing changes one; they are not frozen since a table has so many that
    the making of them is what it costs.
    """

    text: str
    place: Place
    counts_characters: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A full grid: every row has as many cells as the widest, merged cells repeated."""

    rows: tuple[tuple[Cell, ...], ...]
    place: Place


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file as its reader sees it.

    `format` is one of text, markdown, csv, html, docx, xlsx, xls, doc, pdf. `remarks` tell what the
    file has that is not in `blocks` (a hidden sheet), or is there uncertainly.
    """

    file: str
    format: str
    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()


Reader = Callable[[bytes, str], SourceDocument]
"""A format's `read`: the bytes of a file and its name as the user gave it."""
