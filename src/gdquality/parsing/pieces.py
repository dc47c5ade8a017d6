"""A list divided into the pieces that name one body each, as they are printed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gdquality.parsing import collectives
from gdquality.parsing.compact import Compact
from gdquality.parsing.conjunctions import at_words
from gdquality.parsing.run_on import apart
from gdquality.parsing.separators import Piece, at_signs
from gdquality.parsing.shapes import LONGEST_NAME
from gdquality.parsing.vocabulary import Vocabulary


class Divided(NamedTuple):
    """The pieces of a list in printed order, and the signs between which a name is missing."""

    pieces: tuple[Piece, ...]
    missing: tuple[tuple[int, int], ...]


def divide(source: Compact, start: int, end: int, vocabulary: Vocabulary) -> Divided:
    """Return the pieces of the list that stands in `source` from `start` to `end`."""
    printed, missing = at_signs(source, start, end, vocabulary)
    named = [part for piece in printed for part in at_words(piece, vocabulary)]
    pieces = [
        one
        for piece in _collectives_joined(named, source.text, vocabulary)
        for one in apart(piece, source, vocabulary)
    ]
    return Divided(tuple(pieces), tuple(missing))


def _collectives_joined(
    pieces: Sequence[Piece], text: str, vocabulary: Vocabulary
) -> Iterator[Piece]:
    """Put together again what one 各 is printed for: 各市、州、县人民政府."""
    at = 0
    while at < len(pieces):
        piece, to = pieces[at], at + 1
        while piece.text not in vocabulary.names and to < len(pieces):
            joined = _joined(piece, pieces[to], text)
            if joined is None:
                break
            piece, to = joined, to + 1
        if to > at + 1 and not collectives.is_one(piece.text):
            piece, to = pieces[at], at + 1
        yield piece
        at = to


def _joined(piece: Piece, following: Piece, text: str) -> Piece | None:
    """Return two pieces as one, if a 、 stands between them that belongs to a collective."""
    if following.begins_group or text[piece.end : following.start] != "、":
        return None
    if following.end - piece.start > LONGEST_NAME:
        return None
    if not collectives.are_one(piece.text, following.text):
        return None
    return piece._replace(text=text[piece.start : following.end], end=following.end)
