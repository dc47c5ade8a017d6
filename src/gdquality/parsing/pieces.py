"""A list divided into the pieces that name one body each, as they are printed."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from gdquality.parsing import collectives
from gdquality.parsing.compact import Compact, Range
from gdquality.parsing.conjunctions import WORD, at_words
from gdquality.parsing.forms import Form
from gdquality.parsing.numbered_items import NUMBER, numbered_items
from gdquality.parsing.run_on import apart
from gdquality.parsing.separators import GROUP_SIGNS, Piece, at_signs
from gdquality.parsing.shapes import LONGEST_NAME
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.words import words


class Divided(NamedTuple):
    """The pieces of a list in printed order, with the form of each.

    `unread` are the signs between which a name is missing, and words that name nobody.
    """

    pieces: list[Piece]
    forms: list[Form]
    unread: list[Range]


def divide(
    source: Compact,
    start: int,
    end: int,
    vocabulary: Vocabulary,
    ends: Collection[int] = (),
) -> Divided:
    """Return the pieces of the list that stands in `source` from `start` to `end`.

    At each of `ends` a name ends, whatever stands behind it: A（牵头）B.
    """
    pieces, unread = _at_signs_and_numbers(source, start, end, vocabulary)
    if ends:
        pieces = [part for piece in pieces for part in _at_ends(piece, ends)]
    if WORD.search(source.text, start, end):
        pieces = [part for piece in pieces for part in at_words(piece, vocabulary, unread)]
    forms = forms_of(pieces, vocabulary)
    if source.gaps or not all(form.is_settled for form in forms):
        whole = _collectives_joined(pieces, source.text, vocabulary)
        pieces = [one for piece in whole for one in apart(piece, source, vocabulary)]
        forms = forms_of(pieces, vocabulary)
    return Divided(pieces, forms, unread)


def _at_signs_and_numbers(
    source: Compact, start: int, end: int, vocabulary: Vocabulary
) -> tuple[list[Piece], list[Range]]:
    """Divide a list at its signs and at the numbers of its items; numbers part no groups."""
    first = NUMBER.match(source.text, start, end)
    if not first:
        return at_signs(source, start, end, vocabulary)
    pieces: list[Piece] = []
    missing: list[Range] = []
    behind = start
    for begins, ends in numbered_items(first):
        found, lacking = at_signs(source, begins, ends, vocabulary)
        is_group = not pieces or not GROUP_SIGNS.isdisjoint(source.text[behind:begins])
        pieces += [replace(one, begins_group=is_group) for one in found[:1]] + found[1:]
        missing += lacking
        behind = ends
    return pieces, missing


def _at_ends(piece: Piece, ends: Collection[int]) -> Iterator[Piece]:
    begins = 0
    for end in sorted(one - piece.start for one in ends if piece.start < one < piece.end):
        yield piece.part(begins, end)
        begins = end
    rest = piece.part(begins, len(piece.text))
    yield rest.unnumbered() if begins else rest


def forms_of(pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[Form]:
    """Return what each of `pieces` is by its form."""
    form_of = vocabulary.form_of
    return [form_of(piece.text) for piece in pieces]


def _collectives_joined(pieces: Sequence[Piece], text: str, vocabulary: Vocabulary) -> list[Piece]:
    """Put together again what one 各 is printed for: 各市、州、县人民政府."""
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        piece, to = pieces[at], at + 1
        while to < len(pieces):
            if piece.text in vocabulary.names and not _cannot_stand_alone(pieces[to].text):
                break
            joined = _joined(piece, pieces[to], text)
            if joined is None:
                break
            piece, to = joined, to + 1
        if to > at + 1 and not collectives.is_one_collective(piece.text):
            piece, to = pieces[at], at + 1
        found.append(piece)
        at = to
    return found


def _cannot_stand_alone(text: str) -> bool:
    """Tell whether `text` is of the collective before it, though that is known without it."""
    return text in words("joined_groups") or collectives.is_areas(text)


def _joined(piece: Piece, following: Piece, text: str) -> Piece | None:
    """Return two pieces as one, if a 、 stands between them that belongs to a collective."""
    if following.begins_group or text[piece.end : following.start] != "、":
        return None
    if following.end - piece.start > LONGEST_NAME:
        return None
    if not collectives.are_one(piece.text, following.text):
        return None
    joined = text[piece.start : following.end]
    return Piece(joined, piece.start, following.end, piece.begins_group)
