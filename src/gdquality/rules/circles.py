"""Circles in what leads from one thing to another: parents, members, changes."""

from collections import Counter
from collections.abc import Iterable, Mapping


def on_circles(edges: Iterable[tuple[str, str]]) -> set[str]:
    """Return the ends of `edges` that lie on a circle, or on a way from one to another.

    Dead ends are taken away, again and again, from behind and from before; what is left goes on
    for ever. Takes time in proportion to the edges.
    """
    left = set(edges)
    onward, back = _by_start(left), _by_start((b, a) for a, b in left)
    names = onward.keys() | back.keys()
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
