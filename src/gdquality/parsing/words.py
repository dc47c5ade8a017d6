"""The words of lists and of roles, by kind: name_words.txt and role_words.txt say what for."""

from functools import cache
from pathlib import Path

_FILES = ("name_words.txt", "role_words.txt")


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of a `kind`, the heading of a section in one of the two files."""
    return frozenset(_sections()[kind])


@cache
def lengths(kind: str) -> tuple[int, ...]:
    """Return the lengths that words of a `kind` have, longest first."""
    return tuple(sorted({len(word) for word in words(kind)}, reverse=True))


def longest_first(*kinds: str) -> list[str]:
    """Return the words of several kinds in an order in which the first that fits is the longest."""
    every = {word for kind in kinds for word in words(kind)}
    return sorted(every, key=lambda word: (-len(word), word))


def opening(text: str, kind: str) -> str:
    """Return the longest word of a `kind` that `text` begins with, or an empty string."""
    of_kind = words(kind)
    return next((text[:n] for n in lengths(kind) if text[:n] in of_kind), "")


def ending(text: str, kind: str) -> str:
    """Return the longest word of a `kind` that `text` ends with, or an empty string."""
    of_kind = words(kind)
    return next((text[-n:] for n in lengths(kind) if text[-n:] in of_kind), "")


@cache
def _sections() -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    of_section: list[str] = []
    for name in _FILES:
        text = Path(__file__).with_name(name).read_text(encoding="utf-8")
        for line in text.splitlines():
            if line.startswith("["):
                of_section = sections.setdefault(line.strip("[]"), [])
            elif not line.startswith("#"):
                of_section += line.split()
    return sections
