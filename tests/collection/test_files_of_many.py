"""Answers from many notices as files: every row says of which notice it is."""

import csv
import io
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from conftest import Run
from docx import Document
from many import MakeNotice
from openpyxl import load_workbook

from gdquality import load_collection
from gdquality.collection.each_body import answers_of_each

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
    ("compare", "质监局", "农业厅"),
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
    """A row has the notice, its number and its date first; on pages each notice is a heading."""
    people, book, word = (tmp_path / name for name in ("a.csv", "a.xlsx", "a.docx"))
    for path in (people, book, word):
        gdq("tasks", "-o", str(path), "--data", str(database))

    columns = ["通知", "发文字号", "成文日期", "序号", "重点工作任务"]
    rows = list(csv.reader(io.StringIO(people.read_text(encoding="utf-8-sig"))))
    assert rows[0][:5] == columns
    sheet = load_workbook(book)["任务"]
    [table] = sheet.tables.values()
    assert [cell.value for cell in sheet[table.ref][0]][:5] == columns
    assert len(sheet[table.ref]) == len(rows)
    assert isinstance(sheet[table.ref][1][2].value, datetime)
    document = Document(str(word))
    headings = [
        one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"
    ]
    assert "粤办函〔2024〕553号《关于做好一项工作的通知》" in headings
    assert "成文日期：2024-03-01" in [one.text for one in document.paragraphs]
    assert len(headings) == len(document.tables) == 3


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_word_files_are_on_the_page(
    question: tuple[str, ...], database: Path, gdq: Run, tmp_path: Path
) -> None:
    """No column of a table is off the page, however many notices there are."""
    path = tmp_path / "a.docx"
    gdq(*question, "-o", str(path), "--data", str(database))

    document = Document(str(path))
    [section] = document.sections
    assert section.page_width
    assert section.left_margin
    assert section.right_margin
    line = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        assert sum(column.width or 0 for column in table.columns) <= line * 1.001


def test_a_body_in_several_notices(database: Path, gdq: Run, tmp_path: Path) -> None:
    """Its file is called after it, and has its deadlines and what became of it as well."""
    arguments = ("agency", "农业厅", "--data", str(database), "-o")
    book, page = tmp_path / "a.xlsx", tmp_path / "a.html"
    for path in (book, page):
        gdq(*arguments, str(path))

    sheets = load_workbook(book)
    assert sheets.sheetnames == ["任务", "报送要求"]
    lines = [str(row[0].value) for row in sheets["任务"].iter_rows(max_row=4)]
    assert lines[0] == "广东省农业厅"
    assert lines[2].startswith("2 份通知，牵头 0 项，参与 2 项")
    assert lines[3].startswith("今为：广东省农业农村厅")
    text = page.read_text(encoding="utf-8")
    assert "<h1>广东省农业厅</h1>" in text
    assert text.count("<h2>") == 2
    assert text.count("<h3>报送要求</h3>") == 2


def test_one_name_of_several_bodies(make_notice: MakeNotice, gdq: Run, tmp_path: Path) -> None:
    """Where a name means a body in each of two governments, each row says which."""
    row = "办好一件事\t市财政局\t市教育局"
    places = ("长沙市", "株洲市")
    files = [
        make_notice(
            f"{at}.txt", row, organ=f"{place}人民政府办公室", number=f"{place[0]}政办〔2020〕{at}号"
        )
        for at, place in enumerate(places, 1)
    ]
    folder, path = tmp_path / "mine", tmp_path / "a.xlsx"
    gdq("add", *map(str, files), "--data", str(folder))
    gdq("agency", "财政局", "--data", str(folder), "-o", str(path))

    sheet = load_workbook(path)["任务"]
    [table] = sheet.tables.values()
    rows = [[cell.value for cell in line] for line in sheet[table.ref]]
    assert sheet["A1"].value == "株洲市财政局（推定）、长沙市财政局（推定）"
    assert rows[0][3] == "所问单位"
    assert {one[3] for one in rows[1:]} == {"长沙市财政局（推定）", "株洲市财政局（推定）"}


def test_a_file_for_each_agency(database: Path, gdq: Run, tmp_path: Path) -> None:
    """Each body with a task has the file that `gdq agency` writes of it, over all notices."""
    folder, path = tmp_path / "各单位", tmp_path / "a.xlsx"
    data = ("--data", str(database))
    result = gdq("export", "--each-agency", "-o", str(folder), *data)
    names = [one.agency.name for one in load_collection(database).agencies() if one.has_tasks]

    assert result.stderr == f"已写入 {folder}：{len(names)} 个单位各一个文件\n"
    assert sorted(one.stem for one in folder.iterdir()) == sorted(names)
    for name in names:
        gdq("agency", name, "-o", str(path), "--force", *data)
        assert _cells(folder / f"{name}.xlsx") == _cells(path)


def test_each_body_is_answered_as_if_asked(database: Path, mine: Path) -> None:
    """One pass over the notices answers what each question would."""
    for data in (database, mine):
        many = load_collection(data)
        for name, answer in answers_of_each(many):
            alone = many.agency(name)
            assert [
                (entry, replace(one, query="", method="exact")) for entry, one in answer.parts
            ] == [(entry, replace(one, query="", method="exact")) for entry, one in alone.parts]


def _cells(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the cells of each sheet of a workbook."""
    return {sheet.title: [*sheet.iter_rows(values_only=True)] for sheet in load_workbook(path)}


def test_page(database: Path, gdq: Run, tmp_path: Path) -> None:
    """The page of many notices lists them, and its script knows all that they say."""
    path = tmp_path / "a.html"
    result = gdq("page", "-o", str(path), "--data", str(database))
    text = path.read_text(encoding="utf-8")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"已写入 {path}：3 份通知，5 项任务\n"
    for entry in load_collection(database).notices():
        assert f'<a href="#notice-{entry.notice}">{entry.title}</a>' in text
    assert f"来源：{database.name}，3 份通知，5 项任务" in text
    assert str(database.parent) not in text

    narrow = gdq("page", "-o", str(path), "--data", str(database), "--since", "2020", "--force")
    assert narrow.stderr.endswith("1 份通知，1 项任务\n")
    none = gdq("page", "-o", str(path), "--data", str(database), "--in", "云南省", "--force")
    assert (none.exit_code, none.stderr) == (1, "错误：没有这样的通知\n")


def test_too_many_for_a_page(
    database: Path, gdq: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More notices than a browser can hold are refused, with what to do."""
    monkeypatch.setattr("gdquality.formats.page.MOST_NOTICES", 2)
    result = gdq("page", "-o", str(tmp_path / "a.html"), "--data", str(database))

    assert result.exit_code == 2
    assert "有 3 份通知，一个网页放不下，最多 2 份" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_programs(database: Path, gdq: Run, tmp_path: Path) -> None:
    """With -f a file holds what is printed."""
    path = tmp_path / "a.txt"
    arguments = ("tasks", "-f", "yaml", "--data", str(database))

    gdq(*arguments, "-o", str(path))

    assert path.read_text(encoding="utf-8") == gdq(*arguments).stdout


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
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
