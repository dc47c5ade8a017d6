"""Where a role sentence says which role: labels before names, verbs after them, words between."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from gdquality.parsing.compact import Compact
from gdquality.parsing.pieces import brackets
from gdquality.parsing.words import words

Role = Literal["lead", "responsible", "support"]
"""牵头, 负责 or 配合: `responsible` does not say who leads."""

ROLES: tuple[Role, ...] = ("lead", "responsible", "support")

Kind = Literal["label", "due", "field", "verb", "joining", "suffix", "note"]

_SHORTEST_ALONE = 3
"""Characters of a label that needs no colon: 责任 alone is a word of prose."""

_BOUNDARY = r"(?=$|[，,、；;。.．）)】〕\]（(〔\[【]|会同|會同)"
_FIRST_LEADS = (
    r"(?:其中[，,]?)?(?:以上|以下)?(?:各?项?(?:任务|工作))?(?:责任单位)?中?[，,]?"
    r"(?:排名?|列|排序|位列|名列)?(?:在|为)?(?:第一位?|首位|第1位?|首个|第一个)(?:单位|部门)?(?:的|者)?(?:责任)?(?:单位|部门)?"
    r"(?:均?为|是|系)(?:牵头|主责|主办)(?:负责)?(?:责任)?(?:单位|部门)(?:[，,、]?下同)?"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A word of a compact text, from `start` to `end`, that says what the names near it are.

    A label or a suffix has a `role`; so has a verb, unless it is none that gives one.
    """

    kind: Kind
    role: Role | None
    start: int
    end: int


def markers_of(source: Compact) -> list[Marker]:
    """Return the words of roles in `source`, in printed order."""
    text = source.text
    closed = brackets(text)
    found: list[Marker] = []
    at = 0
    while at < len(text):
        marker = _marker_at(source, at)
        if marker:
            found.append(marker)
            at = marker.end
        elif at in closed:
            marker = _in_brackets(source, at, closed[at])
            if marker:
                found.append(marker)
            at = closed[at] + 1
        else:
            at += 1
    return found


def _marker_at(source: Compact, at: int) -> Marker | None:
    text = source.text
    if found := _note().match(text, at):
        return Marker("note", None, at, found.end())
    if _begins_clause(source, at) and (label := _label_at(source, at)):
        return label
    if found := _verbs().match(text, at):
        return Marker("verb", _role_of(found[0]), at, found.end())
    if at and (found := _joining().match(text, at)):
        return Marker("joining", "support", at, found.end())
    return None


def _begins_clause(source: Compact, at: int) -> bool:
    return at == 0 or source.text[at - 1] in "，,；;。.、（(〔[【）)】〕]：:" or at in source.gaps


def _label_at(source: Compact, at: int) -> Marker | None:
    found = _labels().match(source.text, at)
    if not found:
        return _unknown_label_at(source, at)
    end = found.end()
    signed = found["sign"] or (end in source.gaps and len(found["label"]) >= _SHORTEST_ALONE)
    bracketed = source.text[at] in "（(〔[【" and source.text[end - 1] in "）)】〕]"
    if not (signed or bracketed):
        return None
    if bracketed and at and source.text[at - 1] not in "，,；;。）)】〕]":
        return None
    label = found["label"]
    if label in words("due_labels"):
        return Marker("due", None, at, end)
    role: Role = next(role for role in ROLES if label in words(f"{role}_labels"))
    return Marker("label", role, at, end)


def _unknown_label_at(source: Compact, at: int) -> Marker | None:
    found = re.compile(r"[^\W\d_]{2,8}[：:]").match(source.text, at)
    return Marker("field", None, at, found.end()) if found else None


def _in_brackets(source: Compact, start: int, end: int) -> Marker | None:
    """Return the role that stands in brackets behind a name: A（牵头）、B."""
    inside = source.text[start + 1 : end]
    if start == 0:
        return None
    for role in ROLES:
        if inside in words(f"{role}_labels") or inside in words(f"{role}_verbs"):
            return Marker("suffix", role, start, end + 1)
    return None


def _role_of(verb: str) -> Role:
    """Return the role that a chain of verbs gives: the lead's where one of them leads."""
    if any(word in verb for word in words("lead_verbs")):
        return "lead"
    return "support" if any(word in verb for word in words("support_verbs")) else "responsible"


def _any(*kinds: str) -> str:
    every = {word for kind in kinds for word in words(kind)}
    return "|".join(map(re.escape, sorted(every, key=lambda word: (-len(word), word))))


@cache
def _labels() -> re.Pattern[str]:
    labels = _any("lead_labels", "responsible_labels", "support_labels", "due_labels")
    return re.compile(
        rf"[【〔\[（(]?(?:{_any('label_modifiers')}){{0,2}}(?P<label>{labels})[】〕\]）)]?(?P<sign>[：:]|[为是](?=[^牵责]))?"
    )


@cache
def _verbs() -> re.Pattern[str]:
    verbs = _any("lead_verbs", "support_verbs", "responsible_verbs")
    return re.compile(
        rf"(?:{_any('role_adverbs')}){{0,4}}+(?:{verbs})(?:{_any('role_adverbs')}|{verbs}|并|和|、(?={verbs})){{0,5}}?{_BOUNDARY}"
    )


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('joining_verbs')})(?=..)")


@cache
def _note() -> re.Pattern[str]:
    return re.compile(_FIRST_LEADS)
