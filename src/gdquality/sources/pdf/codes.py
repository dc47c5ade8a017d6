"""The code points that pdfium gives for characters, and the text they stand for."""

import unicodedata
from functools import cache

IN_USE = str.maketrans(
    "⺒⺟⺠⺶⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳⼾",
    "巳母民羊虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟户",
)
"""Radicals for the characters that fonts draw with the same glyph, where NFKC knows none.

EquivalentUnifiedIdeograph.txt of Unicode, less the parts that are no characters; ⼾ as the fonts of
the mainland have it (NFKC: 戶).
"""

# What pdfium returns for a hyphen at a line's end.
HYPHENS = frozenset({0x02, 0xFFFE})
INVISIBLE = frozenset({0x0A, 0x0D, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF})
SPACES = frozenset({0x20, 0xA0})
# What pdfium puts between words that are apart has no width; 0 is a character without a code.
MADE_UP = SPACES | {0}


@cache
def text_of(code: int) -> str:
    """Return the text for a code point of pdfium, empty where the file does not tell it."""
    if code in HYPHENS:
        return "-"
    if code in SPACES:
        return " "
    character = chr(code)
    if 0x2E80 <= code <= 0x2FDF:  # noqa: PLR2004 -- the two blocks of radicals
        return unicodedata.normalize("NFKC", character.translate(IN_USE))
    return "" if unicodedata.category(character) in {"Cc", "Cn", "Co", "Cs"} else character
