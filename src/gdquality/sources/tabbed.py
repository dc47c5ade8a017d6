"""Tables in a text whose cells are separated by tabs, as copied from Word or a workbook."""

import re
from collections.abc import Sequence

from gdquality.sources.interface import Cell, Table
from gdquality.sources.lines import Line, ReadLines, padded
from gdquality.sources.sizes import check_table

_LIST_NUMBER = re.compile(
    r"[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十百\d]+[）)]"
    r"|\d+[.．、)）]|[①-⑳]|第[一二三四五六七八九十百\d]+[条章节]"
)
_TAB = re.compile("\t")
_TABS = re.compile("\t+")


def find_tabbed(lines: Sequence[Line], start: int) -> ReadLines | None:
    """Return the table that begins at `start`, as a TableFinder does.

    Blank lines inside it are left out, as a page break leaves them between two rows. A single line
    with a single tab is a paragraph: words that somebody set apart.
    """
    if not _begins(lines[start]):
        return None
    rows = [lines[start]]
    widest = _tabs(lines[start])
    end = start + 1
    for index in range(start + 1, len(lines)):
        line = lines[index]
        if line.is_blank:
            continue
        if not _continues(line, widest, after_blank=index > end):
            break
        rows.append(line)
        widest = max(widest, _tabs(line))
        end = index + 1
    if len(rows) == 1 and rows[0].text.strip().count("\t") == 1:
        return ReadLines(end, [rows[0].paragraph()])
    check_table(len(rows) * (widest + 1))
    separator = _separator(rows)
    grid = padded([_cells(row, separator) for row in rows])
    return ReadLines(end, [Table(grid, rows[0].place)])


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


def _separator(rows: Sequence[Line]) -> re.Pattern[str]:
    """Return what separates cells: a tab, or runs of tabs where only so every row has as many."""
    widths = {_tabs(row) for row in rows}
    in_runs = {len(_TABS.findall(row.text.strip())) for row in rows}
    return _TABS if len(widths) > 1 and len(in_runs) == 1 else _TAB


def _cells(line: Line, separator: re.Pattern[str]) -> list[Cell]:
    cells = []
    start = 0
    for match in separator.finditer(line.text):
        cells.append(line.cell(start, match.start()))
        start = match.end()
    return [*cells, line.cell(start, len(line.text))]
