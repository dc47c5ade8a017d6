"""The words of a passage that say what the names near them are."""

import re
from dataclasses import dataclass
from typing import Literal

from gdquality.parsing.words import words
from gdquality.records import Role

Kind = Literal[
    "label", "due", "field", "verb", "other-verb", "joining", "suffix", "date", "first-leads"
]

BEFORE_CLAUSE = re.compile(r"[，,；;。.、：:|｜（(〔\[【）)】〕\]]")
"""A sign behind which a clause begins."""

_SUPPORTING = ("support_verbs", "joining_verbs")


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


def role_of_label(label: str) -> Role:
    """Return the role that a label gives; 牵头和配合单位 does not say which of them leads."""
    leads = any(word in label for word in words("lead_verbs"))
    supports = any(word in label for word in words("support_verbs"))
    return "responsible" if leads and supports else role_of(label)


def role_of(words_of_role: str) -> Role:
    """Return the role that a label or verbs give: the lead's where one of their words leads."""
    if any(word in words_of_role for word in words("lead_verbs")):
        return "lead"
    if any(word in words_of_role for kind in _SUPPORTING for word in words(kind)):
        return "support"
    return "responsible"
