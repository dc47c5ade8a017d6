"""Tables by chance, as each format writes them: what is read is what was written."""

from hypothesis import given
from hypothesis import strategies as st
from pdf_sheets import Sheets
from written import (
    Cell,
    Written,
    as_html,
    as_sheet,
    as_tbl,
    docx_file,
    draw,
    html_file,
    is_read,
    xlsx_file,
)

from gdquality.sources import docx, html, xlsx
from gdquality.sources.interface import SourceDocument, Table
from gdquality.sources.pdf.document import document as pdf_document

TEXTS = st.text(st.sampled_from("提升工程质量监督管理服务标准认证"), min_size=1, max_size=20)


@st.composite
def tables(draw: st.DrawFn) -> Written:
    """Return a table.

    Outer cells have text, since a workbook ends where its text does, and each column has its own
    on top, since a page may lay out text in cells. No text is there twice, since a row that repeats
    the heading is no row.
    """
    rows, columns = draw(st.integers(2, 6)), draw(st.integers(2, 5))
    taken: set[tuple[int, int]] = set()
    cells: list[Cell] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            free = next((c for c in range(column, columns) if (row, c) in taken), columns)
            down = draw(st.integers(1, rows - row))
            across = draw(st.integers(1, free - column)) if row else 1
            is_outer = row == 0 or row + down == rows or column + across == columns
            text = draw(TEXTS) + str(len(cells)) if is_outer or draw(st.booleans()) else ""
            cells.append(Cell(row, column, down, across, text))
            taken |= {(row + r, column + c) for r in range(down) for c in range(across)}
    return Written(cells)


def read_table(document: SourceDocument) -> Table:
    """Return the only table of a document."""
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    return table


@given(tables().filter(Written.is_seen))
def test_tables_are_read_as_they_are_written(written: Written) -> None:
    """In pages, Word files, workbooks and PDF alike."""
    sheets = Sheets()
    draw(sheets, written, 60)
    read = {
        "html": html.read(html_file(as_html(written)), "a.html"),
        "docx": docx.read(docx_file(as_tbl(written)), "a.docx"),
        "xlsx": xlsx.read(xlsx_file(as_sheet(written)), "a.xlsx"),
        "pdf": pdf_document(sheets.data(), "a.pdf"),
    }
    assert [name for name, found in read.items() if not is_read(written, read_table(found))] == []
