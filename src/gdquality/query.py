"""Questions put to a notice."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from gdquality.errors import NotFoundError
from gdquality.records import Agency, Deadline, Mention, Notice, Readings, Role, Task, year_in
from gdquality.registry import Registry, Succession
from gdquality.resolve import Method, Resolution, Resolved
from gdquality.resolve.reading import Reader

BOTH_ROLES: tuple[Role, ...] = ("lead", "support")


@dataclass(frozen=True, slots=True)
class Assignment:
    """One agency's part in one task: as which `agency`, called `text` there."""

    task: Task
    text: str
    agency: str


@dataclass(frozen=True, slots=True)
class AgencyAnswer:
    """What a notice says of an agency.

    `successors` and `predecessors` are the steps in time to and from it. One that was not in being
    when the notice was issued `is_later`: the tasks are those of the bodies it came of.
    """

    query: str
    agency: Agency
    method: Method
    predecessors: tuple[Succession, ...]
    successors: tuple[Succession, ...]
    lead: tuple[Assignment, ...]
    support: tuple[Assignment, ...]
    deadlines: tuple[Deadline, ...]
    is_later: bool


class TaskDetails(NamedTuple):
    """Tasks asked for by number, to be shown in detail."""

    tasks: tuple[Task, ...]


class TaskList(NamedTuple):
    """Tasks that were searched for, to be listed."""

    tasks: tuple[Task, ...]


class DeadlineList(NamedTuple):
    """Deadlines that were asked for."""

    deadlines: tuple[Deadline, ...]


class Particulars(NamedTuple):
    """The document's own particulars."""

    notice: Notice


class AgencyList(NamedTuple):
    """Agencies with the numbers of their tasks."""

    counts: "tuple[AgencyCount, ...]"


class Matrix(NamedTuple):
    """Tasks against agencies: columns of (agency, as the notice mostly calls it), rows of tasks.

    A row is number, title, and the role of each column's agency, None where it has none.
    """

    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[int, str, tuple[Role | None, ...]], ...]


class Partner(NamedTuple):
    """An agency that has a part in `together` tasks of another.

    In `led` of them the other leads and it supports, in `under` it leads and the other supports,
    in `beside` both lead or both support: the three add up.
    """

    agency: str
    together: int
    led: int
    under: int
    beside: int


class PartnerList(NamedTuple):
    """With whom `agency` works, the most frequent first.

    `predecessors` are the bodies that answer for one that was not in being yet.
    """

    agency: str
    partners: tuple[Partner, ...]
    predecessors: tuple[str, ...] = ()


class ResolutionList(NamedTuple):
    """What names mean, one by one."""

    resolutions: tuple[Resolution, ...]


Answer = (
    AgencyAnswer
    | TaskDetails
    | TaskList
    | DeadlineList
    | Particulars
    | AgencyList
    | Matrix
    | PartnerList
    | ResolutionList
)
"""What a question to a notice is answered with; formats render each of them."""


def answer_agency(resolved: Resolved, notice: Notice, registry: Registry) -> AgencyAnswer:
    """Return the tasks that an agency leads and supports, and the deadlines that bind it."""
    name = resolved.agency.name
    asked = asked_about(name, notice, registry)
    lead = _assignments(asked, notice, "lead")
    support = _assignments(asked, notice, "support")
    return AgencyAnswer(
        query=resolved.query,
        agency=resolved.agency,
        method=resolved.method,
        predecessors=registry.predecessors(name),
        successors=registry.successors(name),
        is_later=not registry.was_there(name, year_in(notice.document_number)),
        lead=lead,
        support=support,
        deadlines=by_date(binding_deadlines(asked, notice, registry)),
    )


def asked_about(name: str, notice: Notice, registry: Registry) -> set[str]:
    """Return the bodies that a question about `name` is about: itself, or those it came of."""
    if registry.was_there(name, year_in(notice.document_number)):
        return {name}
    return {name} | {step.agency for step in registry.predecessors(name)}


def _assignments(agencies: set[str], notice: Notice, role: Role) -> tuple[Assignment, ...]:
    return tuple(
        Assignment(task, mention.text, mention.agency)
        for task in notice.tasks
        for mention in mentions(task, role)
        if mention.agency in agencies
    )


def roles_in(notice: Notice, agency: str) -> set[Role]:
    """Return the roles that `agency` has in the table of `notice`."""
    return {role for role in BOTH_ROLES if _assignments({agency}, notice, role)}


@dataclass(frozen=True, slots=True)
class AgencyCount:
    """An agency and how many tasks it leads and supports under its own name."""

    agency: Agency
    lead: int
    support: int


def count_tasks(notice: Notice, registry: Registry) -> tuple[AgencyCount, ...]:
    """Return every agency of the registry, in its order, with its counts."""
    lead = Counter(one.agency for task in notice.tasks for one in task.lead)
    support = Counter(one.agency for task in notice.tasks for one in task.support)
    return tuple(
        AgencyCount(agency, lead[agency.name], support[agency.name])
        for agency in registry.data.agencies
    )


def count_of(agency: Agency, notice: Notice, registry: Registry) -> AgencyCount:
    """Return how many tasks a question about `agency` is answered with, as lead and as support."""
    asked = asked_about(agency.name, notice, registry)
    lead, support = (len(_assignments(asked, notice, role)) for role in BOTH_ROLES)
    return AgencyCount(agency, lead, support)


def sorted_counts(
    counts: Iterable[AgencyCount],
    by: Literal["name", "lead", "support"],
    load_readings: Callable[[], Readings],
) -> list[AgencyCount]:
    """Return `counts` by the sound of the names, or by number of tasks, the highest first."""
    if by == "name":
        read = Reader(load_readings()).read
        return sorted(counts, key=lambda one: (read(one.agency.name), one.agency.name))
    if by == "lead":
        return sorted(counts, key=lambda one: (-one.lead, -one.support))
    return sorted(counts, key=lambda one: (-one.support, -one.lead))


def mentions(task: Task, role: Role) -> tuple[Mention, ...]:
    """Return the agencies that have `role` in `task`."""
    return task.lead if role == "lead" else task.support


def binding_deadlines(
    agencies: Iterable[str], notice: Notice, registry: Registry
) -> Iterator[Deadline]:
    """Yield the deadlines that bind one of `agencies`, by its roles in the table."""
    roles = {agency: roles_in(notice, agency) for agency in agencies}
    for deadline in notice.deadlines:
        if any(_binds(deadline, agency, has, registry) for agency, has in roles.items()):
            yield deadline


def by_date(deadlines: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """Return the dated ones by date, then those without, each in the order of the notice."""
    return tuple(sorted(deadlines, key=lambda one: (one.due is None, str(one.due or ""))))


def _binds(deadline: Deadline, agency: str, roles: set[Role], registry: Registry) -> bool:
    # A report to oneself is no duty.
    if any(mention.agency == agency for mention in deadline.to):
        return False
    return any(registry.stands_for(who.agency, agency, roles) for who in deadline.who)


def find_tasks(numbers: list[int], notice: Notice) -> tuple[Task, ...]:
    """Return the tasks of `numbers` in that order; raises NotFoundError for those not there."""
    by_number = {task.number: task for task in notice.tasks}
    missing = [number for number in dict.fromkeys(numbers) if number not in by_number]
    if missing:
        known = f"任务序号从 {min(by_number)} 到 {max(by_number)}" if by_number else "没有任务"
        raise NotFoundError(*(f"没有第 {number} 项任务" for number in missing), hint=known)
    return tuple(by_number[number] for number in dict.fromkeys(numbers))
