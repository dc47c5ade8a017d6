"""The numbers that a browser prints before the items of a list."""

import re
from collections.abc import Mapping

_DIGITS = "〇一二三四五六七八九"
_TWO_DIGITS = range(1, 100)
_LETTERS = range(1, 27)
_BELOW_FORTY = range(1, 40)
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_CHINESE = re.compile(r"cjk-ideographic|(?:simp|trad)-chinese|cjk-decimal|hanzi", re.IGNORECASE)
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([\w\s-]+)", re.IGNORECASE)
_BY_TYPE = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}


class ItemNumbers:
    """Counts the items of one `ol`."""

    def __init__(self, attributes: Mapping[str, str | None]) -> None:
        """Begin where the list says, and print as it says."""
        self.next = _integer(attributes.get("start"), 1)
        style = _STYLE.search(attributes.get("style") or "")
        self.style = style[1].strip() if style else _BY_TYPE.get(attributes.get("type") or "", "")

    def of_item(self, attributes: Mapping[str, str | None]) -> str:
        """Return what is printed before the next item."""
        number = _integer(attributes.get("value"), self.next)
        self.next = number + 1
        return printed(number, self.style)


def printed(number: int, style: str) -> str:
    """Return the mark of item `number` in a style of CSS, with what separates it from the text."""
    if style.startswith("none"):
        return ""
    if _CHINESE.search(style) and number in _TWO_DIGITS:
        return f"{in_chinese(number)}、"
    if style.endswith("alpha") and number in _LETTERS:
        return f"{_cased(chr(ord('a') + number - 1), style)}. "
    if style.endswith("roman") and number in _BELOW_FORTY:
        return f"{_cased(_roman(number), style)}. "
    return f"{number}. "


def in_chinese(number: int) -> str:
    """Return a number from 1 to 99 as it is written in characters: 十, 十一, 二十."""
    tens, ones = divmod(number, 10)
    before = f"{_DIGITS[tens] if tens > 1 else ''}十" if tens else ""
    return before + (_DIGITS[ones] if ones else "")


def _cased(mark: str, style: str) -> str:
    return mark.upper() if style.startswith("upper") else mark


def _roman(number: int) -> str:
    mark = ""
    for value, letters in _ROMAN:
        while number >= value:
            mark += letters
            number -= value
    return mark


def _integer(text: str | None, default: int) -> int:
    """Return the whole number of at most six digits that `text` begins with."""
    found = re.match(r"\s*(-?\d{1,6})(?!\d)", text or "", re.ASCII)
    return int(found[1]) if found else default
