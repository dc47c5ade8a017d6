"""`gdq export`: the whole notice as a file of each kind, whole or not at all."""

import csv
import errno
import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from conftest import Run
from openpyxl import Workbook, load_workbook

from gdquality import Notice
from gdquality.data_folder import DataFolder
from gdquality.errors import GdqError
from gdquality.formats.as_xlsx import WIDEST, workbook
from gdquality.formats.sheet import Sheet
from gdquality.store.validation import json_schema

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "https://example.org", "{=1}", "a\x1b[31mb", "007")


@pytest.fixture
def book(gdq: Run, tmp_path: Path) -> Workbook:
    """Return the workbook that is exported, as it is read by another library."""
    path = tmp_path / "任务分工.xlsx"
    assert gdq("export", "-o", str(path)).exit_code == 0
    return load_workbook(path)


def test_csv(gdq: Run, tmp_path: Path, notice: Notice) -> None:
    """A .csv has a row an assignment, in the order of the notice."""
    path = tmp_path / "a.csv"

    result = gdq("export", "-o", str(path))

    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert len(rows) == 262
    assert rows[0] == {
        "number": "1",
        "title": "提升优势传统产业质量",
        "role": "lead",
        "text": "省经济和信息化委",
        "agency": "广东省经济和信息化委员会",
    }
    assert [row["agency"] for row in rows if row["number"] == "27"] == [
        mention.agency for mention in (*notice.tasks[26].lead, *notice.tasks[26].support)
    ]
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"已写入 {path}：35 项任务，48 个单位\n"


def test_bom(gdq: Run, tmp_path: Path) -> None:
    """The mark that Excel wants comes on request, for .csv alone."""
    plain, marked, book = (tmp_path / name for name in ("a.csv", "b.CSV", "c.xlsx"))

    codes = [
        gdq("export", "-o", str(plain)).exit_code,
        gdq("export", "-o", str(marked), "--bom").exit_code,
        gdq("export", "-o", str(book), "--bom").exit_code,
    ]

    assert codes == [0, 0, 2]
    assert marked.read_bytes() == b"\xef\xbb\xbf" + plain.read_bytes()
    assert not book.exists()


def test_json(gdq: Run, tmp_path: Path, notice: Notice) -> None:
    """A .json has the records of tasks.yaml, and fits the schema of `gdq schema`."""
    path = tmp_path / "a.json"
    gdq("export", "-o", str(path))

    value = json.loads(path.read_text(encoding="utf-8"))

    jsonschema.validate(value, json_schema(Notice))
    assert value["document_number"] == notice.document_number
    assert [task["number"] for task in value["tasks"]] == [*range(1, 36)]
    assert len(value["deadlines"]) == len(notice.deadlines)


def test_md(gdq: Run, tmp_path: Path) -> None:
    """A .md has a heading, the particulars, and a table each of tasks, deadlines and agencies."""
    path = tmp_path / "a.md"
    gdq("export", "-o", str(path))

    lines = path.read_text(encoding="utf-8").splitlines()

    assert lines[:5] == [
        "# 广东省人民政府办公厅关于进一步做好质量强省战略实施工作的通知",
        "",
        "| 项目 | 内容 |",
        "| --- | --- |",
        "| 发文字号 | 粤办函〔2016〕553号 |",
    ]
    assert [line for line in lines if line.startswith("## ")] == [
        "## 任务",
        "## 报送要求",
        "## 单位",
    ]
    assert "| 27 | 加强质量安全多元救济 | 省质监局 | 省民政厅、广东保监局 |" in lines
    assert "| 22 | 9 | 省政府直属机构 | 广东省质量技术监督局 |" in lines


def test_xlsx_tables(book: Workbook) -> None:
    """The sheets hold every task, agency, assignment and deadline, in the users' words."""
    rows = {sheet.title: list(sheet.values) for sheet in book}

    assert {name: len(lines) for name, lines in rows.items()} == {
        "任务": 36,
        "单位": 49,
        "分工": 263,
        "报送要求": 9,
    }
    assert rows["任务"][27] == (27, "加强质量安全多元救济", "省质监局", "省民政厅、广东保监局")
    assert rows["单位"][0] == ("牵头", "参与", "类别", "单位")
    assert (22, 9, "省政府直属机构", "广东省质量技术监督局") in rows["单位"]
    assert rows["分工"][1][2:] == ("牵头", "省经济和信息化委", "广东省经济和信息化委员会")
    assert rows["单位"][1] == (22, 9, "省政府直属机构", "广东省质量技术监督局")
    assert [str(line[0])[:10] for line in rows["报送要求"][1:]] == [
        *("2016-12-15", "2016-12-15", "2016-12-31"),
        *["None"] * 5,
    ]


def test_xlsx_layout(book: Workbook) -> None:
    """Headings stay and filter; columns are as wide as they need be, rows as high."""
    for sheet in book:
        last = sheet.cell(sheet.max_row, sheet.max_column).coordinate
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == f"A1:{last}"
        assert all(column.width <= WIDEST + 1 for column in sheet.column_dimensions.values())
    tasks = book["任务"]
    # Of task 21 more than 200 half-width characters support it, in a column as wide as C: 60.
    assert tasks.column_dimensions["C"].width > 59
    assert tasks.row_dimensions[22].height >= 4 * 15
    assert tasks.row_dimensions[4].height < 20
    assert tasks["D22"].alignment.wrap_text
    # The widest text of a column fits in one line.
    heights = {row.height for row in book["单位"].row_dimensions.values()}
    assert all(height is None or height < 20 for height in heights)
    assert book["报送要求"]["A2"].number_format == "yyyy-mm-dd"
    assert (tasks.page_setup.orientation, tasks.page_setup.paperSize) == ("landscape", 9)
    assert getattr(tasks.sheet_properties.pageSetUpPr, "fitToPage", False)
    assert tasks.print_title_rows == "$1:$1"
    assert book.properties.title.startswith("粤办函〔2016〕553号 ")


def test_xlsx_takes_text_as_text(tmp_path: Path) -> None:
    """What looks like a formula, a link or a number is text, in cells and headings alike."""
    columns = tuple(("key", text) for text in HOSTILE)
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook("=1+1", {"表": Sheet(columns, (HOSTILE,))}))

    sheet = load_workbook(path)["表"]

    for row in sheet.iter_rows():
        assert [cell.data_type for cell in row] == ["s"] * len(HOSTILE)
        assert [cell.hyperlink for cell in row] == [None] * len(HOSTILE)
        assert [cell.value for cell in row] == [*HOSTILE[:-2], "a\\x1b[31mb", "007"]


def test_xlsx_refuses_what_excel_would_drop() -> None:
    """A cell of more than 32,767 characters is an error, not an empty cell."""
    with pytest.raises(GdqError, match="工作表“表”第 2 行：Excel 容不下"):
        workbook("", {"表": Sheet((("key", "列"),), (("质" * 32_768,),))})


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2016, 12, 15), "2016-12-15 00:00:00"),
        (date(1900, 3, 1), "1900-03-01 00:00:00"),
        (date(1899, 12, 31), "1899-12-31"),
        (date(1, 1, 1), "0001-01-01"),
    ],
)
def test_xlsx_dates(day: date, expected: str, tmp_path: Path) -> None:
    """A date is a date, or text where Excel cannot count."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook("", {"表": Sheet((("due", "期限"),), ((day,),))}))

    assert str(load_workbook(path)["表"]["A2"].value) == expected


def test_without_the_library(gdq: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library is not installed, one line says which, and nothing is written."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    result = gdq("export", "-o", str(tmp_path / "a.xlsx"))

    assert result.exit_code == 2
    assert result.stderr == (
        "错误：这种格式要用 XlsxWriter，没有装\n提示：pip install XlsxWriter\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".json", ".md"])
def test_existing_file(gdq: Run, tmp_path: Path, ending: str) -> None:
    """A file that is there is kept, and replaced only by --force."""
    path = tmp_path / f"a{ending}"
    path.write_text("old", encoding="utf-8")

    kept = gdq("export", "-o", str(path))

    assert path.read_text(encoding="utf-8") == "old"
    assert (kept.exit_code, kept.stdout) == (2, "")
    assert kept.stderr == f"错误：{path} 已存在，没有改动\n提示：加 --force 才写\n"
    assert gdq("export", "-o", str(path), "--force").exit_code == 0
    assert path.stat().st_size > 1000


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("a.doc", "a.doc 的扩展名应是 .xlsx、.csv、.json、.md、.parquet、.db 之一"),
        ("a", "a 的扩展名应是 .xlsx、.csv、.json、.md、.parquet、.db 之一"),
        (".xlsx", ".xlsx 的扩展名应是 .xlsx、.csv、.json、.md、.parquet、.db 之一"),
        ("-", "- 的扩展名应是 .xlsx、.csv、.json、.md、.parquet、.db 之一"),
        ("folder.csv", "folder.csv 是文件夹"),
        ("none/a.csv", "none/a.csv: 无法写入：没有这个文件夹"),
        ("file/a.csv", "file/a.csv: 无法写入：路径中有的不是文件夹"),
        ("质" * 100 + ".csv", "质" * 100 + ".csv: 无法写入：文件名太长"),
    ],
)
def test_nowhere_to_write(
    gdq: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, error: str
) -> None:
    """A folder, an unknown ending, a path that cannot be: one line, and nothing is written."""
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "file").touch()
    monkeypatch.chdir(tmp_path)

    result = gdq("export", "-o", name)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[0] == f"错误：{error}"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder.csv"]


@pytest.mark.parametrize(
    ("number", "reason"), [(errno.ENOSPC, "磁盘已满"), (errno.EROFS, "磁盘是只读的")]
)
def test_disk_refuses(
    gdq: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    """On a disk that is full or read-only what was there stays, and nothing else is left."""
    path = tmp_path / "a.xlsx"
    path.write_text("old", encoding="utf-8")

    def fail(_: int) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(os, "fsync", fail)

    result = gdq("export", "-o", str(path), "--force")

    assert (result.exit_code, result.stderr) == (2, f"错误：{path}: 无法写入：{reason}\n")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_comes_meanwhile(
    gdq: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another process writes while this one works is kept, too, with or without links."""
    path = tmp_path / "a.csv"

    def meanwhile(*_: object, **__: object) -> None:
        path.write_text("theirs", encoding="utf-8")

    monkeypatch.setattr(os, "fsync", meanwhile)
    linked = gdq("export", "-o", str(path))
    path.unlink()
    monkeypatch.setattr(Path, "hardlink_to", lambda *_: (_ for _ in ()).throw(OSError(95, "no")))
    unlinked = gdq("export", "-o", str(path))

    assert linked == unlinked
    assert (linked.exit_code, linked.stderr) == (2, f"错误：{path}: 无法写入：已有这个文件\n")
    assert path.read_text(encoding="utf-8") == "theirs"
    path.unlink()
    monkeypatch.setattr(os, "fsync", lambda _: None)
    assert gdq("export", "-o", str(path)).exit_code == 0
    assert list(tmp_path.iterdir()) == [path]


def test_longest_name(gdq: Run, tmp_path: Path) -> None:
    """A name as long as the system takes is written."""
    path = tmp_path / ("a" * 251 + ".csv")

    assert gdq("export", "-o", str(path)).exit_code == 0
    assert path.exists()


def test_another_data_set(gdq: Run, tmp_path: Path) -> None:
    """--data holds for the export as for every answer, and its faults write nothing."""
    path = tmp_path / "a.csv"

    result = gdq("export", "-o", str(path), "--data", str(tmp_path))

    assert result.exit_code == 2
    assert result.stderr.startswith(f"错误：{tmp_path / 'agencies.yaml'}: 没有这个文件\n")
    assert list(tmp_path.iterdir()) == []
    assert DataFolder(tmp_path).is_packaged is False
