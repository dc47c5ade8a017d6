"""The page of a Word file, and how what is on it looks, by GB/T 9704-2012.

A4, upright with 37 mm above and 28 mm left of a text of 156 by 225 mm, or for wide tables the same
page turned; the title in 小标宋 of 22 points, headings in 黑体, the rest in 仿宋, and the number of
the page below it as — 1 —.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.styles.style import ParagraphStyle
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


class Paper(NamedTuple):
    """A4 in millimetres: its width and height, and the margins around the text."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int

    @property
    def line(self) -> int:
        """The millimetres of a line."""
        return self.width - self.left - self.right


UPRIGHT = Paper(210, 297, 37, 35, 28, 26)
ACROSS = Paper(297, 210, 28, 26, 37, 35)
"""The page of the standard, and for a table that has no room on it the same turned to the left."""


def millimetres(cells: int, size: float) -> float:
    """Return how wide `cells` are, half the width of a Chinese character of `size` points."""
    return cells * size / 2 * 25.4 / 72


def set_up(document: "Document", paper: Paper) -> None:
    """Give an empty `document` its pages and styles."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGNED
    from docx.shared import Pt

    _page(document.sections[0], paper)
    styles = document.styles
    for name in ("Table Heading", "Table Text"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    looks = (
        ("Normal", BODY, LINE_SIZE, None, 0),
        ("Title", TITLE, TITLE_SIZE, ALIGNED.CENTER, 12),
        ("Subtitle", BODY, LINE_SIZE, ALIGNED.CENTER, 12),
        ("Heading 1", HEADING, HEADING_SIZE, None, 6),
        ("Heading 2", HEADING, LINE_SIZE, None, 6),
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


def _page(section: "Section", paper: Paper) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    is_across = paper.width > paper.height
    section.orientation = WD_ORIENT.LANDSCAPE if is_across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(paper.width), Mm(paper.height)
    section.top_margin, section.bottom_margin = Mm(paper.top), Mm(paper.bottom)
    section.left_margin, section.right_margin = Mm(paper.left), Mm(paper.right)


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
