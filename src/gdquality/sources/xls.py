"""Workbooks of before 2007 (.xls, and .et of WPS), by xlrd: the extra `xls`."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from gdquality.errors import InputError, Problem
from gdquality.extras import needed
from gdquality.sources.date_formats import EPOCH_1900, EPOCH_1904
from gdquality.sources.grid import Positions
from gdquality.sources.interface import SourceDocument
from gdquality.sources.number_formats import BUILT_IN, shown, shown_text
from gdquality.sources.sheet import Area, Sheet, clean, hidden_sheet

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell as XlrdCell
    from xlrd.sheet import Sheet as XlrdSheet

_LARGEST = 8 * 1024 * 1024
"""Bytes of a file: two of them can claim a cell, and xlrd makes some 500,000 cells a second."""
_MOST_SHEETS = 64
"""Sheets of a workbook: each can claim 65,536 rows in a few bytes, a tenth of a second's work."""


class _Nowhere:
    """Where xlrd's warnings go: what is wrong with a file shows in what is read of it."""

    def write(self, _text: str) -> int:
        return 0


def read(data: bytes, file: str) -> SourceDocument:
    """Return a table for each sheet that is not hidden and not empty, in the workbook's order.

    Numbers and dates are as shown, formulas by the value saved with them. Raises InputError for
    what is no workbook or cannot be read, GdqError where xlrd is missing.
    """
    with needed("gdquality[xls]"):
        from xlrd.biffh import XLRDError
    try:
        return _read(data, file)
    except InputError:
        raise
    except XLRDError as error:
        encrypted = "encrypted" in str(error)
        raise _error(
            file, "文件有密码，无法读取" if encrypted else "不是 .xls 工作簿，或已损坏"
        ) from None
    except Exception:  # noqa: BLE001 (whatever xlrd meets in a damaged file, it raises)
        raise _error(file, "文件不完整或已损坏") from None


def _error(file: str, message: str) -> InputError:
    return InputError(file, Problem(message), hint="用 Excel 或 WPS 打开，另存为 .xlsx 再试")


def _read(data: bytes, file: str) -> SourceDocument:
    import xlrd

    if len(data) > _LARGEST:
        raise _error(file, f"文件超过 {_LARGEST // 1024**2} MB")
    book = xlrd.open_workbook(
        file_contents=data,
        logfile=_Nowhere(),
        formatting_info=True,
        on_demand=True,
        ragged_rows=True,
    )
    if book.nsheets > _MOST_SHEETS:
        raise _error(file, f"工作表超过 {_MOST_SHEETS} 个")
    positions = Positions(file)
    tables, remarks = [], []
    for index in range(book.nsheets):
        source = book.sheet_by_index(index)
        if source.visibility:
            remarks.append(hidden_sheet(source.name))
        else:
            sheet = _sheet(book, source)
            table = sheet.table(positions)
            tables += [table] if table else []
            remarks += sheet.remarks()
        book.unload_sheet(index)
    return SourceDocument(file, "xls", tuple(tables), tuple(remarks))


def _sheet(book: "Book", source: "XlrdSheet") -> Sheet:
    sheet = Sheet(source.name)
    clean_once = cache(clean)  # one long string can be in every cell
    for row, column, shown_cell in _texts(book, source):
        if text := clean_once(shown_cell):
            sheet.texts[row, column] = text
    # xlrd counts from 0 and ends ranges one later.
    sheet.merges = [
        Area(top + 1, left + 1, bottom, right) for top, bottom, left, right in source.merged_cells
    ]
    sheet.hidden_rows = [r + 1 for r, info in source.rowinfo_map.items() if info.hidden]
    sheet.hidden_columns = [
        column + 1 for column, info in source.colinfo_map.items() if info.hidden
    ]
    return sheet


def _texts(book: "Book", source: "XlrdSheet") -> Iterator[tuple[int, int, str]]:
    """Yield the row, the column and what is shown of each cell that is not empty."""
    epoch = EPOCH_1904 if book.datemode else EPOCH_1900
    for r in range(source.nrows):
        for c, cell in enumerate(source.row(r)):
            yield r + 1, c + 1, _shown(cell, _format(book, cell.xf_index), epoch)


def _shown(cell: "XlrdCell", code: str, epoch: date) -> str:
    from xlrd import biffh

    value = cell.value
    if cell.ctype == biffh.XL_CELL_ERROR:
        return biffh.error_text_from_code.get(int(value), "#N/A")
    if cell.ctype == biffh.XL_CELL_BOOLEAN:
        return "TRUE" if value else "FALSE"
    return shown_text(value, code) if isinstance(value, str) else shown(value, code, epoch)


def _format(book: "Book", style: int | None) -> str:
    key = book.xf_list[style or 0].format_key
    return BUILT_IN.get(key) or str(book.format_map[key].format_str)
