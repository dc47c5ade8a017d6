"""Dates by which something is due, as notices print them: 2016年12月15日前, 12月底前."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_HOUR = r"(?:上午|下午|晚上?|中午)?\s*\d{1,2}(?:\s*[时点]|[:：]\d{2})|下班|上班|中午"
_DAY = rf"\d{{1,2}}\s*日(?:\s*(?:{_HOUR}))?"
_MONTH = rf"\d{{1,2}}\s*月(?:\s*{_DAY}|第[一二三四1-4]周|底|末|份|初|中旬|上旬|下旬)?"
_OF_YEAR = r"第?[一二三四1-4]季度(?:末|底)?|上半年|下半年|年底|年末|年中|年内"
_WHICH = r"每(?:年度?|半年|季度|季|月|周)|当年|次年|翌年|同年|今年|明年|本年度?"
DUE = re.compile(
    # What it may begin with, looked at first, since nearly every character of a text begins none.
    r"(?=[\s\d度每当次翌同今明本第一二三四上下年])"
    rf"(?:(?:{_WHICH}|\d{{4}}\s*年)?(?:度)?\s*(?:{_MONTH}|{_OF_YEAR})(?:之前|以前|前|止|内)"
    rf"|(?:\d{{4}}\s*年|{_WHICH})[底末](?:之前|以前|前)"
    rf"|每月\s*{_DAY}(?:之前|以前|前)"
    r"|\d{4}\s*年(?:之前|以前|前|内))"
)
"""A date with the word that makes it a limit: 前, 以前, 止, 内."""

EVERY = re.compile(
    r"每个?(?:年度?|半年|季度?|月|旬|周)(?:[末底初]|\d{1,2}\s*月(?:\s*\d{1,2}\s*日|[底末份])?|\d{1,2}\s*日)?"
)
"""A period after which something is handed in again, without a word that makes it a limit."""

ANY_DATE = re.compile(
    rf"(?:\d{{4}}\s*年\s*)?(?:{_MONTH})|\d{{4}}\s*年\s*(?:{_OF_YEAR})|\d{{4}}[-./]\d{{1,2}}(?:[-./]\d{{1,2}})?"
)
"""A date in the column of limits, where it needs no such word: 2019年12月底, 6月底完成."""

BEFORE_DATE = re.compile("(?:于|在|到)$")
"""What stands before a date that a clause is about."""

_PARTS = re.compile(
    r"(?:(?P<year>\d{4})(?:年|[-./]))?(?P<month>\d{1,2})(?:月|[-./]|$)(?:(?P<day>\d{1,2})(?:日|$))?"
)
_YEAR_END = re.compile(r"(?P<year>\d{4})年(?:底|年底|末|年末|内|年内)")
REPEATED = re.compile("每|当年|次年|翌年|同年|明年|今年|本年|季度|半年|中旬|上旬|下旬|月初|年中|周")
"""Words by which a limit is no single day that could be told."""


YEAR_END = (12, 31)
LEAP_YEAR = 2000
"""A year that has every day of the calendar."""


@dataclass(slots=True)
class Calendar:
    """Reads the dates of one document; a date without a year is counted from the last one known.

    `known` is the date of the document or the last one that names its year, if there is one; `year`
    is that of the document, where no more is known of it. `lacks_year` tells that the last text
    had a day and a month, of which nothing tells the year, `is_no_day` that no calendar has it.
    """

    known: date | None = None
    year: int | None = None
    lacks_year: bool = False
    is_no_day: bool = False

    def day_of(self, text: str) -> date | None:
        """Return the last day that `text` allows, or None where that cannot be told.

        1月底前 in a document of November is the next January.
        """
        self.lacks_year = self.is_no_day = False
        squeezed = "".join(text.split())
        if found := _YEAR_END.match(squeezed):
            return self._named(_day(int(found["year"]), *YEAR_END))
        found = None if REPEATED.search(squeezed) else _PARTS.search(squeezed)
        if not found:
            return None
        day = self._counted(found)
        self.is_no_day = day is None and not self.lacks_year
        return day

    def _counted(self, found: re.Match[str]) -> date | None:
        month, day = int(found["month"]), int(found["day"] or 0)
        if found["year"]:
            return self._named(_day(int(found["year"]), month, day))
        if self.known:
            # To the month: 12月15日前 after 12月底前 is no year later.
            return _day(self.known.year + (month < self.known.month), month, day)
        return self._of_the_year(month, day)

    def _of_the_year(self, month: int, day: int) -> date | None:
        due = _day(self.year, month, day) if self.year else None
        if due and (due.month, due.day) == YEAR_END:
            return self._named(due)
        # Of a document whose month is not known only the year's end is certain to lie ahead.
        self.lacks_year = _day(LEAP_YEAR, month, day) is not None
        return None

    def note(self, text: str) -> None:
        """Remember the date in `text` if it names its year."""
        if re.match(r"\d{4}", text):
            self.day_of(text)

    def _named(self, day: date | None) -> date | None:
        if day:
            self.known = max(day, self.known) if self.known else day
        return day


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day, or the last of the month where `day` is 0; None where there is no such day."""
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None
