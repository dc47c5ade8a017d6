"""What is known of the words of a list: the general ones, and those of one data set."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from gdquality.parsing import shapes
from gdquality.parsing.collectives import areas_of, is_areas, is_one, may_go_on
from gdquality.parsing.words import ending, opening, words

SEPARATORS = "、，,；;。/"
_KIND_OF_PLACE = re.compile(r"[\u4e00-\u9fff]{0,12}?自治[区州]|省|市|州|盟|地区")
_NAMES = ("whole_names", "local_institutes", "vertical")
_CACHED = 4096
_VOCABULARIES = 4
"""Registries whose vocabularies are kept; a process mostly has one or two."""

_LONG = 3
"""Characters: 广州 ends in 州 and is no 州, 兴安盟 is a 盟."""

LENGTHS_OF_PLACES = (2, 4)
"""Fewest and most characters of a place of which nothing is known."""


class Form(NamedTuple):
    """What an item of a list is by its form, which says whether a prefix is carried to it.

    Names of bodies `together` take none, nor do those of an `area` and those that a body has as
    its own (广州海关); what any `government` has takes it (财政厅). `is_vertical` is of central
    bodies in a place, `is_place` of places that stand alone and may share the tail of the next.
    `may_go_on` tells whether it may be of one collective with the item before it, `may_be_two`
    whether it prints its prefix twice, as two names do that ran together.
    """

    kind: Literal["together", "prefixed", "area", "own-name", "government", "other"]
    prefix: str
    prefix_is_level: bool
    is_vertical: bool
    is_place: bool
    may_go_on: bool
    may_be_two: bool


_NO_NAME = Form(
    "own-name",
    "",
    prefix_is_level=False,
    is_vertical=False,
    is_place=False,
    may_go_on=False,
    may_be_two=False,
)


@dataclass(frozen=True)
class Vocabulary:
    """The prefixes that a list may print once for several bodies, and the names known whole.

    `prefixes` are those of the data set beside those that any document may print; a name in
    `names` is a body, and is not divided where it holds a separator (各地、各有关部门).
    """

    prefixes: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()

    @classmethod
    def of(cls, prefixes: Iterable[str] = (), names: Iterable[str] = ()) -> "Vocabulary":
        """Return the vocabulary of a registry's prefixes and names; both are given as printed.

        It is the same one whenever they are the same, with what it has found out about names.
        """
        return _vocabulary_of(tuple(prefixes), tuple(names))

    @cached_property
    def prefix_of(self) -> Callable[[str], str]:
        """The function that returns the prefix a text begins with, or an empty string."""
        return lru_cache(_CACHED)(self._find_prefix)

    def _find_prefix(self, text: str) -> str:
        if opening(text, "words_like_levels"):
            return ""
        own = next((text[:n] for n in self._lengths if text[:n] in self._own), "")
        place = opening(text, "places")
        if place and (kind := _KIND_OF_PLACE.match(text, len(place))):
            place += kind[0]
        return max(own, opening(text, "levels"), place, key=len)

    def form_of(self, text: str) -> Form:
        """Return what an item of a list is by its form; what is too long for a name has its own."""
        return self._forms(text) if len(text) <= shapes.LONGEST_NAME else _NO_NAME

    @cached_property
    def _forms(self) -> Callable[[str], Form]:
        return lru_cache(_CACHED)(self._find_form)

    def _find_form(self, text: str) -> Form:
        prefix = self.prefix_of(text)
        # A level is 省 or 自治区, and so is the full name of a place, 广东省; but not 广州.
        is_named = len(prefix) >= _LONG and prefix[-1] in shapes.KINDS
        is_vertical = text in words("vertical")
        kind: Literal["together", "prefixed", "area", "own-name", "government", "other"]
        if shapes.is_collective(text) or is_one(text):
            kind = "together"
        elif prefix:
            kind = "prefixed"
        elif shapes.is_area(text):
            kind = "area"
        elif shapes.has_own_name(text) and not is_vertical:
            kind = "own-name"
        else:
            kind = "government" if is_vertical or shapes.is_of_governments(text) else "other"
        is_level = bool(prefix) and (prefix in words("levels") or is_named)
        return Form(
            kind,
            prefix,
            prefix_is_level=is_level,
            is_vertical=is_vertical,
            is_place=self._is_place(text, kind, prefix),
            may_go_on=may_go_on(text),
            may_be_two=bool(prefix) and prefix in text[len(prefix) :],
        )

    def _is_place(self, text: str, kind: str, prefix: str) -> bool:
        if kind == "together" or text in self.names:
            return False
        if prefix == text or ending(text, "zones"):
            return True
        if shapes.is_named_as_body(text):
            return False
        fewest, most = LENGTHS_OF_PLACES
        return fewest <= len(text) <= most or (kind == "area" and text[-1] in shapes.KINDS)

    @cached_property
    def is_body(self) -> Callable[[str], bool]:
        """The function that tells whether a text is evidently a body's name in any sentence."""
        return lru_cache(_CACHED)(self._is_evident)

    def _is_evident(self, text: str) -> bool:
        if text in self.names or text in words("central_names"):
            return True
        if shapes.is_prose(text) or is_areas(text):
            return False
        name = shapes.without_bracket(text)
        if shapes.is_collective(text) or areas_of(text):
            return self._is_evident_collective(name)
        prefix = self.prefix_of(name) or opening(name, "national_openings")
        rest = name.removeprefix(prefix)
        if shapes.is_department(rest) and not (shapes.is_internal(rest) and not prefix):
            return bool(prefix) or not ending(rest, "common_endings")
        if ending(name, "no_bodies"):
            return False
        return self._is_titled(prefix, name, rest) or self._ends_in_department(name)

    @staticmethod
    def _is_evident_collective(name: str) -> bool:
        return bool(ending(name, "groups") or ending(name, "area_tails"))

    @staticmethod
    def _is_titled(prefix: str, name: str, rest: str) -> bool:
        """Tell whether a name with a prefix or a national title ends as a body's: 市留交办."""
        if not (prefix or opening(name, "unprefixed")) or len(rest) <= 1:
            return False
        return bool(ending(rest, "body_endings") or ending(rest, "department_endings"))

    @staticmethod
    def _ends_in_department(name: str) -> bool:
        """Tell whether a name of unknown beginning ends as a department: 象州生态环境局."""
        if not ending(name, "evident_endings") or not "一" <= name[0] <= "龥":
            return False
        return any(shapes.is_department(name[n:]) for n in range(2, min(len(name) - 2, 9)))

    def is_institution(self, text: str) -> bool:
        """Tell whether `text` names an institution or area that a list of bodies may hold."""
        if shapes.is_prose(text):
            return False
        prefix = self.prefix_of(text)
        if prefix or opening(text, "unprefixed"):
            return len(text) > len(prefix) + 1 and shapes.is_named_as_body(text)
        areas = areas_of(text)
        return shapes.is_area(text) or bool(areas and areas.head)

    def may_be_body(self, text: str) -> bool:
        """Tell whether `text` may be a body's name where a document says that bodies stand."""
        return len(text) <= shapes.LONGEST_NAME and self._may_be_body(text)

    @cached_property
    def _may_be_body(self) -> Callable[[str], bool]:
        return lru_cache(_CACHED)(self._is_possible)

    def _is_possible(self, text: str) -> bool:
        if self.is_body(text):
            return True
        if shapes.is_prose(text) or shapes.is_person(text):
            return False
        prefix = self.prefix_of(text)
        if shapes.is_internal(text) and not prefix:
            return False
        return (
            shapes.is_collective(text)
            or shapes.is_area(text)
            or prefix == text
            or any(text in words(kind) for kind in _NAMES)
            or bool(opening(text, "unprefixed"))
            or (len(text) >= _LONG and shapes.is_named_as_body(text))
            or self._is_prefixed(prefix, text.removeprefix(prefix))
        )

    @staticmethod
    def _is_prefixed(prefix: str, rest: str) -> bool:
        """Tell whether a prefix makes a name of what else is none: 省环境保护, 县医院."""
        return bool(prefix) and (shapes.is_matters(rest) or rest in words("institution_endings"))

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(self.prefixes)

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(one) for one in self.prefixes}, reverse=True))

    @cached_property
    def undivided(self) -> re.Pattern[str] | None:
        """Match a name that holds a separator itself, the longest that fits; None without any."""
        found = [name for name in self.names if any(one in name for one in SEPARATORS)]
        longest_first = sorted(found, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(re.escape, longest_first))) if found else None


@lru_cache(_VOCABULARIES)
def _vocabulary_of(prefixes: tuple[str, ...], names: tuple[str, ...]) -> Vocabulary:
    return Vocabulary(prefixes, frozenset("".join(name.split()) for name in names))
