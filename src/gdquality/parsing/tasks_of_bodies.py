"""Tables of a body a row, whose tasks stand in its cells by the role that it has in them.

单位        牵头任务        配合任务
市交通局    修路；修渠      建桥
市住建局    建桥            修路

They are read as tables of the tasks, each with all who lead and support it.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from gdquality.parsing.columns import LONGEST_HEADING, MOST_ROWS_ABOVE, column_of, is_task
from gdquality.parsing.heading_roles import names_bodies, role_called
from gdquality.parsing.row_bodies import NOTHING
from gdquality.records import Role
from gdquality.sources.interface import Block, Cell, Paragraph

_MOST_COLUMNS = 10
"""Columns of such a table, whose cells beside the tasks are those of each of them."""

_TASKS = re.compile("(?:的?(?:主要|重点|具体)?(?:工作)?(?:任务|工作|事项|项目|内容))$")
_NUMBER = r"(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳])"
_ITEM = re.compile(rf"(?:(?!\s{_NUMBER})[^\n；;])+")
_NUMBER_BEFORE = re.compile(rf"\s*(?:{_NUMBER}\s*)?")
_HEADINGS: Mapping[Role, str] = {
    "lead": "牵头单位",
    "responsible": "责任单位",
    "support": "配合单位",
}

_Row = tuple[Cell, ...]


def by_task(block: Block) -> Block:
    """Return a table whose rows are bodies as one whose rows are tasks."""
    if isinstance(block, Paragraph):
        return block
    rows = block.rows
    if not rows or len(rows[0]) > _MOST_COLUMNS:
        return block
    for index, row in enumerate(rows[: MOST_ROWS_ABOVE + 1]):
        roles = {n: role for n, cell in enumerate(row) if (role := _role_of_tasks(cell.text))}
        if "lead" in roles.values() or "support" in roles.values():
            bodies = _column_of_bodies(row, roles)
            if bodies is None or any(len(_filled(above)) > 1 for above in rows[:index]):
                return block
            found = list(_rows(rows[index:], bodies, roles))
            captions = [cell for above in rows[:index] for cell in _filled(above)]
            return replace(block, rows=(*((one,) * len(found[0]) for one in captions), *found))
    return block


def _role_of_tasks(heading: str) -> Role | None:
    """Return the role of a body in the tasks below a heading: 牵头任务, 配合的工作."""
    text = "".join(heading.split())
    tasks = _TASKS.search(text) if len(text) <= LONGEST_HEADING else None
    return role_called(text[: tasks.start()]) if tasks else None


def _column_of_bodies(row: _Row, roles: Collection[int]) -> int | None:
    """Return the one column of bodies, None if they are not all of one or tasks stand elsewhere."""
    texts = ["".join(cell.text.split()) for cell in row]
    others = [n for n in range(len(row)) if n not in roles]
    found = [n for n in others if names_bodies(texts[n])]
    if len(found) != 1 or any(is_task(column_of(texts[n])) for n in others):
        return None
    return found[0] if column_of(texts[found[0]]) in ("other", "responsible") else None


def _filled(row: _Row) -> Collection[Cell]:
    return dict.fromkeys(cell for cell in row if cell.text.strip())


def _rows(rows: Sequence[_Row], bodies: int, roles: Mapping[int, Role]) -> Iterator[_Row]:
    """Yield a heading, and below it a row for each part that a body has in a task.

    Those of one task are merged in the cell that says which it is.
    """
    heading, *below = rows
    texts = [cell.text for cell in heading]
    read = (bodies, *roles)
    kept = [n for n, text in enumerate(texts) if n not in read and column_of(text) != "number"]
    order = list(dict.fromkeys(roles.values()))
    blank = Cell("", heading[bodies].place)
    named = [Cell(_HEADINGS[role], heading[bodies].place) for role in order]
    yield (Cell("任务", heading[bodies].place), *named, *(heading[n] for n in kept))
    tasks: dict[str, tuple[Cell, list[_Row]]] = {}
    for row in below:
        if [cell.text for cell in row] == texts:
            continue
        for column, role in roles.items():
            for item in _items(row[column]):
                key = "".join(item.text.split()).rstrip("。") if row[bodies].text.strip() else ""
                title, parts = tasks.setdefault(key or str(id(item)), (item, []))
                named = [row[bodies] if one == role else blank for one in order]
                parts.append((title, *named, *(row[n] for n in kept)))
    for _, parts in tasks.values():
        yield from parts


def _items(cell: Cell) -> Iterator[Cell]:
    """Yield the tasks of a cell, which are numbered, on lines of their own or parted by ；."""
    for item in _ITEM.finditer(cell.text):
        number = _NUMBER_BEFORE.match(item[0])
        start = item.start() + (number.end() if number else 0)
        text = cell.text[start : item.end()].strip()
        if text and not NOTHING.fullmatch(text):
            yield Cell(text, cell.place_at(start), cell.counts_characters)
