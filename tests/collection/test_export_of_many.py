"""`gdq export` of many notices: what is said of the whole, on standard error and in the file."""

from pathlib import Path

import pytest
from conftest import Run
from many import MakeNotice
from openpyxl import load_workbook

NARROWED = "只列：成文日期：2016 起；地方：广东省"
UNSURE = "其中 1 份有没有读，或读得没有把握的地方"


@pytest.fixture
def folder(make_notice: MakeNotice, gdq: Run, tmp_path: Path) -> Path:
    """Return a folder of two notices of Guangdong, one with a remark, and one of Changsha."""
    files = (
        make_notice("a.txt", "甲\t省质监局\t", "乙\t广州市财政局\t省财政厅", title="甲"),
        make_notice("b.txt", "丙\t省质监局\t省财政厅", serial=2, title="乙"),
        make_notice("c.txt", "丁\t市财政局\t市水利局", organ="长沙市人民政府", title="丙"),
    )
    gdq("add", *map(str, files), "--data", str(tmp_path / "mine"))
    return tmp_path / "mine"


@pytest.mark.parametrize("ending", ["csv", "json", "md", "xlsx", "db"])
def test_what_it_is_narrowed_by_is_said(
    ending: str, folder: Path, gdq: Run, tmp_path: Path
) -> None:
    """Who exports sees by what it was narrowed, and of how many notices not all was read."""
    path = tmp_path / f"a.{ending}"
    narrowing = ("--since", "2016", "--in", "广东")

    result = gdq("export", "-o", str(path), "--data", str(folder), *narrowing)

    assert result.stderr == f"已写入 {path}：2 份通知，3 项任务；{NARROWED}；{UNSURE}\n"
    if ending == "md":
        assert path.read_text(encoding="utf-8").startswith(f"{NARROWED}\n\n{UNSURE}\n\n# ")
    if ending == "xlsx":
        rows = load_workbook(path)["通知"].iter_rows(values_only=True, max_row=4)
        assert [row[0] for row in rows][2:] == [NARROWED, UNSURE]


def test_nothing_to_export(folder: Path, gdq: Run, tmp_path: Path) -> None:
    """A file of no notices is none."""
    path = tmp_path / "a.csv"
    result = gdq("export", "-o", str(path), "--data", str(folder), "--since", "2030")

    assert (result.exit_code, path.exists()) == (1, False)
    assert "没有这样的通知" in result.stderr


@pytest.mark.parametrize(
    ("ending", "error", "hint"),
    [
        ("html", "gdq export 不写网页", "gdq page -o {path}"),
        ("docx", "多份通知不能写成 .docx", "可用 .xlsx、.csv、.json、.md、.parquet、.db"),
        ("pdf", "{path} 的扩展名应是 .xlsx、.csv、.json、.md、.parquet、.db 之一", "可写 -o "),
    ],
)
def test_hints_agree(
    ending: str, error: str, hint: str, folder: Path, gdq: Run, tmp_path: Path
) -> None:
    """What a hint offers is no error in its turn."""
    path = tmp_path / f"a.{ending}"
    result = gdq("export", "-o", str(path), "--data", str(folder))

    assert result.exit_code == 2
    expected = f"错误：{error}\n提示：{hint}".format(path=path)
    assert result.stderr.startswith(expected)


def test_roles_stand_in_their_order(make_notice: MakeNotice, gdq: Run, tmp_path: Path) -> None:
    """Whatever roles each notice gives, they stand in one order in the sheet of all tasks."""
    new = make_notice("a.txt", year=2020)
    old = make_notice("b.txt", "甲\t\t省财政厅", serial=2, year=2019)
    text = old.read_text(encoding="utf-8").replace("参与单位", "责任单位")
    old.write_text(text, encoding="utf-8")
    folder, path = tmp_path / "mine", tmp_path / "a.xlsx"
    gdq("add", str(new), str(old), "--data", str(folder))

    gdq("export", "-o", str(path), "--data", str(folder))

    headings = [
        row for row in load_workbook(path)["任务"].iter_rows(values_only=True) if "牵头单位" in row
    ]
    assert headings[0][-3:] == ("牵头单位", "责任单位", "参与单位")


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (
            ("tasks", "--since", "2024-05", "--until", "2016"),
            "--since 2024-05 在 --until 2016 之后",
        ),
        (
            ("deadlines", "--after", "2024", "--before", "2023-12"),
            "--after 2024 在 --before 2023-12",
        ),
    ],
)
def test_a_period_that_ends_before_it_begins(
    question: tuple[str, ...], message: str, folder: Path, gdq: Run
) -> None:
    """It holds nothing, which is a mistake and no answer; the year of a month is no end before it."""
    for data in ((), ("--data", str(folder))):
        result = gdq(*question, *data)
        assert (result.exit_code, message in result.stderr) == (2, True)
    same_year = ("notices", "--since", "2016-02", "--until", "2016", "--data", str(folder))
    assert gdq(*same_year).exit_code == 0
