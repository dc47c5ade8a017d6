"""Tables as they are ruled: rules that touch, and the cells between them.

Every place between two neighbouring rules is a place of the grid; places that no rule divides are
one cell. So a merged cell is what it is on paper, and nothing is guessed from text.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from gdquality.sources.pdf.boxes import Box, boxes
from gdquality.sources.pdf.connected import touching
from gdquality.sources.pdf.drawing import Rectangle
from gdquality.sources.pdf.rules import NARROW, Rule, edges, framed

MAX_CROSSINGS = 400_000
"""Of level and upright rules: a page of a table has some hundred and some ten."""
MAX_PLACES = 20_000
"""A table has some thousand places on a page; more is squared paper."""
# The borders of two cells, each double, with the space between them; no column is so narrow.
BORDERS = 7.0
# A table that takes so much of another one is what that one is there for.
LAYOUT = 0.4
# How much of a side may be without its rule: browsers leave the corners open.
OPEN = 5.0
# A rule sticks out of its table by less than a column.
OVERSHOOT = 10.0


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: where its rows and columns are divided, edges included, and its cells.

    `floors` tells of each of `ys` over which columns a rule is drawn there; `irregular`, that some
    cell is no rectangle and was cut into its rows.
    """

    xs: list[float]
    ys: list[float]
    boxes: list[Box]
    floors: list[list[bool]]
    irregular: bool = False

    @property
    def top(self) -> list[bool]:
        """Return of each column whether its upper outer rule is drawn."""
        return self.floors[0]

    @property
    def bottom(self) -> list[bool]:
        """Return of each column whether its lower outer rule is drawn."""
        return self.floors[-1]

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point is in the table."""
        return self.xs[0] <= x <= self.xs[-1] and self.ys[0] <= y <= self.ys[-1]

    def place(self, x: float, y: float) -> tuple[int, int]:
        """Return the row and the column of a point that the table holds."""
        row = bisect_right(self.ys, y, 1, len(self.ys) - 1) - 1
        column = bisect_right(self.xs, x, 1, len(self.xs) - 1) - 1
        return row, column

    @property
    def area(self) -> float:
        """Return the area of the whole table in square points."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])


def grids(level: list[Rule], upright: list[Rule], shades: list[Rectangle]) -> list[Grid]:
    """Return the tables of a page, from top to bottom; those of one column are none.

    Where cells are shaded and not ruled, the edges of the shading divide them. Time grows with
    the rules that cross: ask for no page with more than MAX_CROSSINGS.
    """
    more = edges(framed(level, upright, shades))
    found = _ruled(level + more[0], upright + more[1], level)
    bare = [
        box
        for box in shades
        if not any(
            grid.holds((box.left + box.right) / 2, (box.top + box.bottom) / 2) for grid in found
        )
    ]
    found += [grid for grid in _ruled(*edges(bare), []) if len(grid.ys) > 2]  # noqa: PLR2004 -- one row
    return sorted(_apart(found), key=lambda grid: (grid.ys[0], grid.xs[0]))


def _apart(found: list[Grid]) -> Iterator[Grid]:
    """Yield tables of which none is in another.

    One in a cell of a table is part of its text; but what is little more than a frame for another
    is the layout of the page, and no table.
    """
    for grid in found:
        inside = [other for other in found if other is not grid and _in(other, grid)]
        around = [other for other in found if other is not grid and _in(grid, other)]
        is_layout = any(other.area >= LAYOUT * grid.area for other in inside)
        if not is_layout and all(grid.area >= LAYOUT * other.area for other in around):
            yield grid


def _in(inner: Grid, outer: Grid) -> bool:
    return outer.holds(inner.xs[0], inner.ys[0]) and outer.holds(inner.xs[-1], inner.ys[-1])


def _ruled(level: list[Rule], upright: list[Rule], drawn: list[Rule]) -> list[Grid]:
    return [grid for part in touching(level, upright) if (grid := _grid(*part, drawn))]


def _grid(level: list[Rule], upright: list[Rule], drawn: list[Rule]) -> Grid | None:
    """Return the grid of rules that touch, or None where they enclose fewer than two columns.

    `drawn` are the level ones of the page that are more than the edge of a shading.
    """
    xs = _divisions(upright, level)
    ys = _divisions(level, upright)
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or columns * rows > MAX_PLACES:
        return None
    # A place where nothing is divided: the end of a rule, an underlined word.
    xs, ys = _dividing(xs, _drawn(xs, ys, upright)), _dividing(ys, _drawn(ys, xs, level))
    walls, floors = _drawn(xs, ys, upright), _drawn(ys, xs, level)
    _close(walls, floors)
    found, irregular = boxes(walls, floors, len(ys) - 1, len(xs) - 1)
    if len(xs) <= 2 or len(found) <= 1:  # noqa: PLR2004 -- one column has two sides
        return None
    return Grid(xs, ys, found, _drawn(ys, xs, drawn), irregular)


def _close(walls: list[list[bool]], floors: list[list[bool]]) -> None:
    """Close the cells that are open at the end of both their walls, as at the end of a page."""
    for row in range(1, len(floors) - 1):
        for column in range(len(walls) - 1):
            left, right = walls[column], walls[column + 1]
            above, below = (left[row - 1], right[row - 1]), (left[row], right[row])
            ends = all(above) and not any(below)
            floors[row][column] |= ends or (all(below) and not any(above))


def _divisions(across: list[Rule], along: list[Rule]) -> list[float]:
    """Return where rules `across` divide, with the ends of those `along` as the outer edges."""
    places = sorted(rule.at for rule in across)
    first = min(rule.start for rule in along) if along else places[0]
    last = max(rule.end for rule in along) if along else places[-1]
    if not places or first < places[0] - OVERSHOOT:
        places.insert(0, first)
    if last > places[-1] + OVERSHOOT:
        places.append(last)
    groups: list[list[float]] = []
    for place in places:
        if groups and (place - groups[-1][0] <= BORDERS or place - groups[-1][-1] <= NARROW):
            groups[-1].append(place)
        else:
            groups.append([place])
    return [(group[0] + group[-1]) / 2 for group in groups]


def _drawn(places: list[float], stretches: list[float], rules: list[Rule]) -> list[list[bool]]:
    """Return, for each of `places`, over which of the stretches along it a rule is drawn."""
    pieces: list[list[tuple[float, float]]] = [[] for _ in places]
    for rule in rules:
        nearest = min(
            (bisect_left(places, rule.at) + step for step in (-1, 0)),
            key=lambda n: abs(places[n] - rule.at) if 0 <= n < len(places) else float("inf"),
        )
        if abs(places[nearest] - rule.at) <= BORDERS:
            pieces[nearest].append((rule.start, rule.end))
    return [_covered(sorted(piece), stretches) for piece in pieces]


def _covered(pieces: list[tuple[float, float]], stretches: list[float]) -> list[bool]:
    """Return which of the stretches between numbers are covered by pieces, which are sorted."""
    lengths = [0.0] * (len(stretches) - 1)
    reached = float("-inf")
    for start, end in pieces:
        begin = max(start, reached)
        reached = max(reached, end)
        number = max(bisect_right(stretches, begin) - 1, 0)
        while number < len(lengths) and stretches[number] < end:
            lengths[number] += max(
                0.0, min(end, stretches[number + 1]) - max(begin, stretches[number])
            )
            number += 1
    return [
        covered >= max(after - before - OPEN, (after - before) / 2)
        for covered, before, after in zip(lengths, stretches, stretches[1:], strict=False)
    ]


def _dividing(places: list[float], drawn: list[list[bool]]) -> list[float]:
    """Return the places where something is drawn, and the outer two."""
    outer = {0, len(places) - 1}
    return [at for n, at in enumerate(places) if n in outer or any(drawn[n])]
