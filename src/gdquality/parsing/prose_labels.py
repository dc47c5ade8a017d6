"""Labels in prose, before the lists that they head: 责任单位：, 【牵头单位】, 完成时限：."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gdquality.parsing.page_foot import is_before_foot
from gdquality.parsing.role_patterns import MAY_LABEL, due_labels, labels
from gdquality.parsing.words import ending

_MAY_BEGIN_LABEL = re.compile(r"(?:^|(?<=[。；;，,\s　）)】〕\]]))(?=[^\s，,。；;])|[（(【〔\[]")
"""Where a label may stand: first in a line, sentence or clause, or in a bracket not closed."""

_HOSTS = re.compile("主办|承办")
"""Who does a task, or keeps the site that a page is saved from."""

_WORDS_BEFORE_LABEL = re.compile(
    "[^\\s，,。；;：:（()）【】〔〕]{1,8}?(?=牵头|主责|责任|负责|[主协会承]办|配合|参与|协同|协助|落实|实施)"
)
_BLANKS = re.compile(r"[ \t　]*")
_MAY_STAND_BEFORE_LABEL = re.compile(r"[，,。；;：:！!？?”\s（(〔\[【）)】〕\]]")
_ENDS_NAME = re.compile(r"[，,、。；;：:\s（(〔\[【）)】〕\]]|$")
LIST_ENDS = re.compile("[。\n]")
"""Where the list behind a label ends at the latest."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a span: its words begin at `start`, what it labels at `end`.

    It is a `limit` where it labels a date, and `is_signed` by a colon or by brackets around it.
    What it labels goes no further than to where its sentence or line ends, `list_ends`.
    """

    start: int
    end: int
    is_limit: bool
    is_signed: bool
    list_ends: int = 0


def labels_in(text: str) -> Iterator[Label]:
    """Yield the labels of `text` in order, with where what each heads ends."""
    if not MAY_LABEL.search(text):
        return
    behind = list_ends = 0
    for found in _MAY_BEGIN_LABEL.finditer(text):
        at = found.start()
        label = _label_at(text, at) if at >= behind else None
        # Behind ， it begins a list only where none has begun: 2.修路，责任单位：市交通局.
        if label and at and text[at - 1] in "，,":
            label = label if label.is_signed and at >= list_ends else None
        if label:
            label = replace(label, end=_behind_blanks(text, label.end))
            behind = label.end
            if list_ends < behind:
                stop = LIST_ENDS.search(text, behind)
                list_ends = stop.start() if stop else len(text)
            yield replace(label, list_ends=list_ends)


def _behind_blanks(text: str, at: int) -> int:
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def _label_at(text: str, at: int) -> Label | None:
    if limit := due_labels().match(text, at):
        return Label(at, limit.end(), is_limit=True, is_signed=True) if _sign(limit) else None
    found = labels().match(text, at)
    if found and _HOSTS.search(found[0]) and is_before_foot(text, at):
        return None
    if found and _is_of_name_before(text, found):
        return None
    if found and (_sign(found) or found["sign"] or _stands_apart(text, found)):
        return Label(at, found.end(), is_limit=False, is_signed=_sign(found))
    before = _WORDS_BEFORE_LABEL.match(text, at)
    found = labels().match(text, before.end()) if before else None
    # 监管责任： is another's than 责任： is.
    if found and _sign(found) and ending(found["label"], "bodies_of_labels"):
        return Label(found.start(), found.end(), is_limit=False, is_signed=True)
    return None


def _is_of_name_before(text: str, label: re.Match[str]) -> bool:
    """Tell whether a label in brackets is of the name that it stands behind: A（牵头），B."""
    is_closed = label["opens"] and label["closes"] and not label["sign"]
    is_behind_text = not _MAY_STAND_BEFORE_LABEL.match(text, max(label.start() - 1, 0))
    return bool(is_closed and is_behind_text and _ENDS_NAME.match(text, label.end()))


def _sign(label: re.Match[str]) -> bool:
    return label["sign"] in ("：", ":") or bool(label["opens"] and label["closes"])


def _stands_apart(text: str, label: re.Match[str]) -> bool:
    return text[label.end() : label.end() + 1].isspace() and not label["opens"]
