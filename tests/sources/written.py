"""Tables of merged cells, and documents of them, written in each format that can carry them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import NamedTuple

from office_files import docx, p, tbl, tc, tr, xlsx
from pdf_sheets import HEIGHT, Row, Sheets

from gdquality.sources.interface import Table
from gdquality.sources.sheet import column_letters


class Cell(NamedTuple):
    """A cell: its first row and column, from 0, how many it covers, and its text."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


@dataclass(frozen=True)
class Written:
    """A table as it is written: cells that cover all of it, each position once."""

    cells: Sequence[Cell]

    @property
    def rows(self) -> int:
        """Return how many rows it has."""
        return max(cell.row + cell.rows for cell in self.cells)

    @property
    def columns(self) -> int:
        """Return how many columns it has."""
        return max(cell.column + cell.columns for cell in self.cells)

    def at(self) -> list[list[Cell]]:
        """Return the cell at each position."""
        places = {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.rows)
            for column in range(cell.column, cell.column + cell.columns)
        }
        return [[places[row, column] for column in range(self.columns)] for row in range(self.rows)]

    def in_rows(self) -> Iterator[list[Cell]]:
        """Yield the cells of each row from left to right, those from above too."""
        for row in self.at():
            yield list(dict.fromkeys(row))

    def is_seen(self) -> bool:
        """Tell whether each row and column differs from the next: on paper, others are one."""
        at = self.at()
        across = (set(map(id, row)) for row in at)
        down = (set(map(id, column)) for column in zip(*at, strict=True))
        own = (any(cell.row == n and cell.rows == 1 for cell in row) for n, row in enumerate(at))
        return all(own) and all(a != b for lines in (across, down) for a, b in pairwise(lines))


def table_of(rows: Sequence[Row]) -> Written:
    """Return the table of rows as `pdf_sheets` writes them."""
    return Written(
        [
            Cell(r, c, *((1, 1, cell) if isinstance(cell, str) else (cell[1], cell[2], cell[0])))
            for r, row in enumerate(rows)
            for c, cell in enumerate(row)
            if cell is not None
        ]
    )


def is_read(written: Written, read: Table) -> bool:
    """Tell whether a table is what was written: its texts, line breaks aside, and its merges."""
    at = written.at()
    if [[cell.text for cell in row] for row in at] != [
        [cell.text.replace("\n", "") for cell in row] for row in read.rows
    ]:
        return False
    first: dict[int, Cell] = {}
    pairs = [
        (cell, first.setdefault(id(found), cell))
        for row, seen in zip(at, read.rows, strict=True)
        for cell, found in zip(row, seen, strict=True)
    ]
    return all(cell is other for cell, other in pairs) and len(first) == len(written.cells)


def as_html(written: Written) -> str:
    """Return a table element."""
    rows = (
        "".join(
            f"<td rowspan={cell.rows} colspan={cell.columns}>{escape(cell.text)}</td>"
            for cell in row
            if cell.row == number
        )
        for number, row in enumerate(written.in_rows())
    )
    return f"<table border=1>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def as_tbl(written: Written) -> str:
    """Return the XML of a table of a Word file."""
    return tbl(
        *(
            tr(*(_tc(cell, first=cell.row == number) for cell in row))
            for number, row in enumerate(written.in_rows())
        )
    )


def _tc(cell: Cell, *, first: bool) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>'
    merge = f'<w:vMerge w:val="{"restart" if first else "continue"}"/>' if cell.rows > 1 else ""
    return tc(p(cell.text if first else ""), span + merge)


def as_sheet(written: Written, *, above: Sequence[str] = (), below: Sequence[str] = ()) -> str:
    """Return the XML in a worksheet: the table, with lines of text in column A around it."""
    texts = {(n, 1): text for n, text in enumerate(above, start=1)}
    top = len(above) + 1
    texts |= {(cell.row + top, cell.column + 1): cell.text for cell in written.cells}
    texts |= {(n, 1): text for n, text in enumerate(below, start=top + written.rows)}
    rows: dict[int, list[str]] = {}
    for (row, column), text in sorted(texts.items()):
        rows.setdefault(row, []).append(
            f'<c r="{column_letters(column)}{row}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
            if text
            else ""
        )
    lines = "".join(f'<row r="{row}">{"".join(cells)}</row>' for row, cells in rows.items())
    merges = "".join(
        f'<mergeCell ref="{column_letters(cell.column + 1)}{cell.row + top}:'
        f'{column_letters(cell.column + cell.columns)}{cell.row + cell.rows + top - 1}"/>'
        for cell in written.cells
        if cell.rows * cell.columns > 1
    )
    return f"<sheetData>{lines}</sheetData><mergeCells>{merges}</mergeCells>"


def html_file(body: str) -> bytes:
    """Return a page."""
    return f"<!DOCTYPE html><html><body>{body}</body></html>".encode()


def docx_file(body: str) -> bytes:
    """Return a Word file."""
    return docx(body)


def xlsx_file(sheet: str) -> bytes:
    """Return a workbook."""
    return xlsx({"任务分工": sheet})


SIZE, PITCH, PADDING = 10.5, 14.0, 5.0
"""Of the text that `draw` sets, in points."""


def wrapped(text: str, width: float) -> list[str]:
    """Return lines of a text, as many characters in each as fit."""
    fit = max(1, int((width - 2 * PADDING) / SIZE))
    return [text[start : start + fit] for start in range(0, len(text), fit)]


def draw(sheets: Sheets, written: Written, y: float, *, x: float = 48, width: float = 500) -> float:
    """Draw a table in columns of one width; return where it ends."""
    xs = [x + width * n / written.columns for n in range(written.columns + 1)]
    lines = {cell: wrapped(cell.text, xs[cell.columns] - xs[0]) for cell in written.cells}
    ys = [y]
    for row in range(written.rows):
        needed = [
            ys[cell.row] + len(lines[cell]) * PITCH + 2 * PADDING
            for cell in written.cells
            if cell.row + cell.rows == row + 1
        ]
        ys.append(max(ys[-1] + PITCH + 2 * PADDING, *needed))
    for cell in written.cells:
        left, right = xs[cell.column], xs[cell.column + cell.columns]
        top, bottom = ys[cell.row], ys[cell.row + cell.rows]
        sheets.canvas.rect(left, HEIGHT - bottom, right - left, bottom - top)
        first = top + PADDING + SIZE
        sheets.lines(left + PADDING, first, *lines[cell], step=PITCH, size=SIZE)
    return ys[-1]
