"""The grammar of an agency list: what stands between the separators, in full.

A document prints a shorthand (docs/list-grammar.md):

    list  = group { "，" group }      a group starts afresh
    group = item { "、" item }
    item  = [ prefix ] name           a prefix carries over the items after it
          | place                     a place alone shares the tail of the next item in full

    省发展改革委、科技厅，广东银监局、保监局   省发展改革委 省科技厅 广东银监局 广东保监局
    临汾、侯马经济开发区管委会                two committees
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gdquality.parsing import shapes
from gdquality.parsing.compact import Compact, compacted
from gdquality.parsing.pieces import Piece, divide
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.words import opening, words

_KINDS = "省市州盟区县旗镇乡區縣"
_SHARED = re.compile(
    r"(?:人民政府|政府|管委会|管理委员会|党工委|党委|街道办事处|街道办|办事处|"
    r"(?:经济技术|经济|高新技术产业|高新|综合|产业)?(?:开发区|保税区|新区|高新区|园区)(?:管委会|管理委员会)?)$"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One body of a list: `text` in full, and where in the list it is printed.

    `start` and `end` count characters from 0; for a shared tail they span the place alone.
    """

    text: str
    start: int
    end: int


def expand(text: str, vocabulary: Vocabulary) -> list[Item]:
    """Return every body that the list `text` names, in printed order; an empty one names none."""
    source = compacted(text)
    pieces = divide(source, 0, len(source.text), vocabulary).pieces
    return [
        Item(name, *source.span(piece.start, piece.end))
        for name, piece in in_full(pieces, source, vocabulary)
    ]


def in_full(
    pieces: Sequence[Piece], source: Compact, vocabulary: Vocabulary
) -> Iterator[tuple[str, Piece]]:
    """Yield each piece with the name it stands for: prefixes carried, tails shared."""
    group: list[Piece] = []
    for piece in pieces:
        if piece.begins_group and group:
            yield from _Group(group, vocabulary).in_full()
            group = []
        group.append(piece)
    yield from _Group(group, vocabulary).in_full()


class _Group:
    """The pieces between two ，, and what is carried over them."""

    def __init__(self, pieces: Sequence[Piece], vocabulary: Vocabulary) -> None:
        self.pieces = pieces
        self.vocabulary = vocabulary
        self.level = ""
        self.place = ""
        self.committee = ""
        self.latest = ""
        printed = [vocabulary.prefix_of(one.text) for one in pieces]
        levels = [one for one in printed if one and vocabulary.is_level(one)]
        # Who prints the prefix each time elides none: 市科委、市商务委、申康医院发展中心.
        self.elides = len(levels) < 2
        self.interrupted = False

    def in_full(self) -> Iterator[tuple[str, Piece]]:
        at = 0
        while at < len(self.pieces):
            shared, at = self._sharing(at)
            if shared:
                yield from shared
                self.level = self.place = self.committee = ""
            elif at < len(self.pieces):
                yield self._name(self.pieces[at].text), self.pieces[at]
                at += 1

    def _sharing(self, at: int) -> tuple[list[tuple[str, Piece]], int]:
        """Return the places from `at` that share the tail of the name after them, and that name."""
        places: list[Piece] = []
        for to in range(at, len(self.pieces)):
            piece = self.pieces[to]
            if places and (tail := self._tail(places, piece.text)):
                found = [(_with_tail(one.text, tail), one) for one in places]
                return [*found, (piece.text, piece)], to + 1
            if not self._is_place_alone(piece.text):
                break
            places.append(piece)
        return [], at

    def _is_place_alone(self, text: str) -> bool:
        if text in self.vocabulary.names:
            return False
        if self.vocabulary.prefix_of(text) == text:
            return True
        if shapes.is_collective(text) or shapes.is_department(text):
            return False
        return (shapes.is_area(text) and text[-1] in _KINDS) or (
            2 <= len(text) <= 3 and not shapes.is_named_as_body(text)
        )

    def _tail(self, places: Sequence[Piece], text: str) -> str:
        """Return what `text` shares with `places`, its own place aside, or nothing."""
        last = places[-1].text
        if shapes.is_collective(text) or self._is_place_alone(text):
            return ""
        own = self.vocabulary.prefix_of(text)
        if last in words("levels"):
            return text.removeprefix(own) if own in words("levels") else ""
        if last[-1] in _KINDS and len(last) > 2:
            found = re.match(rf".{{1,7}}?[{_KINDS}](?=.)", text)
            tail = text[found.end() :] if found else ""
            return tail if self._is_shared(tail, text) else ""
        if self.vocabulary.prefix_of(last) == last:
            if own and own not in words("levels"):
                kind = own[-1] if own[-1] in _KINDS and len(own) > 2 else ""
                return kind + text.removeprefix(own)
            return ""
        tail = text[len(last) :]
        return (
            tail
            if all(len(one.text) == len(last) for one in places) and _SHARED.fullmatch(tail)
            else ""
        )

    @staticmethod
    def _is_shared(tail: str, text: str) -> bool:
        if tail in {"管委会", "管理委员会"}:
            return False
        del text
        return bool(_SHARED.fullmatch(tail)) or shapes.is_department(tail)

    def _name(self, text: str) -> str:
        vocabulary = self.vocabulary
        if shapes.is_collective(text):
            self.interrupted = True
            if text[1:2] == "直":
                self.level = text[0]
            return text
        own = vocabulary.prefix_of(text)
        if own:
            self._take(own, text)
            return text
        if shapes.has_own_name(text) and not self._is_vertical(text):
            self.interrupted = True
            return text
        if shapes.is_area(text):
            return text
        if not self.elides or self.interrupted:
            carries = shapes.is_department(text) or text in words("local_institutes")
            return self._carried(text) + text if carries or self._is_vertical(text) else text
        return self._carried(text) + text

    def _take(self, own: str, text: str) -> None:
        """Take note of the prefix `own` that `text` prints."""
        self.latest = own
        if not self.vocabulary.is_level(own):
            self.place = own
            self.interrupted = True
            return
        self.level = own
        self.interrupted = False
        self.committee = own + "委" if text.startswith(own + "委") else ""

    def _carried(self, text: str) -> str:
        if text in words("party_departments") and self.committee:
            return self.committee
        if self._is_vertical(text) and self.place and self.latest == self.place:
            return self.place
        return self.level or self.place

    @staticmethod
    def _is_vertical(text: str) -> bool:
        return text in words("vertical") and bool(opening(text, "matters") or text)


def _with_tail(place: str, tail: str) -> str:
    """Return a place with the tail it shares; the kind of the place is printed once."""
    return place + (tail[1:] if tail[0] == place[-1] and tail[0] in _KINDS else tail)
