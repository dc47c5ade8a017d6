"""Questions put to a notice."""

from dataclasses import dataclass

from gdquality.errors import NotFoundError
from gdquality.records import Agency, Deadline, Mention, Notice, Role, Task
from gdquality.registry import Registry
from gdquality.resolve import Method, Resolved


@dataclass(frozen=True, slots=True)
class Assignment:
    """One agency's part in one task: as which `agency`, called `text` there."""

    task: Task
    text: str
    agency: str


@dataclass(frozen=True, slots=True)
class AgencyAnswer:
    """What a notice says of an agency.

    `predecessors` and `successors` are the bodies it came from and became, by canonical name.
    """

    query: str
    agency: Agency
    method: Method
    predecessors: tuple[str, ...]
    successors: tuple[str, ...]
    lead: tuple[Assignment, ...]
    support: tuple[Assignment, ...]
    deadlines: tuple[Deadline, ...]


def answer_agency(resolved: Resolved, notice: Notice, registry: Registry) -> AgencyAnswer:
    """Return the tasks that an agency leads and supports, and the deadlines that bind it."""
    agency = resolved.agency
    lead = _assignments(agency, notice, "lead")
    support = _assignments(agency, notice, "support")
    roles: set[Role] = set()
    if lead:
        roles.add("lead")
    if support:
        roles.add("support")
    deadlines = tuple(
        deadline for deadline in notice.deadlines if _binds(deadline, agency.name, roles, registry)
    )
    return AgencyAnswer(resolved.query, agency, resolved.method, (), (), lead, support, deadlines)


def _assignments(agency: Agency, notice: Notice, role: Role) -> tuple[Assignment, ...]:
    return tuple(
        Assignment(task, mention.text, mention.agency)
        for task in notice.tasks
        for mention in mentions(task, role)
        if mention.agency == agency.name
    )


def mentions(task: Task, role: Role) -> tuple[Mention, ...]:
    """Return the agencies that have `role` in `task`."""
    return task.lead if role == "lead" else task.support


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
