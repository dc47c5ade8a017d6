"""Words that give roles: what kind they are of, and which of the three roles they give."""

import re
from dataclasses import dataclass
from typing import Literal

from gdquality.parsing.words import ending, words
from gdquality.records import Role

Kind = Literal[
    "label",
    "members",
    "due",
    "field",
    "verb",
    "clause",
    "other-verb",
    "joining",
    "suffix",
    "date",
    "first-leads",
]

BEFORE_CLAUSE = re.compile(r"[，,；;。.、：:|｜（(〔\[【）)】〕\]]")
"""A sign behind which a clause begins."""

_SUPPORTING = ("support_verbs", "joining_verbs")
_SECTIONS: tuple[tuple[str, Role], ...] = (
    ("lead_roles", "lead"),
    ("support_roles", "support"),
    ("responsible_roles", "responsible"),
)
"""The sections of role_words.txt with the roles of labels, and the role that each gives."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Words of a compact text, from `start` to `end`, that say what the names near them are.

    A `label` stands before names, and that of `members` before those who support a lead; a `verb`
    stands after names, a `clause` is one with what is done, 配合开展宣传, and a `suffix` stands in
    brackets behind a name; an `other-verb` gives those before it
    none of the three roles. A `field` begins a passage that names no bodies, a `due` one that says
    when; a `date` says so itself.
    """

    kind: Kind
    role: Role | None
    start: int
    end: int


def role_of_label(label: str) -> Role:
    """Return the role that a label gives: that of its section, where it is no more than its words.

    牵头和配合单位 does not say which of them leads.
    """
    word = label.removesuffix(ending(label, "bodies_of_labels"))
    if role := next((role for kind, role in _SECTIONS if word in words(kind)), None):
        return role
    leads = any(word in label for word in words("lead_verbs"))
    supports = any(word in label for word in words("support_verbs"))
    return "responsible" if leads and supports else role_of_verbs(label)


def role_of_verbs(verbs: str) -> Role:
    """Return the role that verbs give: the lead's where one of them leads."""
    if any(word in verbs for word in words("lead_verbs")):
        return "lead"
    if any(word in verbs for kind in _SUPPORTING for word in words(kind)):
        return "support"
    return "responsible"
