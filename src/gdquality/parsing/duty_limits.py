"""By when duties are due, and what is told of limits that say no day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gdquality.parsing.date_patterns import limits_in
from gdquality.parsing.dates import Calendar
from gdquality.parsing.duty_sentences import is_aim
from gdquality.records import Place, Remark


@dataclass(slots=True)
class DutyLimits:
    """The limits of the duties of one document, in printed order."""

    calendar: Calendar
    remarks: list[Remark]

    def days_of(self, text: str, before: str, place: Place) -> Sequence[date | None]:
        """Return each day that the limit `text` names, None for one that is not told.

        `before` is what stands before it in its sentence, which begins at `place`.
        """
        days = list(self.calendar.days_of(text, before))
        lacking = {one.lacks for one in days}
        if "year" in lacking:
            message = f"“{text}”没有写年份，也看不出是哪一年，只留原文"
            self.remarks.append(Remark("no-year", message, place))
        if "day" in lacking:
            self.remarks.append(no_date(text, place))
        return list(dict.fromkeys(one.day for one in days))

    def note(self, sentence: str) -> None:
        """Let the years of limits tell those of later ones; what is only aimed at tells nothing."""
        for found in limits_in(sentence):
            if not is_aim(sentence, found):
                self.calendar.note(found[0])


def no_date(text: str, place: Place) -> Remark:
    """Return the remark on a date that no calendar has."""
    return Remark("no-date", f"没有“{text}”这个日期，只留原文", place)
