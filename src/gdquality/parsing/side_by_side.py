"""Tables that are printed in columns like a page, their whole heading once more beside itself.

序号  任务  责任单位  序号  任务  责任单位
1     修路  市交通局  3     种树  市林业局
2     建桥  市住建局  4     治水  市水利局

Each is read as tables one below the other; where the numbers count along the lines, line by line.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from gdquality.parsing.columns import LONGEST_HEADING, MOST_ROWS_ABOVE, column_of, columns_of
from gdquality.sources.interface import Block, Cell, Paragraph

_MOST_GROUPS = 6
_NUMBER = re.compile(r"\d{1,4}")


_Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class _Groups:
    """Where the groups of columns begin, how wide the widest is, and where in one its number is.

    What stands left of all of them is of each.
    """

    starts: Sequence[int]
    width: int
    number: int | None

    def of(self, row: _Row) -> list[_Row]:
        """Return the part of `row` in each of the groups, all of one width."""
        left = row[: self.starts[0]]
        bounds = pairwise((*self.starts, len(row)))
        blank = Cell("", row[-1].place)
        return [
            (*left, *row[start:end], *[blank] * (self.width - end + start)) for start, end in bounds
        ]

    def number_in(self, part: _Row) -> int:
        """Return the number of a part of a row, -1 if it has none."""
        text = part[self.starts[0] + self.number].text.strip() if self.number is not None else ""
        return int(text) if _NUMBER.fullmatch(text) else -1


def one_below_the_other(block: Block) -> Block:
    """Return a table whose heading stands beside itself with its parts below each other."""
    if isinstance(block, Paragraph):
        return block
    for index, row in enumerate(block.rows[: MOST_ROWS_ABOVE + 1]):
        if groups := _groups_under(_texts(row)):
            return replace(block, rows=tuple(_below_each_other(block.rows, index, groups)))
    return block


def _texts(row: _Row) -> list[str]:
    return ["".join(cell.text.split()) for cell in row]


def _groups_under(texts: Sequence[str]) -> _Groups | None:
    """Return the groups of columns, each of which has a heading that begins as the first does."""
    if any(len(text) > LONGEST_HEADING for text in texts):
        return None
    counts = Counter(texts)
    first = next((text for text in texts if text and counts[text] > 1), None)
    if first is None or counts[first] > _MOST_GROUPS:
        return None
    starts = [n for n, text in enumerate(texts) if text == first]
    groups = [texts[start:end] for start, end in pairwise((*starts, len(texts)))]
    if not all(map(columns_of, groups)):
        return None
    kinds = list(map(column_of, groups[0]))
    number = kinds.index("number") if "number" in kinds else None
    return _Groups(starts, max(map(len, groups)), number)


def _below_each_other(rows: Sequence[_Row], index: int, groups: _Groups) -> Iterator[_Row]:
    for row in rows[:index]:
        yield from [groups.of(row)[0]] if _is_of_all(row, groups) else groups.of(row)
    height = 2 if _divides_heading(rows[index + 1 : index + 2], groups) else 1
    heading = rows[index : index + height]
    repeated = list(map(_texts, heading))
    heads = list(zip(*map(groups.of, heading), strict=True))
    yield from heads[0]
    block: list[_Row] = []
    for row in rows[index + height :]:
        is_heading = _texts(row) in repeated
        if not is_heading and not _is_of_all(row, groups):
            block.append(row)
            continue
        yield from _in_order(block, heads, groups)
        block = []
        yield groups.of(row)[0]
    yield from _in_order(block, heads, groups)


def _divides_heading(below: Sequence[_Row], groups: _Groups) -> bool:
    """Tell whether the row below a heading is a part of it: 牵头 and 配合 in each of the groups."""
    for row in below:
        first, *others = [_texts(part) for part in groups.of(row)]
        kinds = {column_of(text) for text in first if text}
        return bool(kinds) and "other" not in kinds and all(one == first for one in others)
    return False


def _is_of_all(row: _Row, groups: _Groups) -> bool:
    """Tell whether `row` is not divided among the groups: a title, a section, a note."""
    filled = [n for n, cell in enumerate(row) if cell.text.strip()]
    behind = groups.starts[1]
    if len(filled) == 1:
        return filled[0] == 0
    before = {id(cell) for cell in row[:behind]}
    beyond = {id(row[n]) for n in filled if n >= behind}
    return bool(beyond) and beyond <= before


def _in_order(
    block: Sequence[_Row], heads: Sequence[Sequence[_Row]], groups: _Groups
) -> Iterator[_Row]:
    """Yield the parts of rows as they are numbered, or else group below group."""
    lines = [groups.of(row) for row in block]
    parts = [part for line in lines for part in line if any(_texts(part))]
    if _are_in_order(parts, groups) and all(_texts(one[0]) == _texts(heads[0][0]) for one in heads):
        yield from parts
        return
    for n, head in enumerate(heads):
        yield from head if n else ()
        yield from [line[n] for line in lines if any(_texts(line[n]))]


def _are_in_order(parts: Sequence[_Row], groups: _Groups) -> bool:
    """Tell whether each of `parts` has the number behind the last one, and no cell of another."""
    numbers = list(map(groups.number_in, parts))
    cells = [id(cell) for part in parts for cell in part[groups.starts[0] :]]
    if len(set(cells)) < len(cells):
        return False
    return bool(numbers) and numbers == list(range(max(0, numbers[0]), numbers[0] + len(numbers)))
