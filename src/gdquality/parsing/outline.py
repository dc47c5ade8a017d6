"""The outline of a document: 一、（一）1.（1）, its headings, and the items that they begin.

The order of the four levels is that of GB/T 9704-2012, 7.3.3; notices leave levels out, begin again
with each part, and are saved by some sites as a single line.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from gdquality.parsing.compact import Range
from gdquality.parsing.outline_markers import MARKER, may_stand_in_prose, number_of, style_of
from gdquality.parsing.passages import Passage, first_sentence, healed
from gdquality.records import Place


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a passage, from `start` up to `end`."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The text of the piece."""
        return self.passage.text[self.start : self.end]

    def place_at(self, offset: int) -> Place:
        """Return the place in the source of the character at `offset` of the piece."""
        return self.passage.place_at(self.start + offset)

    def without(self, allocations: Iterable[Range]) -> str:
        """Return the text with its `allocations` made full stops, so that offsets stay."""
        text = self.text
        parts, behind = [], 0
        for start, end in allocations:
            parts += [text[behind:start], "。" * (end - start)]
            behind = end
        return "".join([*parts, text[behind:]])


@dataclass(frozen=True, slots=True)
class Item:
    """What stands under one marker, up to the next: `label` is 一、 or （三） or 1., as printed.

    `heading` is its first sentence, empty where it has no marker; `under` are the headings above
    it, outermost first, with their labels. `spans` is all of its text, marker included.
    """

    label: str
    heading: str
    under: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def is_section(self) -> bool:
        """Tell whether it is of the outermost level, 一、, and begins here."""
        return style_of(self.spans[0].text.strip()) == "first"


@dataclass(slots=True)
class _Open:
    """An item that is still being read."""

    style: str = ""
    label: str = ""
    under: tuple[str, ...] = ()
    heading: str = ""
    spans: list[Span] = field(default_factory=list)

    def add(self, span: Span) -> None:
        if self.label and not self.spans and not self.heading:
            text = span.text.strip()
            self.heading = healed(first_sentence(text.removeprefix(self.label)))
        self.spans.append(span)


class Outline:
    """Reads the items of one document, whose prose may be interrupted by tables.

    `parts` are the titles of documents that this one holds (《…》 in its cover letter): a line that
    is one of them ends the outline before it and stands above the next.
    """

    def __init__(self, parts: frozenset[str] = frozenset()) -> None:
        """Begin before the first marker."""
        self.parts = parts
        self._part: tuple[str, ...] = ()
        self._above: list[_Open] = []
        self._current = _Open()
        self._last: dict[str, int] = {}

    def read(self, passages: Iterable[Passage]) -> Iterator[Item]:
        """Yield the items of `passages` in printed order, text before the first marker included."""
        for passage in passages:
            title = healed(passage.text)
            if title in self.parts:
                yield from self._finished()
                self._part, self._above, self._last = (title,), [], {}
                self._current = _Open(under=self._part)
                continue
            for piece, marker in self._pieces(passage):
                if marker:
                    yield from self._finished()
                    self._begin(marker)
                self._current.add(piece)
        yield from self._finished()
        # What follows a table goes on with the item before it.
        self._current.spans = []

    def _finished(self) -> Iterator[Item]:
        one = self._current
        if one.spans:
            yield Item(one.label, one.heading, one.under, tuple(one.spans))

    def _begin(self, marker: re.Match[str]) -> None:
        style = str(marker.lastgroup)
        if self._current.label:
            self._above.append(self._current)
        while any(one.style == style for one in self._above):
            self._above.pop()
        headings = (one.label + one.heading for one in self._above)
        self._current = _Open(style, marker[0].strip(), (*self._part, *headings))

    def _pieces(self, passage: Passage) -> Iterator[tuple[Span, re.Match[str] | None]]:
        text = passage.text
        start, marker = 0, None
        blank = len(text) - len(text.lstrip())
        for found in MARKER.finditer(text):
            begins = found.start() == blank
            if not self._accepts(text, found, begins=begins):
                continue
            if not begins:
                yield Span(passage, start, found.start()), marker
            start, marker = found.start(), found
        if text[start:].strip():
            yield Span(passage, start, len(text)), marker

    def _accepts(self, text: str, found: re.Match[str], *, begins: bool) -> bool:
        """Tell whether `found` begins an item, and count it if it does.

        What begins a paragraph always does; in mid-text it must go on counting or begin anew.
        """
        style = str(found.lastgroup)
        number = number_of(found[style])
        if not begins:
            goes_on = number in (1, self._last.get(style, 0) + 1)
            if not goes_on or not may_stand_in_prose(text, found, style):
                return False
        self._last[style] = number
        return True
