"""Text of a page as it flows into paragraphs."""

import re

from gdquality.sources.html.grid import Grid

_BLANKS = re.compile(r"[ \t\r\n\f\xa0]+")
_ITEM_NUMBER = re.compile(
    r"[(（\[]?(?:\d+|[一二三四五六七八九十]+)[)）\]、.．]|[①-⑳]|第.{1,4}[章节条]"
)


class Flow:
    """Text as it flows into paragraphs; `blocks` is what has become of it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.blocks: list[str | Grid] = []
        self.parts: list[str] = []
        self.number = ""
        self.linked = 0

    def end_paragraph(self) -> None:
        """Let what follows begin a new paragraph, if anything flowed."""
        text = _BLANKS.sub(_as_shown, "".join(self.parts)).strip()
        self.parts.clear()
        if text:
            has_number = _ITEM_NUMBER.match(text)
            self.blocks.append(text if has_number else self.number + text)
            self.number = ""


def _as_shown(blanks: re.Match[str]) -> str:
    """Return a blank, or nothing for a break of the source between two Chinese characters."""
    text, start, end = blanks.string, *blanks.span()
    if "\n" not in blanks[0] or "\xa0" in blanks[0] or not 0 < start < end < len(text):
        return " "
    return "" if min(text[start - 1], text[end]) > "\u200f" else " "
