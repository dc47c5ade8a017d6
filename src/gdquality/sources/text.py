"""Plain text: a line is a paragraph, but for the tables among them."""

from gdquality.errors import InputError, Problem
from gdquality.sources.aligned import find_aligned
from gdquality.sources.barred import find_barred
from gdquality.sources.encoding import decode
from gdquality.sources.interface import SourceDocument
from gdquality.sources.lines import Line, TableFinder, find_all
from gdquality.sources.tabbed import find_tabbed
from gdquality.sources.table_size import TooLargeError

FINDERS: tuple[TableFinder, ...] = (find_tabbed, find_barred, find_aligned)


def read(data: bytes, file: str) -> SourceDocument:
    """Return the lines and tables of a text; raises InputError where it cannot be decoded.

    Places are lines and columns.
    """
    lines = decode(data, file).split("\n")
    numbered = [Line(number, line) for number, line in enumerate(lines, start=1)]
    try:
        found = find_all(numbered, FINDERS)
    except TooLargeError:
        raise InputError(file, Problem("表格太大：单元格过多")) from None
    return SourceDocument(file, "text", tuple(found.blocks), tuple(found.remarks))
