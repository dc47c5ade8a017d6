"""A list divided at its signs: 、 between items, ， ； and the like between groups of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gdquality.parsing.brackets import LIST_BRACKET, closings
from gdquality.parsing.compact import Compact
from gdquality.parsing.marks import ASTERISKS
from gdquality.parsing.vocabulary import Vocabulary

GROUP_SIGNS = frozenset("，,；;。.｡．﹐﹔|｜")
ITEM_SIGNS = frozenset("、/／∕\\＼﹑､*＊①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽")
_LIST_SIGN = "、"
_DOTS = "·•‧・"
_ENDS_OF_NAMES = "局厅委办部署会院社行处所室队府心站团司协联组校区县市镇乡村街道州盟旗）)"

_SIGN = re.compile(
    f"[{''.join(map(re.escape, sorted(GROUP_SIGNS | ITEM_SIGNS)))}{_DOTS}]"
    rf"(?:(?<![\d①-⑩][.．,])(?<![^{_ENDS_OF_NAMES}][{_DOTS}])|(?<![{_DOTS}])\Z)"
)
"""A sign that divides; a stop behind a number is that of 1. unless it ends the list.

A dot behind what ends no name is inside one: 中国·长沙创新谷管委会.
"""

NUMBERING = re.compile(r"(?:\d{1,2}[.．]|[（(]\d{1,2}[）)]|[·•●■◆▲★※○])(?=\D)")


@dataclass(slots=True)
class Piece:
    """The characters of a compact text from `start` to `end`, which name one body.

    `begins_group` is true of the first after ， or the like. Nothing changes a piece; it is not
    frozen since that would take most of the time that a list takes.
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


def at_signs(
    source: Compact, start: int, end: int, vocabulary: Vocabulary
) -> tuple[list[Piece], list[tuple[int, int]]]:
    """Divide the characters from `start` to `end` of `source` at their signs.

    Signs in brackets divide nothing, nor do those in a name that `vocabulary` knows whole. Returns
    the pieces, and the signs between which a name is missing, as （A、、B）.
    """
    text = source.text
    pieces: list[Piece] = []
    missing: list[tuple[int, int]] = []
    began, begins_group = start, True
    for at in [*_signs(text, start, end, vocabulary), end]:
        if at > began:
            piece = Piece(text[began:at], began, at, begins_group)
            if "一" <= text[began] <= "龥":
                pieces.append(piece)
            else:
                pieces += _without_number(piece)
            begins_group = False
        elif _is_missing(text[max(began - 1, start) : began], text[at : min(at + 1, end)]):
            missing.append((max(began - 1, start), min(at + 1, end)))
        if at < end and text[at] in GROUP_SIGNS:
            begins_group = True
        began = at + 1
    return pieces, missing


def _is_missing(before: str, after: str) -> bool:
    """Tell whether two signs with nothing between lack a name, as 、、 do and *、 do not."""
    return _LIST_SIGN in (before, after) and not {before, after} & set(ASTERISKS)


def _without_number(piece: Piece) -> list[Piece]:
    """Return a piece without the number or mark that it begins with; a mere number is none."""
    plain = piece.unnumbered()
    return [] if plain.text.isdigit() else [plain]


def _signs(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[int]:
    """Return where signs divide the list."""
    signs = [found.start() for found in _SIGN.finditer(text, start, end)]
    name = vocabulary.undivided
    whole = [found.span() for found in name.finditer(text, start, end)] if name else []
    if signs and LIST_BRACKET.search(text, start, end):
        closed = closings(text[start:end]).items()
        whole = sorted([*whole, *((start + opens, start + closes) for opens, closes in closed)])
    return list(_outside(signs, whole)) if whole else signs


def _outside(signs: Sequence[int], whole: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield those of `signs` that stand in none of the spans in which nothing divides."""
    index = behind = 0
    for at in signs:
        while index < len(whole) and whole[index][0] <= at:
            behind = max(behind, whole[index][1])
            index += 1
        if at >= behind:
            yield at
