"""Answers as JSON: the promise of DESIGN §5, of which keys are added and never changed."""

import json
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from gdquality.formats.controls import visible_in_json
from gdquality.query import AgencyAnswer, AgencyCount, Assignment
from gdquality.records import Task


def agency_json(answer: AgencyAnswer) -> str:
    """Return the answer about one agency, an object."""
    return _dump(_plain(answer))


def tasks_json(tasks: Sequence[Task]) -> str:
    """Return tasks, an array of objects."""
    return _dump([_plain(task) for task in tasks])


def agencies_json(counts: Sequence[AgencyCount]) -> str:
    """Return agencies with the numbers of their tasks, an array of objects."""
    return _dump(
        [
            {**_plain(one.agency), "lead_count": one.lead, "support_count": one.support}
            for one in counts
        ]
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Assignment):
        return _assignment(value)
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _assignment(value: Assignment) -> dict[str, Any]:
    return {
        "number": value.task.number,
        "title": value.task.title,
        "text": value.text,
        "agency": value.agency,
        "lead_agencies": _plain(value.task.lead),
        "support_agencies": _plain(value.task.support),
    }


def _dump(value: Any) -> str:
    return visible_in_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"
