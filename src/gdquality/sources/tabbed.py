"""Tables in a text whose cells are separated by tabs, as copied from Word or a workbook."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gdquality.sources.interface import Cell, Table
from gdquality.sources.lines import Line, ReadLines, padded
from gdquality.sources.sizes import check_table

_LIST_NUMBER = re.compile(
    r"[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]+[）)]"
    r"|\d+[.．、)）]|[①-⑳]|第[一二三四五六七八九十百\d]+[条章节]"
)
_TAB = re.compile("\t")
_TABS = re.compile("\t+")


_COMMAS = ("、", "，", ",")
_ROW_NUMBER = re.compile(
    r"\d{1,3}[.．、]?|\d{1,3}[-.]\d{1,2}|[（(]?[一二三四五六七八九十]{1,3}[）)]?"
)
"""What the cell holds that numbers a row."""

_PAGE_NUMBER = re.compile(r"[-—–－·]\s*\d+\s*[-—–－·]|第\s*\d+\s*页.{0,20}")
_LONGEST_BETWEEN = 40
"""Characters of a line without tabs between two rows that is no prose."""

_MOST_BETWEEN = 3
_MOST_BROKEN = 20
"""Lines of a cell that is broken; a longer look ahead would take time for nothing."""

_Row = list[Line]
"""The lines of a row: several where a cell of it has line breaks."""


def find_tabbed(lines: Sequence[Line], start: int) -> ReadLines | None:
    """Return the table that begins at `start`, as a TableFinder does.

    Blank lines inside it are left out, as a page break leaves them between two rows. A single line
    with a single tab is a paragraph: words that somebody set apart. A row goes over several lines
    where a cell that was pasted has line breaks: after a comma, and where a row that has a number
    lacks as many cells as lines without one bring. A short line between two rows (一、教育) is a
    row of one cell.
    """
    if not _begins(lines[start]):
        return None
    rows: list[_Row] = [[lines[start]]]
    widest = _tabs(lines[start])
    end = start + 1
    index = end
    while index < len(lines):
        line = lines[index]
        stop = _rest_of(rows[-1], lines, index, widest) if index == end else index
        if stop > index:
            rows[-1] += lines[index:stop]
        elif line.is_blank:
            index += 1
            continue
        elif _continues(line, widest, after_blank=index > end):
            rows.append([line])
            widest = max(widest, _tabs(line))
            stop = index + 1
        elif index == end and (stop := _between(lines, index, rows[0][0])) > index:
            rows += [[one] for one in lines[index:stop]]
        else:
            break
        index = end = stop
    if len(rows) == 1 and "".join(one.text for one in rows[0]).strip().count("\t") == 1:
        return ReadLines(end, [one.paragraph() for one in rows[0]])
    check_table(len(rows) * (widest + 1))
    separator = _separator(rows)
    grid = padded([_cells_of(row, separator) for row in rows])
    return ReadLines(end, [Table(grid, rows[0][0].place)])


def _rest_of(row: _Row, lines: Sequence[Line], start: int, widest: int) -> int:
    """Return the index behind the lines from `start` that are the rest of `row`."""
    has = sum(map(_tabs, row))
    if row[-1].text.rstrip().endswith(_COMMAS):
        fits = not lines[start].is_blank and has + _tabs(lines[start]) <= widest
        return start + 1 if fits and not _is_numbered(lines[start]) else start
    end = start
    if has == widest or not _is_numbered(row[0]):
        return end
    for index in range(start, min(start + _MOST_BROKEN, len(lines))):
        line = lines[index]
        has += _tabs(line)
        if line.is_blank or has > widest or (_tabs(line) and _is_numbered(line)):
            break
        end = index + 1 if _tabs(line) else end
    return end


def _is_numbered(line: Line) -> bool:
    """Tell whether the first cell of `line` is empty or a number, and so begins a row."""
    cell, tab, _ = line.text.partition("\t")
    return bool(tab) and (not cell.strip() or bool(_ROW_NUMBER.fullmatch(cell.strip())))


def _between(lines: Sequence[Line], start: int, heading: Line) -> int:
    """Return the index behind the short lines without tabs from `start`, if rows go on below."""
    for index in range(start, min(start + _MOST_BETWEEN + 1, len(lines))):
        line = lines[index]
        text = line.text.strip()
        if _tabs(line):
            is_heading = text.partition("\t")[0] == heading.text.strip().partition("\t")[0]
            return start if is_heading or not _begins(line) else index
        if not text or len(text) > _LONGEST_BETWEEN or _PAGE_NUMBER.fullmatch(text):
            return start
    return start


def _tabs(line: Line) -> int:
    return line.text.count("\t")


def _begins(line: Line) -> bool:
    """Tell whether `line` has tabs that neither indent it nor follow the number of an item."""
    number, tab, rest = line.text.strip().partition("\t")
    is_item = "\t" not in rest and _LIST_NUMBER.fullmatch(number.strip())
    return bool(tab) and not is_item


def _continues(line: Line, widest: int, *, after_blank: bool) -> bool:
    """Tell whether `line` is one more row, and no prose, nor a wider table of its own."""
    tabs = _tabs(line)
    if not tabs or (after_blank and tabs > widest):
        return False
    only_indented = tabs == 1 and line.text.lstrip(" \u3000").startswith("\t")
    return not only_indented or widest == 1


def _separator(rows: Sequence[_Row]) -> re.Pattern[str]:
    """Return what separates cells: a tab, or runs of tabs where only so every row has as many."""
    counted = [row for row in rows if _tabs(row[0]) or len(row) > 1]
    if len({sum(map(_tabs, row)) for row in counted}) == 1:
        return _TAB
    in_runs = {sum(len(_TABS.findall(one.text.strip())) for one in row) for row in counted}
    return _TABS if len(in_runs) == 1 else _TAB


def _cells_of(row: _Row, separator: re.Pattern[str]) -> list[Cell]:
    """Return the cells of a row; the last of a line goes on with the first of the next."""
    first, *others = row
    cells = _cells(first, separator)
    for line in others:
        rest, *more = _cells(line, separator)
        whole = cells.pop()
        first_filled = whole if whole.text else rest
        text = "\n".join(filter(None, (whole.text, rest.text)))
        cells += [replace(first_filled, text=text), *more]
    return cells


def _cells(line: Line, separator: re.Pattern[str]) -> list[Cell]:
    cells = []
    start = 0
    for match in separator.finditer(line.text):
        cells.append(line.cell(start, match.start()))
        start = match.end()
    return [*cells, line.cell(start, len(line.text))]
