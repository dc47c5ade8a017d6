"""The columns of a sheet of Excel: how wide each is, and the heading that Excel takes for it."""

from itertools import count

from gdquality.formats.controls import visible
from gdquality.formats.handout import Part
from gdquality.formats.layout import column_widths, height_of
from gdquality.formats.sheet import Cell

PAGE = 1000
"""Pixels that an A4 page across has room for between margins of 1.3 cm: 96 to the inch."""

CELL = 6.9
"""Pixels of half a Chinese character of 10 points, and a little for fonts that are wider."""

PADDING = 12
"""Pixels of a column that its text does not get."""

UPRIGHT = 17
"""Pixels of a column whose heading stands upright: one character of 9 points."""

LONGEST_HEADING = 240
"""Characters of a heading: the name of a column of a table has 255, its number included."""


class SheetColumns:
    """The columns of the table that a part of a handout is.

    `headings` are those that Excel takes; `widths` are in cells of half a Chinese character,
    `pixels` in pixels; those from `Part.upright` on stand upright.
    """

    def __init__(self, part: Part) -> None:
        """Measure the columns, so that those that do not stand upright share one page."""
        self.headings = _headings(part)
        total = len(self.headings)
        self._plain = total if part.upright is None else part.upright
        self.widths = [*self._plain_widths(part), *[2] * (total - self._plain)]
        self.pixels = [
            UPRIGHT if self.is_upright(at) else round(cells * CELL) + PADDING
            for at, cells in enumerate(self.widths)
        ]

    def _plain_widths(self, part: Part) -> list[int]:
        sheet, plain = part.sheet, self._plain
        room = PAGE - plain * PADDING - (len(sheet.columns) - plain) * UPRIGHT
        # The button of the filter stands beside each heading.
        columns = tuple((key, f"{text}▼") for key, text in sheet.columns[:plain])
        rows = tuple(row[:plain] for row in sheet.rows)
        return column_widths(sheet._replace(columns=columns, rows=rows), int(room / CELL))

    def is_upright(self, column: int) -> bool:
        """Tell whether the heading of a column, counted from 0, stands upright."""
        return column >= self._plain

    @property
    def upright_headings(self) -> list[str]:
        """The headings that stand upright."""
        return self.headings[self._plain :]

    def of_first_page(self) -> tuple[int, int]:
        """Return the last column that the first page has room for, and the pixels up to its end."""
        last, width = 0, self.pixels[0]
        while last + 1 < len(self.pixels) and width + self.pixels[last + 1] <= PAGE:
            last += 1
            width += self.pixels[last]
        return last, width

    def lines_in(self, row: tuple[Cell, ...]) -> int:
        """Return the lines that the highest cell of a row has."""
        return max(height_of(cell, width) for cell, width in zip(row, self.widths, strict=True))


def _headings(part: Part) -> list[str]:
    """Return the headings as a table of Excel takes them: none twice, however it is written."""
    seen: set[str] = set()
    found = []
    for _, heading in part.sheet.columns:
        text = visible(heading)[:LONGEST_HEADING] or "　"
        variants = (f"{text}（{number}）" for number in count(2))
        while text.casefold() in seen:
            text = next(variants)
        seen.add(text.casefold())
        found.append(text)
    return found
