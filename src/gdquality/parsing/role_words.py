"""Where a passage says who has which role: labels before names, verbs after them, words between."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gdquality.parsing.brackets import OPENING, closings
from gdquality.parsing.compact import Compact
from gdquality.parsing.labels_within import labels_within
from gdquality.parsing.role_patterns import (
    DATED_CLAUSE,
    FIRST_LEADS,
    SAYS_MORE,
    UNKNOWN_LABEL,
    due_labels,
    labels,
    member_labels,
)
from gdquality.parsing.role_verbs import first_characters, verb_at
from gdquality.parsing.roles import BEFORE_CLAUSE, Marker, role_of_label
from gdquality.records import Role

_BEFORE_LABEL = frozenset("，,；;。.（(〔[【）)】〕]")
_ENDS_NAME = frozenset(["", *"，,；;。.、：:（(〔[【）)】〕]"])
_SHORTEST_UNSIGNED = 4
_LONGEST_UNSIGNED = 8
"""Characters of a label that needs no colon before a blank: 责任单位."""

_DIVIDES = frozenset("、，,；;。：:")
_SHORT: dict[str, Role] = {"主": "lead", "牵": "lead", "协": "support", "配": "support"}
"""Roles as a single character in brackets says them: 财政局（协）."""


def markers_of(source: Compact) -> list[Marker]:
    """Return the words of roles in `source`, in printed order."""
    return list(_beside_leads(_markers(source))) if SAYS_MORE.search(source.text) else []


def _beside_leads(markers: Iterable[Marker]) -> Iterator[Marker]:
    """Yield `markers`; members support the lead before them, and without one they are a field."""
    has_lead = False
    for marker in markers:
        has_lead = has_lead or marker.role == "lead"
        if marker.kind != "members":
            yield marker
        elif has_lead:
            yield replace(marker, kind="label", role="support")
        else:
            yield replace(marker, kind="field")


def _markers(source: Compact) -> Iterator[Marker]:
    text = source.text
    closed = closings(text)
    clauses = (found.end() for found in BEFORE_CLAUSE.finditer(text, 0, len(text) - 1))
    verbs_ = (found.start() for found in first_characters().finditer(text))
    within = dict(labels_within(source))
    behind = 0
    for at in sorted({0, *clauses, *verbs_, *closed, *source.gaps, *within}):
        if at < behind:
            continue
        marker = within[at] if at in within else _marker_at(source, at, closed.get(at))
        if marker:
            yield marker
        behind = marker.end if marker else closed.get(at, at) + 1


def _marker_at(source: Compact, at: int, closes: int | None) -> Marker | None:
    text = source.text
    if at == 0 or BEFORE_CLAUSE.match(text, at - 1) or at in source.gaps or _is_labelled(text, at):
        if found := FIRST_LEADS.match(text, at):
            return Marker("first-leads", None, at, found.end())
        if marker := _label_at(source, at) or _date_at(text, at):
            return marker
    if closes is not None:
        return _in_brackets(text, at, closes)
    return verb_at(source, at) if first_characters().match(text, at) else None


def _is_labelled(text: str, at: int) -> bool:
    """Tell whether brackets hold labels in `text`, which begins with one: （牵头）A（配合）B."""
    return text[at] in OPENING and text[0] in OPENING


def _label_at(source: Compact, at: int) -> Marker | None:
    text = source.text
    found = labels().match(text, at)
    if found and _is_signed(source, at, found):
        return Marker("label", role_of_label(found["label"]), at, found.end())
    found = due_labels().match(text, at)
    if found and _is_signed(source, at, found):
        return Marker("due", None, at, found.end())
    if found := member_labels().match(text, at):
        return Marker("members", None, at, found.end())
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
    """Return the role or note in brackets behind a name, A（牵头）, or before it, （主）A."""
    inside = text[start + 1 : end]
    if role := _SHORT.get(inside):
        is_before = start == 0 or text[start - 1] in _DIVIDES
        return Marker("label" if is_before else "suffix", role, start, end + 1)
    if start == 0:
        return None
    if FIRST_LEADS.fullmatch(inside):
        return Marker("first-leads", None, start, end + 1)
    found = labels().fullmatch(inside)
    if found and not found["opens"] and not found["sign"]:
        return Marker("suffix", role_of_label(inside), start, end + 1)
    return None
