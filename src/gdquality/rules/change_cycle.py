"""No body becomes itself again: changes lead forward in time."""

from collections import Counter
from collections.abc import Iterable, Mapping

from gdquality.rules.examples import AGENCIES, CHANGES
from gdquality.rules.rule import Findings, RegistryFile, Rule

ENDS = frozenset(("renamed", "merged", "abolished"))
"""The kinds of change after which the body that was there before is no more."""


def check(file: RegistryFile) -> Findings:
    """Find the changes that lie on a circle; giving a duty back and forth is none."""
    changes = [(index, one) for index, one in file.changes if one.kind in ENDS]
    edges = {(a, b) for _, one in changes for a in one.before for b in one.after}
    circle = on_circles(edges)
    for index, change in changes:
        if circle & set(change.before) and circle & set(change.after):
            name = next(name for name in change.before if name in circle)
            yield (("changes", index), f"“{name}”经变更又成为自己")


def on_circles(edges: Iterable[tuple[str, str]]) -> set[str]:
    """Return the ends of `edges` that lie on a circle, or on a way from one to another.

    Dead ends are taken away, again and again, from behind and from before; what is left goes on
    for ever. Takes time in proportion to the edges.
    """
    left = set(edges)
    onward, back = _by_start(left), _by_start((b, a) for a, b in left)
    names = onward.keys() & back.keys()
    return _without_dead_ends(_without_dead_ends(names, onward, back), back, onward)


def _by_start(edges: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for start, end in edges:
        found.setdefault(start, set()).add(end)
    return found


def _without_dead_ends(
    names: Iterable[str], onward: Mapping[str, set[str]], back: Mapping[str, set[str]]
) -> set[str]:
    """Return `names` without those from which every way ends."""
    kept = set(names)
    ways = Counter({name: len(onward.get(name, set()) & kept) for name in kept})
    ends = [name for name in kept if not ways[name]]
    while ends:
        name = ends.pop()
        kept.discard(name)
        for before in back.get(name, ()):
            ways[before] -= 1
            if before in kept and not ways[before]:
                ends.append(before)
    return kept


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
