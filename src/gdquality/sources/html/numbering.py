"""The numbers that a browser prints before the items of a list."""

import re
from collections.abc import Mapping

from gdquality.sources.numerals import counted, numeral

_TWO_DIGITS = range(1, 100)
_LETTERS = range(1, 27)
_BELOW_FORTY = range(1, 40)
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
        return f"{counted(number)}、"
    if style.endswith("alpha") and number in _LETTERS:
        return f"{_cased(chr(ord('a') + number - 1), style)}. "
    if style.endswith("roman") and number in _BELOW_FORTY:
        return f"{_cased(numeral(number, 'lowerRoman'), style)}. "
    return f"{number}. "


def _cased(mark: str, style: str) -> str:
    return mark.upper() if style.startswith("upper") else mark


def _integer(text: str | None, default: int) -> int:
    """Return the whole number of at most six digits that `text` begins with."""
    found = re.match(r"\s*(-?\d{1,6})(?!\d)", text or "", re.ASCII)
    return int(found[1]) if found else default
