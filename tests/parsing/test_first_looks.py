"""Patterns that first look at a character pass over nothing that they would match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdquality.parsing import dates, notes, outline_markers, role_patterns
from gdquality.parsing.words import words

PATTERNS = {
    "SAYS_MORE": role_patterns.SAYS_MORE,
    "DUE": dates.DUE,
    "FIRST_LEADS_THROUGHOUT": notes.FIRST_LEADS_THROUGHOUT,
    "MARKER": outline_markers.MARKER,
}
VERBS = ("lead_verbs", "support_verbs", "responsible_verbs", "other_verbs", "joining_verbs")


def without_look(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Return `pattern` without the look-ahead that it begins with."""
    look = re.match(r"\(\?=\[[^\]]*\]\)", pattern.pattern)
    assert look
    return re.compile(pattern.pattern[look.end() :], pattern.flags)


@pytest.mark.parametrize("name", PATTERNS)
@given(st.data())
def test_passes_over_nothing(name: str, data: st.DataObject) -> None:
    """Whatever is made of the characters of a pattern is found as without the look."""
    pattern = PATTERNS[name]
    alphabet = sorted({one for one in pattern.pattern if one > "\x7f"} | set("1２ 、：:。.()（）"))
    text = data.draw(st.lists(st.sampled_from(alphabet), max_size=12).map("".join))

    with_it = [found.span() for found in pattern.finditer(text)]

    assert with_it == [found.span() for found in without_look(pattern).finditer(text)]


@pytest.mark.parametrize("kind", VERBS)
def test_verbs_are_seen(kind: str) -> None:
    """Every verb of a role makes a list worth a closer look, so that none is added in vain."""
    unseen = [word for word in words(kind) if not role_patterns.SAYS_MORE.search(f"甲{word}")]

    assert unseen == []
