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
_LABEL = re.compile("(?:位|部门|主体|牵头|责任|配合)[：:]")
_NUMBERED = re.compile(rf"\s*{MARKER.pattern}")
_HEADING_BEFORE = re.compile(rf"(?:[{_HAN}]、|[（(][{_HAN}]+[)）])[^。；;，,：:（()）、\d]{{2,}}\Z")
_TITLE_BEFORE = re.compile(
    r"(?:通知|方案|意见|计划|要点|措施|办法|细则|规划|分工|清单|[分任][解务]表)\Z"
)
_LONGEST_HEADING = 40
"""Characters of a heading that the first item under it may follow without a sign."""

_LONGEST_LIST = 400
"""Characters of a list behind a label that an item may follow without a sign."""

_DIGITS = {character: number for number, character in enumerate("一二三四五六七八九", start=1)}


def may_stand_in_prose(text: str, found: re.Match[str], style: str) -> bool:
    """Tell whether the marker that was `found` in mid-text may begin an item there."""
    before, after = text[found.start() - 1], text[found.end() : found.end() + 1]
    if style == "second":
        # 第（一）项 and （一）至（三） refer to items.
        return before not in "第按见之" and after not in tuple("、，和至项款")
    if style not in ("first", "third"):
        return False
    label = _label_before(text, found.start())
    if label and _NUMBERED.match(text, label.end()):
        return False  # 责任单位：1.市教育局2.市财政局 numbers bodies.
    return (
        before in _BEFORE_MARKER
        or (label is not None and not before.isdigit())
        or (number_of(found[style]) == 1 and _ends_heading(text, found.start(), style))
    )


def _label_before(text: str, at: int) -> re.Match[str] | None:
    """Return the label of the list that `at` stands behind, if its sentence has one.

    Sites lose line breaks: 责任单位：市教育局2.修路.
    """
    start = max(at - _LONGEST_LIST, 0)
    sentence = max(text.rfind("。", start, at), start)
    return max(_LABEL.finditer(text, sentence, at), key=lambda one: one.end(), default=None)


def _ends_heading(text: str, at: int, style: str) -> bool:
    """Tell whether a heading or a title without a full stop ends before `at`: 一、任务1.修路."""
    heading = _HEADING_BEFORE if style == "third" else _TITLE_BEFORE
    return bool(heading.search(text, max(at - _LONGEST_HEADING, 0), at))


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
