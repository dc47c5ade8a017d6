"""Marks that names are printed with, and what a note says of them: 市教育局★, 加“★”的为牵头单位."""

import re
from collections.abc import Iterable, Iterator, Sequence

from gdquality.errors import quoted
from gdquality.parsing.allocation import unread_words
from gdquality.parsing.drafts import DraftTask
from gdquality.parsing.first_looks import first_look
from gdquality.parsing.marks import ASTERISKS, MARKS
from gdquality.parsing.notes import role_of_rest
from gdquality.parsing.passages import Passage, healed
from gdquality.records import Remark

_LEADS = "(?:均|即|都)?(?:为|是|系|表示|代表)[^。；;，,\n]{0,4}?(?:牵头|主责|主办)"
_MARK_LEADS = re.compile(
    rf"(?P<mark>[{MARKS}{ASTERISKS}])[”\"’）)]?(?:号|标[记识注志])?(?:者|的)?(?:责任)?(?:单位|部门)?{_LEADS}"
)
_PRINT_LEADS = re.compile(
    rf"(?:加粗|加黑|粗体|黑体|下划线|标红|红色|斜体|阴影)[^。；;\n为是系]{{0,12}}{_LEADS}"
)
"""What only the look of a name says, which a source has without."""

MAY_SAY = first_look(
    f"{MARKS}{ASTERISKS}加粗黑斜下标红阴",
    f"(?:[{MARKS}{ASTERISKS}]|加粗|加黑|[粗黑斜]体|下划线|标红|红色|阴影)",
)
_SENTENCE = re.compile("[^。；;\n]+")


def marks_that_lead(text: str) -> frozenset[str]:
    """Return the marks by which `text` says that bodies lead: ★ of 加“★”的为牵头单位."""
    if not MAY_SAY.search(text):
        return frozenset()
    return frozenset(found["mark"] for found in _MARK_LEADS.finditer("".join(text.split())))


def with_marked_leading(
    tasks: Sequence[DraftTask], marks: frozenset[str], text: str
) -> list[DraftTask]:
    """Return `tasks`, the responsible whose names have one of `marks` leading.

    The others of a task are what the `text` of the document says of the rest.
    """
    if not marks:
        return list(tasks)
    rest = role_of_rest(text)
    found: list[DraftTask] = []
    for task in tasks:
        if any(one.mark in marks for one in task.mentions):
            roles = ("lead" if one.mark in marks else rest for one in task.mentions)
            mentions = (
                one._replace(role=role) if one.role == "responsible" else one
                for one, role in zip(task.mentions, roles, strict=True)
            )
            task = task._replace(mentions=tuple(mentions))  # noqa: PLW2901 -- the same task
        found.append(task)
    return found


def without_marks(remarks: Iterable[Remark], marks: frozenset[str]) -> list[Remark]:
    """Return `remarks` without those on the `marks` that a note explains."""
    explained = {
        (unread.code, unread.message)
        for mark in marks
        for unread in [unread_words(mark, remark.place) for remark in remarks]
    }
    return [one for one in remarks if (one.code, one.message) not in explained]


def unapplied_notes(passages: Iterable[Passage], text: str) -> Iterator[Remark]:
    """Yield a remark for each note that says who leads by what no name in `text` has.

    That is a mark that stands in the note alone, or the look of a name (加粗的为牵头单位).
    """
    for passage in passages:
        if not MAY_SAY.search(passage.text):
            continue
        for found in _SENTENCE.finditer(passage.text):
            sentence = "".join(found[0].split())
            marks = marks_that_lead(sentence)
            is_unseen = marks and all(text.count(mark) == sentence.count(mark) for mark in marks)
            if is_unseen or _PRINT_LEADS.search(sentence):
                said = quoted(healed(found[0]))
                message = f"说明了谁牵头，单位上看不出来，没有读：{said}"
                yield Remark("unread-note", message, passage.place_at(found.start()))
