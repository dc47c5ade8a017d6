"""What one agency leads, is responsible for, supports and owes; how much each of them has."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal

from gdquality.names.registry import Registry
from gdquality.names.resolve import Resolved
from gdquality.queries.answers import USUAL_ROLES, AgencyAnswer, AgencyCount
from gdquality.queries.facts import (
    asked_about,
    assignments,
    binding_deadlines,
    by_date,
    roles_given,
    was_there,
)
from gdquality.records import ROLES, Agency, Notice, Role

if TYPE_CHECKING:
    from gdquality.records.readings import Readings


def answer_agency(resolved: Resolved, notice: Notice, registry: Registry) -> AgencyAnswer:
    """Return the tasks in which an agency has a role, and the deadlines that bind it."""
    name = resolved.agency.name
    asked = asked_about(name, notice, registry)
    return AgencyAnswer(
        query=resolved.query,
        agency=resolved.agency,
        method=resolved.method,
        predecessors=registry.predecessors(name),
        successors=registry.successors(name),
        lead=assignments(asked, notice, "lead"),
        responsible=assignments(asked, notice, "responsible"),
        support=assignments(asked, notice, "support"),
        deadlines=by_date(binding_deadlines(asked, notice, registry)),
        is_later=not was_there(name, notice, registry),
        roles=roles_given(notice),
    )


def count_tasks(notice: Notice, registry: Registry) -> tuple[AgencyCount, ...]:
    """Return every agency of the registry, in its order, with its counts."""
    counts = {
        role: Counter(one.agency for task in notice.tasks for one in task.mentions(role))
        for role in ROLES
    }
    return tuple(
        AgencyCount(agency, *(counts[role][agency.name] for role in ROLES))
        for agency in registry.data.agencies
    )


def count_of(agency: Agency, notice: Notice, registry: Registry) -> AgencyCount:
    """Return how many tasks a question about `agency` is answered with, by role."""
    asked = asked_about(agency.name, notice, registry)
    return AgencyCount(agency, *(len(assignments(asked, notice, role)) for role in ROLES))


def roles_of(counts: Iterable[AgencyCount]) -> tuple[Role, ...]:
    """Return the roles in which any of `counts` has a task."""
    given = {role for one in counts for role in ROLES if one.count(role)}
    return tuple(role for role in ROLES if role in given) or USUAL_ROLES


def sorted_counts(
    counts: Iterable[AgencyCount],
    by: Role | Literal["name"],
    load_readings: "Callable[[], Readings]",
) -> list[AgencyCount]:
    """Return `counts` by the sound of the names, or by number of tasks, the highest first."""
    if by == "name":
        from gdquality.names.resolve.reading import Reader

        read = Reader(load_readings()).read
        return sorted(counts, key=lambda one: (read(one.agency.name), one.agency.name))
    first = (by, *ROLES)
    return sorted(counts, key=lambda one: [-one.count(role) for role in first])
