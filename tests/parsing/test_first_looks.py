"""Patterns that first look at a character pass over nothing that they would match."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdquality.parsing import (
    date_patterns,
    duty_sentences,
    marked_names,
    notes,
    outline_markers,
    role_patterns,
)
from gdquality.parsing.words import words

PATTERNS = {"DUE": date_patterns.DUE, "MARKER": outline_markers.MARKER}
LOOKS = {
    "SAYS_MORE": role_patterns.SAYS_MORE,
    "FIRST_LEADS_THROUGHOUT": notes.FIRST_LEADS_THROUGHOUT,
    "MAY_BIND": duty_sentences.MAY_BIND,
    "MAY_SAY": marked_names.MAY_SAY,
}
VERBS = (
    "lead_verbs",
    "support_verbs",
    "responsible_verbs",
    "other_verbs",
    "joining_verbs",
    "handling_verbs",
)


def without_look(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Return `pattern` without the look-ahead that it begins with."""
    look = re.match(r"\(\?=\[[^\]]*\]\)", pattern.pattern)
    assert look
    return re.compile(pattern.pattern[look.end() :], pattern.flags)


def without_set(pattern: str) -> str:
    """Return the pattern that a first look is made of, without the set and what is around it."""
    look = re.fullmatch(r"\[[^\]]*\]\(\?<=\(\?=(?P<pieces>.*)\)\.\)", pattern, re.DOTALL)
    assert look
    return look["pieces"]


def texts_of(pattern: re.Pattern[str]) -> st.SearchStrategy[str]:
    """Return texts of the characters that `pattern` is made of, and of some others."""
    alphabet = sorted({one for one in pattern.pattern if one > "\x7f"} | set("1２ 、：:。.()（）"))
    return st.lists(st.sampled_from(alphabet), max_size=12).map("".join)


@pytest.mark.parametrize("name", PATTERNS)
@given(st.data())
def test_passes_over_nothing(name: str, data: st.DataObject) -> None:
    """Whatever is made of the characters of a pattern is found as without the look."""
    pattern = PATTERNS[name]
    text = data.draw(texts_of(pattern))

    with_it = [found.span() for found in pattern.finditer(text)]

    assert with_it == [found.span() for found in without_look(pattern).finditer(text)]


@pytest.mark.parametrize("name", LOOKS)
@given(st.data())
def test_looks_for_every_piece(name: str, data: st.DataObject) -> None:
    """A first look finds the beginning of every piece, whatever character it begins with."""
    look = LOOKS[name]
    text = data.draw(texts_of(look))
    pieces = re.compile(without_set(look.pattern))

    found = [match.start() for match in look.finditer(text)]

    assert found == [at for at in range(len(text)) if pieces.match(text, at)]


@given(st.data())
def test_limits_end_as_they_do(data: st.DataObject) -> None:
    """A limit is looked for wherever a text has one of the words that end it."""
    text = data.draw(texts_of(date_patterns.DUE))

    assert [*map(re.Match.span, date_patterns.limits_in(text))] == [
        found.span() for found in date_patterns.DUE.finditer(text)
    ]


@pytest.mark.parametrize("kind", VERBS)
def test_verbs_are_seen(kind: str) -> None:
    """Every verb of a role makes a list worth a closer look, so that none is added in vain."""
    unseen = [word for word in words(kind) if not role_patterns.SAYS_MORE.search(f"甲{word}")]

    assert unseen == []
