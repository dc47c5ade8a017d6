"""One notice in each format: the records are the same, places aside."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from html import escape
from typing import Any

import pytest
from office_files import p
from pdf_sheets import FONT, Row, Sheets
from reportlab.pdfbase.pdfmetrics import stringWidth
from written import (
    Cell,
    Written,
    as_html,
    as_sheet,
    as_tbl,
    docx_file,
    draw,
    html_file,
    table_of,
    xlsx_file,
)

from gdquality.names.registry import Registry
from gdquality.parsing import parse

TITLE = "广东省人民政府办公厅关于印发质量提升任务分工的通知"
BODY = (
    "粤办函〔2016〕553号",
    "各地级以上市人民政府，各县（市、区）人民政府，省政府各部门、各直属机构：",
    "《质量提升任务分工》已经省人民政府同意，现印发给你们，请认真组织实施。",
    "一、省教育厅、财政厅要在2016年11月30日前将实施方案报送省质监局。",
    "二、各参与单位要积极配合，省质监局要会同省发展改革委加强统筹协调，每年底将落实情况报告省人民政府。",
    "广东省人民政府办公厅",
    "2016年10月17日",
)
ROWS: list[Row] = [
    ("序号", "重点任务", "主要措施", "牵头单位", "参与单位"),
    (("1", 3, 1), ("提升产品质量", 3, 1), "开展质量对比。", ("省质监局", 2, 1), "省商务厅"),
    (None, None, "完善标准体系，推动企业公开执行的标准。", None, "省科技厅"),
    (None, None, "淘汰落后产能。", "省经济和信息化委", ""),
    ("2", "提升工程质量", "落实终身责任。", "省住房城乡建设厅", "省交通运输厅、水利厅"),
    (("3", 2, 1), ("提升服务质量", 2, 1), "制定服务清单。", "省发展改革委、商务厅", "省旅游局"),
    (None, None, "开展满意度测评。", "省统计局", "各地级以上市人民政府"),
]
TABLE = table_of(ROWS)
FLAT = table_of([tuple(cell.text for cell in row) for row in TABLE.at()])
"""The same without merges, as CSV and Markdown have it."""


def docx(table: Written = TABLE) -> bytes:
    """Write the notice as Word does."""
    return docx_file(p(TITLE) + "".join(map(p, BODY)) + as_tbl(table))


def html() -> bytes:
    """Write the notice as a page."""
    body = "".join(f"<p>{escape(text)}</p>" for text in BODY)
    return html_file(f"<h1>{TITLE}</h1>{body}{as_html(TABLE)}")


def xlsx() -> bytes:
    """Write the notice as a sheet with everything in it."""
    return xlsx_file(as_sheet(TABLE, above=(TITLE, *BODY)))


def markdown() -> bytes:
    """Write the notice as Markdown, a paragraph a line."""
    return _lines(f"# {TITLE}", *BODY, *_barred(FLAT))


def text() -> bytes:
    """Write the notice as text, as it is copied from Word."""
    return _lines(TITLE, *BODY, *("\t".join(cell.text for cell in row) for row in FLAT.at()))


def csv() -> bytes:
    """Write the table as CSV."""
    return _lines(*(",".join(cell.text for cell in row) for row in FLAT.at()))


def pdf() -> bytes:
    """Write the notice as PDF: the table goes on over a page, in the middle of a number."""
    sheets = Sheets(16)
    sheets.text(90, 90, TITLE, 18)
    y = 130
    for paragraph in BODY:
        lines = _wrapped(paragraph, 16, 480)
        sheets.lines(57, y, *lines, step=28)
        y += 28 * len(lines)
    above, below = _cut(TABLE, 3)
    draw(sheets, above, y)
    sheets.page()
    draw(sheets, below, 60)
    return sheets.data()


def _wrapped(paragraph: str, size: float, width: float) -> list[str]:
    """Return a paragraph in lines, the first indented by two characters (a blank, to `lines`)."""
    lines, room = [" "], width - 2 * size
    for character in paragraph:
        wide = stringWidth(character, FONT, size)
        if room < wide:
            lines.append("")
            room = width
        lines[-1] += character
        room -= wide
    return lines


def _lines(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def _barred(table: Written) -> Sequence[str]:
    rows = [f"| {' | '.join(cell.text for cell in row)} |" for row in table.at()]
    return ["", rows[0], "|---" * table.columns + "|", *rows[1:]]


def _cut(table: Written, row: int) -> tuple[Written, Written]:
    """Return the rows before `row` and those from it on; a cell in both has its text above."""
    above, below = [], []
    for cell in table.cells:
        before = max(0, min(cell.rows, row - cell.row))
        if before:
            above.append(cell._replace(rows=before))
        if before < cell.rows:
            text = "" if before else cell.text
            first = max(cell.row, row) - row
            below.append(Cell(first, cell.column, cell.rows - before, cell.columns, text))
    return Written(above), Written(below)


def records(data: bytes, registry: Registry) -> dict[str, Any]:
    """Return what is read, without places and without what says which file it is."""

    def without_places(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: without_places(of) for name, of in value.items() if name != "place"}
        return [without_places(of) for of in value] if isinstance(value, list | tuple) else value

    found: dict[str, Any] = without_places(asdict(parse(data, "a", registry)))
    del found["source"]
    return found


@pytest.mark.parametrize("write", [html, pdf])
def test_the_records_are_those_of_the_word_file(
    write: Callable[[], bytes], registry: Registry
) -> None:
    """Tasks, duties and particulars; nothing to remark in any."""
    expected = records(docx(), registry)
    assert len(expected["tasks"]) == len(ROWS) - 1
    assert expected["deadlines"]
    assert expected["remarks"] == []
    assert expected["title"] == TITLE

    assert records(write(), registry) == expected


@pytest.mark.parametrize("write", [markdown, text])
def test_formats_without_merged_cells(write: Callable[[], bytes], registry: Registry) -> None:
    """Text and Markdown have the records of the Word file in which each cell is repeated."""
    assert records(write(), registry) == records(docx(FLAT), registry)


@pytest.mark.parametrize(("write", "table"), [(xlsx, TABLE), (csv, FLAT)])
def test_a_table_alone(write: Callable[[], bytes], table: Written, registry: Registry) -> None:
    """Where there is no prose, nothing says whose document it is; the tasks are the same."""
    fields = ("number", "label", "title", "under", "printed", "extra")
    found, expected = (records(data, registry)["tasks"] for data in (write(), docx(table)))

    assert [[task[field] for field in fields] for task in found] == [
        [task[field] for field in fields] for task in expected
    ]
