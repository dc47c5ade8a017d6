"""A matrix as lines for a terminal, folded into blocks of columns that fit.

Every mark is as wide as a Chinese character wherever it is shown. Circles, which are not (UAX #11:
ambiguous), would shift a row in a terminal that shows them as wide as its Chinese.
"""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, chop_cells

from gdquality.formats.controls import visible
from gdquality.formats.terms import ROLES
from gdquality.queries.answers import Matrix
from gdquality.records import DERIVED, Role

COLUMN = 3
"""Cells of a column: a blank, and a Chinese character."""

EMPTY = "・"
"""Where an agency has no role: KATAKANA MIDDLE DOT, which is always wide."""

MOST_OF_TITLES = 0.4
"""The part of the width that titles may take where not everything fits beside them."""

Row = tuple[int, str, tuple[Role | None, ...]]


def matrix_lines(answer: Matrix, width: int) -> Iterator[str]:
    """Yield lines of `width`: names from top to bottom, then the tasks, and so on for each block.

    Of several blocks each has the tasks in which one of its agencies has a role, and the first also
    those in which nobody has one.
    """
    names = [visible(text) for _, text in answer.columns]
    digits = max((len(str(number)) for number, _, _ in answer.rows), default=0)
    longest = max((cell_len(visible(title)) for _, title, _ in answer.rows), default=0)
    number = digits + 2
    if number + longest + COLUMN * len(names) > width:
        longest = min(longest, max(int(width * MOST_OF_TITLES) - number, 2))
    size = max((width - number - longest) // COLUMN, 1)
    for first in range(0, max(len(names), 1), size):
        block = slice(first, first + size)
        rows = [
            (at, title, roles[block])
            for at, title, roles in answer.rows
            if len(names) <= size or any(roles[block]) or not (first or any(roles))
        ]
        yield from [""] if first else []
        yield from _headings(names[block], number + longest)
        for row in rows:
            yield from _row(row, digits, longest)
    yield ""
    yield "  ".join(f"{_mark(role)} {ROLES[role]}" for role in answer.roles)
    if derived := [visible(text) for name, text in answer.columns if name in answer.derived]:
        yield f"{DERIVED}：{'、'.join(derived)}"


def _headings(names: Sequence[str], margin: int) -> Iterator[str]:
    for level in range(-max(map(len, names), default=0), 0):
        cells = (_two_cells(name[level] if len(name) >= -level else "") for name in names)
        yield (" " * margin + "".join(f" {cell}" for cell in cells)).rstrip()


def _row(row: Row, digits: int, room: int) -> Iterator[str]:
    number, title, roles = row
    first, *more = chop_cells(visible(title), room) or [""]
    marks = "".join(f" {_mark(role)}" for role in roles)
    yield f"{number:>{digits}}  {first}{' ' * (room - cell_len(first))}{marks}".rstrip()
    for line in more:
        yield f"{'':>{digits}}  {line}"


def _mark(role: Role | None) -> str:
    """Return the first character of what the role is called: 牵, 责, 参."""
    return ROLES[role][0] if role else EMPTY


def _two_cells(character: str) -> str:
    return character + " " * (2 - cell_len(character))
