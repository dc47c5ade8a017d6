"""Tables in a text whose cells are set in columns by blanks."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from unicodedata import east_asian_width

from gdquality.sources.interface import Cell, Table
from gdquality.sources.lines import Line, ReadLines, paragraphs
from gdquality.sources.sizes import check_table

_GAP = re.compile(r"[^\S\t]{2,}")
_INSIDE_A_WORD = ("\u3000\u3000", "\u2003\u2003")
_RULE = re.compile(r"[-=_\u2500\u2501\u2550\s]{3,}")
_COMMAS = ("、", "，", ",")

_FEWEST_COLUMNS = 3
"""Columns of a table; two words in a line are as often a signature."""

_FEWEST_ROWS = 2
_FEWEST_UNALIGNED = 3
"""Rows that are a table by having as many cells, where these do not stand below each other."""

_NARROWEST_GUTTER = 2
_FULL = 3
"""Columns of the screen that a wrapped line leaves free, at most: a character and a comma."""

_WIDE = 16
"""Columns of the screen of a column in which text is wrapped, rather than one name long."""

_LONGEST_LINE = 2000
"""Characters of a line that somebody has set in columns."""


@dataclass(frozen=True, slots=True)
class Field:
    """A cell, and the columns of the screen that it takes: from `left` to before `right`."""

    cell: Cell
    left: int
    right: int


def find_aligned(lines: Sequence[Line], start: int) -> ReadLines | None:
    """Return the table that begins at `start`, as a TableFinder does.

    It is certain only where columns stay apart from top to bottom, and where a line that leaves its
    first column empty plainly goes on with the one above: a list that ended in a comma, text that
    filled its column. The number of a row may as well stand at its middle, and then a name would go
    to the wrong task; a list that seems to end in a comma gives that away.
    """
    if len(_GAP.findall(lines[start].text.strip())) < _FEWEST_COLUMNS - 1:
        return None
    heading = _fields(lines[start])
    if len(heading) < _FEWEST_COLUMNS:
        return None
    drawn = [heading]
    end = start + 1
    while end < len(lines) and not lines[end].is_blank:
        if not _RULE.fullmatch(lines[end].text):
            fields = _fields(lines[end])
            if not fields or (len(fields) == 1 and fields[0].left < heading[1].left):
                break
            drawn.append(fields)
        end += 1
    check_table(len(drawn) * len(heading))
    rows = _in_columns(drawn) or _equally_long(drawn)
    full = [row for row in rows if sum(map(bool, row)) >= _FEWEST_COLUMNS]
    if len(full) < _FEWEST_ROWS:
        return ReadLines(end, paragraphs(lines[start:end]))
    grid = tuple(tuple(_joined(cell, row) for cell in row) for row in rows)
    return ReadLines(end, [Table(grid, lines[start].place)])


def _fields(line: Line) -> list[Field]:
    """Return what stands between gaps, or nothing for a line that is longer than any screen."""
    text = line.text.rstrip()
    if len(text) > _LONGEST_LINE or "\t" in text:
        return []
    columns = [0, *itertools.accumulate(2 if east_asian_width(c) in "WF" else 1 for c in text)]
    gaps = [gap.span() for gap in _GAP.finditer(text) if gap[0] not in _INSIDE_A_WORD]
    bounds = [0, *itertools.chain.from_iterable(gaps), len(text)]
    return [
        Field(line.cell(start, end), columns[start], columns[end])
        for start, end in zip(bounds[::2], bounds[1::2], strict=True)
        if text[start:end].strip()
    ]


def _in_columns(drawn: Sequence[Sequence[Field]]) -> list[list[list[Field]]]:
    """Return the rows, each cell as its lines, or nothing if they are not certain."""
    columns = _columns(drawn)
    if len(columns) != len(drawn[0]):
        return []
    lefts = [left for left, _ in columns]
    rows: list[list[list[Field]]] = []
    for fields in drawn:
        line: list[list[Field]] = [[] for _ in columns]
        for field in fields:
            line[bisect_right(lefts, field.left) - 1].append(field)
        if any(len(cell) > 1 for cell in line):
            return []
        if line[0]:
            rows.append(line)
        elif len(rows) > 1 and all(map(_goes_on, rows[-1], line, columns)):
            for cell, more in zip(rows[-1], line, strict=True):
                cell.extend(more)
        else:
            return []
    ends = (cell[-1].cell.text for row in rows for cell in row if cell)
    return [] if any(end.endswith(_COMMAS) for end in ends) else rows


def _columns(drawn: Sequence[Sequence[Field]]) -> list[tuple[int, int]]:
    """Return what every line leaves apart: the columns of the screen of each column of cells."""
    columns: list[tuple[int, int]] = []
    for field in sorted(itertools.chain.from_iterable(drawn), key=lambda field: field.left):
        if columns and field.left < columns[-1][1] + _NARROWEST_GUTTER:
            left, right = columns.pop()
            columns.append((left, max(right, field.right)))
        else:
            columns.append((field.left, field.right))
    return columns


def _goes_on(cell: Sequence[Field], more: Sequence[Field], column: tuple[int, int]) -> bool:
    """Tell whether `more` plainly is the rest of `cell`, which is in the line above."""
    if not more:
        return True
    if not cell or cell[-1].cell.place.row != more[0].cell.place.row - 1:
        return False
    left, right = column
    is_full = cell[-1].right > right - _FULL and right - left >= _WIDE
    return is_full or cell[-1].cell.text.endswith(_COMMAS)


def _equally_long(drawn: Sequence[Sequence[Field]]) -> list[list[list[Field]]]:
    is_table = len(drawn) >= _FEWEST_UNALIGNED and len({len(fields) for fields in drawn}) == 1
    return [[[field] for field in fields] for fields in drawn] if is_table else []


def _joined(cell: Sequence[Field], row: Sequence[Sequence[Field]]) -> Cell:
    first = (cell or row[0])[0].cell
    return replace(first, text="\n".join(field.cell.text for field in cell))
