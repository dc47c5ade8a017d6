"""Which of the three roles the words of a label or of a clause give."""

from gdquality.parsing.words import ending, words
from gdquality.records import Role

_SUPPORTING = ("support_verbs", "joining_verbs")
_SECTIONS: tuple[tuple[str, Role], ...] = (
    ("lead_roles", "lead"),
    ("support_roles", "support"),
    ("responsible_roles", "responsible"),
)
"""The sections of role_words.txt with the roles of labels, and the role that each gives."""


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
