"""Plain text: a line is a paragraph, but for the tables among them."""

from gdquality.sources.aligned import find_aligned
from gdquality.sources.barred import find_barred
from gdquality.sources.encoding import decode
from gdquality.sources.interface import SourceDocument
from gdquality.sources.lines import TableFinder, find_all, lines_of
from gdquality.sources.sizes import within_limits
from gdquality.sources.tabbed import find_tabbed

FINDERS: tuple[TableFinder, ...] = (find_tabbed, find_barred, find_aligned)


def read(data: bytes, file: str) -> SourceDocument:
    """Return the lines and tables of a text; places are lines and columns.

    Raises InputError where it cannot be decoded, or is too large.
    """
    with within_limits(file):
        found = find_all(lines_of(decode(data, file)), FINDERS)
    return SourceDocument(file, "text", tuple(found.blocks), tuple(found.remarks))
