"""What is known of the words of a list: the general ones, and those of one data set."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from gdquality.parsing import shapes
from gdquality.parsing.collectives import areas_of, is_areas
from gdquality.parsing.forms import NO_NAME, Form, form_of
from gdquality.parsing.words import ending, opening, words

SEPARATORS = "、，,；;。/"
_KIND_OF_PLACE = re.compile(r"[\u4e00-\u9fff]{0,12}?自治[区州]|特别行政区|省|市|州|盟|地区")
_NAMES = ("whole_names", "local_institutes", "vertical", "short_names")
_CACHED = 4096
_VOCABULARIES = 4
"""Registries whose vocabularies are kept; a process mostly has one or two."""

_SHORTEST_INSTITUTION = 3
"""Characters of a name that only ends as those of institutions do."""


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
        """Return what an item of a list is by its form; NO_NAME for what is too long for a name."""
        return self._forms(text) if len(text) <= shapes.LONGEST_NAME else NO_NAME

    @cached_property
    def _forms(self) -> Callable[[str], Form]:
        return lru_cache(_CACHED)(
            lambda text: form_of(text, self.prefix_of(text), is_known=text in self.names)
        )

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

    def _is_evident_collective(self, name: str) -> bool:
        is_group = ending(name, "groups") or ending(name, "area_tails")
        return bool(is_group) or self._ends_in_department(shapes.without_brackets(name))

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
        # 鄂北农谷管委会: what else would have such a committee?
        governs = ending(text, "committees")
        return shapes.is_area(text) or bool(areas and areas.head) or len(text) > len(governs) > 0

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
            or (len(text) >= _SHORTEST_INSTITUTION and shapes.is_named_as_body(text))
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
        separators = set(SEPARATORS)
        found = [name for name in self.names if not separators.isdisjoint(name)]
        longest_first = sorted(found, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(re.escape, longest_first))) if found else None


@lru_cache(_VOCABULARIES)
def _vocabulary_of(prefixes: tuple[str, ...], names: tuple[str, ...]) -> Vocabulary:
    return Vocabulary(prefixes, frozenset("".join(name.split()) for name in names))
