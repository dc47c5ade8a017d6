"""The blocks of a Word document in reading order: paragraphs, tables, and what stands in them."""

from collections import Counter
from collections.abc import Iterator

from gdquality.errors import InputError, Problem
from gdquality.records import Place, Remark
from gdquality.sources.docx_grid import grid, is_frame
from gdquality.sources.docx_numbering import Numbering
from gdquality.sources.docx_text import TextReader, lines, paragraphs
from gdquality.sources.grid import Positions, table
from gdquality.sources.interface import Block, Paragraph, Table
from gdquality.sources.xml_tree import Node

_MOST_NESTED = 10
"""Tables within tables; a page has no room for more, and each repeats the text of the inner."""


class Body:
    """Collects blocks. A table inside a cell is part of its text, and a block after the outer one.

    A frame (a table of one cell, or one that only places others) is no block; what is in it is.
    """

    def __init__(self, file: str, numbering: Numbering, text: TextReader) -> None:
        """Begin without blocks."""
        self.blocks: list[Block] = []
        self.remarks: list[Remark] = []
        self._file = file
        self._numbering = numbering
        self._text = text
        self._positions = Positions(file)
        self._paragraphs = Counter[str]()
        self._tables = 0
        self._nested = 0
        self._inner_tables = 0

    def read(self, container: Node, part: str = "") -> None:
        """Add the blocks of a body, a text box, a frame's cell, or a note that is of a `part`.

        Raises InputError where tables are too large or nested too deep.
        """
        for item in self._flow(container):
            if isinstance(item, str):
                for paragraph in paragraphs(item):
                    self._paragraphs[part] += 1
                    place = Place(self._paragraphs[part], part=part)
                    self.blocks.append(Paragraph(paragraph, place))
            elif item.tag != "tbl":
                self.read(item, part)
            else:
                covered = grid(item, self._positions)
                if is_frame(item, covered):
                    for cell in _distinct(covered):
                        self.read(cell, part)
                else:
                    self._add_table(covered)

    def _flow(self, container: Node) -> Iterator[str | Node]:
        """Yield the text of each paragraph with its number, each table and each text box."""
        before = ""  # the text of paragraphs whose ends are deleted: the next one goes on with it
        for node in container.children:
            if node.tag == "p":
                text, boxes = self._text.read(node)
                before += text
                is_hidden = not (before or boxes) and self._text.shows_no_end(node)
                if not (_end_is_deleted(node) or is_hidden):
                    yield self._number(node, before) + before
                    before = ""
                yield from boxes
            elif node.tag == "tbl":
                yield before
                before = ""
                yield node
            elif node.tag == "altChunk":
                self._text.objects += 1
        yield before

    def _number(self, paragraph: Node, text: str) -> str:
        properties = paragraph.child("pPr")
        if not text and properties and properties.child("sectPr"):
            return ""  # the end of a section, which Word does not number
        return self._numbering.next(properties)

    def _add_table(self, covered: list[list[Node | None]]) -> Table:
        self._tables += 1
        index = len(self.blocks)
        part = f"表{self._tables}"
        with_tables: set[int] = set()

        def text_of(cell: Node) -> str:
            before = self._inner_tables
            text = "\n".join(self._lines(cell))
            if self._inner_tables > before:
                with_tables.add(id(cell))
            return text

        found = table(covered, text_of, part)
        self.blocks.insert(index, found)  # before the tables that stand in it
        if with_tables:
            self.remarks += _doubts(covered, with_tables, part)
        return found

    def _lines(self, cell: Node) -> list[str]:
        """Return the lines of a cell, adding the tables inside it to the blocks."""
        found: list[str] = []
        for item in self._flow(cell):
            if isinstance(item, str):
                found += lines(item)
            elif item.tag != "tbl":
                found += self._lines(item)
            else:
                found += self._nested_lines(item)
        return found

    def _nested_lines(self, node: Node) -> list[str]:
        if self._nested == _MOST_NESTED:
            raise InputError(self._file, Problem(f"表格里套表格超过 {_MOST_NESTED} 层"))
        self._nested += 1
        covered = grid(node, self._positions)
        if len(covered) > 1 and len(covered[0]) > 1:
            self._inner_tables += 1
            cells = {id(cell): cell for row in self._add_table(covered).rows for cell in row}
            found = [cell.text for cell in cells.values() if cell.text]
        else:
            found = [line for cell in _distinct(covered) for line in self._lines(cell)]
        self._nested -= 1
        return found


def _doubts(covered: list[list[Node | None]], with_tables: set[int], part: str) -> Iterator[Remark]:
    """Yield a remark for each cell with a table in it: which of its cells are headings is lost."""
    for number, row in enumerate(covered, start=1):
        for column, cell in enumerate(row, start=1):
            if id(cell) in with_tables:
                with_tables.remove(id(cell))
                message = "这一格里还有一张表，按文字逐行读取，可能没有读对"
                yield Remark("uncertain-table", message, Place(number, column, part))


def _distinct(covered: list[list[Node | None]]) -> list[Node]:
    return list({id(node): node for line in covered for node in line if node}.values())


def _end_is_deleted(paragraph: Node) -> bool:
    marks = paragraph.child("pPr", "rPr")
    return marks is not None and bool(marks.child("del") or marks.child("moveFrom"))
