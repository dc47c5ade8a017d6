"""A handout as a workbook of Excel that prints as it is: A4, a table a sheet, text as text."""

from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any

from gdquality.errors import GdqError
from gdquality.extras import needed
from gdquality.formats.controls import visible
from gdquality.formats.handout import Handout, Line, Part
from gdquality.formats.layout import height_of, lines_of
from gdquality.formats.sheet import Cell
from gdquality.formats.xlsx_columns import CELL, SheetColumns
from gdquality.formats.xlsx_styles import Styles, styles_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

A4 = 9
"""What Excel calls the paper."""

UNIT = {"font_name": "Verdana", "font_size": 8}
"""The font whose digits columns are measured by, and nothing is written in.

Its digits have 7 pixels, and as many in what stands in for it where Windows is not: a page that
fits on one machine fits on any.
"""

MARGIN = 0.5
"""Inches left and right of the table."""

LINE = 15.75
"""Points of a line of text, 21 pixels, whichever font stands in for the one that is named."""

TITLE_LINE = 26
"""Points of a line of the title."""

UPRIGHT_LINE = 13.2
"""Points of a character of a heading that stands upright."""

BUTTON = 15
"""Points that the button of the filter takes in a heading."""

FIRST_DAY = date(1900, 3, 1)
"""The first that Excel counts right; an earlier date is text."""

HIGHEST = 409
"""Points of the highest row that Excel has."""

LONGEST_FOOTER = 60
"""Characters of the title that a footer, which has 255 in all, has room for."""


def file_of(handout: Handout) -> bytes:
    """Return an .xlsx file with a sheet for each part of `handout`.

    Raises GdqError for what Excel cannot hold, which it would drop without a word.
    """
    with needed("XlsxWriter"):
        from xlsxwriter import Workbook
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, "default_format_properties": UNIT}) as book:
        caption = handout.caption
        title = " ".join(filter(None, (caption and caption.number, handout.title)))
        book.set_properties({"title": visible(title)})
        styles = styles_of(book)
        for part in handout.parts:
            worksheet = book.add_worksheet(part.name)
            _SheetOfPaper(worksheet, part, styles).write(handout)
    return stream.getvalue()


class _SheetOfPaper:
    """A worksheet that is filled from the top, and set up to be printed."""

    def __init__(self, worksheet: "Worksheet", part: Part, styles: Styles) -> None:
        self.worksheet = worksheet
        self.part = part
        self.styles = styles
        self.columns = SheetColumns(part)
        self.row = 0

    def write(self, handout: Handout) -> None:
        for column, pixels in enumerate(self.columns.pixels):
            self.worksheet.set_column_pixels(column, column, pixels)
        self._above(handout)
        first = self.row
        self._table()
        if handout.caption:
            self.row += 1
            self._line(handout.caption.source, self.styles.line, LINE, CELL)
        self._for_paper(handout, first)

    def _above(self, handout: Handout) -> None:
        """Write the title, the notice with its number, and what else the answer says first."""
        self._line(handout.title, self.styles.title, TITLE_LINE, CELL * 1.6)
        caption = handout.caption
        number = caption.number if caption else ""
        named = caption.title if caption and caption.title != handout.title else ""
        several = self.part.name if len(handout.parts) > 1 else ""
        for line in (
            "　".join(filter(None, (several, number, named))),
            *handout.lines,
            *self.part.lines,
        ):
            if line:
                self._line(line, self.styles.line, LINE, CELL)

    def _line(self, line: Line, style: "Format", height: float, pixels_a_cell: float) -> None:
        """Write `line` across the columns of the first page, as high as it needs."""
        last, width = self.columns.of_first_page()
        room = int(width / pixels_a_cell)
        self.worksheet.set_row(self.row, min(height_of(line, room) * height, HIGHEST))
        text = "\n".join(lines_of(line, room))
        if last:
            self.worksheet.merge_range(self.row, 0, self.row, last, "", style)
        if self.worksheet.write_string(self.row, 0, text, style):
            raise GdqError(f"工作表“{self.worksheet.name}”的标题：Excel 容不下")
        self.row += 1

    def _table(self) -> None:
        sheet, first = self.part.sheet, self.row
        columns = [
            {"header": text, "header_format": self._heading_style(at)}
            for at, text in enumerate(self.columns.headings)
        ]
        # A table has at least one row, if an empty one.
        last = first + max(len(sheet.rows), 1)
        options = {"columns": columns, "style": None, "name": self.part.name}
        self.worksheet.add_table(first, 0, last, len(columns) - 1, options)
        self.worksheet.set_row(first, self._height_of_headings())
        for number, row in enumerate(sheet.rows, first + 1):
            for column, cell in enumerate(row):
                if self._write((number, column), cell):
                    raise GdqError(f"工作表“{self.worksheet.name}”第 {number + 1} 行：Excel 容不下")
            # Excel fits a row to its text when it is edited, and not when the file is opened.
            height = self.columns.lines_in(row) * LINE
            self.worksheet.set_row(number, min(height, HIGHEST))
        self.row = last + 1

    def _heading_style(self, column: int) -> "Format":
        return self.styles.upright if self.columns.is_upright(column) else self.styles.heading

    def _height_of_headings(self) -> float:
        upright = self.columns.upright_headings
        if not upright:
            return LINE + 5
        return min(max(map(len, upright)) * UPRIGHT_LINE + BUTTON, HIGHEST)

    def _write(self, place: tuple[int, int], cell: Cell) -> Any:
        """Return 0, or another number where the worksheet has no room for `cell`."""
        if isinstance(cell, date) and cell < FIRST_DAY:
            cell = cell.isoformat()
        style = self.styles.mark if self.columns.is_upright(place[1]) else self.styles.body
        if cell in ("", ()):
            return self.worksheet.write_blank(*place, None, style)
        # Never `write`, which takes some text for formulas and links.
        if isinstance(cell, (str, tuple)):
            lines = lines_of(cell, self.columns.widths[place[1]])
            return self.worksheet.write_string(*place, "\n".join(lines), style)
        if isinstance(cell, int):
            return self.worksheet.write_number(*place, cell, style)
        return self.worksheet.write_datetime(
            *place, datetime.combine(cell, time()), self.styles.day
        )

    def _for_paper(self, handout: Handout, first: int) -> None:
        """Set up the page: A4 across, the heading on every page, and the number of each."""
        sheet = self.worksheet
        sheet.freeze_panes(first + 1, self.part.upright or 0)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=MARGIN, right=MARGIN, top=0.6, bottom=0.7)
        sheet.center_horizontally()
        sheet.repeat_rows(first)
        if self.part.upright:
            sheet.repeat_columns(0, self.part.upright - 1)
        caption = handout.caption
        named = " ".join(filter(None, (caption and caption.number, self.part.name)))
        left = visible(named)[:LONGEST_FOOTER].replace("&", "&&")
        sheet.set_footer(f"&L&9{' ' * left[:1].isdigit()}{left}&R&9 第 &P 页 共 &N 页")
