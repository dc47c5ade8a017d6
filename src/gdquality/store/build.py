"""Records from plain values that were validated before: the packaged data of an answer.

The shortest way, without pydantic (DESIGN §7). A value of another shape raises ShapeError, and
`store.validation` then says what is wrong with it.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

from gdquality.records import (
    Agency,
    Change,
    Deadline,
    Mention,
    Notice,
    Printed,
    Readings,
    RegistryData,
    Section,
    Source,
    Task,
)

T = TypeVar("T")


class ShapeError(Exception):
    """The value has not the shape of the record asked for."""


def build_notice(value: Any) -> Notice:
    """Return the Notice of what tasks.yaml holds."""
    return _build(_notice, value)


def build_registry(value: Any) -> RegistryData:
    """Return the RegistryData of what agencies.yaml holds."""
    return _build(_registry, value)


def build_readings(value: Any) -> Readings:
    """Return the Readings of what readings.yaml holds."""
    return _build(lambda fields: Readings(**fields), value)


def _build(build: Callable[[Any], T], value: Any) -> T:
    try:
        return build(value)
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        raise ShapeError from error


def _notice(value: Any) -> Notice:
    fields = dict(value)
    fields["source"] = Source(**fields["source"])
    fields["main_recipients"] = tuple(fields["main_recipients"])
    fields["copy_recipients"] = tuple(fields["copy_recipients"])
    fields["sections"] = tuple(Section(**section) for section in fields["sections"])
    fields["tasks"] = tuple(map(_task, fields["tasks"]))
    fields["deadlines"] = tuple(map(_deadline, fields["deadlines"]))
    return Notice(**fields)


def _task(value: Any) -> Task:
    fields = dict(value)
    fields["lead"] = _mentions(fields["lead"])
    fields["support"] = _mentions(fields["support"])
    fields["printed"] = Printed(**fields["printed"])
    return Task(**fields)


def _deadline(value: Any) -> Deadline:
    fields = dict(value)
    fields["due"] = date.fromisoformat(fields["due"]) if fields["due"] else None
    fields["who"] = _mentions(fields["who"])
    fields["to"] = _mentions(fields["to"])
    return Deadline(**fields)


def _mentions(values: Any) -> tuple[Mention, ...]:
    return tuple(Mention(**value) for value in values)


def _registry(value: Any) -> RegistryData:
    fields = dict(value)
    fields["places"] = tuple(fields["places"])
    for key in ("outside", "elsewhere", "other_bodies"):
        fields[key] = tuple(fields.get(key, ()))
    fields["agencies"] = tuple(Agency(**_tupled(agency)) for agency in fields["agencies"])
    fields["changes"] = tuple(Change(**_tupled(change)) for change in fields["changes"])
    return RegistryData(**fields)


def _tupled(fields: Any) -> dict[str, Any]:
    return {
        key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()
    }
