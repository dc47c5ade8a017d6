"""A matrix in a terminal: blocks of columns that fit, every mark under its name."""

import unicodedata

import pytest
from rich.cells import cell_len

from gdquality import Matrix, Notice, load
from gdquality.formats.matrix_blocks import matrix_lines
from gdquality.records import ROLES


def blocks_of(matrix: Matrix, width: int) -> list[list[str]]:
    """Return the lines of each block, the legend being the last."""
    return [one.split("\n") for one in "\n".join(matrix_lines(matrix, width)).split("\n\n")]


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_every_mention(width: int, notice: Notice) -> None:
    """Whatever the width, nothing is wider, and every mention is one mark under its name."""
    matrix = load().matrix()
    *blocks, legend = blocks_of(matrix, width)
    found = set()
    columns = 0
    for block in blocks:
        head = [line for line in block if not line.lstrip()[:1].isdigit()]
        first = block.index(next(line for line in block if line.lstrip()[:1].isdigit()))
        names = read_downwards(head[:first])
        columns += len(names)
        for line in block[first:]:
            number = line[:2].strip()
            for at, name in names.items():
                mark = at_cell(line, at)
                if mark in ("牵", "参"):
                    found.add((int(number), name, mark))

    assert columns == len(matrix.columns)
    assert all(cell_len(line) <= width for block in blocks for line in block)
    texts = dict(matrix.columns)
    assert found == {
        (task.number, texts[one.agency], "牵" if role == "lead" else "参")
        for task in notice.tasks
        for role in ROLES
        for one in task.mentions(role)
    }
    assert legend == ["牵 牵头  参 参与"]


def read_downwards(lines: list[str]) -> dict[int, str]:
    """Return the names that stand upright in `lines`, by the cell where they begin."""
    width = max(map(cell_len, lines))
    names = {at: "".join(at_cell(line, at) for line in lines).strip() for at in range(width)}
    return {at: name for at, name in names.items() if name}


def at_cell(line: str, wanted: int) -> str:
    """Return the character that begins in a cell of `line`, empty where none does."""
    at = 0
    for character in line:
        if at == wanted:
            return character.strip()
        at += cell_len(character)
    return ""


def test_marks_cannot_shift() -> None:
    """No mark is of a width that terminals do not agree on (UAX #11: A, ambiguous)."""
    [text] = ["\n".join(matrix_lines(load().matrix(["编办", "教育厅"]), 80))]

    widths = {unicodedata.east_asian_width(one) for one in text if not one.isspace()}
    assert widths <= {"W", "Na"}


def test_tasks_of_nobody_are_in_the_first_block() -> None:
    """Folding drops a task from a block where it says nothing, and from all of them never."""
    names = tuple((f"单位{at}", f"单{at}") for at in range(10, 40))
    some: tuple[None, ...] = (None,) * 30
    matrix = Matrix(names, ((1, "无人", some), (2, "有的", (*some[1:], "lead"))))

    first, *others = blocks_of(matrix, 40)

    assert any("无人" in line for line in first)
    assert sum("无人" in line for block in others for line in block) == 0


def test_empty() -> None:
    """Nothing is a legend alone."""
    assert [*matrix_lines(Matrix((), ()), 80)] == ["", "牵 牵头  参 参与"]
