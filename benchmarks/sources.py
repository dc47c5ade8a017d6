"""Files of each format: milliseconds of processor to read 35 and 3,500 rows, beside a library.

Issue 12: a Word file of 35 rows within some 5 ms, one of 3,500 within 0.3 s, imports apart. The
files are written here by libraries of the extra `dev`; a format is a line of FORMATS. What is
printed holds for this one run on this one machine.

    python benchmarks/sources.py [docx xlsx xls]
"""

import importlib
import io
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

import docx
import openpyxl
import xlrd
import xlwt
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from gdquality.dataset import Dataset

HEADINGS = ("序号", "重点工作任务", "牵头单位", "参与单位")
SIZES = {35: 20, 3500: 3}
"""How many rows, and how often they are read: the least time counts."""
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Format:
    """A module of gdquality.sources, how a file is made, and how a library reads its texts."""

    name: str
    write: Callable[[Rows], bytes]
    library: str
    read_alone: Callable[[bytes], object]


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


FORMATS = (
    Format("docx", write_docx, "python-docx", read_by_docx),
    Format("xlsx", write_xlsx, "openpyxl", read_by_openpyxl),
    Format("xls", write_xls, "xlrd", read_by_xlrd),
)


def least(read: Callable[[], object], rounds: int) -> float:
    """Return the least milliseconds of processor time that reading took."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        read()
        times.append(time.process_time() - start)
    return min(times) * 1000


def measure(source: Format, rows: Rows, rounds: int) -> tuple[float, float]:
    """Return the milliseconds that our reader and the library take for the rows."""
    data = source.write([HEADINGS, *rows])
    read = importlib.import_module(f"gdquality.sources.{source.name}").read
    return (
        least(lambda: read(data, "a"), rounds),
        least(lambda: source.read_alone(data), rounds),
    )


def main(names: list[str]) -> None:
    """Measure the formats of those names, or all, and print."""
    tasks = Dataset().notice.tasks
    rows = [(str(t.number), t.title, t.printed.lead, t.printed.support) for t in tasks]
    print("format  rows        ms  ratio  library")
    for source in FORMATS:
        for size, rounds in SIZES.items() if source.name in (names or [source.name]) else ():
            ours, alone = measure(source, rows * (size // len(rows)), rounds)
            print(f"{source.name:6} {size:5} {ours:9.1f} {ours / alone:6.2f}  {source.library}")


if __name__ == "__main__":
    main(sys.argv[1:])
