"""Tables of tasks: each row under a heading says who is to do what."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import is_

from gdquality.errors import quoted
from gdquality.parsing.allocation import unread_words
from gdquality.parsing.columns import Column
from gdquality.parsing.drafts import DraftMention, DraftTask
from gdquality.parsing.headings import Heading, Row, headings_in
from gdquality.parsing.outline_markers import split_label
from gdquality.parsing.passages import healed
from gdquality.parsing.role_sentences import read_allocation
from gdquality.parsing.row_titles import below, grouping_columns, section_of, title_of
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Place, Printed, Remark, Role
from gdquality.sources.interface import Cell, Table

NOTHING = re.compile(r"[\s/／\\—–\-－无]*")
"""What a cell holds that names nobody."""

FEWEST_ROWS = 2
"""Rows with bodies that make a table worth a remark; one may be a signature."""

LONGEST_LIST = 400
"""Characters of a cell that is looked at for bodies where no heading says that it has some."""


@dataclass(slots=True)
class TableReader:
    """Reads the tables of one document; a table without a heading goes on with the last one."""

    vocabulary: Vocabulary
    remarks: list[Remark]
    heading: Heading | None = None
    sections: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def read(self, table: Table) -> list[DraftTask] | None:
        """Return the tasks of `table`, or None if it is no table of tasks."""
        rows = table.rows
        headings = headings_in(rows)
        if headings:
            self.sections = []
        elif not rows or not self.heading or len(self.heading.columns) != len(rows[0]):
            self._remark_on_unread(table)
            return None
        if (text := _text(rows)) in self.seen:
            self.remarks.append(
                Remark("repeated-text", "这张表与前面的相同，只读一次", table.place)
            )
            return []
        tasks = list(self._tasks(rows, headings))
        if tasks:
            self.seen.add(text)
        return tasks or None

    def _remark_on_unread(self, table: Table) -> None:
        """Tell of a table that names bodies row by row, and of which no heading says as what."""
        naming = [row for row in table.rows if any(map(self._names_bodies, row))]
        if len(naming) >= FEWEST_ROWS:
            message = "这张表有单位名称，但没有认得的表头，没有读"
            self.remarks.append(Remark("unread-table", message, table.place))

    def _names_bodies(self, cell: Cell) -> bool:
        if not cell.text.strip() or len(cell.text) > LONGEST_LIST:
            return False
        allocation = read_allocation(cell.text, self.vocabulary, None)
        return bool(allocation and allocation.mentions)

    def _tasks(self, rows: Sequence[Row], headings: Mapping[int, Heading]) -> Iterator[DraftTask]:
        grouping = grouping_columns(rows)
        index = min(headings, default=0)
        before: Row | None = None
        while index < len(rows):
            if found := headings.get(index):
                self.heading = found
                index += found.height
                continue
            # A row that is merged with the one before in every column says nothing new.
            if self.heading and not (before and all(map(is_, rows[index], before))):
                above = rows[index - 1] if index else ()
                yield from self._row(rows[index], above, self.heading, grouping)
            before = rows[index]
            index += 1

    def _row(
        self, row: Row, above: Row, heading: Heading, grouping: frozenset[int]
    ) -> Iterator[DraftTask]:
        if section := section_of(row):
            self.sections = below(self.sections, section)
            return
        mentions, printed, limits = self._bodies(row, heading)
        title = title_of(row, heading, grouping)
        self._remark_on(row, heading, title.text, has_bodies=bool(mentions))
        if not mentions:
            return
        number = _texts(row, heading, "number") or ""
        label, text = split_label(title.text) if not number else ("", title.text)
        yield DraftTask(
            label=number or label,
            title=text or number,
            under=(*self.sections, *title.under),
            mentions=tuple(mentions),
            printed=tuple(printed),
            place=_place(row, above),
            due_text=_texts(row, heading, "due") or "；".join(limits) or None,
            extra=_others(row, heading, title.unused),
        )

    def _bodies(
        self, row: Row, heading: Heading
    ) -> tuple[list[DraftMention], list[Printed], list[str]]:
        mentions: list[DraftMention] = []
        printed: list[Printed] = []
        limits: list[str] = []
        for column in heading.naming:
            cell = row[column]
            if NOTHING.fullmatch(cell.text):
                continue
            role = _role(heading.columns[column], mentions)
            printed.append(Printed(cell.text, cell.place, role))
            allocation = read_allocation(cell.text, self.vocabulary, role)
            if allocation is None or not allocation.mentions:
                message = f"没有读出单位：{quoted(cell.text)}"
                self.remarks.append(Remark("unread-cell", message, cell.place))
                continue
            if allocation.due_text:
                limits.append(allocation.due_text)
            mentions += [
                DraftMention(one.role or role, one.text, cell, one.start)
                for one in allocation.mentions
            ]
            for words in allocation.leftovers:
                self.remarks.append(unread_words(words.text, cell.place_at(words.start)))
        return mentions, printed, limits

    def _remark_on(self, row: Row, heading: Heading, title: str, *, has_bodies: bool) -> None:
        """Tell of what a row has and no task keeps."""
        if title and not has_bodies:
            message = f"这一行没有单位：{quoted(title)}"
            self.remarks.append(Remark("row-without-agency", message, row[0].place))
        for column in heading.nameless:
            cell = row[column]
            if cell.text.strip() and cell is not row[column - 1]:
                message = f"这一格在表头之外：{quoted(cell.text)}"
                self.remarks.append(Remark("surplus-cell", message, cell.place))


def _place(row: Row, above: Row) -> Place:
    """Return where the row itself begins: at its first cell that the row `above` does not share."""
    if not above or row[0] is not above[0]:
        return row[0].place
    return next(
        (cell for cell, other in zip(row, above, strict=True) if cell is not other), row[0]
    ).place


def _others(row: Row, heading: Heading, unused: Sequence[int]) -> tuple[tuple[str, str], ...]:
    """Return what else a row says, by heading; a column without one is called by its number.

    Columns of one heading are put together, none is lost.
    """
    found: dict[str, str] = {}
    for column in (*unused, *heading.holding("other")):
        name = healed(heading.texts[column]) or f"第{column + 1}列"
        text = healed(row[column].text)
        if not text or (column in heading.nameless and row[column] is row[column - 1]):
            continue
        found[name] = f"{found[name]}；{text}" if name in found else text
    return tuple(found.items())


def _role(column: Column, before: Sequence[DraftMention]) -> Role:
    if column == "partner":
        return "support" if any(one.role == "lead" for one in before) else "responsible"
    assert column in ("lead", "responsible", "support")
    return column


def _text(rows: Sequence[Row]) -> str:
    return "\n".join("\t".join(cell.text for cell in row) for row in rows)


def _texts(row: Row, heading: Heading, holds: Column) -> str | None:
    found = (healed(row[column].text) for column in heading.holding(holds))
    return "；".join(dict.fromkeys(text for text in found if not NOTHING.fullmatch(text))) or None
