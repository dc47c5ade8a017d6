"""What stands between level rules that no upright one touches, row by row."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from gdquality.sources.pdf.cells import Placed
from gdquality.sources.pdf.drawing import THICK, Rectangle
from gdquality.sources.pdf.grid import BORDERS
from gdquality.sources.pdf.lines import CLOSING
from gdquality.sources.pdf.rules import Rule

# A piece of a rule is no shorter: no column is so narrow, and a dash is.
SHORTEST = 12.0
# Rules of one table begin and end alike.
ALIKE = 2.0
# Characters of one text stand no farther apart, in heights; its words do.
APART = 0.12
WORDS = 0.35

Stretch = tuple[float, float]
"""Where something begins and where it ends, from left to right."""


@dataclass(frozen=True, slots=True)
class Line:
    """Level rules at one height, `top` to `bottom` where they are double, and their pieces."""

    top: float
    bottom: float
    pieces: list[Stretch]

    @property
    def ends(self) -> Stretch:
        """Where the first piece begins and the last one ends."""
        return self.pieces[0][0], max(end for _, end in self.pieces)

    def covers(self, left: float, right: float) -> bool:
        """Return whether a piece is drawn in the middle between two places."""
        middle = (left + right) / 2
        return any(start <= middle <= end for start, end in self.pieces)


@dataclass(slots=True)
class Band:
    """What stands between two lines: the stretches of text on each baseline, joined over blanks."""

    above: Line
    below: Line
    texts: list[Placed]

    def stretches(self, apart: float = APART) -> list[Stretch]:
        """Return where each text begins and ends whose characters are no farther apart.

        The mark at its end does not count, which may hang out of the cell.
        """
        found: list[Stretch] = []
        level, reached = 0, 0.0
        for _, _, one in sorted(self.texts, key=lambda p: (round(p[2].baseline), p[2].left)):
            end = one.left if one.text in CLOSING else one.right
            near = found and round(one.baseline) == level
            if near and one.left - reached <= apart * one.height:
                found[-1] = found[-1][0], max(found[-1][1], end)
            else:
                found.append((one.left, end))
            level, reached = round(one.baseline), one.right
        return found


def tables(
    thin: Iterable[Rectangle], upright: list[Rule], texts: list[Placed]
) -> Iterator[list[Band]]:
    """Yield what may be tables that are ruled level alone: their bands, from top to bottom."""
    for table in _tables(_lines(thin, upright)):
        yield _bands(table, texts)


def _lines(thin: Iterable[Rectangle], upright: list[Rule]) -> list[Line]:
    """Return the level rules that no upright one touches, from top to bottom."""
    level = sorted((b for b in thin if b.bottom - b.top <= THICK), key=lambda b: (b.top, b.left))
    groups: list[list[Rectangle]] = []
    for box in level:
        if groups and box.bottom - groups[-1][0].top <= BORDERS:
            groups[-1].append(box)
        else:
            groups.append([box])
    found = [
        Line(group[0].top, max(box.bottom for box in group), _pieces(group)) for group in groups
    ]
    return [line for line in found if not any(_touch(line, rule) for rule in upright)]


def _pieces(group: list[Rectangle]) -> list[Stretch]:
    """Return the pieces of the rules of a group; dots and dashes are one."""
    boxes = sorted((box.left, box.right) for box in group)
    long = {box for box in boxes if box[1] - box[0] >= SHORTEST}
    if len(long) == len(set(boxes)):
        return sorted(long)
    joined = [boxes[0]]
    for left, right in boxes[1:]:
        if left - joined[-1][1] <= BORDERS:
            joined[-1] = joined[-1][0], max(right, joined[-1][1])
        else:
            joined.append((left, right))
    return joined


def _touch(line: Line, rule: Rule) -> bool:
    start, end = line.ends
    return (
        start - BORDERS <= rule.at <= end + BORDERS
        and rule.start - BORDERS <= line.bottom
        and line.top <= rule.end + BORDERS
    )


def _tables(found: list[Line]) -> Iterator[list[Line]]:
    """Yield the lines that are of one table: as wide as its first one, or within it."""
    table: list[Line] = []
    for line in found:
        if table and _is_within(line, table[0]):
            table.append(line)
            continue
        yield from _ended(table)
        table = [line]
    yield from _ended(table)


def _is_within(line: Line, first: Line) -> bool:
    return line.ends[0] >= first.ends[0] - ALIKE and line.ends[1] <= first.ends[1] + ALIKE


def is_whole(line: Line, first: Line) -> bool:
    """Return whether a line is as wide as the first one of its table."""
    return all(abs(a - b) <= ALIKE for a, b in zip(line.ends, first.ends, strict=True))


def _ended(table: list[Line]) -> Iterator[list[Line]]:
    """Yield a table up to its last whole line."""
    while table and not is_whole(table[-1], table[0]):
        table.pop()
    if len(table) > 1:
        yield table


def _bands(table: list[Line], texts: list[Placed]) -> list[Band]:
    bands = [Band(above, below, []) for above, below in pairwise(table)]
    bottoms = [band.below.bottom for band in bands]
    for one in texts:
        number = bisect_left(bottoms, one[1])
        if number < len(bands) and one[1] > table[0].top:
            bands[number].texts.append(one)
    return bands
