"""Where the columns of a table are divided that is ruled level alone.

A browser rules each cell by itself, so the pieces of a rule end where a column does. Other printers
draw one rule over the whole row; there the white between the columns tells, if it runs down all
rows. Where neither does, nothing is guessed, and the lines are no table.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from gdquality.sources.pdf.bands import ALIKE, WORDS, Band, Line, Stretch, is_whole
from gdquality.sources.pdf.cells import Placed
from gdquality.sources.pdf.grid import BORDERS
from gdquality.sources.pdf.lines import NUMBER, lines

# The heading, and the rows under it: so many rules at the least.
FEWEST_RULES = 3
# The white between two columns, in points and in heights of the text.
WHITE = 2.5
GUTTER = 0.3
# A character may reach over an edge by so much.
SLACK = 0.5


def goes_on(bands: list[Band], sides: list[float]) -> bool:
    """Return whether rows stand between the sides of a table, those of a single text aside."""
    if not sides or any(
        abs(a - b) > ALIKE for a, b in zip(bands[0].above.ends, (sides[0], sides[-1]), strict=True)
    ):
        return False
    rows = [band.stretches() for band in bands if len(band.stretches(WORDS)) > 1]
    crossed = sum(any(runs_through(side, row) for side in sides) for row in rows)
    return bool(rows) and crossed * 2 < len(rows)


def sides_of(bands: list[Band]) -> tuple[list[float], bool]:
    """Return where a table is divided, its outer sides included, and whether white alone tells.

    No more than the outer sides where nothing tells.
    """
    table = [bands[0].above, *(band.below for band in bands)]
    outer = list(table[0].ends)
    known = _by_pieces(table)
    found = _by_white(bands, known)
    is_ruled = sum(is_whole(line, table[0]) for line in table) >= FEWEST_RULES
    if not is_ruled or _is_several_rows(bands, sorted([*known, *found])):
        return outer, False
    return sorted([*outer, *known, *found]), bool(found)


def runs_through(side: float, stretches: Iterable[Stretch]) -> bool:
    """Return whether text stands on both sides of a place."""
    return any(left + SLACK < side < right - SLACK for left, right in stretches)


def _by_pieces(table: list[Line]) -> list[float]:
    """Return where pieces of the rules end within the table, on more lines than one."""
    start, end = table[0].ends
    places = sorted(
        (place, number)
        for number, line in enumerate(table)
        for piece in line.pieces
        for place in piece
        if start + BORDERS < place < end - BORDERS
    )
    groups: list[list[tuple[float, int]]] = []
    for place in places:
        if groups and place[0] - groups[-1][0][0] <= BORDERS:
            groups[-1].append(place)
        else:
            groups.append([place])
    whole = [number for number, line in enumerate(table) if is_whole(line, table[0])]
    return [
        (group[0][0] + group[-1][0]) / 2
        for group in groups
        if len({number for _, number in group}.intersection(whole)) > 1
    ]


def _by_white(bands: list[Band], known: list[float]) -> list[float]:
    """Return where else than at `known` places white runs down all rows.

    None where the heading has no text in one of the columns. Rows of a single text are titles,
    which may reach over columns.
    """
    first = bands[0].above
    count = next(n for n, band in enumerate(bands, 1) if is_whole(band.below, first))
    head = [stretch for band in bands[:count] for stretch in band.stretches()]
    body = [
        stretch
        for band in bands[1 if count == len(bands) else count :]
        if len(band.stretches(WORDS)) > 1
        for stretch in band.stretches()
    ]
    if count == 1:
        body += head
    found = [
        right - 1
        for left, right in _white(body, bands)
        if not any(left - 1 <= place <= right + 1 for place in known)
    ]
    sides = [first.ends[0], *sorted([*known, *found]), first.ends[1]]
    middles = [(left + right) / 2 for left, right in head]
    is_headed = all(any(a < middle < b for middle in middles) for a, b in pairwise(sides))
    return found if is_headed else []


def _white(texts: list[Stretch], bands: list[Band]) -> Iterator[Stretch]:
    """Yield the white between texts, where it is as wide as between two columns."""
    heights = sorted(one.height for band in bands for _, _, one in band.texts)
    least = max(WHITE, GUTTER * heights[len(heights) // 2]) if heights else WHITE
    reached = float("inf")
    for left, right in sorted(texts):
        if left - reached >= least:
            yield reached, left
        reached = right if reached == float("inf") else max(reached, right)


def _is_several_rows(bands: list[Band], places: list[float]) -> bool:
    """Return whether rows stand between two rules, which then divide no rows.

    So it is where numbers stand under one another, and where all of a table under its heading
    stands in several lines.
    """
    counts = []
    for band in bands:
        columns = [lines(one for _, _, one in column) for column in _by_column(band, places)]
        if sum(bool(NUMBER.fullmatch(line.text)) for line in columns[0]) > 1:
            return True
        counts.append(min(map(len, columns)))
    return len(bands) < FEWEST_RULES and counts[-1] > 1


def _by_column(band: Band, places: list[float]) -> list[list[Placed]]:
    columns: list[list[Placed]] = [[] for _ in range(len(places) + 1)]
    for one in band.texts:
        columns[bisect_left(places, one[0])].append(one)
    return columns
