"""Word documents of before 2007 (.doc, and .wps of WPS), by office-oxide: the extra `doc`.

It tells neither the numbers that Word makes nor tables within tables, so what may lack them is
remarked.
"""

from collections.abc import Iterator
from typing import Any

from gdquality.errors import InputError, Problem
from gdquality.extras import needed
from gdquality.records import Place, Remark
from gdquality.sources.docx_text import lines, paragraphs
from gdquality.sources.grid import Positions, spanned, table
from gdquality.sources.interface import Block, Paragraph, SourceDocument

_Element = dict[str, Any]
_HINT = "用 Word 或 WPS 打开，另存为 .docx 再试"


def read(data: bytes, file: str) -> SourceDocument:
    """Return the paragraphs and tables of a Word document.

    Raises InputError for what is no .doc, is damaged or has a password, GdqError where
    office-oxide is missing.
    """
    with needed("gdquality[doc]"):
        from office_oxide import Document, OfficeOxideError
    try:
        sections = Document.from_bytes(data, "doc").to_ir()["sections"]
    except OfficeOxideError as error:
        encrypted = "encrypted" in str(error)
        message = "文件有密码，无法读取" if encrypted else "不是 .doc 文档，或已损坏"
        raise InputError(file, Problem(message), hint=_HINT) from None
    reader = _Reader(file)
    for section in sections:
        reader.read(section["elements"])
    return SourceDocument(file, "doc", tuple(reader.blocks), tuple(reader.remarks))


class _Reader:
    """Collects the blocks of a document from the library's elements."""

    def __init__(self, file: str) -> None:
        self.blocks: list[Block] = []
        self.remarks: list[Remark] = []
        self._positions = Positions(file)
        self._paragraphs = 0
        self._tables = 0

    def read(self, elements: list[_Element]) -> None:
        for element in elements:
            if element["type"] == "table":
                self._add_table(element)
                continue
            if element["type"] == "list" and element.get("ordered"):
                message = f"自动编号没有读出；{_HINT}"
                self.remarks.append(Remark("lost-numbers", message, Place(self._paragraphs + 1)))
            for text in _texts(element):
                self._add_paragraphs(text)

    def _add_paragraphs(self, text: str) -> None:
        for paragraph in paragraphs(text):
            self._paragraphs += 1
            self.blocks.append(Paragraph(paragraph, Place(self._paragraphs)))

    def _add_table(self, element: _Element) -> None:
        covered = spanned(
            (
                ((cell, cell["row_span"], cell["col_span"]) for cell in row["cells"])
                for row in element["rows"]
            ),
            self._positions,
        )
        # A row whose deletion is tracked is there without its text.
        covered = [row for row in covered if any(cell and _cell_text(cell) for cell in row)]
        if sum(map(len, covered)) <= 1:  # a frame
            for cell in (cell for row in covered for cell in row if cell):
                self.read(cell["content"])
            return
        self._tables += 1
        found = table(covered, _cell_text, f"表{self._tables}")
        self.blocks.append(found)
        message = f"旧格式的表格，自动编号和套在里面的表格可能没有读对；{_HINT}"
        self.remarks.append(Remark("uncertain-table", message, found.place))


def _cell_text(cell: _Element) -> str:
    texts = (text for element in cell["content"] for text in _texts(element))
    return "\n".join(line for text in texts for line in lines(text))


def _texts(element: _Element) -> Iterator[str]:
    """Yield the text of each paragraph of an element that is not a table."""
    if "rows" in element:
        for row in element["rows"]:
            yield from (_cell_text(cell) for cell in row["cells"])
        return
    inline = ""
    for child in [*element.get("items", ()), *element.get("content", ())]:
        if "content" in child or "rows" in child or "items" in child:
            yield from _texts(child)
        else:
            inline += child.get("text", "\n" if child.get("type") == "line_break" else "")
    yield inline
