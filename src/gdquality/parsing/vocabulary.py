"""What is known of the words of a list: the general ones, and those of one data set."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from gdquality.parsing import shapes
from gdquality.parsing.words import ending, opening, words

SEPARATORS = "、，,；;。/｡﹑､"
_KINDS = "省市州盟"


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
        """Return the vocabulary of a registry's prefixes and names."""
        return cls(tuple(prefixes), frozenset(names))

    def prefix_of(self, text: str) -> str:
        """Return the prefix that `text` begins with, or an empty string."""
        if opening(text, "words_like_levels"):
            return ""
        own = next((text[:n] for n in self._lengths if text[:n] in self._own), "")
        level = opening(text, "levels")
        place = opening(text, "places")
        if place and text[len(place) : len(place) + 1] in _KINDS:
            place = text[: len(place) + 1]
        return max(own, level, place, key=len)

    def is_level(self, prefix: str) -> bool:
        """Tell whether `prefix` is a level (省, 自治区) or the full name of a place (广东省)."""
        return prefix in words("levels") or (len(prefix) > 1 and prefix[-1] in _KINDS)

    def is_body(self, text: str) -> bool:
        """Tell whether `text` is evidently a body's name: known, a department, or prefixed."""
        if text in self.names or text in words("central_names"):
            return True
        if shapes.is_prose(text) or shapes.is_areas(text):
            return False
        plain = re.sub(r"(?<=.)（[^（）]*）$", "", text)
        prefix = self.prefix_of(plain)
        rest = plain.removeprefix(prefix)
        if shapes.is_collective(text):
            return bool(ending(plain, "groups") or ending(plain, "area_tails"))
        if shapes.is_department(rest):
            return bool(prefix) or not plain.endswith(("室", "处", "中心", "站", "政府", "党委"))
        if ending(plain, "no_bodies"):
            return False
        if prefix or opening(plain, "unprefixed"):
            return len(rest) > 1 and shapes.is_named_as_body(rest)
        return self._ends_in_department(plain)

    def _ends_in_department(self, text: str) -> bool:
        """Tell whether a name of unknown beginning ends as a department: 象州生态环境局."""
        return text.endswith(("厅", "局", "委", "署", "委员会", "政府", "管委会")) and any(
            shapes.is_department(text[n:]) for n in range(2, min(len(text) - 2, 9))
        )

    def is_name(self, text: str) -> bool:
        """Tell whether `text` may be a body's name where a document says that bodies stand."""
        if self.is_body(text):
            return True
        if shapes.is_prose(text) or shapes.is_person(text):
            return False
        prefix = self.prefix_of(text)
        rest = text.removeprefix(prefix)
        return (
            shapes.is_collective(text)
            or shapes.is_area(text)
            or not rest
            or text in words("whole_names")
            or (len(text) > 2 and shapes.is_named_as_body(text))
            or bool(prefix and opening(rest, "matters"))
        )

    @cached_property
    def _own(self) -> frozenset[str]:
        return frozenset(self.prefixes)

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        return tuple(sorted({len(one) for one in self.prefixes}, reverse=True))

    @cached_property
    def undivided(self) -> frozenset[str]:
        """The names that hold a separator themselves."""
        return frozenset(name for name in self.names if any(one in name for one in SEPARATORS))

    @cached_property
    def undivided_at(self) -> re.Pattern[str]:
        """Match one of the undivided names, the longest that fits."""
        longest_first = sorted(self.undivided, key=lambda name: (-len(name), name))
        return re.compile("|".join(map(re.escape, longest_first)) or "(?!)")
