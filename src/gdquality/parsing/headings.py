"""The heading of a table of tasks: one row or two, under a title row, repeated on each page."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import is_

from gdquality.parsing.columns import (
    Column,
    column_of,
    columns_of,
    is_role,
    is_task,
    may_head_bodies,
    names_persons,
    of_task_table,
)
from gdquality.parsing.heading_roles import role_called
from gdquality.sources.interface import Cell

Row = Sequence[Cell]

_ROW_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
"""The number of a row."""

_LAST_NUMBERED = 3
"""Columns of which one has the numbers; those of a heading further on are months or years."""

_LEVEL = re.compile(
    "(?:中央|国家|省|自治区|市|州|盟|县|区|旗|镇|乡|街道)(?:级|直|属|本级)?(?:单位|部门)?"
)
"""By which level the bodies of a column are told apart: 省级 and 市级 under 责任单位."""


@dataclass(frozen=True)
class Heading:
    """What the columns hold and what is printed over them; `height` is one row or two."""

    columns: tuple[Column, ...]
    texts: tuple[str, ...]
    height: int

    def holding(self, kind: Column) -> Sequence[int]:
        """Return the columns that hold `kind`, from left to right."""
        return self._by_kind.get(kind, ())

    @cached_property
    def naming(self) -> Sequence[int]:
        """The columns that name bodies."""
        return [column for column, kind in enumerate(self.columns) if is_role(kind)]

    @cached_property
    def with_persons(self) -> Sequence[int]:
        """The columns in which persons stand beside the bodies."""
        return [column for column in self.naming if names_persons(self.texts[column])]

    @cached_property
    def said(self) -> Sequence[int]:
        """The columns that say what a row is about, from left to right."""
        return [column for column, kind in enumerate(self.columns) if is_task(kind)]

    @cached_property
    def nameless(self) -> Sequence[int]:
        """The columns over which nothing is printed."""
        return [column for column, text in enumerate(self.texts) if not text.strip()]

    @cached_property
    def _by_kind(self) -> Mapping[Column, Sequence[int]]:
        found: dict[Column, list[int]] = {}
        for column, kind in enumerate(self.columns):
            found.setdefault(kind, []).append(column)
        return found


def headings_in(rows: Sequence[Row]) -> dict[int, Heading]:
    """Return the headings of a table by the index of the row that they begin in."""
    may_head = [*map(_may_head_bodies, rows), False]
    found = (
        (index, _heading_at(rows, index))
        for index, row in enumerate(rows)
        if (may_head[index] or may_head[index + 1]) and not _is_numbered(row)
    )
    headings = {index: heading for index, heading in found if heading}
    ends = [*list(headings)[1:], len(rows)]
    return {
        index: _with_role(heading, rows[index + heading.height : end])
        for (index, heading), end in zip(headings.items(), ends, strict=False)
    }


def _with_role(heading: Heading, below: Sequence[Row]) -> Heading:
    """Return `heading` with the column that says as what bodies stand in a row, if there is one.

    Every cell of it that is not blank has a word for a role, and nothing else.
    """
    for column, kind in enumerate(heading.columns):
        if kind == "number" or is_role(kind):
            continue
        said = [text for row in below if (text := row[column].text.strip())]
        if len(said) > 1 and all(map(role_called, said)):
            columns = (*heading.columns[:column], "role", *heading.columns[column + 1 :])
            return replace(heading, columns=columns) if any(map(is_task, columns)) else heading
    return heading


def _may_head_bodies(row: Row) -> bool:
    return may_head_bodies("\n".join([cell.text for cell in row]))


def _is_numbered(row: Row) -> bool:
    """Tell whether a row begins with its number, or what it stands under, as rows of data do."""
    return any(_ROW_NUMBER.fullmatch(cell.text.strip()) for cell in row[:_LAST_NUMBERED])


def _heading_at(rows: Sequence[Row], index: int) -> Heading | None:
    row = rows[index]
    below = rows[index + 1] if index + 1 < len(rows) else None
    if below and _goes_on(row, below):
        pairs = list(zip(_reaching_on(row, below), below, strict=True))
        texts = tuple(_over(top, sub) for top, sub in pairs)
        if columns := of_task_table([_column(top, sub) for top, sub in pairs], texts):
            return Heading(columns, texts, 2)
    texts = tuple(cell.text for cell in row)
    single = columns_of(texts)
    return Heading(single, texts, 1) if single else None


def _goes_on(row: Row, below: Row) -> bool:
    """Tell whether `below` divides a heading of `row`: 牵头 and 配合 under 责任单位."""
    pairs = list(zip(row, below, strict=True))
    divided = [(top, sub) for top, sub in pairs if sub is not top and sub.text.strip()]
    if not divided or len(divided) == len(pairs) or _stands_alone(row, below):
        return False
    return all(_divides(sub.text) for _, sub in divided) and any(
        is_role(column_of(top.text)) or is_role(column_of(sub.text)) for top, sub in divided
    )


def _stands_alone(row: Row, below: Row) -> bool:
    """Tell whether `below` is a whole heading, and `row` a row of data, or the title, above it."""
    if any(map(is_, row, below)) or not columns_of([cell.text for cell in below]):
        return False
    kinds = [column_of(cell.text) for cell in row if cell.text.strip()]
    return not any(map(is_role, kinds)) and ("other" in kinds or len(kinds) == 1)


def _divides(text: str) -> bool:
    is_level = _LEVEL.fullmatch("".join(text.split()))
    return column_of(text) != "other" or bool(is_level) or names_persons(text)


def _reaching_on(row: Row, below: Row) -> list[Cell]:
    """Return what stands over each cell of `below`.

    A heading of several columns that was merged, and is not in a text, leaves blanks behind it.
    """
    tops: list[Cell] = []
    for top, sub in zip(row, below, strict=True):
        is_left = tops and not top.text.strip() and sub.text.strip()
        tops.append(tops[-1] if is_left else top)
    return tops


def _over(top: Cell, sub: Cell) -> str:
    return top.text if sub is top or not sub.text.strip() else top.text + sub.text


def _column(top: Cell, sub: Cell) -> Column:
    if sub is top or not sub.text.strip():
        return column_of(top.text)
    own = column_of(sub.text)
    return own if own != "other" else column_of(top.text + sub.text)
