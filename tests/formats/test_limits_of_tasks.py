"""The limit of a task in what is said of an agency: in each format, where a notice gives one."""

import json
from pathlib import Path

import pytest
from conftest import Run
from docx import Document
from many import MakeNotice
from openpyxl import load_workbook

HEADER = "\n序号\t重点工作任务\t牵头单位\t参与单位\t完成时限\n"
ROWS = "1\t抓品牌\t省质监局\t省农业厅\t2016年6月底\n2\t抓标准\t省质监局\t省农业厅\t\n3\t抓检测\t省农业厅\t省质监局\t长期坚持"


@pytest.fixture(params=["one", "many"])
def asked(
    request: pytest.FixtureRequest, make_notice: MakeNotice, gdq: Run, tmp_path: Path
) -> tuple[str, ...]:
    """Return a question about an agency that has tasks with a limit and without."""
    source = make_notice("a.txt", rows=HEADER + ROWS)
    if request.param == "one":
        return ("agency", "质监局", "--data", str(source))
    gdq("add", str(source), "--data", str(tmp_path / "mine"))
    return ("agency", "质监局", "--data", str(tmp_path / "mine"))


def test_each_format_has_it(asked: tuple[str, ...], gdq: Run, tmp_path: Path) -> None:
    """It stands behind whoever has a part in the task; a task without one has none."""
    found = json.loads(gdq(*asked, "-f", "json").stdout)
    one = found if isinstance(found, dict) else found[0]

    assert [(each.get("due"), each.get("due_text")) for each in one["lead"]] == [
        ("2016-06-30", "2016年6月底"),
        (None, None),
    ]
    assert one["support"][0]["due_text"] == "长期坚持"
    table = gdq(*asked).stdout
    assert "共同牵头   参与单位   时限\n" in table
    assert "省农业厅   2016年6月底\n" in table
    assert "| 1 | 抓品牌 |  | 省农业厅 | 2016年6月底 |" in gdq(*asked, "-f", "md").stdout
    book, document = tmp_path / "a.xlsx", tmp_path / "a.docx"
    for path in (book, document):
        gdq(*asked, "-o", str(path))
    rows = [row for row in load_workbook(book).worksheets[0].iter_rows(values_only=True) if row[1]]
    assert [row[-1] for row in rows] == ["时限", "2016年6月底", None, "长期坚持"]
    headings = [cell.text for cell in Document(str(document)).tables[0].rows[0].cells]
    assert headings[-1] == "时限"


def test_a_notice_without_limits(make_notice: MakeNotice, gdq: Run) -> None:
    """Nothing is said of what it does not give."""
    asked = ("agency", "质监局", "--data", str(make_notice("a.txt")))

    for format_ in ("table", "md"):
        assert "时限" not in gdq(*asked, "-f", format_).stdout
    assert "due_text" not in json.loads(gdq(*asked, "-f", "json").stdout)["support"][0]
