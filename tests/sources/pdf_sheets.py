"""Small PDFs for the tests, drawn place by place, so that anyone can see what is in them.

All measures are points from the top left corner; text is set in STSong-Light, which every reader
knows and no file embeds.
"""

import io
from collections.abc import Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
WIDTH, HEIGHT = 595.0, 842.0

Cell = str | tuple[str, int, int] | None
"""Text, or text with the rows and columns that it covers; None stands where one is covered."""
Row = tuple[Cell, ...]


class Sheets:
    """Pages to draw on, one after the other."""

    def __init__(self, size: float = 12, encrypt: object = None) -> None:
        """Begin with an empty page and text of `size`."""
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self.file = io.BytesIO()
        self.canvas = Canvas(self.file, pagesize=(WIDTH, HEIGHT), encrypt=encrypt)
        self.size = size
        self.canvas.setFont(FONT, size)

    def text(self, x: float, y: float, text: str, size: float = 0) -> None:
        """Print `text` from `x` on, on the baseline `y`."""
        self.canvas.setFont(FONT, size or self.size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def lines(self, x: float, y: float, *lines: str, step: float = 20, size: float = 0) -> None:
        """Print lines under one another; what begins with a blank is indented by two characters."""
        for number, line in enumerate(lines):
            indent = 2 * (size or self.size) if line.startswith(" ") else 0
            self.text(x + indent, y + number * step, line.strip(), size)

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """Draw a line."""
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def fill(self, x0: float, y0: float, x1: float, y1: float, grey: float = 0) -> None:
        """Fill a rectangle; 0 is black."""
        self.canvas.setFillGray(grey)
        self.canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def page(self) -> None:
        """Go on to the next page."""
        self.canvas.showPage()
        self.canvas.setFont(FONT, self.size)

    def data(self) -> bytes:
        """Return the file."""
        self.canvas.save()
        return self.file.getvalue()

    def table(
        self,
        y: float,
        rows: Sequence[Row],
        widths: Sequence[float] = (40, 160, 140, 160),
        *,
        x: float = 48,
        heights: Sequence[float] = (),
        open_below: bool = False,
    ) -> float:
        r"""Draw a table with its rules and text, `\n` in it a new line; return where it ends.

        `open_below` leaves out its lowest rule, as a browser does where a page ends in a row.
        """
        tall = [*heights, *[30.0] * (len(rows) - len(heights))]
        ys = [y + sum(tall[:row]) for row in range(len(rows) + 1)]
        xs = [x + sum(widths[:column]) for column in range(len(widths) + 1)]
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if cell is None:
                    continue
                text, down, across = (cell, 1, 1) if isinstance(cell, str) else cell
                left, top = xs[column], ys[row]
                right, bottom = xs[column + across], ys[row + down]
                self.rule(left, top, right, top)
                self.rule(left, top, left, bottom)
                self.rule(right, top, right, bottom)
                if not (open_below and row + down == len(rows)):
                    self.rule(left, bottom, right, bottom)
                self.lines(left + 6, top + 18, *text.split("\n"), step=16)
        return ys[-1]
