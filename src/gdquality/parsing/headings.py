"""The heading of a table of tasks: one row or two, under a title row, repeated on each page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gdquality.parsing.columns import Column, column_of, columns_of, is_role
from gdquality.sources.interface import Cell

Row = Sequence[Cell]

_LEVEL = re.compile(
    "(?:中央|国家|省|自治区|市|州|盟|县|区|旗|镇|乡|街道)(?:级|直|属|本级)?(?:单位|部门)?"
)
"""By which level the bodies of a column are told apart: 省级 and 市级 under 责任单位."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the columns hold and what is printed over them; `height` is one row or two."""

    columns: tuple[Column, ...]
    texts: tuple[str, ...]
    height: int


def heading_at(rows: Sequence[Row], index: int) -> Heading | None:
    """Return the heading that begins in the row at `index`, if one does."""
    row = rows[index]
    below = rows[index + 1] if index + 1 < len(rows) else None
    if below and _goes_on(row, below):
        texts = tuple(_over(top, sub) for top, sub in zip(row, below, strict=True))
        columns = tuple(_column(top, sub) for top, sub in zip(row, below, strict=True))
        if any(map(is_role, columns)) and any(one in ("title", "content") for one in columns):
            return Heading(columns, texts, 2)
    texts = tuple(cell.text for cell in row)
    single = columns_of(texts)
    return Heading(single, texts, 1) if single else None


def _goes_on(row: Row, below: Row) -> bool:
    """Tell whether `below` divides a heading of `row`: 牵头 and 配合 under 责任单位."""
    pairs = list(zip(row, below, strict=True))
    divided = [(top, sub) for top, sub in pairs if sub is not top and sub.text.strip()]
    if not divided or len(divided) == len(pairs):
        return False
    return all(_divides(sub.text) for _, sub in divided) and any(
        is_role(column_of(top.text)) or is_role(column_of(sub.text)) for top, sub in divided
    )


def _divides(text: str) -> bool:
    return column_of(text) != "other" or bool(_LEVEL.fullmatch("".join(text.split())))


def _over(top: Cell, sub: Cell) -> str:
    return top.text if sub is top or not sub.text.strip() else top.text + sub.text


def _column(top: Cell, sub: Cell) -> Column:
    if sub is top or not sub.text.strip():
        return column_of(top.text)
    own = column_of(sub.text)
    return own if own != "other" else column_of(top.text + sub.text)
