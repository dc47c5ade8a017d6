"""What people are told of an agency, part by part, for each format that draws or writes it out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gdquality.formats.terms import CHANGES, CONFIDENCES, KINDS, ROLES, SIDES
from gdquality.names.registry import Succession
from gdquality.queries.answers import AgencyAnswer, Assignment, Comparison
from gdquality.records import Mention, Role, Task

OTHERS: dict[Role, str] = {
    "lead": "共同牵头",
    "responsible": "其他责任单位",
    "support": "其他参与单位",
}
"""What those are called who have the same role beside the agency asked about."""

LIMIT = "时限"
"""What the limit of a task is called."""

DEADLINES = "报送要求"
"""What the deadlines are called."""


class TaskTable(NamedTuple):
    """The tasks in which an agency has one role.

    A row is number, title, the others by role, and the limit, in a tuple of its own that is empty
    where no task of the answer has one.
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[int, str, tuple[Sequence[Mention], ...], tuple[str, ...]], ...]


def summary(answer: AgencyAnswer) -> str:
    """Return what kind of body it is, and how many tasks it has."""
    counts = "，".join(
        f"{ROLES[role]} {count_of_tasks(answer.assignments(role))} 项" for role in answer.roles
    )
    return f"{KINDS[answer.agency.kind]}，{'前身' if answer.is_later else ''}{counts}"


def who_leads_whom(answer: Comparison) -> str:
    """Return in how many tasks two agencies have a part, and in how many which of them leads."""
    led, under = f"{answer.first}牵头 {answer.led} 项", f"{answer.second}牵头 {answer.under} 项"
    return f"共事 {len(answer.tasks)} 项：{led}，{under}，并列 {answer.beside} 项"


def in_all(comparisons: Sequence[Comparison]) -> Comparison | None:
    """Return what two bodies share in several notices together; None if they are several pairs."""
    pairs = {(one.first, one.second) for one in comparisons}
    if len(pairs) != 1:
        return None
    tasks = tuple(task for one in comparisons for task in one.tasks)
    return Comparison(*pairs.pop(), tasks)


def count_of_tasks(assignments: Sequence[Assignment]) -> int:
    """Return the number of tasks that are assigned, each counted once."""
    return len({one.task.number for one in assignments})


def history(answer: AgencyAnswer) -> Iterator[list[str]]:
    """Yield the names of what it was between, what it is today, and what it came of.

    The first of each list begins with what they all are to it: 今为.
    """
    later = [step for step in answer.successors if not step.current]
    today = [step for step in answer.successors if step.current]
    kinds = ("renamed", "merged", "split") if answer.is_later else ("renamed", "merged")
    whole = [step for step in answer.predecessors if step.kind in kinds]
    part = [step for step in answer.predecessors if step not in whole]
    for label, steps in (
        ("后为", later),
        ("今为", today),
        ("前身" if answer.is_later else "并入", whole),
        ("划入", part),
    ):
        if steps:
            first, *others = map(_step, steps)
            yield [f"{label}：{first}", *others]


def _step(step: Succession) -> str:
    # What is not certain says so (agencies.md).
    doubt = f"，{CONFIDENCES[step.confidence]}" if step.confidence != "high" else ""
    return f"{step.agency}（{step.date} {CHANGES[step.kind]}{doubt}）"


def task_tables(answer: AgencyAnswer) -> Iterator[TaskTable]:
    """Yield the tasks in which it has a role, a table a role.

    A row is a task; of a later body, each says in brackets which body the notice names.
    """
    title = "任务（通知所列单位）" if answer.is_later else "重点工作任务"
    limit = [LIMIT] * has_limits(answer)
    for role in answer.roles:
        if assignments := answer.assignments(role):
            sides = (OTHERS[side] if side == role else SIDES[side] for side in answer.roles)
            rows = tuple(_rows(answer, assignments))
            yield TaskTable(f"{ROLES[role]}任务", ("序号", title, *sides, *limit), rows)


def has_limits(answer: AgencyAnswer) -> bool:
    """Tell whether a task of an agency has a limit of its own."""
    return any(one.task.due_text for role in answer.roles for one in answer.assignments(role))


def _rows(
    answer: AgencyAnswer, assignments: Sequence[Assignment]
) -> Iterator[tuple[int, str, tuple[list[Mention], ...], tuple[str, ...]]]:
    is_limited = has_limits(answer)
    for task, same in named_by(assignments):
        own = {one.agency for one in same}
        named = f"（{'、'.join(one.text for one in same)}）" if answer.is_later else ""
        others = (
            [one for one in task.mentions(role) if one.agency not in own] for role in answer.roles
        )
        limit = (task.due_text or "",) * is_limited
        yield task.number, task.title + named, tuple(others), limit


def named_by(assignments: Sequence[Assignment]) -> Iterator[tuple[Task, list[Assignment]]]:
    """Yield each task once, with the assignments by which an agency, or what it came of, has it."""
    by_task: dict[int, list[Assignment]] = {}
    for one in assignments:
        by_task.setdefault(one.task.number, []).append(one)
    for same in by_task.values():
        yield same[0].task, same


def not_in_rows(answer: AgencyAnswer) -> list[str]:
    """Return what the rows of assignments, which are all that csv and tsv hold, leave out."""
    left_out = [f"{len(answer.deadlines)} 项{DEADLINES}"] if answer.deadlines else []
    return left_out + ["单位沿革"] * any(history(answer))
