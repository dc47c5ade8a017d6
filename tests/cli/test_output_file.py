"""`-o FILE`: any answer as a file, of the kind that its ending says, whole or not at all."""

import csv
import io
import json
import sys
from pathlib import Path

import pytest
from conftest import Run
from docx import Document
from openpyxl import load_workbook

from gdquality import load

QUESTIONS = [
    ["agency", "农业厅"],
    ["agencies"],
    ["task", "21"],
    ["tasks", "品牌"],
    ["deadlines"],
    ["partners", "编办"],
    ["matrix", "--agency", "编办"],
    ["notice"],
    ["resolve", "质监局", "zjj", "教育部"],
    ["split", "省农业厅牵头，省财政厅配合"],
]
BEGINS = {
    ".xlsx": b"PK\x03\x04",
    ".docx": b"PK\x03\x04",
    ".html": b"<!DOCTYPE html>",
    ".csv": b"\xef\xbb\xbf",
    ".md": b"|#",
    ".json": b"[{",
    ".svg": b"<svg ",
    ".png": b"\x89PNG\r\n",
}


@pytest.mark.parametrize("ending", BEGINS)
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_every_answer(gdq: Run, tmp_path: Path, question: list[str], ending: str) -> None:
    """Every answer is a file of every kind; standard output stays empty. Pictures are of two."""
    path = tmp_path / f"答复{ending}"

    result = gdq(*question, "-o", str(path))

    if ending in (".svg", ".png") and question[0] not in ("matrix", "partners"):
        assert (result.exit_code, path.exists()) == (2, False)
        known = ".xlsx、.docx、.html、.csv、.md、.json"
        assert result.stderr.splitlines()[0] == f"错误：{path} 的扩展名应是 {known} 之一"
        return
    assert result.stdout == ""
    assert result.stderr.splitlines()[-1] == f"已写入 {path}"
    begin = path.read_bytes()[: len(BEGINS[ending])]
    of_text = (b"|", b"#", b"[", b"{", "只".encode()[:1])
    assert begin == BEGINS[ending] or begin[:1] in of_text


def test_people_and_programs(gdq: Run, tmp_path: Path) -> None:
    """-o alone is for people; with -f the file has what a program would read in a pipe."""
    people, programs, other = (tmp_path / name for name in ("a.csv", "b.csv", "c.txt"))

    gdq("tasks", "品牌", "-o", str(people))
    gdq("tasks", "品牌", "-o", str(programs), "-f", "csv")
    gdq("tasks", "品牌", "-o", str(other), "-f", "json")

    printed = gdq("tasks", "品牌", "-f", "csv").stdout
    assert programs.read_text(encoding="utf-8") == printed
    assert printed.startswith("number,title,lead,support\n")
    text = people.read_text(encoding="utf-8-sig")
    assert next(csv.reader(io.StringIO(text))) == ["序号", "重点工作任务", "牵头单位", "参与单位"]
    assert text.splitlines()[1:] == printed.splitlines()[1:]
    assert [one["number"] for one in json.loads(other.read_text(encoding="utf-8"))] == [
        14,
        15,
        16,
        17,
    ]


def test_words_of_people(gdq: Run, tmp_path: Path) -> None:
    """In a file for people a role or kind is called what it is called."""
    path = tmp_path / "a.csv"
    gdq("agency", "编办", "-o", str(path))

    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert [row["角色"] for row in rows] == ["牵头", "参与"]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[0])
def test_what_is_there_is_kept(gdq: Run, tmp_path: Path, question: list[str]) -> None:
    """A file that is there is kept, and replaced only by --force, which needs a file."""
    path = tmp_path / "a.md"
    path.write_text("old", encoding="utf-8")

    kept = gdq(*question, "-o", str(path))

    assert (kept.exit_code, path.read_text(encoding="utf-8")) == (2, "old")
    assert kept.stderr == f"错误：{path} 已存在，没有改动\n提示：加 --force 才写\n"
    gdq(*question, "-o", str(path), "--force")
    assert path.read_text(encoding="utf-8") != "old"
    alone = gdq(*question, "--force")
    assert (alone.exit_code, alone.stderr) == (2, "错误：--force 要与 -o FILE 同用\n")


@pytest.mark.parametrize(
    ("name", "error", "hint"),
    [
        (
            "a.doc",
            "a.doc 的扩展名应是 .xlsx、.docx、.html、.csv、.md、.json 之一",
            "可写 -o a.xlsx",
        ),
        ("a", "a 的扩展名应是 .xlsx、.docx、.html、.csv、.md、.json 之一", "可写 -o a.xlsx"),
        ("folder.md", "folder.md 是文件夹", "可写 -o folder.md/答复.xlsx"),
        ("none/a.md", "none/a.md: 无法写入：没有这个文件夹", ""),
        ("..", ".. 是文件夹", "可写 -o ../答复.xlsx"),
    ],
)
def test_nowhere_to_write(
    gdq: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, error: str, hint: str
) -> None:
    """A folder, an unknown ending, a path that cannot be: said, and nothing is written."""
    (tmp_path / "folder.md").mkdir()
    monkeypatch.chdir(tmp_path)

    result = gdq("notice", "-o", name)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [f"错误：{error}", *([f"提示：{hint}"] if hint else [])]
    assert [path.name for path in tmp_path.iterdir()] == ["folder.md"]


def test_nothing_found(gdq: Run, tmp_path: Path) -> None:
    """Nothing is no file for people, and an empty list for programs."""
    people, programs = tmp_path / "a.xlsx", tmp_path / "b.json"

    for_people = gdq("tasks", "没有这样的", "-o", str(people))
    for_programs = gdq("tasks", "没有这样的", "-o", str(programs), "-f", "json")

    assert (for_people.exit_code, for_people.stderr) == (1, "没有这样的任务\n")
    assert not people.exists()
    assert (for_programs.exit_code, programs.read_text(encoding="utf-8")) == (1, "[]\n")


@pytest.mark.parametrize(
    ("ending", "module", "package"),
    [
        (".xlsx", "xlsxwriter", "XlsxWriter"),
        (".docx", "docx", "python-docx"),
        (".png", "vl_convert", "vl-convert-python"),
    ],
)
def test_without_a_library(
    gdq: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ending: str,
    module: str,
    package: str,
) -> None:
    """Where a library is not installed, one line says which, and nothing is written."""
    monkeypatch.setitem(sys.modules, module, None)

    result = gdq("matrix", "-o", str(tmp_path / f"a{ending}"))

    assert result.exit_code == 2
    assert result.stderr == f"错误：这种格式要用 {package}，没有装\n提示：pip install {package}\n"
    assert list(tmp_path.iterdir()) == []


def test_a_later_body(gdq: Run, tmp_path: Path) -> None:
    """A file says whose tasks a later body's are, task by task."""
    path = tmp_path / "a.html"

    assert gdq("agency", "市场监管局", "-o", str(path)).stderr == f"已写入 {path}\n"

    text = path.read_text(encoding="utf-8")
    assert "前身：广东省工商行政管理局" in text
    assert "通知所列单位" in text


def test_stream(gdq: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream of names becomes a file when all of them are there."""
    path = tmp_path / "a.csv"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("质监局\n教育部\n".encode())))

    result = gdq("resolve", "-", "-o", str(path))

    assert result.exit_code == 1
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 3


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (
            ["tasks", "质量", "--lead", "质监局", "--agency", "商务厅"],
            "只列：名称中有：“质量”；牵头单位：广东省质量技术监督局；涉及单位：广东省商务厅",
        ),
        (
            ["deadlines", "--agency", "农业厅", "--after", "2016", "--before", "2016-12"],
            "只列：期限：2016 起、2016-12 止；责任单位：广东省农业厅",
        ),
        (["agencies", "--kind", "党的机关"], "只列：类别：党的机关"),
        (["matrix", "--agency", "工商局"], "只列：单位：广东省工商行政管理局"),
        (["tasks"], None),
        (["matrix"], None),
    ],
)
@pytest.mark.parametrize("ending", [".xlsx", ".docx", ".html", ".md"])
def test_a_file_says_its_conditions(
    gdq: Run, tmp_path: Path, command: list[str], told: str | None, ending: str
) -> None:
    """A list of some must not look like one of all to who did not ask for it."""
    path = tmp_path / f"a{ending}"
    gdq(*command, "-o", str(path))

    text = _text_of(path)
    assert ("只列：" in text) == bool(told)
    assert (told or "") in text


def test_a_picture_says_its_conditions(gdq: Run, tmp_path: Path) -> None:
    """So does a picture."""
    path = tmp_path / "a.svg"
    gdq("matrix", "--agency", "工商局", "-o", str(path))

    assert "只列：单位：广东省工商行政管理局" in path.read_text(encoding="utf-8")


def test_a_file_of_many_says_which_were_asked(gdq: Run, tmp_path: Path) -> None:
    """Of many notices it says which of them were asked."""
    path = tmp_path / "a.md"
    narrow = ("--since", "2020", "--in", "广东省", "--notice", "市场")
    gdq("tasks", "--data", "docs/examples/many", *narrow, "-o", str(path))

    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first == "只列：通知：市场；成文日期：2020 起；地方：广东省"


@pytest.mark.parametrize(
    ("command", "ending"),
    [
        *(("tasks", ending) for ending in (".xlsx", ".docx", ".html", ".md")),
        *(("export", ending) for ending in (".xlsx", ".docx", ".md")),
        ("page", ".html"),
    ],
)
def test_a_file_says_what_was_not_read(gdq: Run, tmp_path: Path, command: str, ending: str) -> None:
    """An answer from a document that was read in part does not look whole, on paper either."""
    source, path = tmp_path / "a.txt", tmp_path / f"a{ending}"
    row = "1\t甲\t省财政厅\t省第一百零一局"
    source.write_text(f"序号\t任务\t牵头单位\t参与单位\n{row}\n", encoding="utf-8")
    gdq(command, "-o", str(path), "--data", str(source))

    count = len(load(source).notice.remarks)
    assert count
    assert f"其中 {count} 处没有读，或读得没有把握" in _text_of(path)


def _text_of(path: Path) -> str:
    """Return the text of a file of any ending."""
    match path.suffix:
        case ".docx":
            return "\n".join(one.text for one in Document(str(path)).paragraphs)
        case ".xlsx":
            sheet = load_workbook(path).worksheets[0]
            return "\n".join(str(row[0].value) for row in sheet.iter_rows())
        case _:
            return path.read_text(encoding="utf-8")
