"""Tables in a text whose cells stand between bars: drawn with | and +, or with box characters."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gdquality.records import Remark
from gdquality.sources.interface import Cell, Table
from gdquality.sources.lines import Line, ReadLines, paragraphs
from gdquality.sources.sizes import check_table

_BAR = re.compile(r"(?<!\\)[|\u2502\u2503\u2551]")
_HORIZONTAL = "-=_:\u2500\u2501\u2504\u2505\u2508\u2509\u2550\u254c\u254d"
_JOINT = re.compile(rf"(?![{_HORIZONTAL}])[+|\u2500-\u257f]")
_COMMAS = ("、", "，", ",")

_FEWEST_COLUMNS = 2
_FEWEST_ROWS = 2
_FEWEST_OF_ONE_BAR = 3
_GROUPS_IF_RULED = 3
"""Groups of lines between rules from which on every row has a rule; two are a heading and all."""

Row = list[list[Cell]]
"""A row while lines may still be added: for each column the pieces of its cell."""


def find_barred(lines: Sequence[Line], start: int) -> ReadLines | None:
    """Return the table that begins at `start`, as a TableFinder does.

    Rules between all rows let a row have several lines, and a cell reach over rows that no rule
    divides. Where the bars do not tell which cell is of which row and column the lines are prose,
    and a remark says so.
    """
    if _is_unframed(lines[start]):
        return _find_unframed(lines, start)
    end = start
    while end < len(lines) and (_is_row(lines[end]) or _rule(lines[end])):
        end += 1
    drawn = lines[start:end]
    if sum(map(_is_row, drawn)) < _FEWEST_ROWS:
        return ReadLines(end, paragraphs(drawn)) if drawn else None
    rows = _rows(drawn)
    if rows:
        return ReadLines(end, [Table(rows, drawn[0].place)])
    remark = Remark("unread-table", "用竖线画的表格各行不齐，按文字读取", drawn[0].place)
    return ReadLines(end, paragraphs(drawn), [remark])


def _bars(line: Line) -> list[int]:
    return [bar.start() for bar in _BAR.finditer(line.text)]


def _is_unframed(line: Line) -> bool:
    return bool(_BAR.search(line.text)) and not _is_row(line) and not _rule(line)


def _find_unframed(lines: Sequence[Line], start: int) -> ReadLines:
    """Return the table of lines that have bars between cells and none around them.

    All have as many; of a single bar it takes more lines, since menus have that, too.
    """
    bars = len(_bars(lines[start]))
    end = start
    while end < len(lines) and _is_unframed(lines[end]) and len(_bars(lines[end])) == bars:
        end += 1
    rows = [line for line in lines[start:end] if line.text.strip(_HORIZONTAL + "| ")]
    if len(rows) < (_FEWEST_ROWS if bars > 1 else _FEWEST_OF_ONE_BAR):
        return ReadLines(end, paragraphs(lines[start:end]))
    check_table(len(rows) * (bars + 1))
    grid = tuple(tuple(_cells_at(row, [-1, *_bars(row), len(row.text)])) for row in rows)
    return ReadLines(end, [Table(grid, rows[0].place)])


def cells_between_bars(lines: Sequence[Line]) -> list[list[Cell]]:
    """Return the cells of each line; bars at its ends are its border, one after a backslash none.

    Raises TooLargeError.
    """
    check_table(sum(len(_BAR.findall(line.text)) for line in lines))
    return [_cells(line) for line in lines]


def _cells(line: Line) -> list[Cell]:
    bars = _bars(line)
    first, last = line.place.column - 1, len(line.text.rstrip()) - 1
    bars = [*([] if bars and bars[0] == first else [-1]), *bars]
    # A bar that stands alone is no border on both sides.
    bars = [*bars, *([] if bars[-1] == last and len(bars) > 1 else [len(line.text)])]
    return _cells_at(line, bars)


def _cells_at(line: Line, bars: Sequence[int]) -> list[Cell]:
    cells = [line.cell(start + 1, end) for start, end in itertools.pairwise(bars)]
    return [
        Cell(cell.text.replace("\\|", "|"), cell.place) if "\\|" in cell.text else cell
        for cell in cells
    ]


def _is_row(line: Line) -> bool:
    text = line.text.strip()
    is_framed = len(text) > 1 and _BAR.match(text) and _BAR.match(text, len(text) - 1)
    return bool(is_framed) and not _rule(line)


def _rule(line: Line) -> list[bool]:
    """Return for each column whether the line draws a rule there; nothing if it is no rule."""
    text = line.text.strip()
    if not (_JOINT.match(text) and _JOINT.match(text, len(text) - 1)):
        return []
    parts = _JOINT.split(text)[1:-1]
    drawn = [bool(part.strip()) for part in parts]
    is_rule = any(drawn) and all(
        not part.strip(_HORIZONTAL + " ") and " " not in part.strip() for part in parts
    )
    is_long = all(len(part.strip()) != 1 or part == part.strip() for part in parts)
    return drawn if is_rule and is_long else []


def _rows(drawn: Sequence[Line]) -> tuple[tuple[Cell, ...], ...] | None:
    """Return the grid that is drawn, or None where it is not certain."""
    groups = list(_groups(drawn))
    counts = Counter(len(row) for _, lines in groups for row in lines)
    width = counts.most_common(1)[0][0]
    if width < _FEWEST_COLUMNS or set(counts) - {1, width}:
        return None
    partial = any(len(rule) == width and not all(rule) for rule, _ in groups)
    is_ruled = partial or len(groups) >= _GROUPS_IF_RULED
    rows: list[Row] = []
    for rule, lines in groups:
        group = _rows_of_group(lines, width, is_ruled=is_ruled)
        if not group or (not all(rule) and len(rule) != width):
            return None
        for column, is_divided in enumerate(rule if len(rule) == width else ()):
            if rows and not is_divided:
                rows[-1][column] += group[0][column]
                group[0][column] = rows[-1][column]
        rows += group
    check_table(len(rows) * width)
    return _grid(rows)


def _groups(drawn: Sequence[Line]) -> Iterator[tuple[list[bool], list[list[Cell]]]]:
    """Yield the rule above and the cells of the lines below it, until the next rule."""
    rule: list[bool] = []
    lines: list[Line] = []
    for line in drawn:
        if found := _rule(line):
            if lines:
                yield rule, cells_between_bars(lines)
            rule, lines = found, []
        else:
            lines.append(line)
    if lines:
        yield rule, cells_between_bars(lines)


def _rows_of_group(lines: Sequence[Sequence[Cell]], width: int, *, is_ruled: bool) -> list[Row]:
    """Return the rows that the lines between two rules are, or nothing if that is not certain."""
    begun = [bool(line[0].text) for line in lines]
    if is_ruled and sum(begun) <= 1 and len({len(line) for line in lines}) == 1:
        return [_spread([list(pieces) for pieces in zip(*lines, strict=True)], width)]
    if is_ruled and not all(begun):
        return []
    rows: list[Row] = []
    for line, begins in zip(lines, begun, strict=True):
        if rows and not begins and len(line) == width and _goes_on(rows[-1], line):
            for pieces, piece in zip(rows[-1], line, strict=True):
                pieces.append(piece)
        else:
            rows.append(_spread([[piece] for piece in line], width))
    return rows


def _spread(row: Row, width: int) -> Row:
    """Return a row of the whole width; a single cell is a title over all columns."""
    return row * width if len(row) == 1 else row


def _goes_on(row: Row, line: Sequence[Cell]) -> bool:
    """Tell whether a list in `row` goes on in `line`: it ended in a comma."""
    return any(
        piece.text and pieces[-1].text.endswith(_COMMAS)
        for pieces, piece in zip(row, line, strict=True)
    )


def _grid(rows: Sequence[Row]) -> tuple[tuple[Cell, ...], ...]:
    cells: dict[int, Cell] = {}
    for row in rows:
        for pieces in row:
            if id(pieces) not in cells:
                filled = [piece for piece in pieces if piece.text] or pieces[:1]
                text = "\n".join(piece.text for piece in filled)
                cells[id(pieces)] = replace(filled[0], text=text)
    return tuple(tuple(cells[id(pieces)] for pieces in row) for row in rows)
