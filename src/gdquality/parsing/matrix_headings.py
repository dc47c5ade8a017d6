"""The headings of a matrix: which row names bodies, and what tells the roles of the signs below."""

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from gdquality.parsing.columns import Column, column_of, is_task
from gdquality.parsing.heading_roles import role_called
from gdquality.parsing.headings import Heading, Row
from gdquality.parsing.marks import CELL_MARKS
from gdquality.parsing.matrix import LONGEST_SIGN, MatrixHeading, is_sign
from gdquality.parsing.row_bodies import NOTHING
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import ROLES, Role

FEWEST_BODIES = 2
"""Bodies that make a row the heading of a matrix."""


def matrix_in(
    rows: Sequence[Row],
    ordinary: Mapping[int, Heading],
    meanings: Mapping[str, Role],
    vocabulary: Vocabulary,
) -> dict[int, Heading] | None:
    """Return the headings of a matrix by their index, or None if the table is none.

    It has several where they are repeated, or where other bodies follow; `ordinary` are those of
    the table if it is no matrix. There is none if nothing tells what any of its signs means
    and no column has names; `meanings` are those of the legends.
    """
    found: dict[int, Heading] = {}
    above: Role | None = None
    is_explained = False
    indices = sorted(ordinary)
    for start, end in pairwise((*_rows_of_bodies(rows, vocabulary), len(rows))):
        bodies = _bodies_over(rows[start:end], meanings, vocabulary)
        before = bisect(indices, start - 1)
        over = ordinary[indices[before - 1]] if before and not found else None
        if not bodies or (over and not _may_be_below(over, rows[start + 1 : end], bodies)):
            continue
        role = _role_above(rows[start - 1], bodies) if start else None
        above = role or above
        heading = _heading(rows[start:end], bodies, meanings, above)
        if role:
            heading = _with_texts_of(rows[start - 1], heading)
        found[start] = heading
        says_role = any(_roles_in(rows[start + heading.height : end], heading))
        is_explained = is_explained or says_role or bool(heading.naming)
    if not found:
        return None
    return found if is_explained else {}


def unexplained_in(rows: Sequence[Row], vocabulary: Vocabulary) -> Sequence[str]:
    """Return the marks and short words below bodies, if nothing else stands there: 主, 辅.

    A word that means a role is printed more than once; a person's name is not.
    """
    starts = frozenset(_rows_of_bodies(rows, vocabulary))
    if not starts:
        return ()
    first = min(starts)
    columns = _evident(rows[first], vocabulary)
    below = [rows[n] for n in range(first, len(rows)) if n not in starts]
    texts = [row[n].text.strip() for row in below for n in columns]
    signs = [text for text in texts if not NOTHING.fullmatch(text)]
    found = list(dict.fromkeys(signs))
    is_used = len(found) < len(signs) or any(map(is_sign, found))
    return (
        found
        if is_used and all(_may_be_sign(text) and not vocabulary.is_body(text) for text in found)
        else ()
    )


def _may_be_sign(text: str) -> bool:
    return text in CELL_MARKS or (len(text) <= LONGEST_SIGN and text.isalpha())


def _rows_of_bodies(rows: Sequence[Row], vocabulary: Vocabulary) -> Iterator[int]:
    """Yield where rows have cells that are evidently bodies, and no sign below those before."""
    above: Sequence[int] = ()
    for index, row in enumerate(rows):
        evident = _evident(row, vocabulary)
        if len({id(row[column]) for column in evident}) >= FEWEST_BODIES and not any(
            is_sign(text) for column in above if (text := row[column].text.strip())
        ):
            above = evident
            yield index


def _evident(row: Row, vocabulary: Vocabulary) -> Sequence[int]:
    names = enumerate("".join(cell.text.split()) for cell in row)
    return [n for n, name in names if vocabulary.is_body(name) and not role_called(name)]


def _bodies_over(
    rows: Sequence[Row], meanings: Mapping[str, Role], vocabulary: Vocabulary
) -> Sequence[int]:
    """Return the columns of bodies in the first of `rows`, none if it heads no matrix.

    Two names are evidently bodies; another that may be one (各区) is one if signs stand below it.
    """
    first, below = rows[0], rows[1:]
    evident = _evident(first, vocabulary)
    if not _are_signs(below, evident, meanings):
        return ()
    return [
        n
        for n, cell in enumerate(first)
        if n in evident
        or (
            (name := "".join(cell.text.split()))
            and vocabulary.may_be_body(name)
            and _are_signs(below, (n,), meanings)
        )
    ]


def _are_signs(rows: Sequence[Row], columns: Sequence[int], meanings: Mapping[str, Role]) -> bool:
    """Tell whether most of what stands in `columns` are signs, but for rows of one cell."""
    texts = [
        text
        for row in rows
        for column in columns
        if row[column] is not row[0]
        if not NOTHING.fullmatch(text := row[column].text.strip())
    ]
    return sum(text in meanings or is_sign(text) for text in texts) * 2 > len(texts)


def _may_be_below(over: Heading, rows: Sequence[Row], bodies: Sequence[int]) -> bool:
    """Tell whether names with `rows` below them may head a matrix under an ordinary heading.

    Under 牵头单位 and 配合单位 they are names of an ordinary table, whose heading may be repeated
    below them, if no marks are there.
    """
    if len({over.columns[column] for column in bodies}) == 1:
        return True
    return any(row[n].text.strip() in CELL_MARKS for row in rows for n in bodies)


def _role_above(row: Row, bodies: Sequence[int]) -> Role | None:
    """Return the role that the one heading in `row` above all `bodies` gives.

    A heading that was merged, and is not in a text, leaves blanks behind it.
    """
    tops: list[str] = []
    for cell in row:
        tops.append(cell.text.strip() or (tops[-1] if tops else ""))
    roles = {column_of(tops[column]) for column in bodies}
    return next((one for one in ROLES if roles == {one}), None)


def _heading(
    rows: Sequence[Row], bodies: Sequence[int], meanings: Mapping[str, Role], above: Role | None
) -> MatrixHeading:
    row = rows[0]
    columns: list[Column] = [
        "body" if n in bodies else column_of(cell.text) for n, cell in enumerate(row)
    ]
    by_column = _roles_below(rows, bodies)
    height = 2 if by_column else 1
    if above and not meanings:
        by_column = by_column or dict.fromkeys(bodies, above)
    texts = tuple(cell.text for cell in row)
    return MatrixHeading(_with_title(columns), texts, height, tuple(row), meanings, by_column)


def _with_texts_of(above: Row, heading: MatrixHeading) -> MatrixHeading:
    """Return `heading` with what stands in the row above where its own cells are blank.

    There they were merged, in a format that does not keep it.
    """
    blank = [n for n in heading.nameless if above[n].text.strip()]
    if not blank:
        return heading
    texts = tuple(above[n].text if n in blank else text for n, text in enumerate(heading.texts))
    columns = tuple(
        one if one == "body" else column_of(text)
        for one, text in zip(heading.columns, texts, strict=True)
    )
    return replace(heading, columns=_with_title(columns), texts=texts)


def _with_title(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return `columns`, the first of which nothing is known having the tasks if no other does."""
    if any(map(is_task, columns)) or "other" not in columns:
        return tuple(columns)
    first = columns.index("other")
    return (*columns[:first], "title", *columns[first + 1 :])


def _roles_below(rows: Sequence[Row], bodies: Sequence[int]) -> dict[int, Role]:
    """Return the roles in the second row of a heading, 牵头 and 配合 below each body.

    It has nothing else, or what is merged with the first.
    """
    if len(rows) == 1:
        return {}
    first, second = rows[:2]
    others = (n for n in range(len(first)) if n not in bodies)
    if any(second[n] is not first[n] and second[n].text.strip() for n in others):
        return {}
    roles = {n: role_called(second[n].text.strip()) for n in bodies}
    return {n: role for n, role in roles.items() if role} if all(roles.values()) else {}


def _roles_in(rows: Sequence[Row], heading: MatrixHeading) -> Iterator[Role | None]:
    for row in rows:
        yield from (heading.role_at(n, row[n].text.strip()) for n in heading.bodies)
