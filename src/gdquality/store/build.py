"""Records from plain values that were validated before: the packaged data of an answer.

The shortest way, without pydantic (docs/architecture.md). What a field holds is read from the
record itself. A value of another shape raises ShapeError, and `store.validation` then says what is
wrong with it.
"""

from collections.abc import Callable, Hashable
from dataclasses import is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

T = TypeVar("T")

Builder = Callable[[Any], Any]
"""From a plain value to what a field of a record holds."""


class ShapeError(Exception):
    """The value has not the shape of the record asked for."""


def build(value: Any, record: type[T]) -> T:
    """Return the `record` that the plain `value` holds; raises ShapeError.

    Whether texts and numbers are what their fields ask for is not looked at.
    """
    try:
        built: T = _record_builder(cast("Hashable", record))(value)
    except (TypeError, ValueError, AttributeError) as error:
        raise ShapeError from error
    return built


@cache
def _record_builder(record: Any) -> Builder:
    builders = {
        name: builder
        for name, annotation in record.__annotations__.items()
        if (builder := _builder(annotation))
    }
    if not builders:
        return lambda value: record(**value)

    def built(value: Any) -> Any:
        fields = dict(value)
        for name in builders.keys() & fields.keys():
            fields[name] = builders[name](fields[name])
        return record(**fields)

    return built


def _builder(annotation: Any) -> Builder | None:
    """Return what builds a field of this type, or None where the plain value is what it holds."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _builder(arguments[0])
    if origin in (Union, UnionType):
        return _optional(_builder(arguments[0]))
    if origin is tuple:
        return _tuple(_builder(arguments[0]))
    if annotation is date:
        return date.fromisoformat
    if isinstance(annotation, type) and is_dataclass(annotation):
        return _record_builder(annotation)
    return None


def _optional(builder: Builder | None) -> Builder | None:
    return builder and (lambda value: None if value is None else builder(value))


def _tuple(builder: Builder | None) -> Builder:
    def built(values: Any) -> tuple[Any, ...]:
        if not isinstance(values, list):  # a text would be taken for its characters
            raise TypeError
        return tuple(map(builder, values)) if builder else tuple(values)

    return built
