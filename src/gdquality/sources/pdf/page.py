"""A page as it is read: its tables, the lines outside them, and what could not be read of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from gdquality.records import Place, Remark
from gdquality.sources.pdf.cells import Part
from gdquality.sources.pdf.lines import Line


@dataclass(slots=True)
class Page:
    """A page, `number` from 1, `height` in points: its tables, and its lines outside them.

    Lines stand from top to bottom, those on one baseline from left to right, cut where a blank is
    about as wide as a character. `characters` counts all that are on the page, and `pictures` its
    pictures; `unread` has a code and a message for what is there and not in parts or lines.
    """

    number: int
    height: float
    parts: list[Part]
    lines: list[Line]
    characters: int
    pictures: int
    unread: list[tuple[str, str]]

    def all_lines(self) -> Iterator[Line]:
        """Yield its lines, those in tables too."""
        yield from self.lines
        for part in self.parts:
            for lines in part.lines.values():
                yield from lines

    @property
    def part(self) -> str:
        """Return its name in a Place."""
        return f"第{self.number}页"

    def remarks(self) -> list[Remark]:
        """Return what a reader should know of what was not read."""
        place = Place(1, part=self.part)
        return [Remark(code, message, place) for code, message in self.unread]
