"""Which day a limit means: 12月底前 in a notice of November, 1月底前 in one of December."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, date
from typing import Literal, NamedTuple

from gdquality.parsing.date_patterns import DATE, DAY, REPEATED, WEEKDAY

_PARTS = re.compile(
    r"(?:(?P<year>\d{4})(?:年|[-./]))?(?P<month>\d{1,2})(?:月|[-./]|$)(?:(?P<day>\d{1,2})(?:日|$|\D))?"
)
_YEAR_END = re.compile(r"(?P<year>\d{4})年(?:底|年底|末|年末|内|年内)")
_ONE_OF_SEVERAL = re.compile(rf"{DATE}|{DAY}")
_IN_BRACKETS = re.compile(WEEKDAY)
_RANGE = re.compile("[至到—－~～]|(?<![\\d])-|-(?![\\d])")
_DAY_ALONE = re.compile(r"\d{1,2}\s*日")
_WITH_YEAR = re.compile(
    r"(?P<year>[12]\d{3})\s*年(?=\s*\d|[底末内，,]|年[底末内]|[上下]半年|第?[一二三四]季度)"
)
_YEAR_AND_MONTH = re.compile(r"(?P<year>[12]\d{3})\s*年\s*(?P<month>\d{1,2})\s*月")

_LAST_DAY = (12, 31)
_LEAP_YEAR = 2000
"""A year that has every day of the calendar."""

_FURTHEST_AFTER = 5
"""Months by which a limit may follow another that tells its year: 1月底前 after 12月底前."""


class _DueDay(NamedTuple):
    """The last day that a limit allows, or None; `lacks` says what kept it from being told.

    That is its "year", or the "day" where no calendar has it. What is no single day lacks nothing.
    """

    day: date | None = None
    lacks: Literal["year", "day"] | None = None


@dataclass(slots=True)
class Calendar:
    """Reads the dates of one document that was `issued` on a day, or in a `year`, if that is known.

    A limit without a year is the next of its month after the document. A limit before it that has
    its year may say otherwise: in the same sentence it tells the year, and elsewhere it makes it
    uncertain unless both come to the same or the day after the document is the nearer to it.
    """

    issued: date | None = None
    year: int | None = None
    _named: date | None = None

    def days_of(self, text: str, before: str = "") -> Iterator[_DueDay]:
        """Yield the day of each limit that `text` holds: 6月10日、12月10日前 are two.

        `before` is what stands before them in their sentence.
        """
        text = _IN_BRACKETS.sub("", text)
        if REPEATED.search(text):
            yield _DueDay()
            return
        for one in _several(text):
            yield self.day_of(one, before)
            before += one

    def day_of(self, text: str, before: str = "") -> _DueDay:
        """Return the last day that the limit `text` allows; `before` is what its sentence says.

        1月底前 in a document of November is the next January.
        """
        squeezed = "".join(text.split())
        if found := _YEAR_END.match(squeezed):
            return self._with_year(int(found["year"]), *_LAST_DAY)
        found = None if REPEATED.search(squeezed) else _PARTS.search(squeezed)
        if not found:
            return _DueDay()
        month, day = int(found["month"]), int(found["day"] or 0)
        if found["year"]:
            return self._with_year(int(found["year"]), month, day)
        if not _day(_LEAP_YEAR, month, day):
            return _DueDay(lacks="day")
        year = self._year_of(month, day, before)
        if year is None or year > MAXYEAR:
            return _DueDay(lacks="year")
        due = _day(year, month, day)
        return _DueDay(due, None if due else "day")

    def note(self, text: str) -> None:
        """Remember the date in `text` if it names its year."""
        if re.match(r"\d{4}", text):
            self.day_of(text)

    def _with_year(self, year: int, month: int, day: int) -> _DueDay:
        due = _day(year, month, day)
        self._named = due or self._named
        return _DueDay(due, None if due else "day")

    def _year_of(self, month: int, day: int, before: str) -> int | None:
        """Return the year of a limit that names none, or None where nothing tells it."""
        if said := _last(_WITH_YEAR, before):
            return self._in_sentence_of(int(said["year"]), month, before)
        if self.issued:
            return self._after_issue(self.issued, month, day)
        if self._named:
            return self._near(self._named, month)
        # Of a document whose month is not known only the year's end is certain to lie ahead.
        if self.year and (month, day or _LAST_DAY[1]) == _LAST_DAY:
            self._named = date(self.year, *_LAST_DAY)
            return self.year
        return None

    def _in_sentence_of(self, year: int, month: int, before: str) -> int | None:
        dated = _last(_YEAR_AND_MONTH, before)
        first = self.issued or self._first_of_year()
        possible = [year]
        if dated and int(dated["year"]) == year and month < int(dated["month"]):
            possible.append(year + 1)
        # What lies before the document is only told of: 2019年3月，会议要求6月底前完成.
        ahead = [one for one in possible if not first or (one, month) >= (first.year, first.month)]
        if ahead:
            return ahead[0] if len(ahead) == 1 else None
        return self._after_issue(self.issued, month, 0) if self.issued else None

    def _first_of_year(self) -> date | None:
        return date(self.year, 1, 1) if self.year else None

    def _after_issue(self, issued: date, month: int, day: int) -> int | None:
        year = issued.year + (month < issued.month)
        if month == issued.month and 0 < day < issued.day:
            return None  # Past already, or of the next year.
        if not self._named or self._named.year <= year:
            return year
        before, after = (_months_after(self._named, one, month) for one in (year, self._named.year))
        return year if abs(before) < abs(after) else None

    def _near(self, named: date, month: int) -> int | None:
        """Return the year of a month near `named`, in a document without a date of its own."""
        year = named.year + (month < named.month)
        after = _months_after(named, year, month)
        is_first = year == named.year and (self.year or 0) >= named.year
        return year if after <= _FURTHEST_AFTER or is_first else None


def _several(text: str) -> Iterator[str]:
    """Yield the dates that are limits in `text`; of 6月1日至10日 that is the last."""
    month, end = "", 0
    waiting = ""
    for found in _ONE_OF_SEVERAL.finditer(text):
        if waiting and not _RANGE.search(text[end : found.start()]):
            yield waiting
        waiting = month + found[0] if _DAY_ALONE.match(found[0]) else found[0]
        month, end = waiting[: waiting.find("月") + 1], found.end()
    yield waiting or text


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return max(pattern.finditer(text), key=lambda found: found.start(), default=None)


def _months_after(start: date, year: int, month: int) -> int:
    return (year - start.year) * 12 + month - start.month


def _day(year: int, month: int, day: int) -> date | None:
    """Return a day, or the last of the month where `day` is 0; None where there is no such day."""
    try:
        return date(year, month, day or monthrange(year, month)[1])
    except ValueError:
        return None
