"""Notices of every layout, each a file with what is to be read of it beside it.

A case is a source in tests/cases/notices and a YAML file of the same name: the tasks with the keys
that matter to it, the duties, and a line `code row:column` for each remark.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

from gdquality.names.registry import Registry
from gdquality.parsing import parse
from gdquality.records import ROLES, Deadline, Notice, Remark, Task

CASES = sorted(path for path in (ROOT / "tests/cases/notices").iterdir() if path.suffix != ".yaml")


@pytest.mark.parametrize("source", CASES, ids=lambda path: path.name)
def test_notice(source: Path, registry: Registry) -> None:
    """What the case expects is what is read: every task, every name in its role, every remark."""
    expected = yaml.safe_load(source.with_suffix(".yaml").read_text(encoding="utf-8"))

    notice = parse(source.read_bytes(), source.name, registry)

    assert told(notice, expected) == expected


def told(notice: Notice, expected: dict[str, Any]) -> dict[str, Any]:
    """Return `notice` in the form of the cases, with the keys of the document that they have."""
    apart = {"tasks", "deadlines", "remarks"}
    document = {key: plain(getattr(notice, key)) for key in expected.keys() - apart}
    parts = {
        "tasks": [of_task(task) for task in notice.tasks],
        "deadlines": [of_deadline(deadline) for deadline in notice.deadlines],
        "remarks": [of_remark(remark) for remark in notice.remarks],
    }
    return document | {key: value for key, value in parts.items() if value or key in expected}


def plain(value: Any) -> Any:
    """Return a value as YAML has it."""
    return list(value) if isinstance(value, tuple) else value


def of_task(task: Task) -> dict[str, Any]:
    """Return what a task says, without what it does not say."""
    names: dict[str, Any] = {
        role: [mention.text for mention in task.mentions(role)] for role in ROLES
    }
    said: dict[str, Any] = {
        "label": task.label,
        "title": task.title,
        "under": [*task.under],
        **names,
    }
    said |= {"due": task.due, "due_text": task.due_text, "extra": task.extra}
    return {key: value for key, value in said.items() if value}


def of_deadline(deadline: Deadline) -> dict[str, Any]:
    """Return what a duty says, without what it does not say."""
    who, to = ([mention.text for mention in part] for part in (deadline.who, deadline.to))
    said: dict[str, Any] = {"due": deadline.due, "due_text": deadline.due_text}
    said |= {"who": who, "what": deadline.what, "to": to}
    return {key: value for key, value in said.items() if value}


def of_remark(remark: Remark) -> str:
    """Return the code and the place of a remark."""
    return f"{remark.code} {remark.place.row}:{remark.place.column}"
