"""Workbooks as they are printed: text as text, names whole, everything on A4."""

from datetime import date, datetime
from pathlib import Path

import pytest
from conftest import Run
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

from gdquality.errors import GdqError
from gdquality.formats.as_xlsx import file_of
from gdquality.formats.caption import Caption
from gdquality.formats.handout import Handout, Part
from gdquality.formats.sheet import Cell, Sheet
from gdquality.formats.xlsx_columns import PAGE

HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "https://example.org", "{=1}", "a\x1b[31mb", "007")


def handout(columns: tuple[str, ...], *rows: tuple[Cell, ...]) -> Handout:
    """Return a handout of one table."""
    sheet = Sheet(tuple((f"key{at}", text) for at, text in enumerate(columns)), rows)
    return Handout("题目", (), (Part("表", sheet),))


def written(tmp_path: Path, content: Handout) -> Worksheet:
    """Return the first sheet of a workbook, as another library reads it."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(file_of(content))
    return load_workbook(path)["表"]


@pytest.fixture
def book(gdq: Run, tmp_path: Path) -> Workbook:
    """Return the workbook that is exported."""
    path = tmp_path / "任务分工.xlsx"
    assert gdq("export", "-o", str(path)).exit_code == 0
    return load_workbook(path)


def pixels_of(sheet: Worksheet) -> float:
    """Return how wide the columns are in all; a digit of the unit font has 7 pixels."""
    return sum(7 * column.width for column in sheet.column_dimensions.values())


def test_paper(book: Workbook) -> None:
    """Every sheet is A4 across at its real size, no wider than that, with a heading a page."""
    for sheet in book:
        setup = sheet.page_setup
        assert (setup.orientation, setup.paperSize, setup.scale) == ("landscape", 9, None)
        assert not getattr(sheet.sheet_properties.pageSetUpPr, "fitToPage", False)
        assert pixels_of(sheet) <= PAGE
        [table] = sheet.tables.values()
        first = int("".join(filter(str.isdigit, table.ref.split(":")[0])))
        assert sheet.print_title_rows == f"${first}:${first}"
        assert sheet.freeze_panes in (f"A{first + 1}", f"C{first + 1}")
        footer = sheet.oddFooter
        assert footer
        assert str(footer.right.text).strip() == "第 &P 页 共 &N 页"
        assert str(footer.left.text).strip() == f"粤办函〔2016〕553号 {sheet.title}"
    assert book["对照表"].print_title_cols == "$A:$B"
    assert book.properties.title.startswith("粤办函〔2016〕553号 ")


def test_look(book: Workbook) -> None:
    """Text has nine points or more, cells of a table thin borders, dates the form of a date."""
    for sheet in book:
        [table] = sheet.tables.values()
        for row in sheet[table.ref]:
            for cell in row:
                assert cell.font.size >= 9
                assert cell.border.left.style == cell.border.bottom.style == "thin"
    day = book["报送要求"]["A4"]
    assert (day.value, day.number_format) == (datetime(2016, 12, 15), "yyyy-mm-dd")  # noqa: DTZ001 -- Excel has none
    assert book["对照表"]["C4"].alignment.textRotation == 255


def test_names_are_whole(book: Workbook) -> None:
    """A cell of names is broken between them alone, and each line has room in its column."""
    sheet = book["任务"]
    for row in sheet.iter_rows(min_row=4, max_row=38, min_col=3, max_col=4):
        for cell in row:
            room = sheet.column_dimensions[cell.coordinate[0]].width * 7 / 6.67
            lines = str(cell.value or "").split("\n")
            assert all(line.endswith("、") for line in lines[:-1])
            assert max(map(cell_len, lines)) <= room
            assert sheet.row_dimensions[int(cell.coordinate[1:])].height > 15 * len(lines)


def test_wide_matrix_goes_on_to_more_pages(tmp_path: Path) -> None:
    """Of a hundred agencies no column is shrunk: the first two are printed on every page."""
    columns = ("序号", "任务", *(f"单位{number}" for number in range(100)))
    content = handout(columns, (1, "事", *["●"] * 100))
    [part] = content.parts

    sheet = written(tmp_path, content._replace(parts=(part._replace(upright=2),)))

    assert sheet.print_title_cols == "$A:$B"
    assert 7 * sheet.column_dimensions["D"].width >= 16


def test_text_is_text(tmp_path: Path) -> None:
    """What looks like a formula, a link or a number is text, in cells and headings alike."""
    sheet = written(tmp_path, handout(HOSTILE, HOSTILE))

    for row in sheet.iter_rows(min_row=2, max_row=3):
        assert [cell.data_type for cell in row] == ["s"] * len(HOSTILE)
        assert [cell.hyperlink for cell in row] == [None] * len(HOSTILE)
        assert [cell.value for cell in row] == [*HOSTILE[:-2], "a\\x1b[31mb", "007"]


def test_hostile_title(tmp_path: Path) -> None:
    """A title is text in its cell and in the footer, whose codes begin with &."""
    caption = Caption("=1+1", "&P&N", None, "&.txt")
    sheet = written(tmp_path, handout(("甲", "乙"), (1, 2))._replace(title="=2", caption=caption))

    assert (sheet["A1"].value, sheet["A1"].data_type) == ("=2", "s")
    assert sheet.oddFooter
    assert sheet.oddFooter.left.text == "&&P&&N 表"
    assert sheet["A6"].value == "来源：《=1+1》（&P&N），据 &.txt 整理"


def test_equal_headings(tmp_path: Path) -> None:
    """A table of Excel has no two columns of one name, whatever a notice calls its bodies."""
    sheet = written(tmp_path, handout(("甲", "甲", "甲（2）", "A", "a", ""), (1, 2, 3, 4, 5, 6)))

    assert [cell.value for cell in sheet[2]] == [
        "甲",
        "甲（2）",
        "甲（2）（2）",
        "A",
        "a（2）",
        "　",
    ]


def test_nothing(tmp_path: Path) -> None:
    """A table without rows is one with an empty row, since Excel has no other."""
    [table] = written(tmp_path, handout(("甲", "乙"))).tables.values()
    assert table.ref == "A2:B3"


def test_what_excel_would_drop(tmp_path: Path) -> None:
    """A cell of more than 32,767 characters is an error, not an empty cell."""
    with pytest.raises(GdqError, match="工作表“表”第 3 行：Excel 容不下"):
        written(tmp_path, handout(("列",), ("质" * 32_768,)))
    with pytest.raises(GdqError, match="工作表“表”的标题：Excel 容不下"):
        written(tmp_path, handout(("列",), ("质",))._replace(title="质" * 32_768))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2016, 12, 15), "2016-12-15 00:00:00"),
        (date(1900, 3, 1), "1900-03-01 00:00:00"),
        (date(1899, 12, 31), "1899-12-31"),
        (date(1, 1, 1), "0001-01-01"),
    ],
)
def test_dates(day: date, expected: str, tmp_path: Path) -> None:
    """A date is a date, or text where Excel cannot count."""
    assert str(written(tmp_path, handout(("期限",), (day,)))["A3"].value) == expected
