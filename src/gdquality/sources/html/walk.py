"""The tree of a page → paragraphs and grids, in reading order."""

import re

from selectolax.lexbor import LexborNode

from gdquality.sources.html.elements import NOT_TEXT, PARAGRAPHS
from gdquality.sources.html.flow import Flow
from gdquality.sources.html.grid import (
    HIGHEST_SPAN,
    WIDEST_SPAN,
    Attributes,
    Grid,
    OpenTable,
    SpanningCell,
    grid_of,
)
from gdquality.sources.html.hidden import StyleSheet, is_invisible
from gdquality.sources.html.layout import lays_out_the_page
from gdquality.sources.html.numbering import ItemNumbers
from gdquality.sources.interface import Paragraph, Table
from gdquality.sources.lines import find_all, lines_of
from gdquality.sources.sizes import MOST_CHARACTERS, TooLargeError
from gdquality.sources.text import FINDERS

MOST_NESTED = 100
"""Tables inside one another; a page laid out by tables has some ten."""

_INTEGER = re.compile(r"\s*\+?(\d{1,6})", re.ASCII)


class Walk:
    """One way through a tree; `flow.blocks` is what it has met."""

    def __init__(self, style_sheet: StyleSheet) -> None:
        """Pass over what `style_sheet` hides."""
        self.style_sheet = style_sheet
        self.flows = [Flow()]
        self.tables: list[OpenTable] = []
        self.lists: list[ItemNumbers | None] = []
        self.spans: list[tuple[int, int]] = []
        self.links = 0
        self.preformatted = 0
        self.characters = 0

    @property
    def flow(self) -> Flow:
        """Where text flows: the page, or the innermost cell."""
        return self.flows[-1]

    def through(self, root: LexborNode) -> list[str | Grid]:
        """Return the blocks of `root`; nothing here calls itself, since pages nest without end."""
        above: list[LexborNode] = []
        node: LexborNode | None = root
        while node is not None:
            if self._enter(node):
                above.append(node)
                following = node.first_child
            else:
                following = node.next
            while following is None and above:
                node = above.pop()
                self._leave(node)
                following = node.next if above else None
            node = following
        self.flow.end_paragraph()
        return self.flow.blocks

    def _enter(self, node: LexborNode) -> bool:
        """Take note of what begins at `node`, and tell whether to look inside it."""
        tag = node.tag or ""
        if tag == "-text":
            self._write(node.text_content or "")
            return False
        attributes = node.attributes
        if tag in NOT_TEXT or self.style_sheet.hides(tag, attributes):
            if tag in {"td", "th"} and is_invisible(attributes):
                self._begin_cell(attributes)
                self._end_cell(is_heading=tag == "th")
            return False
        if tag in PARAGRAPHS:
            self.flow.end_paragraph()
        if tag == "pre" and self._as_text(node):
            return False
        self._begin(tag, attributes)
        return True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in PARAGRAPHS:
            self.flow.end_paragraph()
        match tag:
            case "table":
                self._end_table()
            case "td" | "th":
                self._end_cell(is_heading=tag == "th")
            case "ol" | "ul":
                self.lists.pop()
            case "li":
                self._end_item()
            case "a":
                self.links -= 1
            case "pre":
                self.preformatted -= 1
            case _:
                pass

    def _begin(self, tag: str, attributes: Attributes) -> None:
        match tag:
            case "table":
                self._begin_table(attributes)
            case "thead" | "tbody" | "tfoot":
                self.tables[-1].begin_group(tag)
            case "tr":
                self.tables[-1].begin_row()
            case "td" | "th":
                self._begin_cell(attributes)
            case "ol":
                self.lists.append(ItemNumbers(attributes))
            case "ul":
                self.lists.append(None)
            case "li" if self.lists and (numbers := self.lists[-1]):
                self.flow.number = numbers.of_item(attributes)
            case "a":
                self.links += 1
            case "pre":
                self.preformatted += 1
            case _:
                pass

    def _write(self, text: str) -> None:
        self.characters += len(text)
        if self.characters > MOST_CHARACTERS:
            raise TooLargeError(f"文字太多：超过 {MOST_CHARACTERS} 字")
        lines = text.split("\n") if self.preformatted else (text,)
        self.flow.parts.append(lines[0])
        for line in lines[1:]:
            self.flow.end_paragraph()
            self.flow.parts.append(line)
        if self.links:
            self.flow.linked += len(text.strip())

    def _as_text(self, node: LexborNode) -> bool:
        """Read what is set as it is written as a text, if it is one; tell whether it was."""
        text = node.first_child
        if text is None or text.tag != "-text" or text.next is not None:
            return False
        for block in find_all(lines_of(text.text_content or ""), FINDERS).blocks:
            match block:
                case Paragraph(text=paragraph):
                    self.flow.blocks.append(paragraph)
                case Table(rows=rows):
                    self.flow.blocks.append(
                        Grid([[SpanningCell([cell.text]) for cell in row] for row in rows])
                    )
        return True

    def _begin_table(self, attributes: Attributes) -> None:
        if len(self.tables) >= MOST_NESTED:
            raise TooLargeError(f"表格里套表格超过 {MOST_NESTED} 层")
        self.tables.append(OpenTable(attributes))

    def _begin_cell(self, attributes: Attributes) -> None:
        self.flows.append(Flow())
        across = _span(attributes, "colspan", range(1, WIDEST_SPAN + 1))
        self.spans.append((across, _span(attributes, "rowspan", range(HIGHEST_SPAN + 1))))

    def _end_cell(self, *, is_heading: bool) -> None:
        flow = self.flows.pop()
        flow.end_paragraph()
        self.tables[-1].add(SpanningCell(flow.blocks, *self.spans.pop(), flow.linked, is_heading))

    def _end_table(self) -> None:
        table = self.tables.pop()
        grid = grid_of(table.groups)
        if not lays_out_the_page(grid, table.attributes):
            self.flow.blocks.append(grid)
            return
        for cell in dict.fromkeys(cell for row in grid.rows for cell in row):
            if cell:
                self.flow.blocks += cell.blocks
                self.flow.linked += cell.linked

    def _end_item(self) -> None:
        """Print the number of an empty item where it is all that its cell holds."""
        if self.flow.number and len(self.flows) > 1 and not self.flow.blocks:
            self.flow.blocks.append(self.flow.number.strip())
        self.flow.number = ""


def _span(attributes: Attributes, name: str, allowed: range) -> int:
    """Return a span as the HTML standard reads it: 1 if it is no number, the most if it is more."""
    digits = _INTEGER.match(attributes.get(name) or "")
    value = int(digits[1]) if digits else 1
    return min(value, allowed[-1]) if value >= allowed[0] else 1
