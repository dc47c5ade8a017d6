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
