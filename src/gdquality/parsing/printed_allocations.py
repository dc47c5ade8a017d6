"""Allocations as prose prints them: in brackets, behind a label, or as a sentence of their own.

（责任单位：省通信管理局，各市人民政府）        责任单位：省教育厅、省财政厅
新建幼儿园10所。此项工作由市教育局牵头，市财政局配合。
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gdquality.parsing.agency_lists import expand
from gdquality.parsing.allocation import Allocation, RoleMention
from gdquality.parsing.brackets import Bracket, brackets_in
from gdquality.parsing.drafts import DraftMention
from gdquality.parsing.outline import Span
from gdquality.parsing.prose_labels import LIST_ENDS, Label, labels_in
from gdquality.parsing.role_patterns import SAYS_MORE, labels
from gdquality.parsing.role_sentences import read_allocation
from gdquality.parsing.shapes import is_collective
from gdquality.parsing.spaced_labels import closed_up
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Printed

SENTENCE_END = "。；;！？…：:"
"""Signs between which a bracket closes what stands before it."""

_IS_WHERE = re.compile("(?:地点|地址|场所|会场|窗口)$")
"""What a bracket explains that says where, and not who."""

_LAST_SENTENCE = re.compile(r"(?<=[。；;！!])[^。；;！!？\n]{4,300}(?=[。；;]?\s*$)")
_AROUND_LIMIT = " \t\n　，,；;、）)】〕]"
ENDS_IN_ROLE = re.compile(
    "(?:牵头|牵总|抓总|为主|主责|主办|承办|会办|办理|负责|责任单位|落实|实施|配合|参[与加]|协助|协同推进|完成|指导|督导|监督|督促|支持)[一-鿿]{0,2}$"
)
_NOTE_BEHIND = re.compile("[。；;](?:以下|以上|各)[^。]{0,120}不再[^。]{0,8}列出[^。]{0,20}。?$")
"""What holds for all lists, behind the first of them: the document's note, not of this task."""

_GUIDES = re.compile("(?:指导|督导|监督|督促|协调|考核|统筹|审核)$")
"""How a clause ends that gives a body none of the three roles, and is told."""

GIVES_WORK = re.compile(
    "牵[头总]|抓总|负责|主责|主办|会同|以[^，]{2,30}为主|[为是]责任单位|(?:^|[。；;！!])(?:[此该本]项?(?:工作|任务)[，,]?)?由"
)

_BY_WHOM = re.compile("(?<!自)由")
"""What stands before a name, and within none: 会议由市教育局主办."""

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
            at = self.inside + mention.start
            yield DraftMention(role, mention.text, self.span, at, mention.mark)


def allocations_in(span: Span, vocabulary: Vocabulary) -> list[PrintedAllocation]:
    """Return the allocations of `span` in order.

    They stand in brackets that close a sentence, behind a label, or are its last sentence.
    """
    text = span.text
    found = []
    brackets = brackets_in(text)
    labels_ = list(labels_in(closed_up(text)))
    of_names = set(_of_names(text, brackets, labels_)) if labels_ else ()
    for bracket in brackets:
        if bracket.end - bracket.start > LONGEST_ALLOCATION or bracket in of_names:
            continue
        if not _closes_sentence(text, bracket):
            continue
        inside = _NOTE_BEHIND.sub("", text[bracket.start + 1 : bracket.end - 1])
        is_label = labels().fullmatch(inside) or _IS_WHERE.search(text, 0, bracket.start)
        allocation = None if is_label else read_allocation(inside, vocabulary, None)
        if allocation and allocation.mentions:
            found.append(
                PrintedAllocation(span, bracket.start, bracket.end, bracket.start + 1, allocation)
            )
    found += _labelled(span, labels_, found, vocabulary)
    sentence = _LAST_SENTENCE.search(text) if GIVES_WORK.search(text) else None
    if sentence and not _reaches(found, sentence.start()):
        found += _stated(span, sentence, vocabulary)
    return sorted(found, key=lambda one: one.start)


def are_names(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether `text` is a list of bodies, as it may go on below a label, and nothing else."""
    if len(text) > LONGEST_ALLOCATION:
        return False
    listed = [one.text for one in expand(text, vocabulary)]
    return bool(listed) and all(map(vocabulary.may_be_body, listed))


def _reaches(found: Sequence[PrintedAllocation], offset: int) -> bool:
    return any(one.end > offset for one in found)


def _stated(
    span: Span, sentence: re.Match[str], vocabulary: Vocabulary
) -> Iterator[PrintedAllocation]:
    """Yield the allocation that `sentence` is, if it is nothing else and names evident bodies.

    What only has bodies support something, or all of a kind do it, exhorts: 各部门密切配合.
    """
    if not (ENDS_IN_ROLE.search(sentence[0]) and GIVES_WORK.search(sentence[0])):
        return
    read = read_allocation(sentence[0], vocabulary, None)
    gives = read and any(one.role != "support" for one in read.mentions)
    if read and gives and are_evident_together(read, vocabulary):
        yield PrintedAllocation(span, *sentence.span(), sentence.start(), read)


def _of_names(text: str, brackets: Sequence[Bracket], found: Sequence[Label]) -> Iterator[Bracket]:
    """Yield the brackets of names in labelled lists: 牵头单位：省商务厅（省口岸办）."""
    labels_ = [one.start for one in found]
    opened = [one.start for one in brackets]
    for bracket in brackets:
        label = found[max(bisect_right(labels_, bracket.start) - 1, 0)]
        around = brackets[max(bisect_right(opened, label.start) - 1, 0)]
        is_in_list = label.end <= bracket.start < label.list_ends
        is_in_brackets = around.start <= label.start < around.end
        says_role = SAYS_MORE.search(text, bracket.start, bracket.end)
        if is_in_list and not is_in_brackets and not says_role:
            yield bracket


def _labelled(
    span: Span,
    labels_: Sequence[Label],
    bracketed: Sequence[PrintedAllocation],
    vocabulary: Vocabulary,
) -> Iterator[PrintedAllocation]:
    text = span.text
    starts = [one.start for one in bracketed]
    found = [one for one in labels_ if not _is_inside(one.start, bracketed, starts)]
    limits = [*(one.start for one in found), len(text)][1:]
    for label, limit in zip(found, limits, strict=False):
        last = min(limit, label.start + LONGEST_ALLOCATION)
        stop = LIST_ENDS.search(text, label.end, last)
        end = stop.start() if stop else last
        if label.is_limit:
            due_text = text[label.end : end].strip(_AROUND_LIMIT) or None
            allocation = Allocation((), due_text=due_text)
            yield PrintedAllocation(span, label.start, end, label.start, allocation)
        elif label.end < end and (
            read := _labelled_bodies(text[label.start : end], label, vocabulary)
        ):
            yield PrintedAllocation(span, label.start, end, label.start, read)


def _labelled_bodies(text: str, label: Label, vocabulary: Vocabulary) -> Allocation | None:
    """Return what a label and what follows it allocate; without a sign bodies must be evident."""
    read = read_allocation(text, vocabulary, None)
    if read is None or not read.mentions:
        return None
    return read if label.is_signed or _is_evident(read, vocabulary) else None


def _is_evident(read: Allocation, vocabulary: Vocabulary) -> bool:
    return not read.leftovers and all(vocabulary.is_body(one.text) for one in read.mentions)


def are_evident_together(read: Allocation, vocabulary: Vocabulary) -> bool:
    """Tell whether one name at least is evidently a body, and the others may stand beside it."""
    return (
        all(_GUIDES.search(one.text) for one in read.leftovers)
        and any(vocabulary.is_body(one.text) for one in read.mentions)
        and all(_may_stand_beside(one, vocabulary) for one in read.mentions)
    )


def _may_stand_beside(one: RoleMention, vocabulary: Vocabulary) -> bool:
    if _BY_WHOM.search(one.text):
        return False
    if vocabulary.is_body(one.text) or vocabulary.is_institution(one.text):
        return True
    return one.role == "support" and is_collective(one.text)


def _is_inside(offset: int, found: Sequence[PrintedAllocation], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, offset) - 1
    return index >= 0 and offset < found[index].end


def _closes_sentence(text: str, bracket: Bracket) -> bool:
    """Tell whether `bracket` stands between sentences, not within one."""
    start, end = bracket.start, bracket.end
    before = text[max(start - 64, 0) : start].rstrip()[-1:]
    after = text[end : end + 64].lstrip()[:1]
    return not before or before in SENTENCE_END or not after or after in SENTENCE_END
