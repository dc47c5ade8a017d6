"""What a slip of the pen leaves alone: the things that tell one body from another."""

from collections import Counter

from gdquality.names.registry import Registry
from gdquality.names.resolve.normal import split_prefix
from gdquality.names.resolve.rank import FRONTS, ranks

LEVELS = frozenset("中国省市县区总分")
"""Characters that tell the level of a body: 质量强市办 is a city's."""

NEVER = frozenset(("collective", "people-government", "state-owned-enterprise"))
"""Kinds whose names differ by less than a slip: 广东电力公司 is another company."""


class Guard:
    """Compares a name as typed with a registered one."""

    def __init__(self, registry: Registry) -> None:
        """Take prefixes and places from `registry`."""
        data = registry.data
        self.jurisdiction = data.jurisdiction
        self.places = (*data.places, *data.elsewhere)

    def core(self, name: str) -> str:
        """Return `name` without the beginnings that many names share."""
        while True:
            _, core = split_prefix(name, self.jurisdiction)
            if front := FRONTS.match(core):
                core = core[front.end() :]
            if core == name:
                return core
            name = core

    def may_be(self, typed: str, name: str) -> bool:
        """Tell whether `typed` agrees with `name` in first character, rank, level and places."""
        mine, theirs = self.core(typed), self.core(name)
        return bool(
            mine
            and theirs
            and mine[0] == theirs[0]
            and mine[-1] == theirs[-1]
            and ranks(mine) == ranks(theirs)
            and self._levels(typed) == self._levels(name)
            and self.places_in(mine) == self.places_in(theirs)
        )

    def may_sound_like(self, typed: str, name: str) -> bool:
        """Tell whether `typed` is of no other rank, level or place than `name`, which sounds so."""
        return (
            typed[-1] == name[-1]
            and self._levels(typed) - Counter("总") <= self._levels(name)
            and self.places_in(typed) <= self.places_in(name)
        )

    def places_in(self, name: str) -> frozenset[str]:
        """Return the places that `name` names."""
        return frozenset(place for place in self.places if place in name)

    def _levels(self, name: str) -> Counter[str]:
        # Of the whole name: 国家 in front is a beginning that many share, and tells the level.
        _, rest = split_prefix(name, self.jurisdiction)
        return Counter(character for character in rest if character in LEVELS)
