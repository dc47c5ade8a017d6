"""Allocations as prose prints them: in brackets, behind a label, or as a sentence of their own.

（责任单位：省通信管理局，各市人民政府）        责任单位：省教育厅、省财政厅
新建幼儿园10所。此项工作由市教育局牵头，市财政局配合。
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gdquality.parsing.allocation import Allocation
from gdquality.parsing.brackets import Bracket, brackets_in
from gdquality.parsing.drafts import DraftMention
from gdquality.parsing.outline import Span
from gdquality.parsing.role_sentences import read_allocation
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Printed

SENTENCE_END = "。；;！？…：:"
"""Signs between which a bracket closes what stands before it."""

_LABEL = re.compile(
    r"(?:^|(?<=[。；;\s　]))"
    r"(?:[^\s，,。；;：:（()）]{0,8}"
    r"(?:牵头|主责|责任|负责|落实|实施|配合|参与|协同|协助|参加|分工)"
    r"(?:单位|部门|机关|机构|主体)?|完成时限|时限|完成时间|时间节点|进度安排)[：:]"
)
_COLON = re.compile("[：:]")
_DUE_LABEL = re.compile(r"(?:完成时限|时限|完成时间|时间节点|进度安排)[：:]")
_LABELLED_LIST_ENDS = re.compile("[。\n]")

_LAST_SENTENCE = re.compile(r"(?<=[。；;！!])[^。；;！!？\n]{4,300}(?=[。；;]?\s*$)")
_ENDS_IN_ROLE = re.compile("(?:牵头|负责|落实|实施|配合|参与|协助|完成)[一-鿿]{0,2}$")
_GIVES_WORK = re.compile("牵头|负责")

LONGEST_ALLOCATION = 2000
"""Characters of the longest allocation; the longest met names some sixty bodies in 600."""


@dataclass(frozen=True, slots=True)
class PrintedAllocation:
    """An allocation in a span: the whole of it is printed from `start` to `end`.

    Offsets of the allocation's mentions count from `inside`.
    """

    span: Span
    start: int
    end: int
    inside: int
    allocation: Allocation

    @property
    def printed(self) -> Printed:
        """What is printed, with its brackets or its label."""
        text = self.span.text[self.start : self.end]
        return Printed(text, self.span.place_at(self.start))

    @property
    def mentions(self) -> Iterator[DraftMention]:
        """The names in it, each with its place in the source."""
        for mention in self.allocation.mentions:
            role = mention.role or "responsible"
            yield DraftMention(role, mention.text, self.span, self.inside + mention.start)


def allocations_in(span: Span, vocabulary: Vocabulary) -> list[PrintedAllocation]:
    """Return the allocations of `span` in order.

    They stand in brackets that close a sentence, behind a label, or are its last sentence.
    """
    text = span.text
    found = []
    for bracket in brackets_in(text):
        if bracket.end - bracket.start > LONGEST_ALLOCATION or not closes_sentence(text, bracket):
            continue
        allocation = read_allocation(text[bracket.start + 1 : bracket.end - 1], vocabulary, None)
        if allocation and allocation.mentions:
            found.append(
                PrintedAllocation(span, bracket.start, bracket.end, bracket.start + 1, allocation)
            )
    found += _labelled(span, found, vocabulary)
    if (sentence := _LAST_SENTENCE.search(text)) and not _reaches(found, sentence.start()):
        found += _stated(span, sentence, vocabulary)
    return sorted(found, key=lambda one: one.start)


def _reaches(found: Sequence[PrintedAllocation], offset: int) -> bool:
    return any(one.end > offset for one in found)


def _stated(
    span: Span, sentence: re.Match[str], vocabulary: Vocabulary
) -> Iterator[PrintedAllocation]:
    """Yield the allocation that `sentence` is, if it is nothing else and names evident bodies.

    What only has bodies support something, or all of a kind do it, exhorts: 各部门密切配合.
    """
    if not (_ENDS_IN_ROLE.search(sentence[0]) and _GIVES_WORK.search(sentence[0])):
        return
    read = read_allocation(sentence[0], vocabulary, None)
    if not read or read.leftovers or not all(vocabulary.is_body(one.text) for one in read.mentions):
        return
    if any(one.role != "support" for one in read.mentions):
        yield PrintedAllocation(span, *sentence.span(), sentence.start(), read)


def _labelled(
    span: Span, bracketed: Sequence[PrintedAllocation], vocabulary: Vocabulary
) -> Iterator[PrintedAllocation]:
    text = span.text
    if not _COLON.search(text):
        return
    starts = [one.start for one in bracketed]
    labels = [
        label for label in _LABEL.finditer(text) if not _is_inside(label.start(), bracketed, starts)
    ]
    ends = [*(label.start() for label in labels), len(text)][1:]
    for label, limit in zip(labels, ends, strict=False):
        last = min(limit, label.start() + LONGEST_ALLOCATION)
        stop = _LABELLED_LIST_ENDS.search(text, label.end(), last)
        end = stop.start() if stop else last
        if _DUE_LABEL.match(label[0]):
            allocation = Allocation((), due_text=text[label.end() : end].strip() or None)
            yield PrintedAllocation(span, label.start(), end, label.start(), allocation)
        elif (
            read := read_allocation(text[label.start() : end], vocabulary, None)
        ) and read.mentions:
            yield PrintedAllocation(span, label.start(), end, label.start(), read)


def _is_inside(offset: int, found: Sequence[PrintedAllocation], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, offset) - 1
    return index >= 0 and offset < found[index].end


def closes_sentence(text: str, bracket: Bracket) -> bool:
    """Tell whether `bracket` stands between sentences, not within one."""
    start, end = bracket.start, bracket.end
    before = text[max(start - 64, 0) : start].rstrip()[-1:]
    after = text[end : end + 64].lstrip()[:1]
    return not before or before in SENTENCE_END or not after or after in SENTENCE_END
