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
from gdquality.parsing.data_rows import begins_list, goes_on_below, is_numbered
from gdquality.parsing.role_columns import heading_beside_roles, with_role
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.sources.interface import Cell

Row = Sequence[Cell]

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


def headings_in(
    rows: Sequence[Row], vocabulary: Vocabulary, before: Heading | None = None
) -> dict[int, Heading]:
    """Return the headings of a table by the index of the row that they begin in.

    A table without one may go on below that of the table `before`.
    """
    may_head = [*map(_may_head_bodies, rows), False]
    headings: dict[int, Heading] = {}
    above = before if before and rows and len(before.columns) == len(rows[0]) else None
    for index, row in enumerate(rows):
        if not (may_head[index] or may_head[index + 1]) or is_numbered(row):
            continue
        heading = _heading_at(rows, index)
        if heading and not _is_data(rows[index : index + 2], above, vocabulary):
            headings[index] = above = heading
    if not headings:
        return _beside_roles(rows)
    ends = [*list(headings)[1:], len(rows)]
    return {
        index: _with_role(heading, rows[index + heading.height : end])
        for (index, heading), end in zip(headings.items(), ends, strict=False)
    }


def _is_data(rows: Sequence[Row], above: Heading | None, vocabulary: Vocabulary) -> bool:
    """Tell whether the first of `rows` is one of data, below the heading that is `above`."""
    row, *below = rows
    if above and goes_on_below(row, above.naming, above.texts, vocabulary):
        return True
    return begins_list(row, below[0] if below else (), vocabulary)


def _beside_roles(rows: Sequence[Row]) -> dict[int, Heading]:
    """Return the heading of a table of which only the rows say what roles bodies have."""
    found = heading_beside_roles(rows)
    if not found:
        return {}
    index, columns = found
    return {index: Heading(columns, tuple(cell.text for cell in rows[index]), 1)}


def _with_role(heading: Heading, below: Sequence[Row]) -> Heading:
    columns = with_role(heading.columns, heading.texts, below)
    return replace(heading, columns=columns) if columns else heading


def _may_head_bodies(row: Row) -> bool:
    return may_head_bodies("\n".join([cell.text for cell in row]))


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
