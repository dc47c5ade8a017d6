"""Answers as JSON, of which keys are added and never changed."""

import json
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from typing import Any

from gdquality.formats.controls import visible_in_json
from gdquality.formats.resolutions import object_of
from gdquality.formats.splits import object_of as split_object_of
from gdquality.queries.answers import (
    AgencyCount,
    AgencyList,
    Answer,
    Assignment,
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
from gdquality.records import ROLES, Deadline, Notice, Role, Section, Task

APART = ("tasks", "deadlines")
"""What of a notice has questions of its own."""


def render(answer: Answer | Notice) -> str:
    """Return an object, or an array of objects where the answer is a list."""
    text = json.dumps(plain(answer), ensure_ascii=False, indent=2)
    return visible_in_json(text) + "\n"


def plain(value: Any) -> Any:  # noqa: C901, PLR0911, PLR0912 -- one a case
    """Return an answer as dicts, lists, strings, numbers and None; dates as YYYY-MM-DD."""
    match value:
        case str() | int() | None:
            return value
        case TaskDetails(items) | TaskList(items) | DeadlineList(items) | AgencyList(items):
            return [plain(item) for item in items]
        case Particulars(notice):
            return {key: one for key, one in _fields(notice).items() if key not in APART}
        case Notice():
            return records_of(value)
        case Assignment(task, text, agency):
            return {
                "number": task.number,
                "title": task.title,
                "text": text,
                "agency": agency,
                "lead_agencies": plain(task.lead),
                "responsible_agencies": plain(task.responsible),
                "support_agencies": plain(task.support),
                **({"due": plain(task.due), "due_text": task.due_text} if task.due_text else {}),
            }
        case Matrix(columns, rows, derived=derived):
            return [_matrix_row(columns, derived, *row) for row in rows]
        case ResolutionList(resolutions):
            return [object_of(one) for one in resolutions]
        case SplitList(splits):
            return [split_object_of(one) for one in splits]
        case PartnerList(partners=partners):
            return [asdict(one) for one in partners]
        case Comparison(first, second, tasks):
            return {
                "first": first,
                "second": second,
                "together": len(tasks),
                **{key: getattr(value, key) for key in ("led", "under", "beside")},
                "tasks": [
                    {
                        "number": one.task.number,
                        "title": one.task.title,
                        "first": one.first,
                        "second": one.second,
                    }
                    for one in tasks
                ],
            }
        case AgencyCount():
            counts = {f"{role}_count": value.count(role) for role in ROLES}
            return {**plain(value.agency), **counts}
        case Task():
            return {
                **_fields(value),
                "printed": _printed(value),
                "line": value.place.row,
            }
        case Deadline() | Section():
            return {**_fields(value), "line": value.place.row}
        case tuple() | list():
            return [plain(item) for item in value]
        case date():
            return value.isoformat()
        case _ if is_dataclass(value):
            return _fields(value)
        case dict():
            return {key: plain(one) for key, one in value.items()}
        case _:
            return value


def records_of(value: Any) -> Any:
    """Return a notice under the keys of tasks.yaml, dates as YYYY-MM-DD."""
    match value:
        case tuple():
            return [records_of(one) for one in value]
        case _ if is_dataclass(value):
            return {one.name: records_of(getattr(value, one.name)) for one in fields(value)}
        case _:
            return plain(value)


def _printed(task: Task) -> dict[str, str]:
    """Return what is printed by role, a line each where several sentences or cells give one."""
    printed: dict[str, list[str]] = {}
    for one in task.printed:
        printed.setdefault(one.role or "sentence", []).append(one.text)
    return {"lead": "", "support": "", **{role: "\n".join(one) for role, one in printed.items()}}


def _fields(record: Any) -> dict[str, Any]:
    return {field.name: plain(getattr(record, field.name)) for field in fields(record)}


def _matrix_row(
    columns: tuple[tuple[str, str], ...],
    derived: frozenset[str],
    number: int,
    title: str,
    roles: tuple[Role | None, ...],
) -> dict[str, Any]:
    by_role: dict[Role | None, list[str]] = {role: [] for role in (*ROLES, None)}
    for (agency, _), role in zip(columns, roles, strict=True):
        by_role[role].append(agency)
    return {
        "number": number,
        "title": title,
        **{role: by_role[role] for role in ROLES},
        "derived": [one for role in ROLES for one in by_role[role] if one in derived],
    }
