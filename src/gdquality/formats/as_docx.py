"""A handout as a Word file: a plain official table on the page of GB/T 9704-2012.

A4, 37 mm above and 28 mm left of a text of 156 by 225 mm, the title in 小标宋 of 22 points,
headings in 黑体, the rest in 仿宋, and the number of the page below it as — 1 —.
"""

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any

from gdquality.extras import needed
from gdquality.formats.controls import visible
from gdquality.formats.handout import Handout, Part
from gdquality.formats.layout import column_widths, lines_of
from gdquality.formats.sheet import Cell, Sheet

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.styles.style import ParagraphStyle
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph

TITLE, HEADING, BODY = "方正小标宋简体", "黑体", "仿宋_GB2312"

SUBSTITUTES = {
    TITLE: ("小标宋体;华文中宋;宋体;SimSun;Noto Serif CJK SC", "roman"),
    HEADING: ("SimHei;Noto Sans CJK SC", "swiss"),
    BODY: ("仿宋;FangSong;华文仿宋;Noto Serif CJK SC", "roman"),
}
"""What stands in for a font that a machine has not, by the names that Word and others look for."""

TITLE_SIZE, HEADING_SIZE, LINE_SIZE, TABLE_SIZE = 22, 16, 14, 10.5
"""Points of a character: 二号, 三号, 四号 and 五号."""

TEXT_WIDTH = 156
"""Millimetres of a line."""

PADDING = 4.4
"""Millimetres of a column that its text does not get."""

CELL = TABLE_SIZE / 2 * 25.4 / 72
"""Millimetres of half a Chinese character in a table."""


def file_of(handout: Handout) -> bytes:
    """Return a .docx file of `handout`.

    Columns with upright headings, for which a page is not wide enough, are told row by row.
    """
    with needed("python-docx"):
        import docx
    document = docx.Document()
    _set_up(document)
    document.core_properties.title = visible(handout.title)[:255]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    _paragraph(document, handout.title, "Title")
    caption = handout.caption
    if caption and caption.title != handout.title:
        _paragraph(document, caption.named, "Subtitle")
    elif caption and caption.number:
        _paragraph(document, f"（{caption.number}）", "Subtitle")
    for line in handout.lines:
        _paragraph(document, line, "Body Text")
    for part in handout.parts:
        if len(handout.parts) > 1:
            _paragraph(document, part.name, "Heading 1")
        if part.note:
            _paragraph(document, part.note, "Body Text")
        _table(document, _told(part))
    if caption:
        _paragraph(document, caption.source, "Caption")
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _told(part: Part) -> Sheet:
    """Return the table of `part`; upright columns become one that tells what is in them."""
    sheet, upright = part.sheet, part.upright
    if upright is None:
        return sheet
    headings = [heading for _, heading in sheet.columns[upright:]]
    rows = (
        (
            *row[:upright],
            tuple(
                f"{mark}{heading}"
                for mark, heading in zip(row[upright:], headings, strict=True)
                if mark
            ),
        )
        for row in sheet.rows
    )
    return Sheet((*sheet.columns[:upright], ("agencies", "单位")), tuple(rows))


def _paragraph(document: "Document", text: str, style: str) -> "Paragraph":
    return document.add_paragraph(visible(text), style)


def _table(document: "Document", sheet: Sheet) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    room = TEXT_WIDTH - PADDING * len(sheet.columns)
    cells = column_widths(sheet, int(room / CELL))
    widths = [Mm(cell * CELL + PADDING) for cell in cells]
    table = document.add_table(rows=1, cols=len(cells), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    _mark(table.rows[0], "w:tblHeader")
    headings = [heading for _, heading in sheet.columns]
    for row, values in ((table.rows[0], headings), *((None, row) for row in sheet.rows)):
        here = row or table.add_row()
        _mark(here, "w:cantSplit")
        style = "Table Heading" if row else "Table Text"
        for cell, value, width, room in zip(here.cells, values, widths, cells, strict=True):
            cell.width = width
            _fill(cell, value, room, style)


def _fill(cell: "_Cell", value: Cell, room: int, style: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    shown = value.isoformat() if isinstance(value, date) else value
    for index, line in enumerate(lines_of(shown, room)):
        run = paragraph.add_run()
        if index:
            run.add_break()
        run.add_text(line)


def _mark(row: "_Row", name: str) -> None:
    """Set a property of a row that python-docx has no word for."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 -- there is no other way


def _set_up(document: "Document") -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGNED
    from docx.shared import Pt

    _page(document.sections[0])
    styles = document.styles
    for name in ("Table Heading", "Table Text"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    looks = (
        ("Normal", BODY, LINE_SIZE, None, 0),
        ("Title", TITLE, TITLE_SIZE, ALIGNED.CENTER, 12),
        ("Subtitle", BODY, LINE_SIZE, ALIGNED.CENTER, 12),
        ("Heading 1", HEADING, HEADING_SIZE, None, 6),
        ("Body Text", BODY, LINE_SIZE, None, 6),
        ("Table Heading", HEADING, TABLE_SIZE, ALIGNED.CENTER, 0),
        ("Table Text", BODY, TABLE_SIZE, None, 0),
        ("Caption", BODY, TABLE_SIZE, None, 0),
        ("Footer", BODY, LINE_SIZE, ALIGNED.CENTER, 0),
    )
    for name, font, size, alignment, after in looks:
        style: Any = styles[name]
        _look(style, font, size)
        style.paragraph_format.alignment = alignment
        style.paragraph_format.space_before = Pt(0 if name.startswith("Table") else 6)
        style.paragraph_format.space_after = Pt(after)
    _page_number(document.sections[0].footer.paragraphs[0])
    _substitutes(document)


def _page(section: "Section") -> None:
    from docx.shared import Mm

    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)


def _look(style: "ParagraphStyle", font: str, size: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name = font
    style.font.size = Pt(size)
    style.font.bold = style.font.italic = False
    style.font.color.rgb = RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for key in list(fonts.attrib):
        if "Theme" in str(key):
            del fonts.attrib[key]
    fonts.set(qn("w:eastAsia"), font)
    for border in style.element.findall(".//" + qn("w:pBdr")):
        border.getparent().remove(border)


def _page_number(paragraph: "Paragraph") -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph.add_run("— ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 -- there is no other way to a field
    paragraph.add_run(" —")


def _substitutes(document: "Document") -> None:
    """Name what stands in for each font, in the table of fonts that the template brings."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn
    from docx.oxml.xmlchemy import serialize_for_reading

    [part] = (one for one in document.part.package.iter_parts() if "fontTable" in one.partname)
    fonts = parse_xml(part.blob)
    for name, (others, family) in SUBSTITUTES.items():
        font = fonts.makeelement(qn("w:font"), {qn("w:name"): name})
        for tag, value in (("altName", others), ("charset", "86"), ("family", family)):
            font.append(font.makeelement(qn(f"w:{tag}"), {qn("w:val"): value}))
        fonts.append(font)
    part._blob = serialize_for_reading(fonts).encode()  # noqa: SLF001 -- it has no other way in
