"""The subjects of clauses that are not understood: 司法局、教育局保障经费 gives no role."""

import re
from collections.abc import Container, Sequence

from gdquality.parsing import shapes
from gdquality.parsing.separators import Piece
from gdquality.parsing.vocabulary import Vocabulary

_SHORTEST_NAME = 3
_PREDICATE = re.compile("[一-鿿]{3,}")
_OF_PERSONS = re.compile("领导|责任人|负责人|联系人|联络|分管|电话|姓名|人员|[科处股]室|主任|局长")
"""What may stand behind a name of whom or what is inside that body."""


def without_subjects(
    pieces: Sequence[Piece],
    are_names: Sequence[bool],
    roles: Container[int],
    vocabulary: Vocabulary,
) -> list[bool]:
    """Return which of `pieces` are names that have the role of their list.

    Those are not that stand in one group before a name with a predicate, of which they are subjects
    as it is. Each of `roles` begins a name that has one of its own.
    """
    found = list(are_names)
    begins = 0
    for index, piece in enumerate(pieces):
        if piece.begins_group:
            begins = index
        if not are_names[index] and _has_predicate(piece.text, vocabulary):
            for before in range(begins, index):
                found[before] &= pieces[before].start in roles
            begins = index + 1
    return found


def _has_predicate(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a body's name and what that body does are all of `text`."""
    longest = min(len(text), shapes.LONGEST_NAME) - 1
    behind = (n for n in range(longest, _SHORTEST_NAME - 1, -1) if _is_name(text[:n], vocabulary))
    rest = text[next(behind, len(text)) :]
    if not _PREDICATE.fullmatch(rest) or _OF_PERSONS.search(rest):
        return False
    return not (shapes.is_person(rest) or shapes.is_internal(rest) or shapes.is_matters(rest))


def _is_name(text: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.is_body(text) or vocabulary.is_institution(text)
