"""Deadlines, of all or of one agency."""

from collections.abc import Iterable

from gdquality.names.registry import Registry
from gdquality.queries.facts import asked_about, binding_deadlines, by_date
from gdquality.records import Agency, Deadline, Notice


def find_deadlines(
    agency: Agency | None, notice: Notice, registry: Registry
) -> tuple[Deadline, ...]:
    """Return the deadlines that bind `agency`, or all of them: the dated ones first, by date."""
    found: Iterable[Deadline] = notice.deadlines
    if agency is not None:
        asked = asked_about(agency.name, notice, registry)
        found = binding_deadlines(asked, notice, registry)
    return by_date(found)


def in_period(
    deadlines: tuple[Deadline, ...], after: str | None, before: str | None
) -> tuple[Deadline, ...]:
    """Return those of `deadlines` that are due in a period, both of whose ends belong to it.

    `after` and `before` are dates to the precision wanted: 2016, 2016-12, 2016-12-15. Without
    either, all are returned; with one of them, only those that have a date.
    """
    if after is None and before is None:
        return deadlines
    return tuple(one for one in deadlines if one.due and _is_in(str(one.due), after, before))


def _is_in(due: str, after: str | None, before: str | None) -> bool:
    return (after is None or due >= after) and (before is None or due[: len(before)] <= before)
