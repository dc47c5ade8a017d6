"""What an answer was narrowed to, for those who read it in a file and did not ask."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gdquality.cli.output_file import Destination

if TYPE_CHECKING:
    from gdquality.queries.per_notice import Narrowing

Condition = tuple[str, str | Iterable[str] | None]
"""What a condition is called, and its value or values, if it was made."""


def narrowed(to: Destination, *conditions: Condition) -> Destination:
    """Return `to` with what its file says of `conditions` that were made.

    A list of some tasks must not look like one of all.
    """
    told = (f"{name}：{value}" for name, given in conditions if (value := _joined(given)))
    return to._replace(conditions=(*to.conditions, *told))


def _joined(given: str | Iterable[str] | None) -> str:
    return given if isinstance(given, str) else "、".join(given or ())


def period(since: str | None, until: str | None) -> list[str]:
    """Return the first and the last day of a period in words, as far as they were given."""
    return [f"{since} 起"] * bool(since) + [f"{until} 止"] * bool(until)


def narrowed_to_notices(to: Destination, narrowing: "Narrowing") -> Destination:
    """Return `to` with what its file says of which of many notices were asked."""
    return narrowed(
        to,
        ("通知", narrowing.notice),
        ("成文日期", period(narrowing.since, narrowing.until)),
        ("地方", narrowing.jurisdiction),
    )
