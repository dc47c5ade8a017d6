"""No body becomes itself again: changes lead forward in time."""

from collections.abc import Iterator

from gdquality.records import RegistryData
from gdquality.rules.rule import Found, Rule


def check(registry: RegistryData) -> Iterator[Found]:
    """Find the changes that close a circle."""
    after: dict[str, set[str]] = {}
    for index, change in enumerate(registry.changes):
        for name in change.before:
            after.setdefault(name, set()).update(change.after)
        for name in change.before:
            if name in _reached(name, after):
                yield Found(("changes", index), f"“{name}”经这项变更又成为自己")
                break


def _reached(name: str, after: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        new = after.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


RULE = Rule("GDQ404", "change-cycle", "error", check)
