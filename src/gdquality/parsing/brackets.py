"""Brackets as notices print them: full and half width mixed, nested, and sometimes never closed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENING = {"（": 0, "(": 0, "〔": 1, "[": 1, "［": 1, "【": 1}
CLOSING = {"）": 0, ")": 0, "〕": 1, "]": 1, "］": 1, "】": 1}
"""Each bracket with its family: a round one of full width is closed by one of half width too."""

LIST_BRACKET = re.compile(r"[（()）〔〕\[\]【】]")
"""A bracket, opening or closing, in which the signs of a list divide nothing."""

_ANY = re.compile(f"[{re.escape(''.join([*OPENING, *CLOSING]))}]")


@dataclass(frozen=True, slots=True)
class Bracket:
    """A pair of brackets in a text: `start` is the opening one, `end` is behind the closing one."""

    start: int
    end: int


def brackets_in(text: str) -> list[Bracket]:
    """Return the outermost pairs of `text` in order; what is not closed is no pair."""
    pairs = sorted(_pairs(text), key=lambda pair: pair.start)
    outermost: list[Bracket] = []
    for pair in pairs:
        if not outermost or pair.start >= outermost[-1].end:
            outermost.append(pair)
    return outermost


def closings(text: str) -> dict[int, int]:
    """Return where each bracket of a list opens, and where it closes, whatever its kind.

    One that is left open is none. Lists mix the kinds more freely than sentences do: （A〕.
    """
    closed: dict[int, int] = {}
    waiting: list[int] = []
    for found in LIST_BRACKET.finditer(text):
        if found[0] in OPENING:
            waiting.append(found.start())
        elif waiting:
            closed[waiting.pop()] = found.start()
    return closed


def unclosed(text: str) -> bool:
    """Tell whether a bracket of `text` is still open at its end."""
    return _balance(text)[1] > 0


def unopened(text: str) -> bool:
    """Tell whether `text` closes a bracket that it did not open."""
    return _balance(text)[0] > 0


def _pairs(text: str) -> Iterator[Bracket]:
    open_at: tuple[list[int], list[int]] = ([], [])
    for found in _ANY.finditer(text):
        if found[0] in OPENING:
            open_at[OPENING[found[0]]].append(found.start())
        elif open_at[CLOSING[found[0]]]:
            yield Bracket(open_at[CLOSING[found[0]]].pop(), found.end())


def _balance(text: str) -> tuple[int, int]:
    """Return how many brackets `text` closes without opening and opens without closing."""
    missing, still_open = 0, 0
    for character in _ANY.findall(text):
        if character in OPENING:
            still_open += 1
        elif still_open:
            still_open -= 1
        else:
            missing += 1
    return missing, still_open
