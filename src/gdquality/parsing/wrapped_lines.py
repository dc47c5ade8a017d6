"""Paragraphs that a text breaks at the edge of a page, put together again.

    责任单位：市教育局、市财政局、市人力资源社会保障局、各
    区人民政府

Such a text is known by its lines: most that are as long as the longest end in mid-sentence.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from gdquality.parsing.broken_lines import cuts_label
from gdquality.parsing.outline_markers import style_of
from gdquality.records import Place
from gdquality.sources.interface import Block, Paragraph

_NARROWEST, _WIDEST = 40, 120
"""Columns of the screen of a page: 20 Chinese characters to 60."""

_FREE = 4
"""Columns that a full line leaves free, at most: a character, and a sign that may begin no line."""

_BLANKS_OF_FIRST_LINE = 2
_FEWEST_FULL = 4
"""Full lines by which a page is known: a title may be as long as another by chance."""

_ENDS = tuple("。；：！？;:!?》）)")
"""What a paragraph ends with as often as a line."""

_LABEL = re.compile("[^\\W\\d_]{2,8}[：:]|[【〔（(]")
"""What begins a line that is no part of the one above: a label, or a bracket that ends an item."""

LONGEST = 200
"""Lines of a paragraph that are put together."""


@dataclass(frozen=True, slots=True)
class WrappedParagraph(Paragraph):
    """A paragraph of several lines, as (offset in `text`, line) of each."""

    starts: tuple[tuple[int, Paragraph], ...] = ()

    def place_at(self, offset: int) -> Place:
        """Return where the character at `offset` stands in the source."""
        index = bisect_right(self.starts, offset, key=lambda start: start[0]) - 1
        begin, line = self.starts[index]
        return line.place_at(offset - begin)


def unwrapped(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return `blocks` with the lines of each paragraph as one, where a page has its width."""
    lines = [one for one in blocks if isinstance(one, Paragraph)]
    widest = max(map(_width, lines), default=0)
    if not _NARROWEST <= widest <= _WIDEST:
        return blocks
    full = [line for line in lines if _width(line) >= widest - _FREE]
    broken = sum(not line.text.endswith(_ENDS) for line in full)
    if broken < _FEWEST_FULL or 2 * broken < len(full) or 5 * len(full) < 2 * len(lines):
        return blocks
    return list(_joined(blocks, widest - _FREE))


def _width(line: Paragraph) -> int:
    """Return the columns of the screen up to where a line ends; `_WIDEST` and one if more."""
    if len(line.text) > _WIDEST:
        return _WIDEST + 1
    indent = line.place.column - 1 if line.counts_characters else 0
    text = sum(2 if east_asian_width(one) in "WFA" else 1 for one in line.text)
    # A first line begins with two blanks as wide as Chinese characters, or more that are not.
    return text + (2 * indent if indent <= _BLANKS_OF_FIRST_LINE else indent)


def _joined(blocks: Sequence[Block], full: int) -> Iterator[Block]:
    """Yield `blocks`, with each line that is `full` and ends no sentence joined to the next."""
    waiting: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if waiting and not _goes_on(waiting, block, full):
                yield _one_of(waiting)
                waiting = []
            waiting.append(block)
            continue
        yield from [_one_of(waiting)] if waiting else []
        waiting = []
        yield block
    yield from [_one_of(waiting)] if waiting else []


def _goes_on(above: Sequence[Paragraph], line: Paragraph, full: int) -> bool:
    last = above[-1]
    if last.place.row + 1 != line.place.row or len(above) >= LONGEST:
        return False
    is_indented = line.place.column > last.place.column
    if is_indented or style_of(line.text) or _width(last) < full:
        return False
    return not _LABEL.match(line.text) or cuts_label(last.text, line.text)


def _one_of(lines: Sequence[Paragraph]) -> Paragraph:
    if len(lines) == 1:
        return lines[0]
    starts: list[tuple[int, Paragraph]] = []
    text = ""
    for line in lines:
        starts.append((len(text), line))
        text += line.text
    return WrappedParagraph(text, lines[0].place, lines[0].counts_characters, tuple(starts))
