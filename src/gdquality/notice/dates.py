"""Dates in prose: which passages name one, and what day a time limit means.

A date without a year is the next one after the date that the text named last, to the month: in a
notice that has spoken of December 2016, 1月底前 is January 2017, and 12月10日前 is still 2016.
"""

import re
from calendar import monthrange
from datetime import date

from gdquality.notice.text import outside_titles

_HAN = "〇○零一二三四五六七八九十"
_MONTH = re.compile(r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月")
_YEAR = re.compile(r"(?P<year>\d{4})年(?P<end>[底末])?(?!度|以来|\d)")
_OTHER = re.compile(
    rf"[{_HAN}]{{1,3}}月(?:[{_HAN}]{{1,3}}[日号]|[底末初份前]|[上中下]旬)"
    rf"|[{_HAN}]{{4}}年|[年月季周][底末]|[上下]半年|[一二三四]季度"
    rf"|[\d{_HAN}]{{1,3}}个?(?:工作日|日|天|周|月|年)(?:之|以)?内"
)
_LIMIT = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日(?:24时)?|底)(?:之|以)?前"
)


class Calendar:
    """The dates of one notice in the order of its text: each may tell the year of the next.

    A time limit that was read tells it to the end of the notice, any other date to the end of its
    paragraph. What lies beyond the next year is an aim, and tells nothing.
    """

    def __init__(self, year: int, issued: date | None) -> None:
        """Begin with the month of issue, or if it is not known with January of `year`."""
        self._first = (issued.year, issued.month) if issued else (year, 1)
        self._read = self._named = self._first
        self._is_certain = bool(issued)

    def begin_paragraph(self) -> None:
        """Forget the dates that were named only."""
        self._named = self._read

    def names_a_date(self, text: str) -> bool:
        """Return whether `text` names a date that is not past, outside the titles that it cites."""
        years = _YEAR.finditer(outside_titles(text))
        return self.names_a_day(text) or any(int(one["year"]) >= self._first[0] for one in years)

    def names_a_day(self, text: str) -> bool:
        """Return whether `text` names a date, as `names_a_date` does, but not by a year alone."""
        text = outside_titles(text)
        months = (self._month(found) for found in _MONTH.finditer(text))
        ends = ((int(found["year"]), 12) for found in _YEAR.finditer(text) if found["end"])
        others = _OTHER.search(_YEAR.sub("", _MONTH.sub("", text)))
        return bool(others) or any(one >= self._first for one in (*months, *ends))

    def note(self, text: str) -> None:
        """Remember the dates that `text` names: a month without a year only if it is a limit."""
        text = outside_titles(text)
        for found in _MONTH.finditer(text):
            is_limit = _LIMIT.match(text, found.start()) and not _yearly(text, found)
            if self._is_ahead(self._month(found)) and (found["year"] or is_limit):
                self._named = self._month(found)
                self._is_certain = self._named[0] == self._first[0]

    def _is_ahead(self, month: tuple[int, int]) -> bool:
        return self._first <= month <= (self._first[0] + 1, 12)

    def _month(self, found: re.Match[str]) -> tuple[int, int]:
        """Return year and month of a match; without a year it is the next of that month."""
        month = int(found["month"])
        year, last = self._named
        return int(found["year"] or year + (month < last)), month

    def limit(self, text: str) -> tuple[date | None, str]:
        """Return the day that a time limit as printed ends on, None if it has none, and a remark.

        The remark is empty unless the limit cannot be read, or has no year and other dates leave
        it open, or it is not the notice's own.
        """
        text = "".join(text.split())
        match = _LIMIT.fullmatch(text)
        if not match:
            return None, f"读不懂“{text}”这个日期，只留原文" if re.search(r"\d", text) else ""
        year, month = self._month(match)
        try:
            day = date(year, month, int(match["day"] or 1))
        except ValueError:
            return None, f"没有“{text}”这个日期，只留原文"
        if not match["day"]:
            day = day.replace(day=monthrange(year, month)[1])
        if self._is_ahead((year, month)):
            self._read = year, month
        is_certain = match["year"] or (self._is_certain and year == self._first[0])
        return day, "" if is_certain else f"“{text}”没有写年份，按 {year} 年读"


def _yearly(text: str, found: re.Match[str]) -> bool:
    return text.endswith("每年", 0, found.start())
