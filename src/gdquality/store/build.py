"""Records from plain values that were validated before: the packaged data of an answer.

The shortest way, without pydantic (docs/architecture.md). A value of another shape raises
ShapeError, and `store.validation` then says what is wrong with it.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

T = TypeVar("T")

_Build = Callable[[Any], Any]


class ShapeError(Exception):
    """The value has not the shape of the record asked for."""


def build(record_type: type[T], value: Any) -> T:
    """Return the `record_type` of what a YAML file holds; raises ShapeError for another shape."""
    try:
        record: T = _record(cast("Any", record_type))(value)
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        raise ShapeError from error
    return record


@cache
def _record(record_type: Any) -> _Build:
    builds = {field.name: _builder(field.type) for field in fields(record_type)}
    needed = {name: one for name, one in builds.items() if one is not None}
    if not needed:
        return lambda value: record_type(**value)

    def build_record(value: Any) -> Any:
        values = {name: needed[name](one) if name in needed else one for name, one in value.items()}
        return record_type(**values)

    return build_record


def _builder(annotation: Any) -> _Build | None:
    """Return what makes a field's value of a plain one, or None if it is one."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _builder(arguments[0])
    if origin in (UnionType, Union):
        inner = next(map(_builder, arguments), None)
        return inner and (lambda value: None if value is None else inner(value))
    if origin is tuple:
        item = _builder(arguments[0])
        return tuple if item is None else lambda values: tuple(map(item, values))
    if annotation is date:
        return date.fromisoformat
    return _record(cast("Any", annotation)) if is_dataclass(annotation) else None
