"""A handout as a Word file: plain official tables, on the pages that docx_page sets up."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from gdquality.extras import needed
from gdquality.formats.controls import visible
from gdquality.formats.docx_page import (
    ACROSS,
    LINE_SIZE,
    TABLE_SIZE,
    UPRIGHT,
    Paper,
    millimetres,
    set_up,
)
from gdquality.formats.handout import Handout, Line, Part
from gdquality.formats.layout import column_widths, lines_of, needed_widths
from gdquality.formats.sheet import Cell, Sheet
from gdquality.formats.told_upright import told_upright

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph

PADDING = 4.4
"""Millimetres of a column that its text does not get."""

CELL = millimetres(1, TABLE_SIZE)
"""Millimetres of half a Chinese character in a table."""


def file_of(handout: Handout) -> bytes:
    """Return a .docx file of `handout`, upright unless that has no room for one of its tables."""
    with needed("python-docx"):
        import docx
    parts = [one for part in handout.parts for one in told_upright(part)]
    paper = UPRIGHT if all(_fits(part.sheet, UPRIGHT) for part in parts) else ACROSS
    document = docx.Document()
    set_up(document, paper)
    document.core_properties.title = visible(handout.title)[:255]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    _head(document, handout, paper)
    for under, group in groupby(parts, key=attrgetter("under")):
        _write_parts(document, under, [*group], paper)
    if handout.caption:
        document.add_paragraph(visible(handout.caption.source), "Caption")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _head(document: "Document", handout: Handout, paper: Paper) -> None:
    """Write the title, the notice that it is from, and what else is said first."""
    document.add_paragraph(visible(handout.title), "Title")
    caption = handout.caption
    if caption and caption.title != handout.title:
        document.add_paragraph(visible(caption.named), "Subtitle")
    elif caption and caption.number:
        document.add_paragraph(visible(f"（{caption.number}）"), "Subtitle")
    _lines(document, handout.lines, paper)


def _write_parts(document: "Document", under: str, parts: list[Part], paper: Paper) -> None:
    """Write the parts of a notice, under its heading if there are several."""
    if under:
        document.add_paragraph(visible(under), "Heading 1")
        _lines(document, parts[0].lines, paper)
    for part in parts:
        if len(parts) > 1:
            document.add_paragraph(visible(part.name), "Heading 2" if under else "Heading 1")
        if not under:
            _lines(document, part.lines, paper)
        _table(document, part, paper)


def _lines(document: "Document", lines: Sequence[Line], paper: Paper) -> None:
    room = int(paper.line / millimetres(1, LINE_SIZE))
    for line in lines:
        _write(document.add_paragraph(style="Body Text"), lines_of(line, room))


def _write(paragraph: "Paragraph", lines: Sequence[str]) -> None:
    for index, line in enumerate(lines):
        run = paragraph.add_run()
        if index:
            run.add_break()
        run.add_text(line)


def _room(sheet: Sheet, paper: Paper) -> int:
    """Return the cells that the columns of `sheet` have on `paper`."""
    return int((paper.line - PADDING * len(sheet.columns)) / CELL)


def _fits(sheet: Sheet, paper: Paper) -> bool:
    return sum(needed_widths(sheet)) <= _room(sheet, paper)


def _widths(sheet: Sheet, paper: Paper) -> list[int]:
    """Return the cells of each column; none is off the page, if names have to be broken for it."""
    room = _room(sheet, paper)
    widths = column_widths(sheet, room)
    excess = max(sum(widths) / max(room, 1), 1)
    return [max(int(width / excess), 1) for width in widths]


def _table(document: "Document", part: Part, paper: Paper) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    cells = _widths(part.sheet, paper)
    widths = [Mm(cell * CELL + PADDING) for cell in cells]
    table = document.add_table(rows=1, cols=len(cells), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _mark(table.rows[0], "w:tblHeader")
    headings = [heading for _, heading in part.sheet.columns]
    for row, values in ((table.rows[0], headings), *((None, row) for row in part.sheet.rows)):
        here = row or table.add_row()
        _mark(here, "w:cantSplit")
        style = "Table Heading" if row else "Table Text"
        for cell, value, width, room in zip(here.cells, values, widths, cells, strict=True):
            cell.width = width
            _fill(cell, value, room, style)


def _fill(cell: "_Cell", value: Cell, room: int, style: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    _write(paragraph, lines_of(value.isoformat() if isinstance(value, date) else value, room))


def _mark(row: "_Row", name: str) -> None:
    """Set a property of a row that python-docx has no word for."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 -- there is no other way
