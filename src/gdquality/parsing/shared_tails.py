"""Places that share the tail of the name after them: 临汾、侯马经济开发区管委会."""

import re
from collections.abc import Sequence

from gdquality.parsing import shapes
from gdquality.parsing.carry import NOTHING
from gdquality.parsing.collectives import areas_of
from gdquality.parsing.compact import Range
from gdquality.parsing.forms import LENGTHS_OF_PLACES, Form, prints_kind
from gdquality.parsing.separators import Piece
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.words import ending, words

_BRACKET = re.compile("^[（(][^（）()]*[）)]")
_SHORTEST, _LONGEST = LENGTHS_OF_PLACES


def tails_shared(
    group: Sequence[Piece], forms: Sequence[Form], vocabulary: Vocabulary
) -> dict[int, Range]:
    """Return the tail that each place of a group shares, by its index.

    The item that the tail is printed in is there as well, and needs none.
    """
    tails: dict[int, Range] = {}
    behind = 0
    for at, form in enumerate(forms):
        if not form.is_place or at < behind:
            continue
        behind = _after_places(group, forms, at, vocabulary)
        if behind < len(group):
            tail = _tail_shared(group[behind - 1].text, group[behind], vocabulary)
            if tail != NOTHING:
                tails |= {**dict.fromkeys(range(at, behind), tail), behind: NOTHING}
        behind += 1
    return tails


def _after_places(
    group: Sequence[Piece], forms: Sequence[Form], at: int, vocabulary: Vocabulary
) -> int:
    """Return where the places end that begin at `at`."""
    to = at + 1
    while to < len(group) and forms[to].is_place:
        if _is_named_for(group[to - 1].text, group[to].text, vocabulary):
            break
        to += 1
    return to


def _is_named_for(place: str, last: str, vocabulary: Vocabulary) -> bool:
    """Tell whether `last` has what a known `place` before it lacks: 无锡、苏州市."""
    if prints_kind(place) or vocabulary.prefix_of(place) != place or place in words("levels"):
        return False
    own = vocabulary.prefix_of(last)
    has_kind = own == last and prints_kind(last)
    return has_kind or (own not in {"", last} and bool(ending(last, "zones")))


def _tail_shared(last: str, named: Piece, vocabulary: Vocabulary) -> Range:
    """Return where in `named` the tail stands that the `last` place before it shares, if any."""
    is_collective = vocabulary.form_of(named.text).kind == "together"
    tail = "" if is_collective else _tail(last, named.text, vocabulary)
    # 长沙、株洲、湘潭三市人民政府 counts the three; no one of them is called so.
    is_counted = tail[:1] in "一二两三四五六七八九十"
    return (named.end - len(tail), named.end) if tail and not is_counted else NOTHING


def _tail(last: str, text: str, vocabulary: Vocabulary) -> str:
    """Return what `text` shares with the place before it, its own aside, or an empty string."""
    own = vocabulary.prefix_of(text)
    if last in words("levels"):
        # 市、县（区）教育局: the bracket is of the level that it stands behind.
        tail = _BRACKET.sub("", text.removeprefix(own))
        return tail if own in words("levels") else ""
    if vocabulary.prefix_of(last) == last and own and own not in words("levels"):
        return _of_known(own, last, text.removeprefix(own))
    if ending(shapes.without_bracket(last), "zones") and last not in words("areas_named_so"):
        return _of_zone(text)
    if shapes.is_area(last) and (last[-1] in "市县区" or prints_kind(last)):
        return _of_area(last, text)
    return _of_unknown(last, text)


def _of_known(own: str, place: str, tail: str) -> str:
    """Return the tail of a known place, `own`, that another `place` shares."""
    if prints_kind(place) and (of_area := areas_of(tail)):
        return of_area.tail  # 天门市、神农架林区人民政府
    return _behind(own, place) + tail


def _behind(own: str, place: str) -> str:
    """Return the kind that `own` prints for `place` as well: 长沙、湘潭市人民政府."""
    is_named, names_kind = map(prints_kind, (own, place))
    return own[-1] if is_named and not names_kind and place[-1] != own[-1] else ""


def _of_area(place: str, text: str) -> str:
    """Return the tail of `text` that an area shares: 政府 of 花都区政府."""
    ends = [at + 1 for at, character in enumerate(text) if at and character in shapes.KINDS]
    of_its_kind = sorted(ends, key=lambda end: text[end - 1] != place[-1])
    return next((text[end:] for end in of_its_kind if _is_tail_of_area(text[end:])), "")


def _is_tail_of_area(tail: str) -> bool:
    # A zone has a committee of its own; the district before it has none.
    is_committee = tail in words("committees")
    return not is_committee and (tail in words("area_tails") or shapes.is_department(tail))


def _of_zone(text: str) -> str:
    """Return the committee that a zone shares: 两江新区、万盛经开区管委会."""
    tail = ending(text, "committees")
    zone = shapes.without_bracket(text.removesuffix(tail))
    return tail if tail and ending(zone, "zones") else ""


def _of_unknown(place: str, text: str) -> str:
    """Return the tail of `text` that a place shares which is in no list of places."""
    tail = ending(text, "zone_tails") or ending(text, "area_tails")
    if not tail or not _SHORTEST <= len(text) - len(tail) <= _LONGEST:
        return ""
    return tail[1:] if tail[0] == place[-1] else tail
