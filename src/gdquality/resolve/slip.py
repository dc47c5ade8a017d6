"""Slips of the pen: one character wrong, missing, doubled or swapped with its neighbour.

rapidfuzz measures, and a guard decides: what tells bodies apart must be unharmed. That is the
first character, the rank, every place, and enough characters beside the wrong one; docs/names.md
gives the wrong answers that each condition prevents.
"""

from functools import cached_property

from gdquality.records import Agency
from gdquality.registry import Registry
from gdquality.resolve.normal import split_prefix
from gdquality.resolve.rank import ranks

SHORTEST = 5
"""Characters, the prefix aside, of the shortest name that one wrong character leaves certain."""

NEVER = frozenset(("collective", "state-owned-enterprise"))
"""Kinds whose names differ by less than a slip: 广东电力公司 is another company."""


class Slips:
    """The names of a registry, to be compared with what was typed."""

    def __init__(self, registry: Registry) -> None:
        """Index on first use."""
        self.registry = registry

    def meant_by(self, name: str) -> tuple[Agency, ...]:
        """Return the agencies one slip away from the normalised `name`."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        _, core = split_prefix(name, self.registry.data.jurisdiction)
        if len(core) < SHORTEST:
            return ()
        near = process.extract(
            core, self._cores.keys(), scorer=OSA.distance, score_cutoff=1, limit=None
        )
        found = (self._cores[other] for other, _, _ in near if self._may_be(core, other))
        return tuple(dict.fromkeys(agency for agencies in found for agency in agencies))

    def _may_be(self, typed: str, name: str) -> bool:
        return (
            min(len(typed), len(name)) >= SHORTEST - 1
            and typed[0] == name[0]
            and typed[-1] == name[-1]
            and ranks(typed) == ranks(name)
            and self._places(typed) == self._places(name)
        )

    def _places(self, name: str) -> list[str]:
        return [place for place in self.registry.data.places if place in name]

    @cached_property
    def _cores(self) -> dict[str, tuple[Agency, ...]]:
        found: dict[str, tuple[Agency, ...]] = {}
        for name, agencies in self.registry.bearers.items():
            _, core = split_prefix(name, self.registry.data.jurisdiction)
            likely = (agency for agency in agencies if agency.kind not in NEVER)
            found[core] = tuple(dict.fromkeys((*found.get(core, ()), *likely)))
        return found
