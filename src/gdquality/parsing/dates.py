"""Dates by which something is due, as notices print them: 2016年12月15日前, 12月底前."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTH = r"\d{1,2}\s*月(?:\s*\d{1,2}\s*日(?:\s*\d{1,2}\s*时)?|底|末|份|初|中旬|上旬|下旬)?"
_OF_YEAR = r"第?[一二三四1-4]季度(?:末|底)?|上半年|下半年|年底|年末|年中|年内|底|末"
DUE = re.compile(
    rf"(?:每(?:年度?|半年|季度|季|月|周)|当年|次年|翌年|同年|今年|明年|本年度?|\d{{4}}\s*年)?(?:度)?\s*"
    rf"(?:{_MONTH}|{_OF_YEAR})(?:之前|以前|前|止|内)"
    r"|\d{4}\s*年(?:之前|以前|前|内)"
)
"""A date with the word that makes it a limit: 前, 以前, 止, 内."""

ANY_DATE = re.compile(
    rf"(?:\d{{4}}\s*年\s*)?(?:{_MONTH})|\d{{4}}\s*年\s*(?:{_OF_YEAR})|\d{{4}}[-./]\d{{1,2}}(?:[-./]\d{{1,2}})?"
)
"""A date in the column of limits, where it needs no such word: 2019年12月底, 6月底完成."""

_PARTS = re.compile(
    r"(?:(?P<year>\d{4})(?:年|[-./]))?(?P<month>\d{1,2})(?:月|[-./]|$)(?:(?P<day>\d{1,2})(?:日|$))?"
)
_YEAR_END = re.compile(r"(?P<year>\d{4})年(?:底|年底|末|年末|内|年内)")
_REPEATED = re.compile("每|当年|次年|翌年|同年|明年|今年|本年|季度|半年|中旬|上旬|下旬|月初|年中")


@dataclass(slots=True)
class Calendar:
    """Reads the dates of one document; a date without a year is counted from the last one known.

    `known` is the date of the document or the last one that names its year, if there is one; `year`
    is that of the document, where no more is known of it.
    """

    known: date | None = None
    year: int | None = None

    def day_of(self, text: str) -> date | None:
        """Return the last day that `text` allows, or None where that cannot be told.

        1月底前 in a document of November is the next January.
        """
        squeezed = "".join(text.split())
        if _REPEATED.search(squeezed):
            return None
        if found := _YEAR_END.match(squeezed):
            return self._named(date(int(found["year"]), 12, 31))
        found = _PARTS.search(squeezed)
        if not found:
            return None
        month, day = int(found["month"]), int(found["day"] or 0)
        if found["year"]:
            named = _day(int(found["year"]), month, day)
            return self._named(named) if named else None
        if self.known:
            due = _day(self.known.year, month, day)
            return (
                due if due is None or due >= self.known else _day(self.known.year + 1, month, day)
            )
        # Of a document whose month is not known only the year's end is certain to lie ahead.
        return (
            _day(self.year, month, day)
            if self.year and (month, day) in ((12, 0), (12, 31))
            else None
        )

    def _named(self, day: date) -> date:
        self.known = max(day, self.known) if self.known else day
        return day


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day, or the last of the month where `day` is 0; None where there is no such day."""
    try:
        if day:
            return date(year, month, day)
        # The last day: that before the first of the next month, 31 days on at the most.
        return (date(year, month, 1) + timedelta(days=31)).replace(day=1) - timedelta(1)
    except ValueError:
        return None
