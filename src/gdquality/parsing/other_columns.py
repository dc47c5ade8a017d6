"""Bodies in the columns of a table that are not for bodies, 备注: told, since no task has them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from gdquality.errors import quoted
from gdquality.parsing.heading_roles import role_called
from gdquality.parsing.headings import Heading, Row
from gdquality.parsing.printed_allocations import LONGEST_ALLOCATION
from gdquality.parsing.role_sentences import read_allocation
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.words import ending, words
from gdquality.records import Remark

_CACHED = 256
_FOR_NOTES = re.compile("备注|说明|附注|角色|分工")
_ROLE_FIRST = re.compile("(?:牵头|主办|配合|协助|协同|协办|会同)(?!人|方|单位|部门|度)")
_LONGEST_NOTE = 30
_CLAUSE = re.compile(r"[^。；;\n（）()〔〕]+")


def bodies_told(
    row: Row, heading: Heading, columns: Sequence[int], vocabulary: Vocabulary
) -> Iterator[Remark]:
    """Yield a remark on each cell of `columns` that is a list of bodies, or says who has a role.

    牵头 alone says it of those in the row; where every row says it, the column is one of roles.
    What stands under no heading is told as such, a cell merged over several columns once, and
    督导单位 says itself that those below it have none of the three roles.
    """
    for column in columns:
        cell = row[column]
        if column in heading.nameless or any(row[other] is cell for other in heading.naming):
            continue
        if _gives_no_role(heading.texts[column]):
            continue
        if column and row[column - 1] is cell:
            continue
        has_bodies = _allocates(cell.text, vocabulary)
        if has_bodies or _says_role(cell.text.strip(), heading.texts[column]):
            over = quoted("".join(heading.texts[column].split()))
            what = "有单位" if has_bodies else "写着分工"
            message = f"{over}一栏里{what}，没有算进分工：{quoted(cell.text)}"
            yield Remark("unread-cell", message, cell.place)


@lru_cache(_CACHED)
def _gives_no_role(heading: str) -> bool:
    text = "".join(heading.split())
    return text.removesuffix(ending(text, "bodies_of_labels")) in words("other_verbs")


def _says_role(text: str, heading: str) -> bool:
    """Tell whether a cell says as what those in its row stand there: 牵头, 配合市交通局."""
    if role_called(text) in ("lead", "support"):
        return True
    is_for_notes = bool(_FOR_NOTES.search(heading))
    return is_for_notes and len(text) <= _LONGEST_NOTE and bool(_ROLE_FIRST.match(text))


def _allocates(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a cell, or a clause of it, names bodies as a role sentence or a list does."""
    found = _CLAUSE.finditer(text)
    clauses = (clause[0] for clause in found if len(clause[0]) <= LONGEST_ALLOCATION)
    allocations = (read_allocation(clause, vocabulary, None) for clause in clauses)
    return any(one.mentions for one in allocations if one)
