"""The roles that one notice gives, of answers that several have been given one form for."""

from dataclasses import replace

from gdquality.queries.answers import AgencyAnswer, Answer, TaskList
from gdquality.records import ROLES, Role, Task


def with_own_roles(part: Answer) -> Answer:
    """Return the answer of one notice with only those of its roles that a task in it gives.

    Each notice has tables of its own where people read them: no column of theirs is empty.
    """
    if isinstance(part, TaskList):
        return part._replace(roles=_given(part.roles, part.tasks))
    if isinstance(part, AgencyAnswer):
        tasks = tuple(one.task for role in ROLES for one in part.assignments(role))
        return replace(part, roles=_given(part.roles, tasks))
    return part


def _given(roles: tuple[Role, ...], tasks: tuple[Task, ...]) -> tuple[Role, ...]:
    return tuple(role for role in roles if any(one.mentions(role) for one in tasks)) or roles
