"""Sheets as a workbook of Excel: headings that stay, columns that fit, filters, text as text."""

from collections.abc import Mapping
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len

from gdquality.errors import GdqError
from gdquality.formats.controls import visible
from gdquality.formats.extras import needed
from gdquality.formats.sheet import Cell, Sheet, in_words

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WIDEST = 60
"""Digits that the widest column has room for; longer text is wrapped."""

FILTER_BUTTON = 4
"""Digits that would fit where a heading has the button of its filter."""

DIGITS_A_CELL = 15 / 14
"""Digits as wide as half a Chinese character: at 11 points they are 7 and 15 pixels wide."""

LINE_HEIGHT = 16
"""Points of a line of 11-point text."""

HIGHEST = 409
"""Points of the highest row that Excel has."""


def workbook(title: str, sheets: Mapping[str, Sheet]) -> bytes:
    """Return an .xlsx file of `sheets`, each under its name.

    Raises GdqError for what Excel cannot hold, which it would drop without a word.
    """
    with needed("XlsxWriter"):
        from xlsxwriter import Workbook
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": visible(title)})
        heading = book.add_format({"bold": True, "bg_color": "#E7E6E6", "valign": "top"})
        body = book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
        for name, sheet in sheets.items():
            worksheet = book.add_worksheet(name)
            _fill(worksheet, in_words(sheet), heading, body)
            _arrange(worksheet, in_words(sheet))
    return stream.getvalue()


def _fill(worksheet: "Worksheet", sheet: Sheet, heading: "Format", body: "Format") -> None:
    for column, (_, text) in enumerate(sheet.columns):
        worksheet.write_string(0, column, visible(text), heading)
    for number, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            if cell != "" and _write(worksheet, (number, column), cell, body):
                raise GdqError(f"工作表“{worksheet.name}”第 {number + 1} 行：Excel 容不下")


def _write(worksheet: "Worksheet", place: tuple[int, int], cell: Cell, format_: "Format") -> Any:
    """Return 0, or another number where the worksheet has no room for `cell`."""
    if isinstance(cell, int):
        return worksheet.write_number(*place, cell, format_)
    # Never `write`, which takes some text for formulas and links.
    return worksheet.write_string(*place, visible(cell), format_)


def _arrange(worksheet: "Worksheet", sheet: Sheet) -> None:
    widths: list[float] = []
    for column, (_, heading) in enumerate(sheet.columns):
        cells = [_width(row[column]) for row in sheet.rows]
        widest = max([_width(heading) + FILTER_BUTTON, *cells])
        widths.append(min(widest + 2, WIDEST))
        worksheet.set_column(column, column, widths[-1])
    for number, row in enumerate(sheet.rows, 1):
        # Excel fits a row to its text when it is edited, and not when the file is opened.
        lines = max(
            ceil((_width(cell) + 1) / (width - 2)) for cell, width in zip(row, widths, strict=True)
        )
        worksheet.set_row(number, min(lines * LINE_HEIGHT, HIGHEST))
    worksheet.freeze_panes(1, 0)
    worksheet.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    worksheet.set_landscape()
    worksheet.set_paper(9)  # A4
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)


def _width(cell: Cell) -> float:
    return cell_len(str(cell)) * DIGITS_A_CELL
