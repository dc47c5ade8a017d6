"""Cells that refer to the one above them, 同上 and 〃, as if they were merged with it."""

from collections.abc import Sequence

from gdquality.parsing.headings import Row

_DITTO = frozenset(("同上", "〃", "″", "同上。", "（同上）"))


def with_repeated(rows: Sequence[Row]) -> Sequence[Row]:
    """Return `rows` with the cell above in the place of each that refers to it."""
    if not any(cell.text in _DITTO for row in rows for cell in row):
        return rows
    found = [rows[0]]
    for row in rows[1:]:
        pairs = zip(row, found[-1], strict=True)
        found.append(tuple(above if cell.text.strip() in _DITTO else cell for cell, above in pairs))
    return found
