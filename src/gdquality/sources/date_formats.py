"""Dates and times of workbooks as they are shown (ECMA-376-1, 18.8.31), in Chinese."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gdquality.sources.numerals import counted, digit_by_digit

EPOCH_1900 = date(1899, 12, 30)
EPOCH_1904 = date(1904, 1, 1)

_LAST_DAY = 2_958_466
"""The first day that is no date of a workbook: 1 January 10000."""
_NO_LEAP_DAY = 60
"""29 February 1900, which workbooks count and which never was; days before it are one later."""
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True, slots=True)
class DateToken:
    """A piece of a format: `kind` is literal, date (y, m, d, h, s, a), elapsed, half and others."""

    kind: str
    text: str


_SYSTEM_DATE = tuple(
    DateToken(kind, text)
    for kind, text in (
        *(("date", "yyyy"), ("literal", "年"), ("date", "m"), ("literal", "月")),
        *(("date", "d"), ("literal", "日")),
    )
)


def shown_date(days: float, tokens: Sequence[DateToken], brackets: str, epoch: date) -> str:
    """Return a day or time as the tokens of a format say, "" where the number is none.

    `brackets` are what the format says in [ ]: [DBNum1] for 二〇二六年, [$-F800] for the date of
    the system.
    """
    if not 0 <= days < _LAST_DAY:
        return ""
    seconds = round(days * 86_400)
    moment = datetime.combine(epoch, time()) + timedelta(seconds=seconds)
    if epoch == EPOCH_1900 and days < _NO_LEAP_DAY:
        moment += timedelta(days=1)
    if "$-F800" in brackets or "x-sysdate" in brackets:
        tokens = _SYSTEM_DATE
    written = ""
    for token, unit in zip(tokens, _units(tokens), strict=True):
        if token.kind == "elapsed":
            written += str(seconds // {"h": 3600, "m": 60, "s": 1}[unit])
        elif token.kind == "half":
            written += _half(moment, token.text)
        elif token.kind == "date":
            written += _field(moment, unit, len(token.text), brackets)
        else:
            written += token.text
    return written


def _units(tokens: Sequence[DateToken]) -> list[str]:
    """Return what each token counts: its letter, n for minutes, k for hours of half a day."""
    units = [token.text[:1].lower() if token.kind != "literal" else "" for token in tokens]
    fields = [i for i, token in enumerate(tokens) if token.kind in {"date", "elapsed"}]
    for before, i, after in zip([None, *fields], fields, [*fields[1:], None], strict=False):
        # m is minutes after hours or before seconds, months elsewhere.
        follows_hours = before is not None and units[before] in {"h", "k"}
        if units[i] == "m" and (follows_hours or (after is not None and units[after] == "s")):
            units[i] = "n" if tokens[i].kind == "date" else "m"
        if units[i] == "h" and any(token.kind == "half" for token in tokens):
            units[i] = "k"
    return units


def _half(moment: datetime, names: str) -> str:
    halves = names.split("/")
    return halves[moment.hour >= 12]  # noqa: PLR2004 (noon)


def _field(moment: datetime, unit: str, width: int, brackets: str) -> str:
    weekday = _WEEKDAYS[moment.weekday()]
    if unit == "a":
        return weekday if width == 3 else f"星期{weekday}"  # noqa: PLR2004 (aaa is 五)
    if unit == "d" and width > 2:  # noqa: PLR2004 (ddd is a name)
        return f"周{weekday}" if width == 3 else f"星期{weekday}"  # noqa: PLR2004
    if unit == "m" and width > 2:  # noqa: PLR2004
        return _MONTHS[moment.month - 1]
    number = {
        "y": moment.year if width > 2 else moment.year % 100,  # noqa: PLR2004 (yy is 26)
        "e": moment.year,
        "m": moment.month,
        "n": moment.minute,
        "d": moment.day,
        "h": moment.hour,
        "k": moment.hour % 12 or 12,
        "s": moment.second,
    }[unit]
    if "DBNum1" in brackets:
        return digit_by_digit(number) if unit in "ye" else counted(number)
    return f"{number:0{min(width, 2)}}"
