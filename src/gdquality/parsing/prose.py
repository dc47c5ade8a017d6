"""Allocations in prose: what closes an item says who is to do it.

    2.推进企业内网改造升级。支持……（责任单位：省通信管理局，各市人民政府）

Two allocations in one item are two tasks, each with the text that it closes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gdquality.errors import quoted
from gdquality.parsing.brackets import Bracket, brackets_in
from gdquality.parsing.drafts import DraftMention, DraftTask
from gdquality.parsing.outline import Item, Span, first_sentence
from gdquality.parsing.passages import healed
from gdquality.parsing.role_sentences import Allocation, read_allocation
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Place, Printed, Remark

_SENTENCE_END = "。；;！？…：:"
_NOT_TEXT = "。；;，, 　\t\n"
_LABEL = re.compile(
    r"(?:^|(?<=[。；;\s　]))"
    r"(?:[^\s，,。；;：:（()）]{0,8}"
    r"(?:牵头|主责|责任|负责|落实|实施|配合|参与|协同|协助|参加|分工)"
    r"(?:单位|部门|机关|机构|主体)?|完成时限|时限|完成时间|时间节点|进度安排)[：:]"
)
_COLON = re.compile("[：:]")
_DUE_LABEL = re.compile(r"(?:完成时限|时限|完成时间|时间节点|进度安排)[：:]")
_LABELLED_LIST_ENDS = re.compile("[。\n]")


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item of the outline, the tasks that it gives, and what it prints of allocations.

    Text that stands twice gives its tasks once, and is no task where it stands again.
    """

    item: Item
    tasks: tuple[DraftTask, ...]
    allocations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
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


@dataclass(frozen=True, slots=True)
class Closed:
    """Paragraphs and the allocations that close them, with nothing but blanks between these."""

    paragraphs: tuple[str, ...]
    allocations: tuple[Found, ...]

    @property
    def text(self) -> str:
        """All of it, by which text that stands twice is noticed."""
        printed = (found.printed.text for found in self.allocations)
        return healed("".join((*self.paragraphs, *printed)))

    @property
    def last(self) -> str:
        """The paragraph that is closed, whole again where a converter broke its lines."""
        *before, last = [one for one in self.paragraphs if one.strip(_NOT_TEXT)] or [""]
        while before and _is_cut(before[-1].strip()):
            last = before.pop() + last
        return last


SHORTEST_LINE = 20
"""Characters of the shortest line that a converter broke; a shorter one is a heading or a cell."""


def unread_words(text: str, place: Place) -> Remark:
    """Return the remark on words of an allocation that were not understood."""
    return Remark("unread-words", f"分工里有读不懂的字：{quoted(text)}", place)


def _is_cut(line: str) -> bool:
    return len(line) >= SHORTEST_LINE and not line.endswith(tuple(_SENTENCE_END))


LONGEST_ALLOCATION = 2000
"""Characters of the longest allocation; the longest met names some sixty bodies in 600."""


@dataclass(slots=True)
class ProseReader:
    """Reads the tasks of items; text that was read before is not read again."""

    vocabulary: Vocabulary
    remarks: list[Remark]
    seen: set[tuple[object, ...]] = field(default_factory=set)

    def read(self, item: Item) -> ReadItem:
        """Return `item` with the tasks that it gives, in printed order."""
        closed = list(_closed(item, self.vocabulary))
        printed = [found.printed.text for part in closed for found in part.allocations]
        return ReadItem(item, tuple(self._tasks(item, closed)), tuple(printed))

    def _tasks(self, item: Item, closed: Sequence[Closed]) -> Iterator[DraftTask]:
        for part in closed:
            label, under, title = item.label, item.under, item.heading
            if len(closed) > 1 and item.label:
                label, under = "", (*item.under, item.label + item.heading)
            if len(closed) > 1 or not item.label:
                title = _title(part, item)
            task = _task(part, label, title, under)
            if (key := (task.under, task.label, part.text)) in self.seen:
                self._say_repeated(task)
                continue
            self.seen.add(key)
            self._tell_leftovers(part)
            yield task

    def _tell_leftovers(self, part: Closed) -> None:
        for found in part.allocations:
            for words in found.allocation.leftovers:
                place = found.span.place_at(found.inside + words.start)
                self.remarks.append(unread_words(words.text, place))

    def _say_repeated(self, task: DraftTask) -> None:
        if not any(remark.code == "repeated-text" for remark in self.remarks):
            message = "从这里起有文字与前面相同，只读一次"
            self.remarks.append(Remark("repeated-text", message, task.place))


def _title(part: Closed, item: Item) -> str:
    text = part.last.strip().removeprefix(item.label).strip()
    rest = text.removeprefix(item.heading).strip(_NOT_TEXT) if item.label else text
    return healed(first_sentence(rest or text)) or item.heading


def _task(part: Closed, label: str, title: str, under: tuple[str, ...]) -> DraftTask:
    printed = tuple(found.printed for found in part.allocations)
    due = [found.allocation.due_text for found in part.allocations if found.allocation.due_text]
    return DraftTask(
        label=label,
        title=title,
        under=under,
        mentions=tuple(mention for found in part.allocations for mention in found.mentions),
        printed=printed,
        place=printed[0].place,
        due_text="；".join(due) or None,
    )


def _closed(item: Item, vocabulary: Vocabulary) -> Iterator[Closed]:
    paragraphs: list[str] = []
    allocations: list[Found] = []
    for span in item.spans:
        offset = 0
        for found in (*allocations_in(span, vocabulary), None):
            between = span.text[offset : found.start if found else None]
            if between.strip(_NOT_TEXT):
                if allocations:
                    yield Closed(tuple(paragraphs), tuple(allocations))
                    paragraphs, allocations = [], []
                paragraphs.append(between)
            if found:
                allocations.append(found)
                offset = found.end
    if allocations:
        yield Closed(tuple(paragraphs), tuple(allocations))


def allocations_in(span: Span, vocabulary: Vocabulary) -> list[Found]:
    """Return the allocations of `span` in order: in brackets that close a sentence, or labelled."""
    text = span.text
    found = []
    for bracket in brackets_in(text):
        if bracket.end - bracket.start > LONGEST_ALLOCATION or not closes_sentence(text, bracket):
            continue
        allocation = read_allocation(text[bracket.start + 1 : bracket.end - 1], vocabulary, None)
        if allocation and allocation.mentions:
            found.append(Found(span, bracket.start, bracket.end, bracket.start + 1, allocation))
    return sorted([*found, *_labelled(span, found, vocabulary)], key=lambda one: one.start)


def _labelled(span: Span, bracketed: Sequence[Found], vocabulary: Vocabulary) -> Iterator[Found]:
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
            yield Found(span, label.start(), end, label.start(), allocation)
        elif (
            read := read_allocation(text[label.start() : end], vocabulary, None)
        ) and read.mentions:
            yield Found(span, label.start(), end, label.start(), read)


def _is_inside(offset: int, found: Sequence[Found], starts: Sequence[int]) -> bool:
    index = bisect_right(starts, offset) - 1
    return index >= 0 and offset < found[index].end


def closes_sentence(text: str, bracket: Bracket) -> bool:
    """Tell whether `bracket` stands between sentences, not within one."""
    start, end = bracket.start, bracket.end
    before = text[max(start - 64, 0) : start].rstrip()[-1:]
    after = text[end : end + 64].lstrip()[:1]
    return not before or before in _SENTENCE_END or not after or after in _SENTENCE_END
