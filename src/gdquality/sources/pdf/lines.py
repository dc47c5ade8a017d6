"""Lines of text: characters on one baseline, and the paragraphs that wrapped lines make.

A line that ends although the beginning of the next would have had room was ended by its writer: a
break. Otherwise the next one carries on, and the two halves of a name are one again.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from gdquality.sources.pdf.characters import Character, each_once

# Baselines of one line are this much of its height apart, those of raised footnote marks more;
# the marks are smaller.
LEVEL = 0.2
RAISED = 0.45
SMALL = 0.75
# The first of the characters that are as wide as they are high.
CHINESE = "\u2e80"
# What may not begin a line, and what may not end one (GB/T 15834).
CLOSING = "、，。；：！？）》〉”’」』】〕］｝…,.;:!?)]}%％"
OPENING = "（《〈“‘「『【〔［｛([{"
# What is kept together at the beginning of a line, for which the line before had no room.
# Some programs keep both sides of a quotation mark together (UAX 14, class QU), and LibreOffice
# keeps a number with the mark before it: 个，2024.
BEGINNING = re.compile(
    rf"[{re.escape(OPENING)}]*"
    rf"(?:[^\x00-\x7f][{re.escape(CLOSING)}]+[0-9][A-Za-z0-9.%/-]*"
    rf"|(?:[A-Za-z0-9.%/-]+|——|……|.)[{re.escape(CLOSING)}]*)"
    rf"(?:[“”‘’]+.[{re.escape(CLOSING)}]*)*",
    re.DOTALL,
)
# The blank between Chinese and Latin letters or digits, in sizes: LibreOffice has a fifth.
AUTOSPACE = 0.25
# How exactly room is known, in sizes.
MARGIN = 0.1
ITEM = re.compile(
    r"(?:第[一二三四五六七八九十百]+[章节条]|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])"
    r"|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,3}[.．﹒、](?!\d)|[①-⑳]|——|●|■|◆|附[件表]\s*[\d一二三四五六七八九十]*\s*[:：]?$)"
)
"""How an item begins: 第一章, 一、, （一）, (1), 1., ①; 附件2 alone on its line."""
LABEL = re.compile(
    r"[【〔\[]?(?:(?:牵头|责任|主责|主办|配合|参与|参加|协同|协助|协办|承办|落实|实施)(?:责任)?(?:单位|部门|主体)"
    r"|(?:完成|办理|整改)?(?:时限|期限)|完成时间|工作(?:任务|目标|措施|要求))[】〕\]]?[：:]"
)
"""How a line begins that says what of a task it tells: 牵头单位：, 完成时限：."""
NUMBER = re.compile(r"[（(]?(?:\d{1,4}|[一二三四五六七八九十百]{1,4})[）)]?[.．﹒、]?")
"""The number of a row: 12, （三）, 四、."""
SENTENCE_END = frozenset("。！？；：…")
CLOSERS = "”’）》〉」』】〕）)\"'"


@dataclass(frozen=True, slots=True)
class Line:
    """Text on one baseline, from `left` to `right`; `lead` is how wide its beginning is.

    `end` is `right` without the marks at its end, which may hang out of the text.
    `size` is the width of its widest character: that of the font, where it is Chinese.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    lead: float
    end: float


def lines(characters: Iterable[Character], gap: float = float("inf")) -> list[Line]:
    """Return the lines of characters, from top to bottom and left to right.

    A baseline is cut where it is blank for more than `gap` times the height of its characters.
    """
    return [
        line
        for level in _levels(characters)
        for piece in _pieces(each_once(sorted(level, key=_left)), gap)
        if (line := _line(piece))
    ]


def _left(character: Character) -> float:
    return character.left


def _levels(characters: Iterable[Character]) -> Iterator[list[Character]]:
    """Yield the characters of each baseline."""
    level: list[Character] = []
    for one in sorted(characters, key=_baseline):
        if level and one.baseline != level[0].baseline and not _level(level[0], one):
            yield level
            level = []
        level.append(one)
    if level:
        yield level


def _baseline(character: Character) -> float:
    return character.baseline


def _level(first: Character, one: Character) -> bool:
    """Return whether a character is on the line that begins with `first`."""
    low, high = sorted((first.height, one.height))
    return one.baseline - first.baseline <= high * (RAISED if low < SMALL * high else LEVEL)


def _pieces(level: list[Character], gap: float) -> Iterator[list[Character]]:
    """Yield the parts of a level between blanks wider than `gap`."""
    piece: list[Character] = []
    ink = None
    for one in level:
        if one.text == " ":
            if piece:
                piece.append(one)
            continue
        if ink and one.left - ink.right > gap * max(one.height, ink.height):
            yield piece
            piece = []
        ink = one
        piece.append(one)
    if piece:
        yield piece


def _line(piece: list[Character]) -> Line | None:
    """Return a line of characters that stand side by side, None where all of them are blank."""
    while piece and piece[-1].text.isspace():
        piece.pop()
    while piece and piece[0].text.isspace():
        piece.pop(0)
    if not piece:
        return None
    parts = [piece[0].text]
    for before, one in pairwise(piece):
        if one.left > before.right and _blank(before, one):
            parts.append(" ")
        parts.append(one.text)
    text = re.sub(" {2,}", " ", "".join(parts))
    beginning = BEGINNING.match(text)
    assert beginning
    lead = piece[min(beginning.end(), len(piece)) - 1].right - piece[0].left
    wide = [one.right - one.left for one in piece if one.text >= CHINESE]
    size = max(wide, default=max(one.height for one in piece))
    right = max(one.right for one in piece)
    end = next((one.right for one in reversed(piece) if one.text not in CLOSING), right)
    return Line(text, piece[0].left, right, piece[0].baseline, size, lead, end)


def _blank(before: Character, one: Character) -> bool:
    """Return whether a blank is seen between two characters that have no space between them."""
    gap = one.left - before.right
    if before.text.isascii() and one.text.isascii():
        return gap > 0.2 * one.height  # the space of a Latin font is a quarter
    return gap > one.height


def usual_size(found: Iterable[Line]) -> float:
    """Return the size in which most of the text is set, 0 where there is none."""
    sizes: Counter[int] = Counter()
    for line in found:
        sizes[round(line.size * 2)] += len(line.text)
    return sizes.most_common(1)[0][0] / 2 if sizes else 0.0


def breaks(line: Line, following: Line, room: float) -> bool:
    """Return whether a line was ended by its writer, with `room` left at its end."""
    if ITEM.match(following.text) and ends_sentence(line.text):
        return True
    return room > needed_room(line, following) + MARGIN * line.size


def needed_room(line: Line, following: Line) -> float:
    """Return how much room the beginning of `following` takes at the end of `line`.

    Some fonts give no more than the ink of a character, so one that is Chinese takes a whole size.
    """
    needed = following.lead
    if following.text >= CHINESE:
        needed = max(needed, line.size, following.size)
    last, first = line.text[-1], following.text[0]
    if last.isalnum() and first.isalnum() and last.isascii() != first.isascii():
        needed += AUTOSPACE * line.size
    return needed


def ends_sentence(text: str) -> bool:
    """Return whether a text ends as sentences do, brackets and quotation marks aside."""
    return ends_in(text, SENTENCE_END)


def ends_in(text: str, marks: frozenset[str]) -> bool:
    """Return whether a text ends in one of `marks`, brackets and quotation marks aside."""
    text = text.rstrip(CLOSERS) or text
    return text[-1] in marks


def glued(text: str, following: str) -> str:
    """Return two pieces of one text together, with a space where they are Latin words."""
    latin = text[-1:].isascii() and text[-1:].isalpha() and following[:1].isascii()
    return text + (" " if latin and following[:1].isalpha() else "") + following
