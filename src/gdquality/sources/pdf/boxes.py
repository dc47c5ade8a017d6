"""The cells of a ruled table: places that no rule divides are one."""

from collections.abc import Iterator
from typing import NamedTuple

from gdquality.sources.pdf.connected import Sets


class Box(NamedTuple):
    """A cell of a grid: its first row and column, from 0, and how many it covers."""

    row: int
    column: int
    rows: int
    columns: int


def boxes(
    walls: list[list[bool]], floors: list[list[bool]], rows: int, columns: int
) -> tuple[list[Box], bool]:
    """Return the cells between walls and floors, in reading order, and whether any is irregular."""
    sets = Sets(rows * columns)
    for row in range(rows):
        for column in range(columns):
            place = row * columns + column
            if column + 1 < columns and not walls[column + 1][row]:
                sets.join(place, place + 1)
            if row + 1 < rows and not floors[row + 1][column]:
                sets.join(place, place + columns)
    found: list[Box] = []
    irregular = False
    for places in sets.all():
        box = _box([divmod(place, columns) for place in places])
        if box.rows * box.columns == len(places):
            found.append(box)
        else:
            irregular = True
            found += _runs([divmod(place, columns) for place in places])
    return sorted(found), irregular


def _box(places: list[tuple[int, int]]) -> Box:
    rows, columns = [row for row, _ in places], [column for _, column in places]
    top, left = min(rows), min(columns)
    return Box(top, left, max(rows) - top + 1, max(columns) - left + 1)


def _runs(places: list[tuple[int, int]]) -> Iterator[Box]:
    """Yield the places row by row, those that stand side by side as one box."""
    run: list[tuple[int, int]] = []
    for place in sorted(places):
        if run and (place[0], place[1] - 1) != run[-1]:
            yield _box(run)
            run = []
        run.append(place)
    yield _box(run)
