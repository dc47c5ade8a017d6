"""Word files and workbooks for the benchmark of sources: written, and read by a library alone."""

import io
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

import docx
import openpyxl
import xlrd
import xlwt
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

Rows = Sequence[Sequence[str]]


def write_docx(rows: Rows) -> bytes:
    """Return a Word file of one table; as XML, since python-docx adds rows ever more slowly."""
    lines = "".join(
        "<w:tr>"
        + "".join(
            '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>'
            '<w:p><w:pPr><w:jc w:val="left"/></w:pPr>'
            '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="21"/></w:rPr>'
            f"<w:t>{escape(text)}</w:t></w:r></w:p></w:tc>"
            for text in row
        )
        + "</w:tr>"
        for row in rows
    )
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:tbl {nsdecls('w')}>{lines}</w:tbl>"))
    return saved(document.save)


def write_xlsx(rows: Rows) -> bytes:
    """Return a workbook of one sheet."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("分工")
    for row in rows:
        sheet.append(row)
    return saved(book.save)


def write_xls(rows: Rows) -> bytes:
    """Return an old workbook of one sheet."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("分工")
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            sheet.write(r, c, text)
    return saved(book.save)


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    """Return what is saved to a stream."""
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


def read_by_docx(data: bytes) -> object:
    """Return the texts of all cells, without merges, numbers or changes."""
    tables = docx.Document(io.BytesIO(data)).tables
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def read_by_openpyxl(data: bytes) -> object:
    """Return the values of all cells."""
    sheet = openpyxl.load_workbook(io.BytesIO(data), data_only=True).worksheets[0]
    return list(sheet.iter_rows(values_only=True))


def read_by_xlrd(data: bytes) -> object:
    """Return the values of all cells."""
    sheet = xlrd.open_workbook(file_contents=data, formatting_info=True).sheet_by_index(0)
    return [sheet.row_values(row) for row in range(sheet.nrows)]
