"""The markers of an outline, 一、（一）1.（1）, and where they begin an item."""

import re

_HAN = "一二三四五六七八九十百"
MARKER = re.compile(
    # What it may begin with, looked at first, since nearly every character of a text begins none.
    rf"(?=[第（(\d{_HAN}])"
    rf"(?:(?P<chapter>第[{_HAN}\d]+[章节条])(?=[\s　])"
    rf"|(?P<first>[{_HAN}]+)、"
    rf"|[（(](?P<second>[{_HAN}]+)[)）]"
    r"|(?<![\d.．])(?P<third>\d{1,3})\s?[.．﹒、](?![\d.．])"
    r"|[（(](?P<fourth>\d{1,3})[)）])"
)
_BEFORE_MARKER = tuple("。；：:！？〕）)】」”》> \t　\n")
_DIGITS = {character: number for number, character in enumerate("一二三四五六七八九", start=1)}


def may_stand_in_prose(text: str, found: re.Match[str], style: str) -> bool:
    """Tell whether the marker that was `found` in mid-text may begin an item there."""
    before, after = text[found.start() - 1], text[found.end() : found.end() + 1]
    if style == "second":
        # 第（一）项 and （一）至（三） refer to items.
        return before not in "第按见之" and after not in tuple("、，和至项款")
    return style in ("first", "third") and before in _BEFORE_MARKER


def style_of(text: str) -> str:
    """Return the style of the marker that `text` begins with, or an empty string."""
    found = MARKER.match(text)
    return str(found.lastgroup) if found else ""


def number_at(text: str) -> int:
    """Return the number of the marker that `text` begins with, 0 without any."""
    found = MARKER.match(text)
    return number_of(found[str(found.lastgroup)]) if found else 0


def split_label(text: str) -> tuple[str, str]:
    """Return the marker that `text` begins with, if there is one, and the rest."""
    found = MARKER.match(text)
    return (found[0].strip(), text[found.end() :].strip()) if found else ("", text)


def number_of(digits: str) -> int:
    """Return the number that a marker prints, in Chinese or Arabic digits; 0 for what is none."""
    digits = digits.strip("第章节条")
    if digits.isdecimal():
        return int(digits)
    tens, ten, units = digits.rpartition("十")
    hundreds, _, tens = tens.rpartition("百")
    number = _DIGITS.get(units, 0) + 100 * _DIGITS.get(hundreds, 0)
    return number + (10 * _DIGITS.get(tens, 1) if ten else 0)
