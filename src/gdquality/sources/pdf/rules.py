"""The ruled lines of a page: what is drawn straight, thin and level or upright.

Word processors stroke the borders of a table, browsers fill narrow rectangles, and some printers
draw a dot after the other. Shaded rectangles are kept apart: their edges stand for rules only where
there are none.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gdquality.sources.pdf.drawing import THICK, Rectangle

GAP = 2.0
"""Pieces of a border, its dots among them, lie no farther apart."""
NARROW = 4.0
"""Nor do the two lines of a double border; a table has no column so narrow."""


class Rule(NamedTuple):
    """A line at `at` (y where it is level, x where it is upright) from `start` to `end`."""

    at: float
    start: float
    end: float


def rules(thin: Iterable[Rectangle]) -> tuple[list[Rule], list[Rule]]:
    """Return thin rectangles as rules, level and upright; a dot may be of either."""
    boxes = list(thin)
    level = [
        Rule((box.top + box.bottom) / 2, box.left, box.right)
        for box in boxes
        if box.bottom - box.top <= THICK
    ]
    upright = [
        Rule((box.left + box.right) / 2, box.top, box.bottom)
        for box in boxes
        if box.right - box.left <= THICK
    ]
    return joined(level), joined(upright)


def framed(level: list[Rule], upright: list[Rule], shades: Iterable[Rectangle]) -> list[Rectangle]:
    """Return the shaded rectangles whose sides, or top and bottom, are ruled: cells of a table."""
    return [
        box
        for box in shades
        if all(_ruled(upright, x, box.top, box.bottom) for x in (box.left, box.right))
        or all(_ruled(level, y, box.left, box.right) for y in (box.top, box.bottom))
    ]


def _ruled(rules: list[Rule], at: float, start: float, end: float) -> bool:
    """Return whether one of the rules, which are sorted, runs from `start` to `end` at `at`."""
    first = bisect_left(rules, at - GAP, key=lambda rule: rule.at)
    last = bisect_right(rules, at + GAP, key=lambda rule: rule.at)
    return any(
        rule.start <= start + NARROW and rule.end >= end - NARROW for rule in rules[first:last]
    )


def edges(shades: Iterable[Rectangle]) -> tuple[list[Rule], list[Rule]]:
    """Return the edges of shaded rectangles as rules, level and upright."""
    boxes = list(shades)
    level = [Rule(y, box.left, box.right) for box in boxes for y in (box.top, box.bottom)]
    upright = [Rule(x, box.top, box.bottom) for box in boxes for x in (box.left, box.right)]
    return joined(level), joined(upright)


def joined(rules: list[Rule]) -> list[Rule]:
    """Return rules with those put together that continue or cover one another.

    What stays shorter than NARROW is a dot of another line.
    """
    result: list[Rule] = []
    for same in _clusters(sorted(rules)):
        at = sum(rule.at for rule in same) / len(same)
        start = end = float("-inf")
        for rule in sorted(same, key=lambda rule: rule.start):
            if rule.start > end + GAP:
                result.append(Rule(at, start, end))
                start, end = rule.start, rule.end
            end = max(end, rule.end)
        result.append(Rule(at, start, end))
    return [rule for rule in result if rule.end - rule.start >= NARROW]


def _clusters(rules: list[Rule]) -> Iterator[list[Rule]]:
    """Yield the rules, which are sorted, in groups of those at one place."""
    group: list[Rule] = []
    for rule in rules:
        if group and rule.at - group[0].at > 1:
            yield group
            group = []
        group.append(rule)
    if group:
        yield group
