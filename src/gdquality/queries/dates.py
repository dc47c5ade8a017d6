"""Dates as people write them in options: to the precision that they want."""

import re

from gdquality.errors import GdqError, quoted

_DATE = re.compile(r"[12]\d{3}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def checked_date(text: str, option: str) -> str:
    """Return `text` if it is a year, a month or a day; raises GdqError that names `option`."""
    found = text.strip()
    if not _DATE.fullmatch(found):
        message = f"{option} 的值{quoted(text)}不是日期"
        raise GdqError(message, hint="写作 2016、2016-11 或 2016-11-10")
    return found


def is_backwards(first: str, last: str) -> bool:
    """Tell whether the date `last` is before `first`, as far as both say."""
    length = min(len(first), len(last))
    return last[:length] < first[:length]
