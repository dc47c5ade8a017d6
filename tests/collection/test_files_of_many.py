"""Answers from many notices as files: every row says of which notice it is."""

import csv
import io
from pathlib import Path

import pytest
from conftest import Run
from docx import Document
from openpyxl import load_workbook

QUESTIONS = (
    ("agency", "质监局"),
    ("task", "1"),
    ("tasks",),
    ("deadlines",),
    ("matrix",),
    ("notice",),
    ("notices",),
    ("agencies",),
    ("partners", "质监局"),
)


@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".html", ".csv", ".md", ".json"])
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_every_answer(
    question: tuple[str, ...], ending: str, database: Path, gdq: Run, tmp_path: Path
) -> None:
    """Every answer is a file of every kind, and one that is there is kept."""
    path = tmp_path / f"答复{ending}"
    arguments = (*question, "-o", str(path), "--data", str(database))

    first, again = gdq(*arguments), gdq(*arguments)

    assert (first.exit_code, first.stdout) == (0, "")
    assert f"已写入 {path}" in first.stderr.splitlines()
    assert path.stat().st_size > 20
    assert (again.exit_code, "已存在，没有改动" in again.stderr) == (2, True)


def test_rows_say_their_notice(database: Path, gdq: Run, tmp_path: Path) -> None:
    """A table has the notice, its number and its date before what it answers."""
    people, book, word = (tmp_path / name for name in ("a.csv", "a.xlsx", "a.docx"))
    for path in (people, book, word):
        gdq("tasks", "-o", str(path), "--data", str(database))

    columns = ["通知", "发文字号", "成文日期", "序号", "重点工作任务"]
    rows = list(csv.reader(io.StringIO(people.read_text(encoding="utf-8-sig"))))
    assert rows[0][:5] == columns
    sheet = load_workbook(book)["答复"]
    [table] = sheet.tables.values()
    assert [cell.value for cell in sheet[table.ref][0]][:5] == columns
    assert len(sheet[table.ref]) == len(rows)
    [printed] = Document(str(word)).tables
    assert [cell.text for cell in printed.rows[0].cells][:5] == columns


def test_programs(database: Path, gdq: Run, tmp_path: Path) -> None:
    """With -f a file holds what is printed."""
    path = tmp_path / "a.txt"
    arguments = ("tasks", "-f", "yaml", "--data", str(database))

    gdq(*arguments, "-o", str(path))

    assert path.read_text(encoding="utf-8") == gdq(*arguments).stdout


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("page", "-o", "a.html"), "里有许多通知，这里只问一份"),
        (("compare", "质监局", "农业厅"), "里有许多通知，这里只问一份"),
        (("export", "--each-agency", "-o", "a"), "--each-agency 只用于一份通知"),
        (("export", "-o", "a.docx"), "多份通知不能写成 .docx"),
        (("matrix", "-o", "a.png"), "多份通知的答案不能画成 png"),
    ],
)
def test_of_one_notice_alone(
    arguments: tuple[str, ...], error: str, database: Path, gdq: Run, tmp_path: Path
) -> None:
    """What is made of one notice alone says so, and writes nothing."""
    named = [str(tmp_path / one) if one.startswith("a") else one for one in arguments]

    result = gdq(*named, "--data", str(database))

    assert (result.exit_code, result.stdout) == (2, "")
    assert error in result.stderr
    assert list(tmp_path.glob("a*")) == []
