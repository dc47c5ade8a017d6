"""The verbs behind names that say as what these do a task: 由市教育局牵头，市财政局配合."""

import re
from functools import cache

from gdquality.parsing.collectives import areas_of
from gdquality.parsing.compact import Compact
from gdquality.parsing.role_patterns import clauses, handling, joining, other_verbs, verbs
from gdquality.parsing.roles import Marker, role_of_label, role_of_verbs
from gdquality.parsing.shapes import LONGEST_NAME, is_collective, is_named_as_body, is_person
from gdquality.parsing.words import ending, longest_first

_ENDS_CLAUSE = re.compile("牵头|主责|主办|负责|配合|协助|参与|会办")
_ENDS_OFFICE = ("协办", "会办")
_ENDS_COMMITTEE = "委会"
"""What 市安委会 ends with, and 市发改委会办 has where nothing ends."""

_NAMES_WHO = re.compile("由|会同")
_BEFORE_NAME = "、，,；;。：:"
_LONGEST_CLAUSE = 200


def verb_at(source: Compact, at: int) -> Marker | None:
    """Return the verb of a role that begins at `at`, if one does."""
    text = source.text
    found = verbs().match(text, at) or _verb_before_gap(source, at)
    if found and not _is_of_office(text, found):
        label = found["label"]
        role = role_of_label(label) if label else role_of_verbs(found[0])
        return Marker("verb", role, at, found.end())
    if (found := handling().match(text, at)) and _says_who(text, at):
        return Marker("verb", "responsible", at, found.end())
    if found := other_verbs().match(text, at):
        return Marker("other-verb", None, at, found.end())
    if (found := clauses().match(text, at)) and _is_clause(source, found):
        return Marker("clause", role_of_verbs(found["verbs"]), at, found.end())
    found = joining().match(text, at) if at else None
    return Marker("joining", "support", at, found.end()) if found else None


def _is_clause(source: Compact, verbs: re.Match[str]) -> bool:
    """Tell whether a body stands before `verbs`, and no other, and no person, behind them."""
    text, start, end = source.text, verbs.start(), verbs.end()
    if not source.gaps.isdisjoint(range(start + 1, end)):
        return False
    if is_person(verbs["object"]) or is_named_as_body(verbs["object"]):
        return False
    earliest = max(start - LONGEST_NAME, 0)
    begins = max(text.rfind(sign, earliest, start) for sign in _BEFORE_NAME) + 1
    before = text[max(begins, earliest) : start]
    return is_named_as_body(before) or is_collective(before) or bool(areas_of(before))


def _says_who(text: str, at: int) -> bool:
    """Tell whether the clause before `at` says by 由 or 会同 who does something."""
    near = max(at - _LONGEST_CLAUSE, 0)
    begins = max(text.rfind(sign, near, at) for sign in "，,；;。") + 1
    return bool(_NAMES_WHO.search(text, max(begins, near), at))


def _is_of_office(text: str, verb: re.Match[str]) -> bool:
    """Tell whether `verb` is the end of an office's name: 市政协办, 市安委会办."""
    if not verb[0].startswith(_ENDS_OFFICE):
        return False
    body = text[max(verb.start() - LONGEST_NAME, 0) : verb.start() + 1]
    names = (ending(body, kind) for kind in ("whole_names", "committees", "institution_endings"))
    return any(name not in ("", _ENDS_COMMITTEE) for name in names)


def _verb_before_gap(source: Compact, at: int) -> re.Match[str] | None:
    """Match a verb that a blank or line break ends, if it is one that no name breaks at."""
    gap = min((one for one in source.gaps if one > at), default=None)
    found = verbs().match(source.text, at, gap) if gap is not None else None
    return found if found and _ENDS_CLAUSE.search(found[0]) else None


@cache
def first_characters() -> re.Pattern[str]:
    """Match the characters that the words of roles behind names begin with, for a quick look."""
    kinds = (
        "lead_verbs",
        "support_verbs",
        "responsible_verbs",
        "handling_verbs",
        "role_adverbs",
        "joining_verbs",
        "other_verbs",
    )
    first = {word[0] for word in longest_first(*kinds)} | set("在按根依结作为是")
    return re.compile(f"[{''.join(sorted(first))}]")
