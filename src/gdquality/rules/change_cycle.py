"""No body becomes itself again: changes lead forward in time."""

from collections.abc import Iterator

from gdquality.rules.circles import on_circles
from gdquality.rules.examples import AGENCIES, CHANGES
from gdquality.rules.rule import Found, RegistryFile, Rule

ENDS = frozenset(("renamed", "merged", "abolished"))
"""The kinds of change after which the body that was there before is no more."""


def check(file: RegistryFile) -> Iterator[Found]:
    """Find the changes that lie on a circle; giving a duty back and forth is none."""
    changes = [(index, one) for index, one in file.changes if one.kind in ENDS]
    edges = {(a, b) for _, one in changes for a in one.before for b in one.after}
    circle = on_circles(edges)
    for index, change in changes:
        if circle & set(change.before) and circle & set(change.after):
            name = next(name for name in change.before if name in circle)
            yield Found(("changes", index), f"“{name}”经变更又成为自己")


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
