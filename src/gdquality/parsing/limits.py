"""By when a task is to be done, as a column or a label of limits says it: 2020年6月至12月."""

import re
from datetime import date

from gdquality.parsing.date_patterns import ANY_DATE
from gdquality.parsing.dates import Calendar

_DATE = rf"(?:{ANY_DATE.pattern}|\d{{4}}\s*年[底末])"
_FIRST = re.compile(_DATE)
_PERIOD = re.compile(
    rf"(?:(?P<begin>{_DATE})|(?P<year>\d{{4}}\s*年)\s*\d{{1,2}})\s*[-—–~～－至到]{{1,2}}\s*(?P<end>{_DATE})"
)
_BEGINS = re.compile(r"\s*(?:[-—–~～－至到起]|开始|启动|以后|之后)")
"""What follows a date from which on something is done, and by which it is not."""

_SEPARATORS = "；;，,、。 "


def limit_of(text: str | None) -> str | None:
    """Return the text of a limit without the sign that divided it from what followed."""
    return (text or "").rstrip(_SEPARATORS) or None


def last_day(text: str | None, issued: date | None) -> tuple[date | None, str]:
    """Return the last day of the first date or period in `text`, and what is printed of it.

    A date from which on it is done is none. Without a year a date is counted from the day of the
    document, and the end of a period from its begin.
    What is printed is empty unless it is a day that no calendar has.
    """
    if not text:
        return None, ""
    calendar = Calendar(issued)
    period, single = _PERIOD.search(text), _FIRST.search(text)
    if period and single and period.start() <= single.start():
        if begin := period["begin"] and calendar.day_of(period["begin"]).day:
            calendar = Calendar(begin)
        printed = (period["year"] or "") + period["end"]
    elif single and not _BEGINS.match(text, single.end()):
        printed = single[0]
    else:
        return None, ""
    due = calendar.day_of(printed)
    return due.day, printed if due.lacks == "day" else ""
