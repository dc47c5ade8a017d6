"""Sheets as a workbook of Excel: headings that stay, columns that fit, filters, text as text."""

from collections.abc import Mapping
from datetime import date, datetime, time
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.cells import cell_len

from gdquality.errors import GdqError
from gdquality.extras import needed
from gdquality.formats.controls import visible
from gdquality.formats.sheet import Cell, Sheet, in_words

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

WIDEST = 60
"""Digits that the widest column has room for; longer text is wrapped."""

FILTER_BUTTON = 4
"""Digits that would fit where a heading has the button of its filter."""

MARGIN = 2
"""Digits that would fit where a column is empty left and right of its text."""

DIGITS_A_CELL = 15 / 14
"""Digits as wide as half a Chinese character: at 11 points they are 7 and 15 pixels wide."""

LINE_HEIGHT = 16
"""Points of a line of 11-point text."""

FIRST_DAY = date(1900, 3, 1)
"""The first that Excel counts right; an earlier date is text."""

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
        cell = {"text_wrap": True, "valign": "top", "align": "left"}
        styles = Styles(
            heading=book.add_format({"bold": True, "bg_color": "#E7E6E6", "valign": "top"}),
            body=book.add_format(cell),
            day=book.add_format({**cell, "num_format": "yyyy-mm-dd"}),
        )
        for name, sheet in sheets.items():
            worksheet = book.add_worksheet(name)
            shown = in_words(sheet)
            _fill(worksheet, shown, styles)
            _arrange(worksheet, shown)
    return stream.getvalue()


class Styles(NamedTuple):
    """How the cells of a workbook look: headings, text and numbers, dates."""

    heading: "Format"
    body: "Format"
    day: "Format"


def _fill(worksheet: "Worksheet", sheet: Sheet, styles: Styles) -> None:
    for column, (_, text) in enumerate(sheet.columns):
        worksheet.write_string(0, column, visible(text), styles.heading)
    for number, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            if cell != "" and _write(worksheet, (number, column), cell, styles):
                raise GdqError(f"工作表“{worksheet.name}”第 {number + 1} 行：Excel 容不下")


def _write(worksheet: "Worksheet", place: tuple[int, int], cell: Cell, styles: Styles) -> Any:
    """Return 0, or another number where the worksheet has no room for `cell`."""
    if isinstance(cell, date) and cell < FIRST_DAY:
        cell = cell.isoformat()
    # Never `write`, which takes some text for formulas and links.
    if isinstance(cell, str):
        return worksheet.write_string(*place, visible(cell), styles.body)
    if isinstance(cell, int):
        return worksheet.write_number(*place, cell, styles.body)
    return worksheet.write_datetime(*place, datetime.combine(cell, time()), styles.day)


def _arrange(worksheet: "Worksheet", sheet: Sheet) -> None:
    widths: list[float] = []
    for column, (_, heading) in enumerate(sheet.columns):
        cells = [_width(row[column]) for row in sheet.rows]
        widest = max([_width(heading) + FILTER_BUTTON, *cells])
        widths.append(min(widest + MARGIN, WIDEST))
        worksheet.set_column(column, column, widths[-1])
    for number, row in enumerate(sheet.rows, 1):
        # Excel fits a row to its text when it is edited, and not when the file is opened.
        lines = max(_lines(_width(cell), width) for cell, width in zip(row, widths, strict=True))
        worksheet.set_row(number, min(lines * LINE_HEIGHT, HIGHEST))
    worksheet.freeze_panes(1, 0)
    worksheet.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    worksheet.set_landscape()
    worksheet.set_paper(9)  # A4
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)


def _lines(text: float, column: float) -> int:
    # A Chinese character that would be cut goes to the next line whole.
    return 1 if text <= column - MARGIN else ceil(text / (column - MARGIN - 2))


def _width(cell: Cell) -> float:
    return cell_len(str(cell)) * DIGITS_A_CELL
