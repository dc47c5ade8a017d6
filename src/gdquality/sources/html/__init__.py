"""Web pages: as sites serve them, as browsers save them, and as Word and workbooks write them."""

import itertools
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from gdquality.files import with_plain_line_ends
from gdquality.records import Place, Remark
from gdquality.sources.encoding import encoding_of
from gdquality.sources.html import limits
from gdquality.sources.html.grid import Grid, SpanningCell
from gdquality.sources.html.hidden import StyleSheet
from gdquality.sources.html.walk import Walk
from gdquality.sources.interface import Block, Cell, Paragraph, SourceDocument, Table
from gdquality.sources.sizes import within_limits

_CHARSET = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)

_CUT_OFF = "网页不完整，末尾的标签或表格没有结束，可能缺字、缺行"


def read(data: bytes, file: str) -> SourceDocument:
    """Return what a reader of the page sees, menus and all; scripts and hidden parts are left out.

    A paragraph's place is its number among the paragraphs, a cell's the row and column of the table
    that its part numbers (表1). Bytes that are of no encoding become U+FFFD, as in a browser.
    Raises InputError for a page that is too large or nested too deep.
    """
    declared = _CHARSET.search(data)
    encoding = encoding_of(data, declared[1].decode("ascii", "replace") if declared else "")
    page = with_plain_line_ends(data.decode(encoding, "replace"))
    with within_limits(file):
        is_whole = limits.check(page)
        cut_off = [] if is_whole else [Remark("damaged-file", _CUT_OFF, Place(1))]
        blocks, remarks = _read(page)
        return SourceDocument(file, "html", blocks, (*cut_off, *remarks))


def blocks_of(piece: str) -> tuple[Block, ...]:
    """Return the blocks of a piece of a page; raises TooLargeError."""
    limits.check(piece)
    return _read(piece)[0]


def _read(page: str) -> tuple[tuple[Block, ...], list[Remark]]:
    # Without events: they copy the options of a select, again and again. With scripting: what a
    # noscript holds is seen by nobody, and is not parsed.
    options = LexborDocumentOptions.WO_EVENTS
    parser = LexborHTMLParser(page, options=options, scripting=True)
    if parser.root is None:
        return (), []
    sheets = [style.text() for style in parser.css("style")]
    return _placed(Walk(StyleSheet(sheets)).through(parser.root))


def _placed(blocks: list[str | Grid]) -> tuple[tuple[Block, ...], list[Remark]]:
    """Return blocks with their places, and what is to be told of them.

    A table inside a cell comes after that around it, too.
    """
    placed: list[Block] = []
    remarks: list[Remark] = []
    paragraphs = tables = 0
    for block in itertools.chain.from_iterable(map(_with_inner, blocks)):
        if isinstance(block, str):
            paragraphs += 1
            placed.append(Paragraph(block, Place(paragraphs)))
        else:
            tables += 1
            part = f"表{tables}"
            placed.append(_table(block, part))
            remarks += _doubts(block, part)
    return tuple(placed), remarks


def _doubts(grid: Grid, part: str) -> Iterator[Remark]:
    """Yield a remark for each cell with a table in it: which of its cells are headings is lost."""
    seen = set()
    for number, row in enumerate(grid.rows, start=1):
        for column, cell in enumerate(row, start=1):
            if cell and cell not in seen and any(map(_has_columns, cell.blocks)):
                seen.add(cell)
                message = "这一格里还有一张表，按文字逐行读取，可能没有读对"
                yield Remark("uncertain-table", message, Place(number, column, part))


def _has_columns(block: str | Grid) -> bool:
    return isinstance(block, Grid) and len(block.rows) > 1 and len(block.rows[0]) > 1


def _with_inner(block: str | Grid) -> Iterator[str | Grid]:
    yield block
    if isinstance(block, Grid):
        for cell in dict.fromkeys(cell for row in block.rows for cell in row if cell):
            for inner in cell.blocks:
                if isinstance(inner, Grid):
                    yield from _with_inner(inner)


def _table(grid: Grid, part: str) -> Table:
    cells: dict[SpanningCell, Cell] = {}
    rows = []
    for number, row in enumerate(grid.rows, start=1):
        line = []
        for column, cell in enumerate(row, start=1):
            here = Place(number, column, part)
            if cell is None:
                line.append(Cell("", here))
            else:
                if cell not in cells:
                    cells[cell] = Cell(cell.text, here)
                line.append(cells[cell])
        rows.append(tuple(line))
    return Table(tuple(rows), Place(1, 0, part))
