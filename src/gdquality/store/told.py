"""What a record says: its fields without those that say nothing."""

from collections.abc import Collection, Iterator
from dataclasses import MISSING, fields
from functools import cache
from typing import Any


def told(record: Any, always: Collection[str] = ()) -> Iterator[tuple[str, Any]]:
    """Yield name and value of each field of `record` that holds another value than its default.

    Those of `always` are told whatever they hold.
    """
    for name, default in _defaults(record.__class__):
        value = getattr(record, name)
        if default is MISSING or value != default or name in always:
            yield name, value


@cache
def _defaults(record: type[Any]) -> tuple[tuple[str, Any], ...]:
    """Return the fields of a record, each with its default, or MISSING if it has none."""
    return tuple(
        (one.name, one.default if one.default_factory is MISSING else one.default_factory())
        for one in fields(record)
    )
