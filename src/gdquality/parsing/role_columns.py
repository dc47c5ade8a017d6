"""A column that says row by row as what the bodies beside it stand there.

任务    责任单位    角色        单位        事项    职责
修路    市交通局    牵头        市交通局    修路    牵头
建桥    市住建局    配合        市住建局    建桥    配合

Its heading may be any; every cell of it that is not blank has a word for a role, and nothing else.
"""

from collections.abc import Sequence

from gdquality.parsing.columns import (
    LONGEST_HEADING,
    MOST_ROWS_ABOVE,
    Column,
    column_of,
    is_role,
    is_task,
    says_share,
    with_bodies,
)
from gdquality.parsing.heading_roles import role_called
from gdquality.sources.interface import Cell


def with_role(
    columns: Sequence[Column], texts: Sequence[str], below: Sequence[Sequence[Cell]]
) -> tuple[Column, ...] | None:
    """Return `columns` with the one of roles, or None if no row of those `below` says one.

    Beside it 单位 has the bodies, where no other heading does.
    """
    for column, kind in enumerate(columns):
        if kind != "number" and (not is_role(kind) or says_share(texts[column])):
            said = [text for row in below if (text := row[column].text.strip())]
            fewest = 1 if kind == "other" else 2
            if len(said) >= fewest and all(map(role_called, said)):
                found = _with_bodies((*columns[:column], "role", *columns[column + 1 :]), texts)
                return found if any(map(is_task, found)) and any(map(is_role, found)) else None
    return None


def heading_beside_roles(
    rows: Sequence[Sequence[Cell]],
) -> tuple[int, tuple[Column, ...]] | None:
    """Return the row that heads a table of which only the rows below say roles, and its columns."""
    for index, row in enumerate(rows[: MOST_ROWS_ABOVE + 1]):
        texts = [cell.text for cell in row]
        if all(len(text) <= LONGEST_HEADING for text in texts):
            columns = with_role(list(map(column_of, texts)), texts, rows[index + 1 :])
            if columns:
                return index, columns
    return None


def _with_bodies(columns: tuple[Column, ...], texts: Sequence[str]) -> tuple[Column, ...]:
    if any(map(is_role, columns)):
        return columns
    return tuple(with_bodies(columns, ["".join(text.split()) for text in texts]))
