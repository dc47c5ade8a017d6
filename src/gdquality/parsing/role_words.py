"""Where a passage says who has which role: labels before names, verbs after them, words between."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from gdquality.parsing.brackets import closings
from gdquality.parsing.compact import Compact
from gdquality.parsing.role_patterns import (
    DATED_CLAUSE,
    FIRST_LEADS,
    SAYS_MORE,
    UNKNOWN_LABEL,
    due_labels,
    joining,
    labels,
    other_verbs,
    verbs,
)
from gdquality.parsing.words import ending, longest_first, words
from gdquality.records import Role

Kind = Literal[
    "label", "due", "field", "verb", "other-verb", "joining", "suffix", "date", "first-leads"
]

_BEFORE_CLAUSE = re.compile(r"[，,；;。.、：:|｜（(〔\[【）)】〕\]]")
_BEFORE_LABEL = frozenset("，,；;。.（(〔[【）)】〕]")
_ENDS_NAME = frozenset(["", *"，,；;。.、：:（(〔[【）)】〕]"])
_ENDS_CLAUSE = re.compile("牵头|主责|负责|配合|协助|参与")
_SUPPORTING = ("support_verbs", "joining_verbs")
_SHORTEST_UNSIGNED = 4
_LONGEST_UNSIGNED = 8
"""Characters of a label that needs no colon before a blank: 责任单位."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Words of a compact text, from `start` to `end`, that say what the names near them are.

    A `label` stands before names, a `verb` after them, a `suffix` in brackets behind one; an
    `other-verb` gives those before it none of the three roles. A `field`
    begins a passage that names no bodies, a `due` one that says when; a `date` says so itself.
    """

    kind: Kind
    role: Role | None
    start: int
    end: int


def markers_of(source: Compact) -> list[Marker]:
    """Return the words of roles in `source`, in printed order."""
    return list(_markers(source)) if SAYS_MORE.search(source.text) else []


def _markers(source: Compact) -> Iterator[Marker]:
    text = source.text
    closed = closings(text)
    clauses = (found.end() for found in _BEFORE_CLAUSE.finditer(text, 0, len(text) - 1))
    verbs_ = (found.start() for found in _first_characters().finditer(text))
    behind = 0
    for at in sorted({0, *clauses, *verbs_, *closed, *source.gaps}):
        if at < behind:
            continue
        marker = _marker_at(source, at, closed.get(at))
        if marker:
            yield marker
        behind = marker.end if marker else closed.get(at, at) + 1


def _marker_at(source: Compact, at: int, closes: int | None) -> Marker | None:
    text = source.text
    if at == 0 or _BEFORE_CLAUSE.match(text, at - 1) or at in source.gaps:
        if found := FIRST_LEADS.match(text, at):
            return Marker("first-leads", None, at, found.end())
        if marker := _label_at(source, at) or _date_at(text, at):
            return marker
    if closes is not None:
        return _in_brackets(text, at, closes) if at else None
    return _verb_at(source, at) if _first_characters().match(text, at) else None


def _verb_at(source: Compact, at: int) -> Marker | None:
    text = source.text
    found = verbs().match(text, at) or _verb_before_gap(source, at)
    if found and not (found[0].startswith("协办") and text.endswith("政", 0, at)):  # 市政协办
        return Marker("verb", _role_of(found[0]), at, found.end())
    if found := other_verbs().match(text, at):
        return Marker("other-verb", None, at, found.end())
    found = joining().match(text, at) if at else None
    return Marker("joining", "support", at, found.end()) if found else None


def _verb_before_gap(source: Compact, at: int) -> re.Match[str] | None:
    """Match a verb that a blank or line break ends, if it is one that no name breaks at."""
    gap = min((one for one in source.gaps if one > at), default=None)
    found = verbs().match(source.text, at, gap) if gap is not None else None
    return found if found and _ENDS_CLAUSE.search(found[0]) else None


@cache
def _first_characters() -> re.Pattern[str]:
    """Match the characters that the words of roles behind names begin with, for a quick look."""
    kinds = (
        "lead_verbs",
        "support_verbs",
        "responsible_verbs",
        "role_adverbs",
        "joining_verbs",
        "other_verbs",
    )
    first = {word[0] for word in longest_first(*kinds)} | set("在按根依结作为是")
    return re.compile(f"[{''.join(sorted(first))}]")


def _label_at(source: Compact, at: int) -> Marker | None:
    text = source.text
    found = labels().match(text, at)
    if found and _is_signed(source, at, found):
        return Marker("label", _role_of_label(found["label"]), at, found.end())
    found = due_labels().match(text, at)
    if found and _is_signed(source, at, found):
        return Marker("due", None, at, found.end())
    found = UNKNOWN_LABEL.match(text, at)
    is_behind_label = at > 0 and text[at - 1] in "：:"
    if not found or is_behind_label or source.gaps.intersection(range(at + 1, found.end())):
        return None
    return Marker("field", None, at, found.end())


def _is_signed(source: Compact, at: int, found: re.Match[str]) -> bool:
    """Tell whether a label is one by its sign: a colon, 为, a blank, or brackets around it."""
    if found["opens"]:
        is_behind_name = at > 0 and source.text[at - 1] not in _BEFORE_LABEL
        return bool(found["closes"]) and not (is_behind_name and _ends_line(source, found.end()))
    if found["sign"]:
        return True
    # Two of them with nothing between are the headings of a table in the cell.
    is_heading = labels().match(source.text, found.end()) or any(
        labels().fullmatch(source.text, at - length, at)
        for length in range(_SHORTEST_UNSIGNED, min(at, _LONGEST_UNSIGNED) + 1)
    )
    is_long = len(found["label"]) >= _SHORTEST_UNSIGNED
    return found.end() in source.gaps and is_long and not is_heading


def _ends_line(source: Compact, at: int) -> bool:
    """Tell whether nothing stands at `at` that what is before it could be a label of."""
    return source.text[at : at + 1] in _ENDS_NAME or at in source.gaps


def _date_at(text: str, at: int) -> Marker | None:
    """Return a clause that says when without any label: 2019年12月底前完成."""
    found = DATED_CLAUSE.match(text, at)
    if not found or re.search("牵头|负责|配合|参与|[局厅委办]", found[0]):
        return None
    return Marker("date", None, at, found.end())


def _in_brackets(text: str, start: int, end: int) -> Marker | None:
    """Return the role that stands in brackets behind a name, A（牵头）、B, or the note there."""
    inside = text[start + 1 : end]
    if FIRST_LEADS.fullmatch(inside):
        return Marker("first-leads", None, start, end + 1)
    found = labels().fullmatch(inside)
    if found and not found["opens"] and not found["sign"]:
        return Marker("suffix", _role_of_label(inside), start, end + 1)
    return None


def _role_of_label(label: str) -> Role:
    """Return the role that a label gives; 牵头和责任单位 does not say which of them leads."""
    roles = label.removesuffix(ending(label, "bodies_of_labels"))
    return "responsible" if roles in words("responsible_roles") else _role_of(label)


def _role_of(words_of_role: str) -> Role:
    """Return the role that a label or verbs give: the lead's where one of their words leads."""
    if any(word in words_of_role for word in words("lead_verbs")):
        return "lead"
    if any(word in words_of_role for kind in _SUPPORTING for word in words(kind)):
        return "support"
    return "responsible"
