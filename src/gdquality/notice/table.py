"""The table of tasks: rows of tab-separated cells under a header that page breaks repeat."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gdquality.errors import Problem
from gdquality.notice.text import Line, heal

COLUMNS = {
    "number": ("序号",),
    "title": ("重点工作任务", "工作任务", "任务"),
    "lead": ("牵头单位", "牵头部门"),
    "support": ("参与单位", "配合单位"),
}
"""The columns of the table, in order, each with the headings that notices give it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, without the blanks around it; `column` counts from 1."""

    text: str
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number and cells, and the source line it stands on."""

    number: int
    title: str
    lead: Cell
    support: Cell
    line: int


@dataclass(frozen=True, slots=True)
class Table:
    """The rows in printed order, what is wrong with the table, and the lines it spans."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    first_line: int
    last_line: int


def find_table(lines: Sequence[Line]) -> Table:
    """Return the table of `lines`; with no header there are no rows, and a problem says so."""
    tabbed = [line for line in lines if "\t" in line.text]
    headers = [line for line in tabbed if _is_header(line)]
    if not headers:
        message = "没有任务分工表：找不到“序号、重点工作任务、牵头单位、参与单位”的表头"
        return Table((), (Problem(message),), len(lines) + 1, len(lines))
    first, last = headers[0].number, max(tabbed[-1].number, headers[-1].number)
    rows: list[Row] = []
    problems = [
        Problem("表头之前的行有制表符", line.number) for line in tabbed if line.number < first
    ]
    for line in lines[first - 1 : last]:
        if not line.text.strip() or _is_header(line):
            continue
        try:
            rows.append(_row(line))
        except _RowError as error:
            problems.append(error.problem)
    problems += _numbering(rows)
    if last == lines[-1].number:
        # A whole file ends its last line: this one may have lost the end of a name.
        problems.append(Problem("文件断在表格里：最后一行没有换行", last))
    if not rows and not problems:
        problems.append(Problem("任务分工表只有表头，没有任务", first))
    problems.sort(key=lambda problem: (problem.line, problem.column))
    return Table(tuple(rows), tuple(problems), first, last)


class _RowError(Exception):
    def __init__(self, message: str, line: int, column: int = 1) -> None:
        super().__init__(message)
        self.problem = Problem(message, line, column)


def _cells(line: Line) -> list[Cell]:
    cells = []
    column = 1
    for part in line.text.split("\t"):
        indent = len(part) - len(part.lstrip())
        cells.append(Cell(part.strip().replace("**", ""), column + indent))
        column += len(part) + 1
    return cells


def _is_header(line: Line) -> bool:
    if not any(name in line.text for name in COLUMNS["number"]):
        return False
    headings = [heal(cell.text) for cell in _cells(line)]
    return len(headings) == len(COLUMNS) and all(
        heading in names for heading, names in zip(headings, COLUMNS.values(), strict=True)
    )


def _row(line: Line) -> Row:
    cells = _cells(line)
    if len(cells) != len(COLUMNS):
        if any("牵头" in cell.text for cell in cells):
            raise _RowError("表头与前面的不同：一份通知只能有一个任务分工表", line.number)
        raise _RowError(f"这一行有 {len(cells)} 个单元格，应有 {len(COLUMNS)} 个", line.number)
    number, title, lead, support = cells
    if not re.fullmatch(r"[1-9][0-9]{0,5}", number.text):
        raise _RowError(f"序号应为 1、2、3……，这里是“{number.text}”", line.number, number.column)
    if not title.text:
        raise _RowError(f"第 {number.text} 项没有任务名称", line.number, title.column)
    if not lead.text:
        raise _RowError(f"第 {number.text} 项没有牵头单位", line.number, lead.column)
    if not support.text:
        raise _RowError(f"第 {number.text} 项没有参与单位", line.number, support.column)
    return Row(int(number.text), heal(title.text), lead, support, line.number)


def _numbering(rows: Sequence[Row]) -> list[Problem]:
    problems = []
    first_line: dict[int, int] = {}
    expected = 1
    for row in rows:
        if row.number in first_line:
            message = f"序号 {row.number} 重复：第 {first_line[row.number]} 行已有"
            problems.append(Problem(message, row.line, 1))
            continue
        first_line[row.number] = row.line
        if row.number > expected:
            problems.append(Problem(f"序号 {expected} 缺失：这里是 {row.number}", row.line, 1))
        elif row.number < expected:
            problems.append(Problem(f"序号 {row.number} 排在 {expected - 1} 之后", row.line, 1))
        expected = max(expected, row.number + 1)
    return problems
