"""No body becomes itself again: changes lead forward in time."""

from collections.abc import Iterator

from gdquality.rules.examples import AGENCIES, CHANGES
from gdquality.rules.rule import Found, RegistryFile, Rule


def check(file: RegistryFile) -> Iterator[Found]:
    """Find the changes that close a circle."""
    after: dict[str, set[str]] = {}
    for index, change in file.changes:
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


RULE = Rule(
    code="GDQ404",
    name="change-cycle",
    severity="error",
    title="没有单位经过变更又成为自己",
    why="转回原处的变更，问今名就没有尽头。",
    passes=AGENCIES + CHANGES,
    fails=(AGENCIES + CHANGES).replace("[广东省财政厅", "[广东省水利厅"),
    check=check,
)
