"""Answers as rows and columns, for the formats that are nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import astuple
from datetime import date
from typing import Any, NamedTuple

from gdquality.formats.particulars import particulars
from gdquality.formats.resolutions import FIELDS, values_of
from gdquality.formats.splits import COLUMNS
from gdquality.formats.splits import cells_of as split_cells_of
from gdquality.formats.terms import KINDS, MARKS, METHODS, PARTS, ROLES, SIDES, STATUSES, shown_name
from gdquality.queries.answers import (
    AgencyAnswer,
    AgencyList,
    Answer,
    Comparison,
    DeadlineList,
    Matrix,
    Particulars,
    PartnerList,
    ResolutionList,
    SplitList,
    TaskDetails,
    TaskList,
)
from gdquality.records import DERIVED, Mention, Role, Task

Cell = str | int | date | tuple[str, ...]
"""What stands in a row under a column; names are kept apart, that no format breaks one."""

_TASK = (("number", "序号"), ("title", "重点工作任务"))
_ROLE = ("role", "角色")
_MENTION = (("text", "通知中的名称"), ("agency", "单位全称"))
_LIMIT = ("due_text", "时限")
_DERIVED = ("derived", DERIVED)


class Sheet(NamedTuple):
    """Rows under columns, each of which has a key for programs and a heading for people."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheet_of(answer: Answer) -> Sheet:  # noqa: C901, PLR0911 -- one a case
    """Return the rows of `answer`: one an assignment, task, deadline, agency or particular."""
    match answer:
        case AgencyAnswer():
            is_derived = answer.agency.is_derived
            limited, limits = _limits(
                [one.task for role in ROLES for one in answer.assignments(role)]
            )
            return _told_derived(
                (_ROLE, *_TASK, *_MENTION, *_sides(answer.roles), *limited),
                [
                    (*row, *limit, is_derived)
                    for row, limit in zip(_assignments(answer), limits, strict=True)
                ],
            )
        case TaskDetails(tasks):
            named = [*_mentions(tasks)]
            limited, limits = _limits([task for task, _, _ in named])
            return _told_derived(
                (*_TASK, _ROLE, *_MENTION, *limited),
                [
                    (task.number, task.title, role, one.text, one.agency, *limit, one.derived)
                    for (task, role, one), limit in zip(named, limits, strict=True)
                ],
            )
        case TaskList(tasks, roles):
            limited, limits = _limits(tasks)
            return Sheet(
                (*_TASK, *_sides(roles), *limited),
                tuple(
                    (one.number, one.title, *(names(one.mentions(role)) for role in roles), *limit)
                    for one, limit in zip(tasks, limits, strict=True)
                ),
            )
        case DeadlineList(deadlines):
            return Sheet(
                (
                    ("due", "期限"),
                    ("due_text", "期限原文"),
                    ("what", "事项"),
                    ("who", "责任单位"),
                    ("to", "报送"),
                ),
                tuple(
                    (
                        one.due or "",
                        one.due_text or "",
                        one.what,
                        names(one.who),
                        names(one.to),
                    )
                    for one in deadlines
                ),
            )
        case AgencyList(counts, roles):
            columns = ((f"{role}_count", ROLES[role]) for role in roles)
            return _told_derived(
                (*columns, ("kind", "类别"), ("agency", "单位")),
                [
                    (*map(one.count, roles), body.kind, body.name, body.is_derived)
                    for one in counts
                    for body in (one.agency,)
                ],
            )
        case Matrix(columns, rows, derived=derived):
            told = (
                (
                    shown_name(name, derived=name in derived),
                    shown_name(text, derived=name in derived),
                )
                for name, text in columns
            )
            return Sheet(
                (*_TASK, *told),
                tuple((n, title, *(MARKS[role] for role in roles)) for n, title, roles in rows),
            )
        case PartnerList(partners=partners):
            return _told_derived((("agency", "单位"), *PARTS.items()), [*map(astuple, partners)])
        case Comparison(first, second, shared):
            return Sheet(
                (*_TASK, ("first", first), ("second", second)),
                tuple((one.task.number, one.task.title, one.first, one.second) for one in shared),
            )
        case ResolutionList(resolutions):
            return Sheet(
                tuple(
                    zip(FIELDS, ("名称", "结果", "单位全称", "依据", "可指", DERIVED), strict=True)
                ),
                tuple(map(values_of, resolutions)),
            )
        case SplitList(splits):
            return Sheet(COLUMNS, tuple(map(split_cells_of, splits)))
        case Particulars():
            return Sheet((("field", "项目"), ("value", "内容")), tuple(particulars(answer)))


def _told_derived(columns: tuple[tuple[str, str], ...], rows: Sequence[tuple[Any, ...]]) -> Sheet:
    """Return `rows`, the last cell of which tells whether a body is derived: a column if any is."""
    if not any(row[-1] for row in rows):
        return Sheet(columns, tuple(row[:-1] for row in rows))
    told = tuple((*row[:-1], DERIVED if row[-1] else "") for row in rows)
    return Sheet((*columns, _DERIVED), told)


def _sides(roles: Sequence[Role]) -> Iterator[tuple[str, str]]:
    return ((role, SIDES[role]) for role in roles)


def in_words(sheet: Sheet) -> Sheet:
    """Return `sheet` for people: its keys of roles, kinds and the like as they are called."""
    words: dict[str, dict[Any, str]] = {
        "role": ROLES,
        "first": ROLES,
        "second": ROLES,
        "kind": KINDS,
        "method": METHODS,
        "status": STATUSES,
    }
    of_columns = [words.get(key, {}) for key, _ in sheet.columns]
    rows = (
        tuple(called.get(cell, cell) for called, cell in zip(of_columns, row, strict=True))
        for row in sheet.rows
    )
    return sheet._replace(rows=tuple(rows))


def _assignments(answer: AgencyAnswer) -> Iterator[tuple[Cell, ...]]:
    for role in ROLES:
        for one in answer.assignments(role):
            sides = (names(one.task.mentions(side)) for side in answer.roles)
            yield role, one.task.number, one.task.title, one.text, one.agency, *sides


def _limits(
    tasks: Sequence[Task],
) -> tuple[tuple[tuple[str, str], ...], list[tuple[str, ...]]]:
    """Return the column of limits, if one of `tasks` has one, and the cell of each below it."""
    if not any(task.due_text for task in tasks):
        return (), [() for _ in tasks]
    return (_LIMIT,), [(task.due_text or "",) for task in tasks]


def _mentions(tasks: Sequence[Task]) -> Iterator[tuple[Task, Role, Mention]]:
    for task in tasks:
        for role in ROLES:
            for one in task.mentions(role):
                yield task, role, one


def names(named: Sequence[Mention]) -> tuple[str, ...]:
    """Return the names as the notice gives them."""
    return tuple(mention.text for mention in named)


def flat(cell: Cell) -> str | int | date:
    """Return `cell` with its names, if it holds any, joined by 、."""
    return "、".join(cell) if isinstance(cell, tuple) else cell
