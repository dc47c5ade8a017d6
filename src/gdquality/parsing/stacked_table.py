"""The rows of a table whose cells stand one after the other, by their numbers and their names."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from gdquality.errors import quoted
from gdquality.parsing.columns import Column
from gdquality.parsing.numbered_lines import FEWEST_NUMBERED
from gdquality.parsing.stacked_headings import StackedHeading, heads_bodies, is_section
from gdquality.parsing.stacked_rows import are_bodies, divided
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Remark
from gdquality.sources.interface import Block, Cell, Paragraph, Table

_GOES_ON = ("、", "，", ",")

_MOST_LINES = 24
"""Lines of a row, each of which is a cell or a part of one."""


class StackedTable:
    """The cells of a table among `blocks`, from the first cell of its heading on.

    `end` is the block behind the table, or up to where one was looked for; `remarks` tell of what
    is left out.
    """

    def __init__(
        self, heading: StackedHeading, blocks: Sequence[Block], start: int, vocabulary: Vocabulary
    ) -> None:
        """Begin with the heading, whose first cell is the block at `start`."""
        self.remarks: list[Remark] = []
        self.end = start
        self._heading = heading
        self._blocks = blocks
        self._start = start
        self._vocabulary = vocabulary
        self._width = len(heading.columns)
        self._own = heading.columns[heading.numbered + heading.has_numbers :]
        self._rows = [tuple(self._cell(n, n + 1) for n in range(start, start + self._width))]
        self._left = [self._cell(start, start)] * heading.numbered

    def table(self) -> Table | None:
        """Return the table, or None if no row of it is certain."""
        starts = self._row_starts()
        if len(starts) < FEWEST_NUMBERED:
            return None
        self._take_between(self._start + self._width, starts[0])
        is_read = [self._read(start, end) for start, end in pairwise(starts)]
        is_read.append(self._read_last(starts[-1]))
        place = self._rows[0][0].place
        if any(is_read):
            return Table(tuple(self._rows), place)
        self.end = starts[-1]
        message = "这里像是一张表，单元格各占一行，分不清各行，没有读"
        self.remarks = [Remark("unread-table", message, place)]
        return None

    def _row_starts(self) -> list[int]:
        """Return the lines in which rows begin: they count on, or begin anew in another section."""
        starts: list[int] = []
        before, last = self._start + self._width, 0
        for index in range(before, len(self._blocks)):
            if index - before > _MOST_LINES or isinstance(self._blocks[index], Table):
                break
            if self._is_another_heading(index):
                break
            number = self._heading.number_of(self._text(index))
            if number == last + 1 or (number == 1 and last >= FEWEST_NUMBERED):
                starts.append(index)
                before, last = index, number
        return starts

    def _is_another_heading(self, index: int) -> bool:
        own = {cell.text for cell in self._rows[0]}
        return heads_bodies(self._blocks[index]) and self._text(index) not in own

    def _read(self, start: int, end: int) -> bool:
        """Read the row that begins at `start`, and what stands before the next one, at `end`."""
        first = start + self._heading.has_numbers
        stop, behind = self._without_heading(first, end)
        left: list[Column] = ["other" for _ in self._left if stop == behind]
        while not self._left and stop > first and is_section(self._text(stop - 1)):
            stop = behind = stop - 1
        spans = self._spans(first, stop, (*self._own, *left))
        self._add(start, stop, spans)
        if spans and len(spans) > len(self._own):
            behind = spans[len(self._own)][0]
        self._take_between(behind, end)
        return spans is not None

    def _read_last(self, start: int) -> bool:
        """Read the last row, which ends where its columns have what they need."""
        first = start + self._heading.has_numbers
        most = next(
            (n for n in range(first, first + _MOST_LINES) if not self._is_line(n)),
            first + _MOST_LINES,
        )
        whole = first + len(self._own)
        for stop in (whole, *range(first + 1, most + 1)):
            goes_on = stop < most and are_bodies(self._text(stop), self._vocabulary)
            spans = None if goes_on or stop > most else self._spans(first, stop, self._own)
            if spans:
                self._add(start, stop, spans)
                return True
        self._add(start, min(whole, most), None)
        self.end = start
        return False

    def _without_heading(self, first: int, end: int) -> tuple[int, int]:
        """Return where the heading stands that is printed again before `end`, or twice `end`."""
        heading = [cell.text for cell in self._rows[0]]
        for start in range(first, end - self._width + 1):
            if self._texts(start, start + self._width) == heading:
                return start, start + self._width
        return end, end

    def _spans(
        self, first: int, stop: int, columns: Sequence[Column]
    ) -> list[tuple[int, int]] | None:
        """Return the lines in each of `columns`, None where that is not certain."""
        if stop - first > _MOST_LINES:
            return None
        starts = [
            n for n in range(first, stop) if n == first or not self._text(n - 1).endswith(_GOES_ON)
        ]
        bounds = [*starts, stop]
        texts = ["".join(self._texts(start, end)) for start, end in pairwise(bounds)]
        counts = divided(texts, columns, self._vocabulary)
        if counts is None:
            return None
        ends = [bounds[n] for n in accumulate(counts)]
        return list(zip([first, *ends], ends, strict=False))

    def _add(self, start: int, stop: int, spans: list[tuple[int, int]] | None) -> None:
        """Add the row that begins at `start`, or tell that it is not certain."""
        self.end = stop
        if spans is None:
            printed = quoted("，".join(self._texts(start, stop)))
            message = f"表格的单元格各占一行，分不清这一行的各格：{printed}"
            self.remarks.append(Remark("unread-row", message, self._blocks[start].place))
            return
        number = [self._cell(start, start + 1)] * self._heading.has_numbers
        own = [
            self._above(n, first) if column == "class" and first == end else self._cell(first, end)
            for n, (column, (first, end)) in enumerate(zip(self._own, spans, strict=False))
        ]
        self._rows.append((*self._left, *number, *own))

    def _above(self, column: int, start: int) -> Cell:
        """Return what stands above a cell that was merged with it, in one of the own columns."""
        if len(self._rows) == 1:
            return self._cell(start, start)
        return self._rows[-1][self._width - len(self._own) + column]

    def _take_between(self, start: int, end: int) -> None:
        """Take what stands before a row: what is left of its number, or sections."""
        self.end = max(self.end, end)
        cells = [self._cell(index, index + 1) for index in range(start, end)]
        if self._left:
            self._left[len(self._left) - len(cells) :] = cells
        else:
            self._rows += [(cell,) * self._width for cell in cells]

    def _cell(self, start: int, end: int) -> Cell:
        """Return the cell of the lines from `start` to `end`, which may be none."""
        first = self._blocks[start - (start == len(self._blocks))]
        is_line = isinstance(first, Paragraph) and first.counts_characters and end == start + 1
        return Cell("\n".join(self._texts(start, end)), first.place, is_line)

    def _texts(self, start: int, end: int) -> list[str]:
        return [self._text(index) for index in range(start, end)]

    def _text(self, index: int) -> str:
        block = self._blocks[index]
        return block.text.strip() if isinstance(block, Paragraph) else ""

    def _is_line(self, index: int) -> bool:
        return index < len(self._blocks) and isinstance(self._blocks[index], Paragraph)
