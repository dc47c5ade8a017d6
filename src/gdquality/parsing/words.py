"""The words that agency lists are made of, as words.txt says what each kind is for."""

from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.txt")


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of a `kind`, the heading of a section of words.txt."""
    return frozenset(_sections()[kind])


@cache
def lengths(kind: str) -> tuple[int, ...]:
    """Return the lengths that words of a `kind` have, longest first."""
    return tuple(sorted({len(word) for word in words(kind)}, reverse=True))


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
    words_of_section: list[str] = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words_of_section = sections.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            words_of_section += line.split()
    return sections
