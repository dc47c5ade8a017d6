"""Rows of data that only seem to head a table, since one cell says 牵头 and no more."""

import re
from collections.abc import Sequence

from gdquality.parsing.collectives import areas_of
from gdquality.parsing.columns import column_of, is_role, says_share
from gdquality.parsing.heading_roles import names_bodies, role_called
from gdquality.parsing.role_sentences import read_names
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.sources.interface import Cell

_ROW_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?")
"""The number of a row."""

_LAST_NUMBERED = 3
"""Columns of which one has the numbers; those of a heading further on are months or years."""

LONGEST_CELL = 400
"""Characters of a cell that is looked at for bodies; no heading has as many."""


def is_numbered(row: Sequence[Cell]) -> bool:
    """Tell whether a row begins with its number, or what it stands under, as rows of data do."""
    return any(_ROW_NUMBER.fullmatch(cell.text.strip()) for cell in row[:_LAST_NUMBERED])


def goes_on_below(
    row: Sequence[Cell], naming: Sequence[int], texts: Sequence[str], vocabulary: Vocabulary
) -> bool:
    """Tell whether `row` has bodies in the columns `naming` of the heading of `texts` above it.

    It is data as well if it says 牵头 below 职责分工, which heads bodies or what they do.
    """
    return any(
        _named_in(row[column].text, vocabulary)
        or (says_share(texts[column]) and role_called(row[column].text.strip()))
        for column in naming
    )


def begins_list(row: Sequence[Cell], below: Sequence[Cell], vocabulary: Vocabulary) -> bool:
    """Tell whether one cell of `row` has evident bodies, and what is `below` it, if anything, too.

    Several of them head a matrix, and one may head a column of marks. 牵头单位 and 配合单位 in one
    row are headings.
    """
    if sum(is_role(column_of(cell.text)) and names_bodies(cell.text) for cell in row) > 1:
        return False
    naming = [n for n, cell in enumerate(row) if _has_evident(cell, vocabulary)]
    if len({id(row[n]) for n in naming}) != 1:
        return False
    return not below or _has_evident(below[naming[0]], vocabulary)


def _has_evident(cell: Cell, vocabulary: Vocabulary) -> bool:
    if names_bodies(cell.text):
        return False
    return any(map(vocabulary.is_body, _named_in(cell.text, vocabulary)))


def _named_in(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the bodies of a cell, none if it is a heading: 主管部门, 县区."""
    if len(text) > LONGEST_CELL or is_role(column_of(text)):
        return []
    names = [one.text for one in read_names(text, vocabulary).mentions]
    return [name for name in names if not areas_of(name)]
