"""Tables of tasks: each row under a heading says who is to do what."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from operator import is_
from typing import NamedTuple

from gdquality.errors import quoted
from gdquality.parsing.columns import Column, is_role
from gdquality.parsing.drafts import DraftMention, DraftTask
from gdquality.parsing.headings import Heading, Row, heading_at
from gdquality.parsing.outline import split_label, style_of
from gdquality.parsing.passages import healed
from gdquality.parsing.prose import unread_words
from gdquality.parsing.role_sentences import read_allocation
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
        first = next((i for i in range(len(rows)) if heading_at(rows, i)), None)
        if first is not None:
            self.sections = []
        elif not rows or not self.heading or len(self.heading.columns) != len(rows[0]):
            self._remark_on_unread(table)
            return None
        if (text := _text(rows)) in self.seen:
            self.remarks.append(
                Remark("repeated-text", "这张表与前面的相同，只读一次", table.place)
            )
            return []
        tasks = list(self._tasks(rows, first or 0))
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

    def _tasks(self, rows: Sequence[Row], first: int) -> Iterator[DraftTask]:
        index = first
        before: Row | None = None
        while index < len(rows):
            if found := heading_at(rows, index):
                self.heading = found
                index += found.height
                continue
            # A row that is one with the row before it says nothing new.
            if self.heading and not (before and all(map(is_, rows[index], before))):
                yield from self._row(rows, index, self.heading)
            before = rows[index]
            index += 1

    def _row(self, rows: Sequence[Row], index: int, heading: Heading) -> Iterator[DraftTask]:
        row = rows[index]
        if section := _section(row):
            self.sections = _below(self.sections, section)
            return
        mentions, printed, limits = self._bodies(row, heading)
        title = _title(rows, index, heading)
        self._remark_on(row, heading, title.text, has_bodies=bool(mentions))
        if not mentions:
            return
        number = _texts(row, heading, "number") or ""
        label, text = split_label(title.text) if not number else ("", title.text)
        yield DraftTask(
            label=number or label,
            title=text or number,
            under=(*self.sections, *title.under),
            mentions=mentions,
            printed=printed,
            place=_place(rows, index),
            text="\t".join(cell.text for cell in row),
            due_text=_texts(row, heading, "due") or "；".join(limits) or None,
            extra=tuple(
                (healed(heading.texts[column]), healed(row[column].text))
                for column in (*title.unused, *_columns(heading, "other"))
                if row[column].text.strip()
            ),
        )

    def _bodies(
        self, row: Row, heading: Heading
    ) -> tuple[tuple[DraftMention, ...], tuple[Printed, ...], tuple[str, ...]]:
        mentions: list[DraftMention] = []
        printed: list[Printed] = []
        limits: list[str] = []
        for cell, column in zip(row, heading.columns, strict=True):
            if not is_role(column) or NOTHING.fullmatch(cell.text):
                continue
            has_lead = any(one.role == "lead" for one in mentions)
            role = _role(column, has_lead=has_lead)
            printed.append(Printed(cell.text, cell.place, role))
            allocation = read_allocation(cell.text, self.vocabulary, role)
            if allocation is None or not allocation.mentions:
                message = f"没有读出单位：{quoted(cell.text)}"
                self.remarks.append(Remark("unread-cell", message, cell.place))
                continue
            if allocation.due_text:
                limits.append(allocation.due_text)
            mentions += (
                DraftMention(one.role or role, one.text, place_in(cell, one.start))
                for one in allocation.mentions
            )
            self.remarks += (
                unread_words(words.text, place_in(cell, words.start))
                for words in allocation.leftovers
            )
        return tuple(mentions), tuple(printed), tuple(limits)

    def _remark_on(self, row: Row, heading: Heading, title: str, *, has_bodies: bool) -> None:
        """Tell of what a row has and no task keeps."""
        if title and not has_bodies:
            message = f"这一行没有单位：{quoted(title)}"
            self.remarks.append(Remark("row-without-agency", message, row[0].place))
        for column, (cell, text) in enumerate(zip(row, heading.texts, strict=True)):
            if not text.strip() and cell.text.strip() and cell is not row[column - 1]:
                message = f"这一格在表头之外：{quoted(cell.text)}"
                self.remarks.append(Remark("surplus-cell", message, cell.place))


def place_in(cell: Cell, offset: int) -> Place:
    """Return the place of the character at `offset` of a cell, where columns are characters."""
    return cell.place if cell.place.part else replace(cell.place, column=cell.place.column + offset)


def _place(rows: Sequence[Row], index: int) -> Place:
    """Return where the row itself begins: at its first cell that no row above shares."""
    above = {id(cell) for cell in rows[index - 1]} if index else set()
    return next((cell.place for cell in rows[index] if id(cell) not in above), rows[index][0].place)


def _role(column: Column, *, has_lead: bool) -> Role:
    if column == "partner":
        return "support" if has_lead else "responsible"
    assert column in ("lead", "responsible", "support")
    return column


def _text(rows: Sequence[Row]) -> str:
    return "\n".join("\t".join(cell.text for cell in row) for row in rows)


def _columns(heading: Heading, holds: Column) -> list[int]:
    return [index for index, column in enumerate(heading.columns) if column == holds]


def _texts(row: Row, heading: Heading, holds: Column) -> str | None:
    found = (healed(row[index].text) for index in _columns(heading, holds))
    return "；".join(dict.fromkeys(text for text in found if not NOTHING.fullmatch(text))) or None


def _section(row: Row) -> str:
    """Return the text of a row that only says what the rows below it belong to."""
    texts = {id(cell): cell.text.strip() for cell in row if cell.text.strip()}
    if len(texts) != 1:
        return ""
    filled = [i for i, cell in enumerate(row) if cell.text.strip()]
    is_whole = len(filled) == len(row) > 1
    text = healed(next(iter(texts.values())))
    is_numbered = 0 in filled and style_of(text) in ("chapter", "first", "second")
    return text if is_whole or is_numbered else ""


def _below(sections: list[str], section: str) -> list[str]:
    """Return the headings above the rows after `section`: （一） stands under 一、."""
    style = style_of(section)
    kept = [one for one in sections if style_of(one) != style] if style else []
    if kept != sections and style:
        kept = sections[: [style_of(one) for one in sections].index(style)]
    return [*kept, section]


class _Title(NamedTuple):
    text: str
    under: tuple[str, ...]
    unused: tuple[int, ...]


def _title(rows: Sequence[Row], index: int, heading: Heading) -> _Title:
    """Return what a row is about, what stands above it, and the columns that say more of it.

    A column whose cells cover several rows anywhere in the table groups them, if there is another
    that says what each row is.
    """
    row = rows[index]
    said = [
        column
        for column in sorted((*_columns(heading, "title"), *_columns(heading, "content")))
        if row[column].text.strip()
    ]
    if not said:
        return _Title("", (), ())
    grouping = [column for column in said if _groups(rows, column)]
    own = [column for column in said if column not in grouping] or [grouping.pop()]
    chosen = next((c for c in own if heading.columns[c] == "title"), own[0])
    above = [*grouping, *(c for c in own if c < chosen and heading.columns[c] == "title")]
    unused = tuple(c for c in own if c != chosen and c not in above)
    return _Title(healed(row[chosen].text), tuple(healed(row[c].text) for c in above), unused)


def _groups(rows: Sequence[Row], column: int) -> bool:
    return any(
        one[column] is other[column] and not all(map(is_, one, other))
        for one, other in pairwise(rows)
    )
