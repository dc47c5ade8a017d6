"""PDF for the benchmark of sources: written with reportlab, and read by pdfium alone."""

import io
from collections.abc import Sequence

import pypdfium2
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
SIZE, PITCH, PADDING = 10.0, 14.0, 4.0
HEIGHT, TOP, BOTTOM, LEFT = 842.0, 790.0, 60.0, 50.0
WIDTHS = (40.0, 150.0, 130.0, 180.0)


def write_pdf(rows: Sequence[Sequence[str]]) -> bytes:
    """Return a ruled table of four columns, its heading on each page; no row is broken."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, HEIGHT))
    y = _row(canvas, TOP, rows[0])
    for row in rows[1:]:
        if y - _height(row) < BOTTOM:
            canvas.showPage()
            y = _row(canvas, TOP, rows[0])
        y = _row(canvas, y, row)
    canvas.save()
    return stream.getvalue()


def read_by_pdfium(data: bytes) -> object:
    """Return the texts of all pages, without a table."""
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def _row(canvas: Canvas, y: float, row: Sequence[str]) -> float:
    """Draw a row from `y` down; return where it ends."""
    canvas.setFont(FONT, SIZE)
    x, height = LEFT, _height(row)
    for text, width in zip(row, WIDTHS, strict=True):
        canvas.rect(x, y - height, width, height)
        for number, line in enumerate(_wrapped(text, width)):
            canvas.drawString(x + PADDING, y - PADDING - SIZE - number * PITCH, line)
        x += width
    return y - height


def _height(row: Sequence[str]) -> float:
    lines = max(len(_wrapped(text, width)) for text, width in zip(row, WIDTHS, strict=True))
    return lines * PITCH + 2 * PADDING


def _wrapped(text: str, width: float) -> list[str]:
    fit = int((width - 2 * PADDING) / SIZE)
    return [text[start : start + fit] for start in range(0, len(text), fit)]
