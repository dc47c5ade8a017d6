"""Allocations in prose: what closes an item says who is to do it.

    2.推进企业内网改造升级。支持……（责任单位：省通信管理局，各市人民政府）

Two allocations in one item are two tasks, each with the text that it closes.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gdquality.errors import quoted
from gdquality.parsing.allocation import unread_words
from gdquality.parsing.brackets import CLOSING
from gdquality.parsing.compact import Range
from gdquality.parsing.drafts import DraftTask
from gdquality.parsing.outline import Item, Span
from gdquality.parsing.passages import first_sentence, healed
from gdquality.parsing.printed_allocations import (
    SENTENCE_END,
    PrintedAllocation,
    allocations_in,
    are_names,
)
from gdquality.parsing.stated import stated_in
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Remark

_NOT_TEXT = "。；;，, 　\t\n—-–·•●◆▲■★※◎○□△"

_HEADING_AND_TITLE = 2
_LONGEST_TITLE = 40
"""Characters of a line that names a task and does not describe it."""


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item of the outline, the tasks that it gives, and its spans with their allocations.

    Text that stands twice gives its tasks once, and is no task where it stands again.
    """

    item: Item
    tasks: tuple[DraftTask, ...]
    spans: tuple[tuple[Span, tuple[Range, ...]], ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """Paragraphs and the allocations that close them, with nothing but blanks between these."""

    paragraphs: tuple[str, ...]
    allocations: tuple[PrintedAllocation, ...]

    def __add__(self, other: "Closed") -> "Closed":
        """Return both as one."""
        return Closed(
            (*self.paragraphs, *other.paragraphs), (*self.allocations, *other.allocations)
        )

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


def _is_cut(line: str) -> bool:
    return len(line) >= SHORTEST_LINE and not line.endswith(tuple(SENTENCE_END))


_NO_MATTER = re.compile(
    "(?:会议)?主持人?[：:]|(?:主讲|报告|联系|负责)人[：:]|版权所有|(?:信息|文章)?来源[：:]|发布(?:时间|日期|机构)[：:]|附件[：:]|"
    "(?:投诉|举报|监督|咨询|报名|联系|服务|值班|办公){0,3}(?:电话|热线|邮箱|传真|邮编|地址|网址)[：:]"
)
"""What begins a line that tells of people and pages, and gives nobody a task."""


@dataclass(slots=True)
class ProseReader:
    """Reads the tasks of items; text that was read before is not read again."""

    vocabulary: Vocabulary
    remarks: list[Remark]
    seen: set[tuple[object, ...]] = field(default_factory=set)

    def read(self, item: Item) -> ReadItem:
        """Return `item` with the tasks that it gives, in printed order."""
        allocated = list(self._allocated(item))
        if not any(one.allocation.mentions for _, found in allocated for one in found):
            stated = list(stated_in(item, self.vocabulary))
            allocated = [
                (span, sorted([*found, *(one for one in stated if one.span is span)], key=_start))
                for span, found in allocated
            ]
        ranges = ((span, tuple((one.start, one.end) for one in found)) for span, found in allocated)
        closed = self._with_bodies(list(_closed(allocated)))
        return ReadItem(item, tuple(self._tasks(item, closed)), tuple(ranges))

    def _allocated(self, item: Item) -> Iterator[tuple[Span, Sequence[PrintedAllocation]]]:
        """Yield the spans of `item` with their allocations.

        Names below a list allocate nothing to the other name that one of them has in brackets.
        """
        is_below = False
        for span in item.spans:
            text = span.text.rstrip()
            found = allocations_in(span, self.vocabulary)
            if is_below and are_names(text, self.vocabulary):
                found = []
            else:
                ends_in_list = bool(found) and found[-1].end == len(text)
                is_below = ends_in_list and not text.endswith(tuple(CLOSING))
            yield span, found

    def _with_bodies(self, closed: Sequence[Closed]) -> list[Closed]:
        """Return what names somebody; a limit alone is of what is closed before it, or behind."""
        found: list[Closed] = []
        waiting = Closed((), ())
        for part in closed:
            if any(one.allocation.mentions for one in part.allocations):
                found.append(waiting + part)
                waiting = Closed((), ())
            elif found:
                found[-1] = found[-1] + Closed((), part.allocations)
            else:
                waiting = waiting + part
        for limit in waiting.allocations:
            message = f"有期限或报送要求，没有读成：{quoted(limit.printed.text)}"
            self.remarks.append(Remark("unread-duty", message, limit.printed.place))
        return found

    def _tasks(self, item: Item, closed: Sequence[Closed]) -> Iterator[DraftTask]:
        is_heading = len(closed) > 1 or (len(closed) == 1 and _stands_above(item, closed[0]))
        for part in closed:
            label, under, title = item.label, item.under, item.heading
            if is_heading and item.label:
                label, under = "", (*item.under, item.label + item.heading)
            if is_heading or not item.label:
                title = _title(part, item)
            for found in part.allocations:
                title = title.removesuffix(healed(found.printed.text)) or title
            title = "" if _NO_MATTER.match(title) else title.rstrip("，,；;") or title
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


def _start(found: PrintedAllocation) -> int:
    return found.start


def _stands_above(item: Item, part: Closed) -> bool:
    """Tell whether the heading of `item` has a line of its own, and what is closed is a title.

    A sentence below a heading says more of it: 一、教育 and 修路（责任单位：…） are two things.
    """
    lines = [one.strip() for one in part.paragraphs if one.strip(_NOT_TEXT)]
    if len(lines) != _HEADING_AND_TITLE or healed(lines[0]) != item.label + item.heading:
        return False
    return len(lines[1]) <= _LONGEST_TITLE and not any(sign in lines[1] for sign in "。；;！：:")


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


def _closed(
    allocated: Sequence[tuple[Span, Sequence[PrintedAllocation]]],
) -> Iterator[Closed]:
    paragraphs: list[str] = []
    allocations: list[PrintedAllocation] = []
    for span, printed in allocated:
        offset = 0
        for found in (*printed, None):
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
