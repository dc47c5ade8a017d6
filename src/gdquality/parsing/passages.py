"""The prose of a source as passages, which know the place of each of their characters."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from unicodedata import normalize

from gdquality.parsing import shapes
from gdquality.parsing.brackets import brackets_in, unclosed, unopened
from gdquality.parsing.broken_lines import ends_in_label, goes_on
from gdquality.parsing.collectives import is_one_collective
from gdquality.parsing.outline_markers import style_of
from gdquality.parsing.role_patterns import labels, member_labels
from gdquality.parsing.roles import role_of_label
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Place
from gdquality.sources.interface import Paragraph

_UNSOUND = re.compile(r"[*\s〔\[［【(（]")
_BOLD = re.compile(r"\*\*")
# Beyond Latin-1 on both sides: a range of all Chinese characters takes long to compile.
_SPACE_INSIDE = re.compile(r"[ \t\n　](?<=[^\x00-\xff].)[ \t\n　]*(?=[^\x00-\xff])", re.DOTALL)

_NUMBER = re.compile(r"[〔\[［【(（]\s*(\d{4})\s*[〕\]］】)）]\s*第?\s*(\d+)\s*号")
_ENDS = tuple("。：；！？:;")
_SENTENCE_END = re.compile(r"[。；！？\n]")

SIGNED = re.compile(r"\s*[\d二〇○零一三四五六七八九十]{4}\s*年")
"""The date below whoever signs, who is no body of the list above."""

_LISTED = re.compile("[^。；;：:！？《》]{2,60}")
_SIGN = re.compile("[、，,]")

LONGEST_JOIN = 8
"""Paragraphs that one bracket may run over; a bracket that stays open longer was never closed."""


LONGEST_LIST = 64
"""Lines of the longest list below a label."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Prose of one or more paragraphs, as (offset in `text`, paragraph) of each."""

    text: str
    starts: tuple[tuple[int, Paragraph], ...]

    def place_at(self, offset: int) -> Place:
        """Return where the character at `offset` stands in the source."""
        index = bisect_right(self.starts, offset, key=lambda start: start[0]) - 1
        begin, paragraph = self.starts[index]
        return paragraph.place_at(offset - begin)


def healed(text: str) -> str:
    """Return `text` without bold marks and stray blanks, document numbers in their own brackets.

    The number of a document stands in hexagonal brackets (GB/T 9704-2012, 7.2.5): 〔2016〕9号.
    """
    if not _UNSOUND.search(text):
        return text
    text = _SPACE_INSIDE.sub("", _BOLD.sub("", text).strip())
    return _NUMBER.sub(lambda found: normalize("NFKC", f"〔{found[1]}〕{found[2]}号"), text)


def first_sentence(text: str) -> str:
    """Return `text` up to its first full stop, which is left out; brackets are in a sentence."""
    text = text.strip()
    ends = [found.start() for found in _SENTENCE_END.finditer(text)]
    brackets = iter(brackets_in(text) if ends else ())
    bracket = next(brackets, None)
    for end in ends:
        while bracket and bracket.end <= end:
            bracket = next(brackets, None)
        if not bracket or end < bracket.start:
            return text[:end].strip()
    return text


def passages_of(paragraphs: Iterable[Paragraph], vocabulary: Vocabulary) -> Iterator[Passage]:
    """Yield a passage a paragraph; what a bracket, a list or a number holds together is one.

    Converters break paragraphs in mid-sentence; an agency list must not be cut in two by that. A
    bracket that is still open where the next item of the outline begins was never closed.
    """
    waiting: list[Passage] = []
    for passage in _with_whole_lists(paragraphs, vocabulary):
        if waiting and style_of(passage.text.strip()):
            yield from waiting
            waiting = []
        if waiting and len(waiting) < LONGEST_JOIN and unopened(passage.text):
            yield _joined([*waiting, passage])
            waiting = []
        elif waiting and len(waiting) < LONGEST_JOIN and not unclosed(passage.text):
            waiting.append(passage)
        else:
            yield from waiting
            waiting = [passage] if unclosed(passage.text) else []
            if not waiting:
                yield passage
    yield from waiting


def _with_whole_lists(paragraphs: Iterable[Paragraph], vocabulary: Vocabulary) -> Iterator[Passage]:
    before: Passage | None = None
    passages = [Passage(paragraph.text, ((0, paragraph),)) for paragraph in paragraphs]
    for passage, below in zip_longest(passages, passages[1:]):
        if before and _goes_on(before, passage, vocabulary):
            before = _joined([before, passage])
        elif before and (_is_next_line(before, passage, below) or _are_members(before, passage)):
            before = _joined([before, passage], between=" ")
        else:
            yield from [before] if before else []
            before = passage
    yield from [before] if before else []


def _is_next_line(before: Passage, passage: Passage, below: Passage | None) -> bool:
    """Tell whether `passage` is the next line of a list below a label that has a line of its own.

    责任单位：
    市园林局
    市水务局
    """
    is_below_label = ends_in_label(before.starts[0][1].text)
    if not is_below_label or len(before.starts) >= LONGEST_LIST or style_of(passage.text.strip()):
        return False
    if below and SIGNED.match(below.text):
        return False
    text = passage.text.strip()
    return bool(_LISTED.fullmatch(text)) and all(map(_may_be_listed, _SIGN.split(text)))


def _are_members(before: Passage, passage: Passage) -> bool:
    """Tell whether `passage` names those who take part in what the label `before` it leads."""
    if not member_labels().match(passage.text.strip()) or before.text.endswith("。"):
        return False
    label = labels().match(before.text.strip())
    return bool(label and label["sign"] and role_of_label(label["label"]) == "lead")


def _may_be_listed(text: str) -> bool:
    return shapes.is_named_as_body(text) or is_one_collective(text) or shapes.is_area(text)


def _goes_on(before: Passage, passage: Passage, vocabulary: Vocabulary) -> bool:
    """Tell whether `passage` goes on with a list, a label or a document number before it."""
    if _NUMBER.match(passage.text) and not before.text.endswith(_ENDS):
        return True
    if style_of(passage.text.strip()) or len(before.starts) >= LONGEST_LIST:
        return False
    return goes_on(before.text, passage.text, vocabulary)


def passage_of(paragraphs: Iterable[Paragraph]) -> Passage:
    """Return one passage of all `paragraphs`, with nothing between them."""
    return _joined([Passage(one.text, ((0, one),)) for one in paragraphs])


def _joined(passages: Sequence[Passage], between: str = "") -> Passage:
    starts: list[tuple[int, Paragraph]] = []
    text = ""
    for passage in passages:
        text += between if text else ""
        starts.extend((len(text) + offset, paragraph) for offset, paragraph in passage.starts)
        text += passage.text
    return Passage(text, tuple(starts))
