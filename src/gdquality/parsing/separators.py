"""A list divided at its signs: 、 between items, ， ； and the like between groups of them."""

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from gdquality.parsing.compact import Compact
from gdquality.parsing.vocabulary import Vocabulary

GROUP_SIGNS = frozenset("，,；;。.｡．﹐﹔")
ITEM_SIGNS = frozenset("、/／﹑､①②③④⑤⑥⑦⑧⑨⑩")
_LIST_SIGN = "、"
_OPENING, _CLOSING = "（(〔[【", "）)〕]】"
_BRACKET = re.compile(r"[（()）〔〕\[\]【】]")
_SIGN_OR_BRACKET = re.compile(
    f"[{''.join(map(re.escape, sorted(GROUP_SIGNS | ITEM_SIGNS)))}]|[{re.escape(_OPENING)}]"
)
NUMBERING = re.compile(r"(?:\d{1,2}[.．]|[（(]\d{1,2}[）)]|[·•●■◆▲★※○])(?=\D)")


class Piece(NamedTuple):
    """The characters of a compact text from `start` to `end`, which name one body.

    `begins_group` is true of the first after ， or the like.
    """

    text: str
    start: int
    end: int
    begins_group: bool

    def part(self, start: int, end: int) -> "Piece":
        """Return what stands from `start` to `end` of it; what begins it begins the group."""
        return Piece(
            self.text[start:end],
            self.start + start,
            self.start + end,
            self.begins_group and start == 0,
        )

    def unnumbered(self) -> "Piece":
        """Return the piece without the number or mark that it begins with."""
        found = NUMBERING.match(self.text)
        return self.without_first(found.end()) if found else self

    def without_first(self, count: int) -> "Piece":
        """Return the piece without its first characters, which name nobody (由, 1.)."""
        return Piece(self.text[count:], self.start + count, self.end, self.begins_group)


def brackets(text: str) -> dict[int, int]:
    """Return where each bracket of `text` opens, and where that closes; one left open is none."""
    closed: dict[int, int] = {}
    waiting: list[int] = []
    for found in _BRACKET.finditer(text):
        if found[0] in _OPENING:
            waiting.append(found.start())
        elif waiting:
            closed[waiting.pop()] = found.start()
    return closed


def at_signs(
    source: Compact, start: int, end: int, vocabulary: Vocabulary
) -> tuple[list[Piece], list[tuple[int, int]]]:
    """Divide the characters from `start` to `end` of `source` at their signs.

    Signs in brackets divide nothing, nor do those in a name that `vocabulary` knows whole. Returns
    the pieces, and the signs between which a name is missing, as （A、、B）.
    """
    pieces: list[Piece] = []
    missing: list[tuple[int, int]] = []
    began, begins_group = start, True
    for at in [*_signs(source.text, start, end, vocabulary), end]:
        sign = source.text[at : at + 1] if at < end else ""
        if at > began:
            piece = Piece(source.text[began:at], began, at, begins_group)
            if "一" <= piece.text[0] <= "龥":
                pieces.append(piece)
            else:
                pieces += _without_number(piece)
            begins_group = False
        elif _LIST_SIGN in (sign, source.text[began - 1 : began] if began > start else ""):
            missing.append((max(began - 1, start), min(at + 1, end)))
        begins_group |= sign in GROUP_SIGNS
        began = at + 1
    return pieces, missing


def _without_number(piece: Piece) -> list[Piece]:
    """Return a piece without the number or mark that it begins with; a mere number is none."""
    plain = piece.unnumbered()
    return [] if plain.text.isdigit() else [plain]


def _signs(text: str, start: int, end: int, vocabulary: Vocabulary) -> Iterator[int]:
    """Yield where signs divide the list."""
    closed = brackets(text[start:end])
    whole = vocabulary.undivided
    names = deque(one.span() for one in whole.finditer(text, start, end)) if whole else deque()
    behind = start
    for found in _SIGN_OR_BRACKET.finditer(text, start, end):
        at = found.start()
        if at < behind:
            continue
        while names and names[0][1] <= at:
            names.popleft()
        if at - start in closed:
            behind = start + closed[at - start] + 1
        elif names and names[0][0] <= at:
            behind = names[0][1]
        elif found[0] not in _OPENING and not _numbers(text, at, end):
            yield at


def _numbers(text: str, at: int, end: int) -> bool:
    """Tell whether the sign at `at` follows a number, as the full stop of 1. does."""
    return text[at] in ".．," and at + 1 < end and text[at - 1 : at].isdigit()
