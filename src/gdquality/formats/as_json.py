"""Answers as JSON: the promise of DESIGN §5, of which keys are added and never changed."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from gdquality.formats.controls import visible_in_json
from gdquality.formats.resolutions import object_of
from gdquality.formats.splits import object_of as split_object_of
from gdquality.query import (
    AgencyCount,
    AgencyList,
    Answer,
    Assignment,
    DeadlineList,
    Matrix,
    Particulars,
    PartnerList,
    ResolutionList,
    SplitList,
    TaskDetails,
    TaskList,
)
from gdquality.records import Notice, Role


def render(answer: Answer | Notice) -> str:
    """Return an object, or an array of objects where the answer is a list."""
    text = json.dumps(plain(answer), ensure_ascii=False, indent=2)
    return visible_in_json(text) + "\n"


def plain(value: Any) -> Any:  # noqa: C901, PLR0911 -- one a case
    """Return an answer as dicts, lists, strings, numbers and None; dates as YYYY-MM-DD."""
    match value:
        case TaskDetails(items) | TaskList(items) | DeadlineList(items) | AgencyList(items):
            return [plain(item) for item in items]
        case Particulars(notice):
            apart = ("tasks", "deadlines")
            return {key: one for key, one in plain(notice).items() if key not in apart}
        case Assignment(task, text, agency):
            return {
                "number": task.number,
                "title": task.title,
                "text": text,
                "agency": agency,
                "lead_agencies": plain(task.lead),
                "support_agencies": plain(task.support),
            }
        case Matrix(columns, rows):
            return [_matrix_row(columns, *row) for row in rows]
        case ResolutionList(resolutions):
            return [object_of(one) for one in resolutions]
        case SplitList(splits):
            return [split_object_of(one) for one in splits]
        case PartnerList(partners=partners):
            return [one._asdict() for one in partners]
        case AgencyCount(agency, lead, support):
            return {**plain(agency), "lead_count": lead, "support_count": support}
        case tuple() | list():
            return [plain(item) for item in value]
        case date():
            return value.isoformat()
        case _ if is_dataclass(value):
            return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        case _:
            return value


def _matrix_row(
    columns: tuple[tuple[str, str], ...], number: int, title: str, roles: tuple[Role | None, ...]
) -> dict[str, Any]:
    by_role: dict[Role | None, list[str]] = {"lead": [], "support": [], None: []}
    for (agency, _), role in zip(columns, roles, strict=True):
        by_role[role].append(agency)
    return {
        "number": number,
        "title": title,
        "lead": by_role["lead"],
        "support": by_role["support"],
    }
