"""Tables whose cells ran together when a site saved its page as text.

    工作任务工作要求牵头单位责任单位一、加强公开1.公开规划。区发改局区直各有关单位二、……

The headings, the numbers of the rows and the names of bodies tell where cells begin. Where they do
not, the row is left out, and a remark says so.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gdquality.errors import quoted
from gdquality.parsing.columns import Column, column_of, is_role, is_task
from gdquality.parsing.numbered_lines import FEWEST_NUMBERED, row_starts
from gdquality.parsing.passages import Passage, passage_of
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Remark
from gdquality.sources.interface import Block, Cell, Paragraph, Table

_TASK = (
    "重点工作任务|主要工作任务|重点工作|重点任务|工作任务|主要任务|目标任务|任务名称|任务分解|工作内容|工作事项"
    "|主要内容|工作要求|具体措施|工作措施|任务|事项|内容|要求|措施"
)
_BODY = (
    "(?:牵头|主责|责任|负责|落实|配合|参与|协同|协助)(?:[/、及和](?:责任|配合|参与))?(?:单位|部门)"
)
_OTHER = "完成时限|完成时间|时间节点|时限|备注"
_HEADING = re.compile(
    rf"(?:序号\s*)?(?:(?:{_TASK})\s*){{1,3}}(?:{_BODY}\s*){{1,2}}(?:(?:{_OTHER})\s*)?(?=\S|$)"
)
_HAS_BODIES = re.compile(_BODY)
_WORD = re.compile(rf"序号|{_TASK}|{_BODY}|{_OTHER}")
_ROW = re.compile(r"(?<!\d)(\d{1,3})[.．、](?!\d)")
_NUMBER_ALONE = re.compile(r"\d{1,5}(?![\d.．、])")
_SECTION = re.compile(r"(?<![，、])[一二三四五六七八九十]{1,3}、")
_FURNITURE = re.compile(r"\s+(?=\S{1,8}[：:])")
_TITLE_END = re.compile("[。！？]")
_SEPARATOR = re.compile("[，、,；;]")


def told_apart(
    blocks: Sequence[Block], vocabulary: Vocabulary, remarks: list[Remark]
) -> Iterator[Block]:
    """Yield `blocks`, those paragraphs that are tables run together as tables."""
    index = 0
    while index < len(blocks):
        block = blocks[index]
        index += 1
        found = _heading_in(block)
        if found is None or not isinstance(block, Paragraph):
            yield block
            continue
        starts = [] if found.string[found.end() :].strip() else row_starts(blocks, index)
        if len(starts) >= FEWEST_NUMBERED:
            end = starts[-1] + 1
        else:
            starts, end = [], _end_of_rows(blocks, index)
        lines = [one for one in blocks[index - 1 : end] if isinstance(one, Paragraph)]
        reader = _Reader(passage_of(lines), vocabulary, remarks)
        table = reader.table(found, [start - index + 1 for start in starts])
        if table is None:
            yield block
            continue
        index = end
        if before := block.text[: found.start()].strip():
            yield Paragraph(before, block.place, block.counts_characters)
        yield table


def _heading_in(block: Block) -> re.Match[str] | None:
    if not isinstance(block, Paragraph) or not _HAS_BODIES.search(block.text):
        return None
    return _HEADING.search(block.text)


def _end_of_rows(blocks: Sequence[Block], start: int) -> int:
    """Return the block behind those from `start` on of which each goes on counting rows."""
    last = 0
    for index in range(start - 1, len(blocks)):
        block = blocks[index]
        if not isinstance(block, Paragraph):
            return max(index, start)
        before = last
        for found in _ROW.finditer(block.text):
            last += int(found[1]) == last + 1
        if index >= start and last == before:
            return index
    return len(blocks)


@dataclass(slots=True)
class _Reader:
    passage: Passage
    vocabulary: Vocabulary
    remarks: list[Remark]

    def table(self, found: re.Match[str], lines: Sequence[int]) -> Table | None:
        """Return the table under the headings that were `found`, or None if it has no rows.

        These begin with the `lines` of the passage, or with their numbers in one line.
        """
        words = list(_WORD.finditer(found[0]))
        columns = [column_of(word[0]) for word in words]
        starts = [self.passage.starts[n][0] for n in lines] or self._row_starts(found.end())
        if len(starts) < FEWEST_NUMBERED:
            return None
        heading = tuple(self._cell(word[0], found.start() + word.start()) for word in words)
        rows = [heading]
        section, shown = self._section(found.end(), starts[0]), None
        for start, end in zip(starts, [*starts[1:], len(self.passage.text)], strict=True):
            if _titles(columns) == 1 and section.text and section is not shown:
                rows.append((section,) * len(columns))
                shown = section
            row, section = self._row(start, end, columns, section)
            rows += [row] if row else []
        return Table(tuple(rows), heading[0].place) if len(rows) > 1 else None

    def _row_starts(self, begin: int) -> list[int]:
        starts: list[int] = []
        for found in _ROW.finditer(self.passage.text, begin):
            if int(found[1]) == len(starts) + 1:
                starts.append(found.start())
        return starts

    def _row(
        self, start: int, end: int, columns: Sequence[Column], section: Cell
    ) -> tuple[tuple[Cell, ...] | None, Cell]:
        """Return the row from `start`, and the section that the next row stands under."""
        text = self.passage.text
        last = max((match.end() for match in _TITLE_END.finditer(text, start, end)), default=start)
        following = _SECTION.search(text, last, end)
        stop = following.start() if following else end
        furniture = _FURNITURE.search(text, last, stop)
        stop = furniture.start() if furniture else stop
        bodies = self._bodies(text[last:stop], sum(map(is_role, columns)))
        next_section = self._section(following.start(), end) if following else section
        if bodies is None:
            message = f"表格的单元格连成一片，分不清这一行的单位：{quoted(text[start:stop])}"
            self.remarks.append(Remark("unread-row", message, self.passage.place_at(start)))
            return None, next_section
        number = _NUMBER_ALONE.match(text, start) if "number" in columns else None
        begin = number.end() if number else start
        titles = [section, self._cell(text[begin:last].strip(), begin)][-_titles(columns) :]
        cells = {
            "number": iter([self._cell(number[0], start)] if number else []),
            "task": iter(titles),
            "body": iter([self._cell(body, last) for body in bodies]),
        }
        empty = self._cell("", start)
        row = tuple(next(cells.get(_kind(column), iter(())), empty) for column in columns)
        return row, next_section

    def _section(self, start: int, end: int) -> Cell:
        return self._cell(self.passage.text[start:end].strip(), start)

    def _cell(self, text: str, offset: int) -> Cell:
        return Cell(text, self.passage.place_at(offset))

    def _bodies(self, text: str, columns: int) -> list[str] | None:
        """Return what stands in each of the columns of bodies, or None where that is not certain.

        A blank is left where a cell was empty. Names without a separator between them stand in
        several cells or on several lines of one; the list with separators is one cell.
        """
        names = self._names(text.strip())
        if columns == 1:
            return ["\n".join(names)] if names else None
        if columns > 2 or not names:  # noqa: PLR2004 -- of three, two could be the empty ones
            return None
        if text[:1].isspace():
            return ["", names[0]] if len(names) == 1 else None
        return ["\n".join(names[:-1]), names[-1]] if len(names) > 1 else None

    def _names(self, text: str) -> list[str]:
        first = _SEPARATOR.search(text)
        head = text[: first.start()] if first else text
        cuts = [0]
        for index in range(2, len(head) - 1):
            if self.vocabulary.prefix_of(head[index:]) and self.vocabulary.is_body(
                head[cuts[-1] : index]
            ):
                cuts.append(index)
        ends = [*cuts[1:], len(text)]
        return [text[start:end] for start, end in zip(cuts, ends, strict=True) if text[start:end]]


def _kind(column: Column) -> str:
    return "task" if is_task(column) else "body" if is_role(column) else column


def _titles(columns: Sequence[Column]) -> int:
    return min(sum(map(is_task, columns)), 2)
