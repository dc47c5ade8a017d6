"""Workbooks of before 2007, written by xlwt and read by xlrd."""

import io
import sys
from datetime import date

import pytest
import xlwt
from office_files import grids

from gdquality.errors import GdqError, InputError
from gdquality.records import Place
from gdquality.sources import xls
from gdquality.sources.interface import Table
from gdquality.sources.xls import read


def saved(book: xlwt.Workbook) -> bytes:
    """Return the bytes of a workbook."""
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def style(number_format: str) -> xlwt.XFStyle:
    """Return a style of cells with a number format."""
    return xlwt.easyxf(num_format_str=number_format)


def test_sheet() -> None:
    """Merges, dates as shown, whole floats, lines, rich text: as in a workbook of today."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("分工")
    sheet.write_merge(0, 0, 0, 3, "标题")
    sheet.write_merge(2, 3, 0, 0, 1.0)
    sheet.write(2, 1, " 财政厅\n商务厅 ")
    sheet.write_rich_text(3, 1, ["省", ("教育厅", xlwt.easyfont("bold on"))])
    sheet.write(2, 2, date(2026, 1, 31), style('yyyy"年"m"月"'))
    sheet.write(3, 2, True)  # noqa: FBT003 (a cell's value)
    sheet.write(3, 3, 0.25, style("0%"))
    sheet.row(1).set_cell_error(2, "#REF!")

    document = read(saved(book), "a.xls")

    table = document.blocks[0]
    assert isinstance(table, Table)
    assert grids(document) == [
        [
            ["标题"] * 4,
            ["", "", "#REF!", ""],
            ["1", "财政厅\n商务厅", "2026年1月", ""],
            ["1", "省教育厅", "TRUE", "25%"],
        ]
    ]
    assert table.rows[2][0] is table.rows[3][0]
    assert table.rows[3][1].place == Place(4, 2, "分工")
    assert (document.format, document.remarks) == ("xls", ())


def test_days_since_1904() -> None:
    """A workbook may count days from 1904."""
    book = xlwt.Workbook()
    book.dates_1904 = True
    book.add_sheet("一").write(0, 0, 44591, style("yyyy-m-d"))

    assert grids(read(saved(book), "a.xls")) == [[["2026-1-31"]]]


def test_what_is_hidden() -> None:
    """Hidden sheets are left out, hidden rows and columns read, and all is said."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("一")
    sheet.write(0, 0, "甲")
    sheet.write(1, 1, "乙")
    sheet.row(1).hidden = True
    sheet.col(1).hidden = True
    hidden = book.add_sheet("草稿")
    hidden.write(0, 0, "丙")
    hidden.visibility = 1
    book.add_sheet("空")

    document = read(saved(book), "a.xls")

    assert grids(document) == [[["甲", ""], ["", "乙"]]]
    assert [remark.code for remark in document.remarks] == [
        "hidden-rows",
        "hidden-columns",
        "hidden-sheet",
    ]


def test_too_many_sheets(monkeypatch: pytest.MonkeyPatch) -> None:
    """More sheets than anyone has are refused."""
    monkeypatch.setattr(xls, "_MOST_SHEETS", 1)
    book = xlwt.Workbook()
    book.add_sheet("一")
    book.add_sheet("二")

    with pytest.raises(InputError, match="工作表超过 1 个"):
        read(saved(book), "a.xls")


def test_too_large() -> None:
    """Xlrd would take minutes for what 64 MB can claim."""
    with pytest.raises(InputError, match="文件超过 8 MB"):
        read(bytes(8 * 1024 * 1024 + 1), "a.xls")


@pytest.mark.parametrize("data", [b"", b"<html>", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)])
def test_what_cannot_be_read(data: bytes) -> None:
    """One error that names the file and says what helps."""
    with pytest.raises(InputError) as error:
        read(data, "甲.xls")

    assert error.value.messages[0].startswith("甲.xls: ")
    assert error.value.hint == "用 Excel 或 WPS 打开，另存为 .xlsx 再试"


def test_password(monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook with a password is told from a damaged one."""
    from xlrd.biffh import XLRDError

    def refuse(*_: object, **__: object) -> None:
        raise XLRDError("Workbook is encrypted")

    monkeypatch.setattr("xlrd.open_workbook", refuse)

    with pytest.raises(InputError, match="文件有密码"):
        read(b"", "a.xls")


def test_without_xlrd(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the extra that is missing."""
    monkeypatch.setitem(sys.modules, "xlrd.biffh", None)

    with pytest.raises(GdqError, match=r"gdquality\[xls\]"):
        read(b"", "a.xls")
