"""Tables that are ruled level alone get the upright rules that nobody drew."""

from collections.abc import Iterable
from itertools import pairwise

from gdquality.sources.pdf.bands import ALIKE, WORDS, Band, Stretch, is_whole, tables
from gdquality.sources.pdf.cells import Placed
from gdquality.sources.pdf.divisions import goes_on, runs_through, sides_of
from gdquality.sources.pdf.drawing import Rectangle
from gdquality.sources.pdf.rules import Rule

# A row of one line is no higher, in heights of its text.
ONE_LINE = 4.0


def around_titles(level: list[Rule], upright: list[Rule], texts: list[Placed]) -> list[Rule]:
    """Return the sides of rows of one text, in tables that have no sides.

    Nothing but their text stands between the rules above and below, both of which go on.
    """
    found: list[Rule] = []
    for above, below in pairwise(sorted(level)):
        sides = (above.start, above.end)
        if any(abs(a - b) > ALIKE for a, b in zip(sides, below[1:], strict=True)):
            continue
        ups = [rule for rule in upright if sides[0] <= rule.at <= sides[1]]
        is_between = any(abs(rule.end - above.at) <= ALIKE for rule in ups) and any(
            abs(rule.start - below.at) <= ALIKE for rule in ups
        )
        if is_between and _is_one_line(above, below, texts):
            found += [Rule(side, above.at, below.at) for side in sides]
    return found


def _is_one_line(above: Rule, below: Rule, texts: list[Placed]) -> bool:
    inside = [one for _, y, one in texts if above.at < y < below.at and above.start <= one.left]
    highest = max((one.height for one in inside), default=0.0)
    return (
        0 < below.at - above.at <= ONE_LINE * highest
        and max(one.baseline for one in inside) - min(one.baseline for one in inside) < highest / 2
        and max(one.right for one in inside) <= above.end
    )


class Columns:
    """Where tables of a document are divided, page by page: one may go on on the next page."""

    def __init__(self) -> None:
        """Begin with the first page."""
        self._sides: list[float] = []
        self.by_white = False

    def walls(
        self, thin: Iterable[Rectangle], upright: list[Rule], texts: list[Placed]
    ) -> list[Rule]:
        """Return upright rules that nobody drew, for tables of a page that have level ones alone.

        A table as wide as the last one of the page before goes on, and is divided as that is.
        `by_white` tells whether the rules do not show where one of them is divided.
        """
        found: list[Rule] = []
        before, self._sides = self._sides, []
        told_by_white, self.by_white = self.by_white, False
        for bands in tables(thin, upright, texts):
            carried_on = goes_on(bands, before)
            sides, by_white = (before, told_by_white) if carried_on else sides_of(bands)
            if len(sides) > 2:  # noqa: PLR2004 -- one column has two sides
                found += _walls(bands, sides)
                self._sides = sides
                self.by_white |= by_white
            before = []
        return found


def _walls(bands: list[Band], sides: list[float]) -> list[Rule]:
    """Return the sides of the table, and its walls where no text of a row runs through them."""
    open_ = [_opened(band, sides) for band in bands]
    for column in range(1, len(sides) - 1):
        # A cell over several rows has its text in one of them, and is merged in all.
        for numbers in (range(len(bands) - 1), range(len(bands) - 2, -1, -1)):
            for number in numbers:
                line = bands[number].below
                around = sides[column - 1 : column + 2]
                if not any(line.covers(*pair) for pair in pairwise(around)):
                    both = open_[number][column] or open_[number + 1][column]
                    open_[number][column] = open_[number + 1][column] = both
    return [
        Rule(side, band.above.top, band.below.bottom)
        for band, passed in zip(bands, open_, strict=True)
        for side, is_open in zip(sides, passed, strict=True)
        if not is_open
    ]


def _opened(band: Band, sides: list[float]) -> list[bool]:
    """Return of each side of a column whether it divides nothing in this row."""
    stretches = band.stretches()
    passed = [runs_through(side, stretches) for side in sides]
    texts = band.stretches(WORDS)
    is_title = any(passed) or any(
        end < sides[1] or abs(start + end - sides[0] - sides[-1]) <= ALIKE for start, end in texts
    )
    if len(texts) == 1 and is_title and is_whole(band.above, band.below):
        passed = [True] * len(sides)  # over the whole row
    passed[0] = passed[-1] = False
    _open_heading(band, sides, passed, stretches)
    return passed


def _open_heading(
    band: Band, sides: list[float], passed: list[bool], stretches: list[Stretch]
) -> None:
    """Open the walls over the columns that a rule of their own stands under, with one text."""
    if is_whole(band.below, band.above):
        return
    drawn = [band.below.covers(*pair) for pair in pairwise(sides)]
    start = 0
    while start < len(drawn):
        end = start
        while end < len(drawn) and drawn[end]:
            end += 1
        left, right = sides[start], sides[end]
        inside = [one for one in stretches if left <= (one[0] + one[1]) / 2 <= right]
        if end - start > 1 and len(inside) == 1:
            passed[start + 1 : end] = [True] * (end - start - 1)
        start = max(end, start + 1)
