"""Word documents and workbooks from the XML that a test shows, so that anyone sees what is in them."""

import io
import zipfile
from collections.abc import Mapping

from gdquality.sources.interface import Paragraph, SourceDocument, Table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
OTHERS = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def relationships(kinds: Mapping[str, str], base: str = R) -> str:
    """Return a part of relationships: by each target its kind, ids r1, r2."""
    inner = "".join(
        f'<Relationship Id="r{i}" Type="{base}/{kind}" Target="{target}"/>'
        for i, (target, kind) in enumerate(kinds.items(), start=1)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def docx(
    body: str,
    parts: Mapping[str, str] | None = None,
    *,
    strict: bool = False,
) -> bytes:
    """Return a .docx of what stands in `w:body` and in the root of each other part."""
    w, r = (W_STRICT, R_STRICT) if strict else (W, R)

    def part(root: str, inner: str) -> str:
        return f'<w:{root} xmlns:w="{w}" xmlns:r="{r}" {OTHERS}>{inner}</w:{root}>'

    return zipped(
        {
            "_rels/.rels": relationships({"word/document.xml": "officeDocument"}, r),
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relationships(
                {f"{kind}.xml": kind for kind in parts or ()}, r
            ),
            **{f"word/{kind}.xml": part(kind, inner) for kind, inner in (parts or {}).items()},
        }
    )


def p(text: str = "", properties: str = "") -> str:
    """Return a paragraph: `text` is a text, or XML of runs; `properties` stand in its pPr."""
    runs = text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    return (
        f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs if text else ''}</w:p>"
    )


def tc(content: str = "", properties: str = "") -> str:
    """Return a cell of a text or of the XML of its blocks; `properties` stand in its tcPr."""
    blocks = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{blocks}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """Return a row of cells, each a text or a `tc`; `properties` stand in its trPr."""
    inner = "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str) -> str:
    """Return a table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def lvl(level: int, number_format: str, text: str, more: str = "") -> str:
    """Return a level of a list that starts with 1."""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def num(list_id: int, abstract: int, overrides: str = "") -> str:
    """Return a list that counts as an abstractNum says."""
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'


def numbered(list_id: int, level: int = 0) -> str:
    """Return the property of a paragraph that is an item of a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def xlsx(
    sheets: Mapping[str, str],
    *,
    strings: str = "",
    styles: str = "",
    states: Mapping[str, str] | None = None,
    workbook: str = "",
) -> bytes:
    """Return a .xlsx of sheets by name, each the XML in its `worksheet`."""
    entries = "".join(
        f'<sheet name="{name}" sheetId="{i}" state="{(states or {}).get(name, "visible")}" r:id="r{i}"/>'
        for i, name in enumerate(sheets, start=1)
    )
    kinds = {f"worksheets/sheet{i}.xml": "worksheet" for i in range(1, len(sheets) + 1)}
    return zipped(
        {
            "_rels/.rels": relationships({"xl/workbook.xml": "officeDocument"}),
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}">{workbook}<sheets>{entries}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relationships(
                {**kinds, "sharedStrings.xml": "sharedStrings", "styles.xml": "styles"}
            ),
            "xl/sharedStrings.xml": f'<sst xmlns="{S}">{strings}</sst>',
            "xl/styles.xml": f'<styleSheet xmlns="{S}">{styles}</styleSheet>',
            **{
                f"xl/worksheets/sheet{i}.xml": f'<worksheet xmlns="{S}">{inner}</worksheet>'
                for i, inner in enumerate(sheets.values(), start=1)
            },
        }
    )


def texts(document: SourceDocument) -> list[str]:
    """Return the texts of the paragraphs of a document."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def grids(document: SourceDocument) -> list[list[list[str]]]:
    """Return the texts of the tables of a document."""
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]
