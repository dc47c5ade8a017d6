"""Tables of tasks against bodies, whose cells say by a mark who does what.

    任务    市交通局    市林业局        注：●为牵头单位，○为配合单位
    修路    ●           ○
    种树                ●

What a mark means a legend says, somewhere in the document, or the heading above the bodies;
牵头 and 配合 say it themselves. A table of marks that nothing explains is not read.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gdquality.parsing.columns import Column, column_of
from gdquality.parsing.drafts import DraftMention
from gdquality.parsing.headings import Heading, Row
from gdquality.parsing.role_sentences import read_allocation
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Printed, Role
from gdquality.sources.interface import Block, Cell, Paragraph

FEWEST_BODIES = 2
"""Bodies that make a row the heading of a matrix."""

_LOWEST_HEADING = 3
"""Rows of which one has the bodies, below a title and a heading over them all."""

MARKS = frozenset("●○◎★☆▲△■□◆◇√✓✔")
"""What a cell of a matrix, or a legend, may say a role by."""

_ROLES_BY_WORD: Mapping[str, Role] = {
    **dict.fromkeys(("牵头", "主责", "主办"), "lead"),
    **dict.fromkeys(("负责", "责任", "承办"), "responsible"),
    **dict.fromkeys(("配合", "参与", "协助", "协办", "协同"), "support"),
}
_SIGN = re.compile(f"[{''.join(sorted(MARKS))}]|{'|'.join(_ROLES_BY_WORD)}")
_LONGEST_SIGN = 4
_LONGEST_LEGEND = 200


@dataclass(frozen=True)
class MatrixHeading(Heading):
    """The heading of a matrix: the cells that name the bodies, and what each mark makes of one."""

    heads: tuple[Cell, ...]
    roles: Mapping[str, Role]


def meanings_in(blocks: Sequence[Block]) -> dict[str, Role]:
    """Return what the legends of a document say that marks mean, if all say the same of one."""
    found: dict[str, set[Role]] = {}
    for text in _texts(blocks):
        for mark, role in legend_of(text).items():
            found.setdefault(mark, set()).add(role)
    return {mark: roles.pop() for mark, roles in found.items() if len(roles) == 1}


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from {id(cell): cell.text for row in block.rows for cell in row}.values()


def legend_of(text: str) -> dict[str, Role]:
    """Return what `text` says that its marks mean: ●牵头，○配合; 牵头单位（●）、配合单位（○）.

    Marks and roles stand by turns; any other text is no legend.
    """
    if len(text) > _LONGEST_LEGEND or MARKS.isdisjoint(text):
        return {}
    signs = _SIGN.findall(text)
    marks, roles = (signs[::2], signs[1::2]) if signs[0] in MARKS else (signs[1::2], signs[::2])
    if len(marks) != len(roles) or not MARKS.issuperset(marks):
        return {}
    return {m: _ROLES_BY_WORD[r] for m, r in zip(marks, roles, strict=True) if r not in MARKS}


def has_marks(rows: Sequence[Row]) -> bool:
    """Tell by a quick look whether a table has cells with nothing but a mark or a role."""
    return any(
        len(cell.text) <= _LONGEST_SIGN and _is_sign(cell.text.strip())
        for row in rows
        for cell in row
    )


def _is_sign(text: str) -> bool:
    return text in MARKS or text in _ROLES_BY_WORD


def matrix_in(
    rows: Sequence[Row], meanings: Mapping[str, Role], vocabulary: Vocabulary
) -> dict[int, Heading] | None:
    """Return the heading of a matrix by its index, or None if the table is none.

    It is empty if nothing tells what a mark of it means.
    """
    for index in range(min(_LOWEST_HEADING, len(rows) - 1)):
        bodies = _bodies_over(rows, index, vocabulary)
        if not bodies:
            continue
        roles = {**_ROLES_BY_WORD, **meanings}
        if index and not meanings:
            roles |= dict(_roles_above(rows[index - 1], bodies))
        return {index: _heading(rows[index], bodies, roles)} if _all_known(rows, roles) else {}
    return None


def _bodies_over(rows: Sequence[Row], index: int, vocabulary: Vocabulary) -> Sequence[int]:
    """Return the columns of bodies below row `index`, none if that is no heading of a matrix.

    Two names are evidently bodies; another that may be one (各区) is one if marks stand below it.
    """
    names = {n: "".join(cell.text.split()) for n, cell in enumerate(rows[index])}
    evident = [n for n, name in names.items() if vocabulary.is_body(name)]
    if len({id(rows[index][column]) for column in evident}) < FEWEST_BODIES:
        return ()
    below = rows[index + 1 :]
    if not all(_are_signs(below, column) for column in evident):
        return ()
    possible = [n for n, name in names.items() if vocabulary.may_be_body(name)]
    bodies = [n for n in possible if n in evident or _are_signs(below, n)]
    return bodies if any(map(has_marks, ([row] for row in below))) else ()


def _are_signs(rows: Sequence[Row], column: int) -> bool:
    """Tell whether the cells of a column are marks or blank, but for rows of one cell."""
    texts = (row[column].text.strip() for row in rows if row[column] is not row[0])
    return all(_is_sign(text) for text in texts if text)


def _roles_above(row: Row, bodies: Sequence[int]) -> Iterator[tuple[str, Role]]:
    """Yield the one mark √ with the role that one heading above all `bodies` gives."""
    roles = {column_of(row[column].text) for column in bodies}
    for role in ("lead", "responsible", "support"):
        if roles == {role}:
            yield from ((mark, role) for mark in "√✓✔●")


def _all_known(rows: Sequence[Row], roles: Mapping[str, Role]) -> bool:
    texts = (cell.text.strip() for row in rows for cell in row if len(cell.text) <= _LONGEST_SIGN)
    return all(text in roles for text in texts if text in MARKS)


def _heading(row: Row, bodies: Sequence[int], roles: Mapping[str, Role]) -> MatrixHeading:
    columns: list[Column] = [
        "lead" if n in bodies else column_of(cell.text) for n, cell in enumerate(row)
    ]
    if not any(one in ("title", "content") for one in columns):
        first = next((n for n, one in enumerate(columns) if one == "other"), None)
        if first is not None:
            columns[first] = "title"
    return MatrixHeading(tuple(columns), tuple(cell.text for cell in row), 1, tuple(row), roles)


@dataclass(frozen=True, slots=True)
class MarkedBodies:
    """Reads the rows of a matrix."""

    vocabulary: Vocabulary

    def read(
        self, row: Row, heading: MatrixHeading
    ) -> tuple[list[DraftMention], list[Printed], list[str]]:
        """Return whom the marks of `row` name, and what is printed of them; it has no limits."""
        mentions: list[DraftMention] = []
        printed: list[Printed] = []
        for column in heading.naming:
            head = heading.heads[column]
            role = heading.roles.get(row[column].text.strip())
            allocation = read_allocation(head.text, self.vocabulary, role) if role else None
            if role and allocation:
                mentions += [
                    DraftMention(role, one.text, head, one.start) for one in allocation.mentions
                ]
                printed.append(Printed(head.text, head.place, role))
        return mentions, printed, []
