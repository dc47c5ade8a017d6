"""`gdq export`: the whole notice as a file of each kind, whole or not at all."""

import csv
import errno
import io
import json
import os
import sys
from pathlib import Path

import jsonschema
import pytest
from conftest import Run
from docx import Document
from openpyxl import Workbook, load_workbook

from gdquality import Notice
from gdquality.cli.agency_files import file_names
from gdquality.data_folder import DataFolder
from gdquality.store.validation import json_schema


@pytest.fixture
def book(gdq: Run, tmp_path: Path) -> Workbook:
    """Return the workbook that is exported, as it is read by another library."""
    path = tmp_path / "任务分工.xlsx"
    assert gdq("export", "-o", str(path)).exit_code == 0
    return load_workbook(path)


def test_csv(gdq: Run, tmp_path: Path, notice: Notice) -> None:
    """A .csv has a row an assignment, in the order of the notice, as Excel and people want it."""
    path = tmp_path / "a.CSV"

    result = gdq("export", "-o", str(path))

    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert len(rows) == 262
    assert rows[0] == {
        "序号": "1",
        "重点工作任务": "提升优势传统产业质量",
        "角色": "牵头",
        "通知中的名称": "省经济和信息化委",
        "单位全称": "广东省经济和信息化委员会",
    }
    assert [row["单位全称"] for row in rows if row["序号"] == "27"] == [
        mention.agency for mention in (*notice.tasks[26].lead, *notice.tasks[26].support)
    ]
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"已写入 {path}：35 项任务，48 个单位\n"


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


def test_xlsx(book: Workbook) -> None:
    """The sheets hold every task, assignment, agency and deadline, in the users' words."""
    rows = {sheet.title: list(sheet.values) for sheet in book}

    assert [*rows] == ["任务", "分工", "单位", "对照表", "报送要求"]
    for name, count in (("任务", 35), ("分工", 262), ("单位", 48), ("对照表", 35), ("报送要求", 8)):
        [table] = book[name].tables.values()
        first, last = (int("".join(filter(str.isdigit, one))) for one in table.ref.split(":"))
        assert last - first == count
        assert table.name == name
        assert rows[name][0][0] == "广东省人民政府办公厅关于进一步做好质量强省战略实施工作的通知"
        assert str(rows[name][1][0]).startswith(f"{name}　粤办函〔2016〕553号")
        assert str(rows[name][-1][0]).startswith("来源：《")
    assert (27, "加强质量安全多元救济", "省质监局", "省民政厅、广东保监局") in rows["任务"]
    assert (22, 9, "省政府直属机构", "广东省质量技术监督局") in rows["单位"]
    assert rows["分工"][3][2:] == ("牵头", "省经济和信息化委", "广东省经济和信息化委员会")
    marks = [cell for row in rows["对照表"] for cell in row if cell in ("●", "○")]
    assert len(marks) == 262
    assert [str(line[0])[:10] for line in rows["报送要求"][3:11]] == [
        *("2016-12-15", "2016-12-15", "2016-12-31"),
        *["None"] * 5,
    ]


def test_docx(gdq: Run, tmp_path: Path) -> None:
    """A .docx has a table each of tasks, deadlines and agencies."""
    path = tmp_path / "a.docx"
    gdq("export", "-o", str(path))

    document = Document(str(path))

    assert [len(table.rows) for table in document.tables] == [36, 9, 49]


def test_each_agency(gdq: Run, tmp_path: Path) -> None:
    """Every agency that has a task gets a workbook of its own, and none is written over."""
    folder = tmp_path / "各单位"

    result = gdq("export", "--each-agency", "-o", str(folder))
    again = gdq("export", "--each-agency", "-o", str(folder))

    files = sorted(folder.iterdir())
    assert result.stderr == f"已写入 {folder}：48 个单位各一个文件\n"
    assert len(files) == 48
    book = load_workbook(folder / "广东省农业厅.xlsx")
    assert book.sheetnames == ["任务", "报送要求"]
    assert (again.exit_code, again.stdout) == (2, "")
    assert "已存在，没有改动" in again.stderr
    assert gdq("export", "--each-agency", "-o", str(folder), "--force").exit_code == 0


def test_each_agency_all_or_none(gdq: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one file is there already, or the library is not, no file is written."""
    (tmp_path / "广东省农业厅.xlsx").write_text("old", encoding="utf-8")
    (tmp_path / "file").touch()

    kept = gdq("export", "--each-agency", "-o", str(tmp_path))
    no_folder = gdq("export", "--each-agency", "-o", str(tmp_path / "file"))
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    without = gdq("export", "--each-agency", "-o", str(tmp_path / "new"))

    assert (kept.exit_code, no_folder.exit_code, without.exit_code) == (2, 2, 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "广东省农业厅.xlsx"]


def test_file_names() -> None:
    """A name is one of a file on any system, and no two are one."""
    names = ["a/b", "A:b", "a/b", "..", "x" * 100, "省\n厅", ""]

    found = [*file_names(names)]

    assert found == ["a_b", "A_b_2", "a_b_3", "_", "x" * 60, "省_n厅", "__2"]


def test_without_the_library(gdq: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library is not installed, one line says which, and nothing is written."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)

    result = gdq("export", "-o", str(tmp_path / "a.xlsx"))

    assert result.exit_code == 2
    assert result.stderr == (
        "错误：这种格式要用 XlsxWriter，没有装\n提示：pip install XlsxWriter\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".csv", ".json", ".md"])
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
        ("a.doc", "a.doc 的扩展名应是 .xlsx、.docx、.csv、.json、.md、.parquet、.db 之一"),
        ("a", "a 的扩展名应是 .xlsx、.docx、.csv、.json、.md、.parquet、.db 之一"),
        (".xlsx", ".xlsx 的扩展名应是 .xlsx、.docx、.csv、.json、.md、.parquet、.db 之一"),
        ("-", "- 的扩展名应是 .xlsx、.docx、.csv、.json、.md、.parquet、.db 之一"),
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
    """--data holds for the export as for every answer, and its problems write nothing."""
    path = tmp_path / "a.csv"

    result = gdq("export", "-o", str(path), "--data", str(tmp_path))

    assert result.exit_code == 2
    assert result.stderr.startswith(f"错误：{tmp_path / 'agencies.yaml'}: 没有这个文件\n")
    assert list(tmp_path.iterdir()) == []
    assert DataFolder(tmp_path).is_packaged is False


def test_no_agency_has_a_task(gdq: Run, tmp_path: Path) -> None:
    """Where no agency has a task, there is no folder, either."""
    source, folder = tmp_path / "a.txt", tmp_path / "各单位"
    source.write_text("关于召开会议的通知\n\n请各单位参加。\n", encoding="utf-8")
    result = gdq("export", "--each-agency", "-o", str(folder), "--data", str(source))

    assert (result.exit_code, result.stderr) == (1, "错误：没有单位有任务\n")
    assert not folder.exists()
