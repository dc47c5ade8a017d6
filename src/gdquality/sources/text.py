"""Plain text: a line is a paragraph, but for the tables among them."""

from collections.abc import Iterator, Sequence

from gdquality.sources.encoding import decode
from gdquality.sources.interface import Block, SourceDocument
from gdquality.sources.lines import Line, TableFinder
from gdquality.sources.tabbed import find_tabbed

FINDERS: tuple[TableFinder, ...] = (find_tabbed,)


def read(data: bytes, file: str) -> SourceDocument:
    """Return the lines and tables of a text; raises InputError where it cannot be decoded.

    Places are lines and columns.
    """
    lines = decode(data, file).split("\n")
    numbered = [Line(number, line) for number, line in enumerate(lines, start=1)]
    return SourceDocument(file, "text", tuple(blocks_of(numbered)))


def blocks_of(lines: Sequence[Line]) -> Iterator[Block]:
    """Yield the paragraphs and tables of `lines`, blank lines left out."""
    index = 0
    while index < len(lines):
        if not lines[index].text.strip():
            index += 1
            continue
        index, blocks = _found(lines, index)
        yield from blocks


def _found(lines: Sequence[Line], index: int) -> tuple[int, list[Block]]:
    for find in FINDERS:
        if found := find(lines, index):
            return found
    return index + 1, [lines[index].paragraph()]
