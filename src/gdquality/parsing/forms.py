"""What an item of a list is by its form, which says what it takes from the items beside it."""

from typing import Literal, NamedTuple

from gdquality.parsing import shapes
from gdquality.parsing.collectives import is_one_collective, may_go_on
from gdquality.parsing.words import ending, words

Kind = Literal["together", "prefixed", "area", "own-name", "government", "other"]

_SHORTEST_NAMED = 3
"""Characters: 广州 ends in 州 and is no 州, 兴安盟 is a 盟."""

LENGTHS_OF_PLACES = (2, 4)
"""Fewest and most characters of a place of which nothing is known."""


class Form(NamedTuple):
    """What an item of a list is by its form, which decides whether it takes the prefix before it.

    By `kind`, a collective ("together"), an area and a body with a name of its own (广州海关) take
    none; what any government has (财政厅) takes it. A body that `is_vertical` is a central one in a
    place. A text that `is_place` is the name of a place alone, and may share the tail of the next
    item. One that `is_settled` is surely a whole name; any other may continue the collective before
    it, or be two names that ran together, since it prints its prefix twice.
    """

    kind: Kind
    prefix: str = ""
    prefix_is_level: bool = False
    is_vertical: bool = False
    is_place: bool = False
    is_settled: bool = True


NO_NAME = Form("own-name")
"""The form of what is too long for a name."""


def form_of(text: str, prefix: str, *, is_known: bool) -> Form:
    """Return the form of an item that begins with `prefix`; `is_known` of names known whole."""
    # A level is 省 or 自治区, and so is the full name of a place, 广东省; but not 广州.
    is_named = prints_kind(prefix)
    kind = _kind(text, prefix)
    return Form(
        kind,
        prefix,
        prefix_is_level=bool(prefix) and (prefix in words("levels") or is_named),
        is_vertical=text in words("vertical"),
        is_place=kind != "together" and not is_known and _is_place(text, prefix),
        is_settled=not (may_go_on(text) or _is_repeated(prefix or "各", text)),
    )


def prints_kind(place: str) -> bool:
    """Tell whether a place prints its kind, as 广州市 does; 广州 and 景德镇 only end so."""
    return (
        len(place) >= _SHORTEST_NAMED and place[-1] in shapes.KINDS and place not in words("places")
    )


def _is_repeated(opening: str, text: str) -> bool:
    return text.startswith(opening) and opening in text[len(opening) :]


def _kind(text: str, prefix: str) -> Kind:
    is_vertical = text in words("vertical")
    if shapes.is_collective(text) or is_one_collective(text):
        return "together"
    if prefix:
        return "prefixed"
    if shapes.is_area(text):
        return "area"
    if shapes.has_own_name(text) and not is_vertical:
        return "own-name"
    if is_vertical or shapes.is_of_governments(text):
        return "government"
    return "area" if shapes.is_of_area(text) else "other"


def _is_place(text: str, prefix: str) -> bool:
    if prefix == text or ending(shapes.without_bracket(text), "zones"):
        return True
    if text in words("areas_named_so"):
        return True
    if ending(text, "area_tails") or (shapes.is_named_as_body(text) and not _is_short(text)):
        return False
    fewest, most = LENGTHS_OF_PLACES
    return fewest <= len(text) <= most or (text[-1] in shapes.KINDS and shapes.is_area(text))


def _is_short(text: str) -> bool:
    """Tell whether a name only ends as a body's by its last character: 丰台."""
    return (
        len(text) == LENGTHS_OF_PLACES[0]
        and not shapes.is_department(text)
        and text not in words("institution_endings")
    )
