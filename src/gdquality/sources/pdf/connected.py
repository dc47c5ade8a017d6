"""Which rules belong together: those that touch, and upright ones that end alike."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from gdquality.sources.pdf.rules import GAP, Rule

# Rules this near touch: the cells of a browser's table have borders of their own.
TOUCH = 3.2


class Sets:
    """Disjoint sets of the numbers below a bound (union-find)."""

    def __init__(self, size: int) -> None:
        """Begin with each number in a set of its own."""
        self.parents = list(range(size))

    def first(self, number: int) -> int:
        """Return the number that stands for the set of `number`."""
        while self.parents[number] != number:
            self.parents[number] = self.parents[self.parents[number]]
            number = self.parents[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make the sets of two numbers one."""
        self.parents[self.first(one)] = self.first(other)

    def all(self) -> Iterable[list[int]]:
        """Return the sets."""
        sets = defaultdict(list)
        for number in range(len(self.parents)):
            sets[self.first(number)].append(number)
        return sets.values()


def touching(level: list[Rule], upright: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the rules in groups of those that touch, each group's level and upright ones."""
    upright = sorted(upright)
    places = [rule.at for rule in upright]
    sets = Sets(len(level) + len(upright))
    crossed: set[int] = set()
    for number, rule in enumerate(level):
        first = bisect_left(places, rule.start - TOUCH)
        last = bisect_right(places, rule.end + TOUCH)
        for other in range(first, last):
            if upright[other].start - TOUCH <= rule.at <= upright[other].end + TOUCH:
                sets.join(len(level) + other, number)
                crossed.add(other)
    _join_alike(upright, crossed, sets, len(level))
    for numbers in sets.all():
        lying = [level[number] for number in numbers if number < len(level)]
        standing = [upright[number - len(level)] for number in numbers if number >= len(level)]
        if standing and (lying or len(standing) > 2):  # noqa: PLR2004 -- two columns, and no floor
            yield lying, standing


def _join_alike(upright: list[Rule], crossed: set[int], sets: Sets, offset: int) -> None:
    """Join upright rules that no level one touches to those that begin and end at the same height.

    So stands a row that fills a page, and a cell merged over all rows of a page.
    """
    order = sorted(range(len(upright)), key=lambda n: (round(upright[n].start), upright[n].end))
    for one, other in pairwise(order):
        alike = all(
            abs(a - b) <= GAP for a, b in zip(upright[one][1:], upright[other][1:], strict=True)
        )
        if alike and not {one, other} <= crossed:
            sets.join(offset + one, offset + other)
