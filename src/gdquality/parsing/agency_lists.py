"""The grammar of an agency list: what stands between the separators, in full.

A document prints a shorthand (docs/list-grammar.md):

    list  = group { "，" group }      a group starts afresh
    group = item { "、" item }
    item  = [ prefix ] name           a prefix carries over the items after it
          | place                     a place alone shares the tail of the next item in full

    省发展改革委、科技厅，广东银监局、保监局   省发展改革委 省科技厅 广东银监局 广东保监局
    临汾、侯马经济开发区管委会                two committees
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gdquality.parsing.carry import NOTHING, Carry, Span
from gdquality.parsing.compact import Compact, compacted
from gdquality.parsing.pieces import divide
from gdquality.parsing.separators import Piece
from gdquality.parsing.shared_tails import places_from, tail_shared
from gdquality.parsing.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Item:
    """One body of a list: `text` in full, and where in the list it is printed.

    `start` and `end` count characters from 0; for a shared tail they span the place alone.
    """

    text: str
    start: int
    end: int


class Name(NamedTuple):
    """A piece with the name it stands for: `text` as it is read, `printed` as it is written."""

    text: str
    printed: str
    piece: Piece


def expand(text: str, vocabulary: Vocabulary) -> list[Item]:
    """Return every body that the list `text` names, in printed order; an empty one names none."""
    source = compacted(text)
    pieces = divide(source, 0, len(source.text), vocabulary).pieces
    return [
        Item(name.printed, *source.span(name.piece.start, name.piece.end))
        for name in in_full(pieces, source, vocabulary)
    ]


def in_full(pieces: Sequence[Piece], source: Compact, vocabulary: Vocabulary) -> Iterator[Name]:
    """Yield each piece with its whole name: prefixes carried, tails shared."""
    group: list[Piece] = []
    for piece in pieces:
        if piece.begins_group and group:
            yield from _group_in_full(group, source, vocabulary)
            group = []
        group.append(piece)
    yield from _group_in_full(group, source, vocabulary)


def _group_in_full(
    group: Sequence[Piece], source: Compact, vocabulary: Vocabulary
) -> Iterator[Name]:
    carry = Carry(group, vocabulary)
    at = 0
    while at < len(group):
        places = places_from(group, at, vocabulary)
        at += len(places)
        named = group[at : at + 1]
        tail = tail_shared(places, named[0], vocabulary) if places and named else NOTHING
        if tail != NOTHING:
            carry.end()
        for piece in (*places, *named):
            if tail == NOTHING:
                spans = carry.before(piece), (piece.start, piece.end)
            else:
                spans = (piece.start, piece.end), NOTHING if piece in named else tail
            yield _name(source, piece, *spans)
        at += 1


def _name(source: Compact, piece: Piece, first: Span, second: Span) -> Name:
    """Return the name that two spans of the text make together."""
    if first == NOTHING:
        printed = piece.text if source.printed is source.text else source.printed[slice(*second)]
        return Name(piece.text, printed, piece)
    parts = slice(*first), slice(*second)
    text = "".join([source.text[part] for part in parts])
    if source.printed is source.text:
        return Name(text, text, piece)
    return Name(text, "".join([source.printed[part] for part in parts]), piece)
