"""A row whose cells stand one below the other: which of its lines are in which column."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from gdquality.parsing.columns import Column, is_role
from gdquality.parsing.role_sentences import read_names
from gdquality.parsing.row_bodies import NOTHING
from gdquality.parsing.vocabulary import Vocabulary

_DUE = re.compile(r"\d|[年月]底|季度|长期|持续|全年|常年|适时|按时|[前内]$")

_LONGEST_LINE = 400
"""Characters of a line that is looked at for bodies."""

_MOST_WAYS = 200
"""Ways to divide a row that are looked at; a row that has more is not certain."""


def divided(
    lines: Sequence[str], columns: Sequence[Column], vocabulary: Vocabulary
) -> tuple[int, ...] | None:
    """Return how many of `lines` stand in each of `columns`, or None where that is not certain.

    Bodies stand in the columns of bodies, and each of these names some. A line in every column is
    the reading of a row; else those that there are must agree on who is where.
    """
    row = _Row(lines, columns, vocabulary)
    ways = list(islice(row.ways(0, 0), _MOST_WAYS))
    whole = (1,) * len(columns)
    if whole in ways:
        return whole
    is_certain = len(ways) < _MOST_WAYS and len({row.of_bodies(way) for way in ways}) == 1
    return ways[0] if is_certain else None


class _Row:
    """The lines of a row, with those known that name bodies."""

    def __init__(
        self, lines: Sequence[str], columns: Sequence[Column], vocabulary: Vocabulary
    ) -> None:
        self._lines = lines
        self._columns = columns
        self._are_bodies = [are_bodies(line, vocabulary) for line in lines]
        self._dead_ends: set[tuple[int, int]] = set()

    def ways(self, column: int, start: int) -> Iterator[tuple[int, ...]]:
        """Yield the ways to divide the lines from `start` on among the columns from `column` on."""
        if column == len(self._columns):
            yield from [()] if start == len(self._lines) else []
            return
        if (column, start) in self._dead_ends:
            return
        is_dead_end = True
        counts = range(len(self._lines) - start + 1)
        # What may be missing is there if it can be; a title is no longer than it must be.
        may_be_missing = self._columns[column] in ("class", "due", "other")
        for count in reversed(counts) if may_be_missing else counts:
            if self._fits(self._columns[column], start, count):
                for rest in self.ways(column + 1, start + count):
                    is_dead_end = False
                    yield (count, *rest)
        if is_dead_end:
            self._dead_ends.add((column, start))

    def _fits(self, column: Column, start: int, count: int) -> bool:
        """Tell whether `count` lines from `start` on may stand in a column."""
        lines, bodies = self._lines[start : start + count], self._are_bodies[start : start + count]
        if is_role(column):
            is_nothing = count == 1 and NOTHING.fullmatch(lines[0])
            return bool(is_nothing) or (count > 0 and all(bodies))
        if column in ("title", "content"):
            return count > 0 and not any(bodies)
        if column == "due":
            return count == 0 or (count == 1 and bool(_DUE.search(lines[0])) and not bodies[0])
        return count == 0 or (count == 1 and not bodies[0])

    def of_bodies(self, way: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
        """Return from where to where the columns of bodies go in a way to divide the lines."""
        ends = [sum(way[: n + 1]) for n in range(len(way))]
        return tuple(
            (end - count, end)
            for end, count, column in zip(ends, way, self._columns, strict=True)
            if is_role(column)
        )


def are_bodies(line: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line is a list of evident bodies and nothing else."""
    if len(line) > _LONGEST_LINE:
        return False
    read = read_names(line, vocabulary)
    names = [one.text for one in read.mentions]
    return (
        bool(names)
        and not read.leftovers
        and all(vocabulary.is_body(one) or vocabulary.is_institution(one) for one in names)
    )
