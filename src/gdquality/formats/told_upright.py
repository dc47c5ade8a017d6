"""What a handout is told as on an upright page: narrower tables, and more of them."""

from collections.abc import Iterator

from gdquality.formats.handout import Part
from gdquality.formats.sheet import Cell, Sheet


def told_upright(part: Part) -> Iterator[Part]:
    """Yield the tables that tell `part`: a matrix row by row, a divided one a table a value."""
    if part.upright is not None:
        yield _row_by_row(part, part.upright)
    elif part.divided:
        yield from _divided(part)
    else:
        yield part


def _row_by_row(part: Part, upright: int) -> Part:
    """Return `part` with one column that tells what is in the upright ones."""
    columns, rows = part.sheet
    headings = [heading for _, heading in columns[upright:]]
    told = tuple((*row[:upright], _marked(row[upright:], headings)) for row in rows)
    sheet = Sheet((*columns[:upright], ("agencies", "单位")), told)
    return part._replace(sheet=sheet, upright=None)


def _marked(marks: tuple[Cell, ...], headings: list[str]) -> tuple[str, ...]:
    pairs = zip(marks, headings, strict=True)
    return tuple(f"{mark}{heading}" for mark, heading in pairs if mark)


def _divided(part: Part) -> Iterator[Part]:
    """Yield the rows of each value of the column that divides them, under its name: 牵头任务."""
    columns, rows = part.sheet
    at = [key for key, _ in columns].index(part.divided)
    others = columns[:at] + columns[at + 1 :]
    lines = part.lines
    for value in dict.fromkeys(row[at] for row in rows):
        own = tuple(row[:at] + row[at + 1 :] for row in rows if row[at] == value)
        named = f"{value}{part.name}（{len(own)} 项）"
        yield part._replace(name=named, sheet=Sheet(others, own), lines=lines, divided="")
        lines = ()
    if not rows:
        yield part._replace(divided="")
