"""The heading of a table, and its repetitions on later pages."""

from itertools import pairwise

from gdquality.sources.pdf.lines import NUMBER
from gdquality.sources.pdf.tables import Draft, Row

# A title over all columns, and a heading of two rows under it.
MAX_ROWS = 4


def heading(rows: list[Row]) -> list[Row]:
    """Return the rows of the heading on top: titles over all columns, then one row or more.

    Rows that share a cell are one heading: 序号 beside 责任单位 over 牵头 and 配合.
    """
    count = next((n for n, row in enumerate(rows) if not _is_title(row)), 0) + 1
    while count < min(MAX_ROWS, len(rows)) and _share(rows[count - 1], rows[count]):
        count += 1
    return rows[:count]


def without_repeated(rows: list[Row], head: list[Row]) -> list[int]:
    """Return which rows, by number, do not repeat the heading `head` or its last rows."""
    kept: list[int] = []
    number = 0
    while number < len(rows):
        count = repeated(rows[number:], head)
        if not count:
            kept.append(number)
        number += count or 1
    return kept


def repeated(rows: list[Row], head: list[Row]) -> int:
    """Return how many rows on top repeat the heading, or its last rows."""
    for start in range(len(head)):
        part = head[start:]
        if not _is_title(part[-1]) and len(rows) >= len(part) and all(map(_same, part, rows)):
            return len(part)
    return 0


def without_unruled(rows: list[Row], head: list[Row]) -> list[Row]:
    """Return rows without the heading on top that no rule divides from the row under it.

    The rest of a row that a page's end broke is then in the cells of the heading.
    """
    height = len(head)
    pairs = [
        pair
        for row, other in zip(head, rows, strict=False)
        for pair in zip(row, other, strict=True)
    ]
    if _is_title(head[-1]) or len(rows) < height or not all(_begins(*pair) for pair in pairs):
        return rows
    counts = {id(cell): len(above.lines) for above, cell in pairs}
    for cell in {id(cell): cell for _, cell in pairs}.values():
        del cell.lines[: counts[id(cell)]], cell.rooms[: counts[id(cell)]]
    return rows[height - 1 :]


def is_another(head: Row, row: Row) -> bool:
    """Return whether a row is the heading of another table: some word at its place, and others."""
    texts = [(above.text, below.text) for above, below in zip(head, row, strict=True)]
    return any(a and a == b and not NUMBER.fullmatch(a) for a, b in texts)


def _is_title(row: Row) -> bool:
    """Return whether a row is one cell."""
    return all(cell is other for cell, other in pairwise(row))


def _share(row: Row, following: Row) -> bool:
    return bool(set(map(id, row)) & set(map(id, following)))


def _same(row: Row, other: Row) -> bool:
    """Return whether a row is printed again; one that shares a cell with it goes on with it."""
    texts = [cell.text for cell in row]
    return any(texts) and texts == [cell.text for cell in other] and not _share(row, other)


def _begins(head: Draft, cell: Draft) -> bool:
    """Return whether the first lines of a cell are those of another."""
    texts = [line.text for line in head.lines]
    return bool(texts) and [line.text for line in cell.lines[: len(texts)]] == texts
