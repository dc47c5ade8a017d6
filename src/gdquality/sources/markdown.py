"""Markdown: a line is a paragraph as in a text, without the marks; tables as GitHub writes them.

No library is asked: the lines of a notice are its paragraphs, which the standard would join; `**`
beside Chinese punctuation is a mark, which the standard leaves standing; and a row with too many
cells loses none (docs/decisions/0014).
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from gdquality.records import Place
from gdquality.sources.barred import cells_between_bars
from gdquality.sources.encoding import decode
from gdquality.sources.interface import Block, Cell, Paragraph, SourceDocument, Table
from gdquality.sources.lines import Line, ReadLines, find_all, lines_of, padded
from gdquality.sources.markdown_marks import without_marks
from gdquality.sources.sizes import within_limits
from gdquality.sources.text import FINDERS

_FENCE = re.compile(r"\s{0,3}(```|~~~)[^`]*$")
_RULE = re.compile(r"[-=*_](?:[-=*_]|\s)+")
_QUOTE = re.compile(r"^(?:>\s?)+")
_HEADING = re.compile(r"#{1,6}(?:\s+|(?=[^\x00-\x7f]))")
_CLOSING = re.compile(r"\s+#+$")
_BULLET = re.compile(r"[-*+]\s+(?:\[[ xX]\]\s+)?")
_NUMBER = re.compile(r"(\d{1,9})([.)])\s+")
_ELEMENT = re.compile(
    r"\s{0,3}<(!--|(?:table|div|p|center|h[1-6]|ul|ol|section|article)\b)", re.IGNORECASE
)


def read(data: bytes, file: str) -> SourceDocument:
    """Return the lines and tables of Markdown.

    Places are lines and columns, inside a table of HTML rows and columns of that table. Raises
    InputError where the text cannot be decoded, or is too large.
    """
    prose = _Prose()
    finders = (find_fenced, find_html, find_table, *FINDERS, prose.find)
    with within_limits(file):
        found = find_all(lines_of(decode(data, file)), finders)
    return SourceDocument(file, "markdown", tuple(found.blocks), tuple(found.remarks))


def find_fenced(lines: Sequence[Line], start: int) -> ReadLines | None:
    """Return what stands between two fences, which is text without marks."""
    fence = _FENCE.match(lines[start].text)
    if not fence:
        return None
    below = range(start + 1, len(lines))
    end = next((i for i in below if lines[i].text.strip().startswith(fence[1])), len(lines))
    return replace(find_all(lines[start + 1 : end], FINDERS), end=end + 1)


def find_table(lines: Sequence[Line], start: int) -> ReadLines | None:
    """Return a table of GitHub Flavored Markdown: a heading, |---|---|, and lines with bars."""
    rule = lines[start + 1].text.strip() if start + 1 < len(lines) else ""
    if "|" not in lines[start].text or "|" not in rule or "-" not in rule or rule.strip("|-: \t"):
        return None
    end = start + 2
    while end < len(lines) and "|" in lines[end].text:
        end += 1
    rows = cells_between_bars([lines[start], *lines[start + 2 : end]])
    shown = [[_shown(cell) for cell in row] for row in rows]
    return ReadLines(end, [Table(padded(shown), lines[start].place)])


def _shown(cell: Cell) -> Cell:
    text = without_marks(cell.text)
    return cell if text == cell.text else Cell(text, cell.place)


def find_html(lines: Sequence[Line], start: int) -> ReadLines | None:
    """Return what HTML says to the end of a table or comment, or to the next blank line."""
    element = _ELEMENT.match(lines[start].text)
    if not element:
        return None
    last = {"!--": "-->", "table": "</table>"}.get(element[1].lower())
    ends = (
        index + 1
        for index in range(start, len(lines))
        if (last in lines[index].text.lower() if last else lines[index].is_blank)
    )
    end = next(ends, len(lines))
    from gdquality.sources import html

    page = "\n".join(line.text for line in lines[start:end])
    number = lines[start].number
    return ReadLines(end, [_placed(block, number) for block in html.blocks_of(page)])


def _placed(block: Block, line: int) -> Block:
    """Return a block of HTML with places in the file: paragraphs by line, cells by their table."""
    match block:
        case Paragraph(text):
            return Paragraph(text, Place(line))
        case Table(rows, place):
            part = f"第{line}行"
            cells = {
                cell: Cell(cell.text, replace(cell.place, part=part))
                for row in rows
                for cell in row
            }
            grid = tuple(tuple(cells[cell] for cell in row) for row in rows)
            return Table(grid, replace(place, part=part))


class _Prose:
    """Reads lines that are no table, and counts the items of numbered lists."""

    def __init__(self) -> None:
        self.items: dict[int, tuple[int, int]] = {}

    def find(self, lines: Sequence[Line], start: int) -> ReadLines:
        """Return the paragraphs of one line: none for a rule, several where it has breaks."""
        line = lines[start]
        text = _QUOTE.sub("", line.text.strip(), count=1)
        if _RULE.fullmatch(text) and len(set("".join(text.split()))) == 1:
            return ReadLines(start + 1, [])
        shown = without_marks(self._without_mark(text, line.place.column)).split("\n")
        whole = line.text.strip()
        return ReadLines(
            start + 1,
            [
                Paragraph(part, line.place, counts_characters=part == whole)
                for part in shown
                if part
            ],
        )

    def _without_mark(self, text: str, column: int) -> str:
        """Return a line without the mark of a heading or an item, but with the item's number."""
        if number := _NUMBER.match(text):
            printed = self._count(int(number[1]), column)
            return f"{printed}{number[2]} {text[number.end() :]}"
        bullet = _BULLET.match(text)
        if column == 1 and not bullet:
            self.items.clear()
        if heading := _HEADING.match(text):
            return _CLOSING.sub("", text[heading.end() :])
        return text[bullet.end() if bullet else 0 :].removesuffix("\\")

    def _count(self, written: int, column: int) -> int:
        """Return what is printed for an item; a list of nothing but 1. is counted, as is shown."""
        self.items = {at: item for at, item in self.items.items() if at <= column}
        before, printed = self.items.get(column, (0, 0))
        number = printed + 1 if before == written == 1 else written
        self.items[column] = written, number
        return number
