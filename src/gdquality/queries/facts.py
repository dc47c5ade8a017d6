"""The facts of a notice: who has which role in which task, and whom a deadline binds."""

import re
from collections.abc import Iterable, Iterator

from gdquality.names.registry import Registry
from gdquality.queries.answers import USUAL_ROLES, Assignment
from gdquality.records import ROLES, Deadline, Notice, Role, year_of

_BY_ROLE = re.compile(
    r"各?(?:(?P<lead>牵头)|(?P<responsible>责任)|(?P<support>配合|参与))(?:单位|部门)"
)
"""Whoever has a role in the notice, as a duty in its prose calls them together."""

_EVERYBODY = re.compile(
    "(?:各地区?[、，]?|[省市州区县]直)?(?:各(?:有关|相关)?|(?<=直)(?:有关|相关))(?:单位|部门)"
    "(?:[、和](?:各)?(?:有关|相关)?(?:单位|部门))?"
)
"""All who have any role in the notice: 各有关单位, 省直各部门."""


def roles_given(notice: Notice) -> tuple[Role, ...]:
    """Return the roles that `notice` gives to anybody."""
    given = tuple(role for role in ROLES if any(task.mentions(role) for task in notice.tasks))
    return given or USUAL_ROLES


def asked_about(name: str, notice: Notice, registry: Registry) -> set[str]:
    """Return the bodies that a question about `name` is about: itself, or those it came of.

    Whoever gave it some duties later has its own tasks still.
    """
    if was_there(name, notice, registry):
        return {name}
    return {name} | registry.origins(name)


def was_there(name: str, notice: Notice, registry: Registry) -> bool:
    """Tell whether `name` was in being when `notice` was issued, as far as that is known."""
    year = year_of(notice)
    return year is None or registry.was_there(name, year)


def assignments(agencies: set[str], notice: Notice, role: Role) -> tuple[Assignment, ...]:
    """Return the tasks in which one of `agencies` has `role`, once for each mention."""
    return tuple(
        Assignment(task, mention.text, mention.agency)
        for task in notice.tasks
        for mention in task.mentions(role)
        if mention.agency in agencies
    )


def binding_deadlines(
    agencies: Iterable[str], notice: Notice, registry: Registry
) -> Iterator[Deadline]:
    """Yield the deadlines that bind one of `agencies`, by its roles in the table."""
    roles = {
        agency: {role for role in ROLES if assignments({agency}, notice, role)}
        for agency in agencies
    }
    for deadline in notice.deadlines:
        named = {who.agency: _called(who.agency, notice, registry) for who in deadline.who}
        if any(_binds(deadline, named, agency, has, registry) for agency, has in roles.items()):
            yield deadline


def _binds(
    deadline: Deadline,
    named: dict[str, set[Role]],
    agency: str,
    roles: set[Role],
    registry: Registry,
) -> bool:
    # A report to oneself is no duty.
    if any(mention.agency == agency for mention in deadline.to):
        return False
    return any(
        called & roles or who == agency if called else registry.stands_for(who, agency, roles)
        for who, called in named.items()
    )


def _called(collective: str, notice: Notice, registry: Registry) -> set[Role]:
    """Return the roles by which `collective` calls the bodies of `notice`: 各牵头单位 leads.

    责任单位 are those whom the notice makes responsible. Where it makes nobody that, and for other
    roles, it is whom the registry of its government says; else 责任单位 are those who lead. What
    names no role, 各有关单位, calls all who have one: to tell too few is the worse mistake.
    """
    found = _BY_ROLE.fullmatch(collective)
    if not found and not _EVERYBODY.fullmatch(collective):
        return set()
    role = next((role for role in ROLES if found[role]), None) if found else None
    if role == "responsible" and role in roles_given(notice):
        return {role}
    body = registry.agencies.get(collective)
    is_ours = notice.jurisdiction in (None, registry.data.jurisdiction)
    if body and (body.roles or body.members) and is_ours:
        return set()
    if role is None:
        return set(ROLES)
    return {"lead" if role == "responsible" else role}


def by_date(deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Return the dated ones by date, then those without, each in the order of the notice."""
    return tuple(sorted(deadlines, key=lambda one: (one.due is None, str(one.due or ""))))
