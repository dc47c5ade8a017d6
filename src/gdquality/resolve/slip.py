"""Slips of the pen: one character wrong, missing, doubled or swapped with its neighbour.

rapidfuzz measures, and a guard decides: what tells bodies apart must be unharmed. docs/names.md
gives the wrong answers that each condition prevents.
"""

from functools import cached_property

from gdquality.records import Agency
from gdquality.registry import Registry
from gdquality.resolve.guard import NEVER, Guard
from gdquality.resolve.rank import distinguishing

SHORTEST = 4
"""Characters, beginning, place and rank aside, of a name that one wrong one leaves certain."""


class Slips:
    """The names of a registry, to be compared with what was typed."""

    def __init__(self, registry: Registry) -> None:
        """Index on first use."""
        self.registry = registry
        self.guard = Guard(registry)

    def meant_by(self, name: str) -> tuple[Agency, ...]:
        """Return the agencies one slip away from the normalised `name`."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        core = self.guard.core(name)
        if len(self._own(core)) < SHORTEST:
            return ()
        near = process.extract(
            core, self._cores.keys(), scorer=OSA.distance, score_cutoff=1, limit=None
        )
        found = (
            agency
            for other, _, _ in near
            for registered, agencies in self._cores[other]
            if self.guard.may_be(name, registered)
            for agency in agencies
        )
        return tuple(dict.fromkeys(found))

    def _own(self, core: str) -> str:
        """Return what tells a name from others, places aside: 深圳湾海关 has 湾 of its own."""
        own = distinguishing(core)
        for place in self.guard.places:
            own = own.replace(place, "")
        return own

    @cached_property
    def _cores(self) -> dict[str, list[tuple[str, tuple[Agency, ...]]]]:
        found: dict[str, list[tuple[str, tuple[Agency, ...]]]] = {}
        for name, agencies in self.registry.bearers.items():
            core = self.guard.core(name)
            likely = tuple(agency for agency in agencies if agency.kind not in NEVER)
            if len(self._own(core)) >= SHORTEST and likely:
                found.setdefault(core, []).append((name, likely))
        return found
