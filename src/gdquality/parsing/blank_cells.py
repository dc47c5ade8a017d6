"""Blank cells where a table was merged, in formats that do not keep that: CSV, Markdown, text.

    序号  任务            牵头单位    配合单位
    1     整治燃气隐患    市住建局    市市场监管局
          更新老旧管网                               merged with the row above
    2     排查企业                    市应急局       perhaps merged, perhaps nobody leads

A row that goes on with the number or the title above it, and names nobody, was merged with the
names as well. Any other blank is told where it may hide a name.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from gdquality.errors import quoted
from gdquality.parsing.headings import Heading, Row
from gdquality.parsing.matrix import MatrixHeading
from gdquality.records import Remark
from gdquality.sources.interface import Cell

WITHOUT_MERGED_CELLS = ("csv", "markdown", "text")
"""Formats of files that cannot say that a cell is merged; in any other a blank cell is blank."""

_SENTENCE = re.compile("[，。；]")
_LONGEST_SECTION = 12
"""Characters of a row that may only say what the rows below it belong to: 教育类."""


def with_merged_names(
    rows: Sequence[Row],
    headings: Mapping[int, Heading],
    heading: Heading | None,
    remarks: list[Remark],
) -> Sequence[Row]:
    """Return the `rows` of a table with names in the cells that they were merged over.

    They stand below the `headings` by whose index they are, or go on below the `heading` of the
    table before. In a table that has merged cells a blank one is blank.
    """
    starts: list[int] = []
    for start in sorted(headings):
        # The second row of a heading may be one by itself.
        if not starts or start >= starts[-1] + headings[starts[-1]].height:
            starts.append(start)
    found = list(rows[: starts[0] if starts else 0])
    for start, end in pairwise((*(starts or [0]), len(rows))):
        over = headings.get(start) or heading
        begins = start + (headings[start].height if starts else 0)
        found += rows[start:begins]
        found += _below(rows[begins:end], over, remarks) if over else rows[begins:end]
    return found


def _below(rows: Sequence[Row], heading: Heading, remarks: list[Remark]) -> Sequence[Row]:
    if isinstance(heading, MatrixHeading):
        return rows
    if not any(_is_blank(row[column]) for row in rows for column in heading.naming):
        return rows
    if _has_merged_cells(rows):
        return rows
    found: list[Row] = []
    group: Row | None = None
    for row in rows:
        read = row
        if group and _goes_on(row, group, heading):
            read, group = _read_from_above(row, group, heading, remarks)
        elif _has_title(row, heading):
            if group:
                _tell_lead_left_out(row, group, heading, remarks)
            group = row
        elif all(_is_blank(row[column]) for column in heading.naming):
            group = None
        found.append(read)
    return found


def _has_merged_cells(rows: Sequence[Row]) -> bool:
    cells = [id(cell) for row in rows for cell in row]
    return len(set(cells)) < len(cells)


def _is_blank(cell: Cell) -> bool:
    return not cell.text.strip()


def _has_title(row: Row, heading: Heading) -> bool:
    return any(not _is_blank(row[column]) for column in heading.said)


def _goes_on(row: Row, group: Row, heading: Heading) -> bool:
    """Tell whether `row` has a task of its own under the number or title of the `group`."""
    leading = (*heading.holding("number"), *heading.said)
    first = next((column for column in leading if not _is_blank(group[column])), None)
    return first is not None and _is_blank(row[first]) and _has_title(row, heading)


def _read_from_above(
    row: Row, group: Row, heading: Heading, remarks: list[Remark]
) -> tuple[Row, Row]:
    """Return `row` with the names of the `group`, if it has none, and what stands over the next."""
    blank = [column for column in heading.naming if _is_blank(row[column])]
    hiding = [column for column in blank if not _is_blank(group[column])]
    names_nobody = len(blank) == len(heading.naming)
    if names_nobody and hiding and not _may_be_section(row):
        merged = (
            *heading.naming,
            *heading.said,
            *heading.holding("due"),
            *heading.holding("number"),
        )
        row = _filled(row, group, merged)
        message = f"这一行没有序号和单位，按与上一行合并读取：{quoted(_said(row, heading))}"
        remarks.append(Remark("continued-row", message, row[heading.said[-1]].place))
    elif not names_nobody:
        _tell(row, hiding, heading, remarks)
    return row, _filled(row, group, range(len(row)))


def _may_be_section(row: Row) -> bool:
    filled = [cell.text.strip() for cell in row if not _is_blank(cell)]
    is_title = len(filled) == 1 and len(filled[0]) <= _LONGEST_SECTION
    return is_title and not _SENTENCE.search(filled[0])


def _said(row: Row, heading: Heading) -> str:
    return "，".join(row[column].text for column in heading.said if not _is_blank(row[column]))


def _filled(row: Row, above: Row, columns: Sequence[int]) -> Row:
    return tuple(
        above[column] if column in columns and _is_blank(cell) else cell
        for column, cell in enumerate(row)
    )


def _tell_lead_left_out(row: Row, above: Row, heading: Heading, remarks: list[Remark]) -> None:
    """Tell of a row that has others who work, and of which the one above has who leads.

    Under 配合/责任单位 stands who answers for a task that nobody leads.
    """
    if heading.holding("partner"):
        return
    leading = heading.holding("lead")
    others = any(not _is_blank(row[column]) for column in heading.naming if column not in leading)
    if others and all(_is_blank(row[column]) for column in leading):
        _tell(row, [one for one in leading if not _is_blank(above[one])], heading, remarks)


def _tell(row: Row, columns: Sequence[int], heading: Heading, remarks: list[Remark]) -> None:
    for column in columns:
        message = f"这一格空着，原表如果与上面合并，就漏了“{heading.texts[column]}”"
        remarks.append(Remark("blank-cell", message, row[column].place))
