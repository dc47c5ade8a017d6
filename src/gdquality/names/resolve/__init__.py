"""A name as a person types it, resolved to the body it means, or an honest refusal.

The steps go from certain to uncertain and stop at the first that answers (docs/names.md).
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from gdquality.names.registry import Registry
from gdquality.names.resolve.resolution import (
    CERTAIN,
    Ambiguous,
    Method,
    Resolution,
    Resolved,
    Step,
    Unknown,
)

if TYPE_CHECKING:
    from gdquality.names.resolve.steps import Steps
    from gdquality.records.readings import Readings

__all__ = ["CERTAIN", "Ambiguous", "Method", "Resolution", "Resolved", "Resolver", "Unknown"]

LONGEST = 100
"""Characters of the longest name that is looked up; the longest official name has some thirty."""

_UNENCODABLE = re.compile("[\ud800-\udfff]")


class Resolver:
    """Resolves names by one registry."""

    def __init__(self, registry: Registry, load_readings: "Callable[[], Readings]") -> None:
        """Index `registry` on first use; readings are loaded for what no other step answers."""
        self.registry = registry
        self._load_readings = load_readings

    def resolve(self, query: str) -> Resolution:
        """Return what `query` means: one agency, several, or none, and by which step.

        Never raises; an empty or endless query is Unknown.
        """
        for method, agencies in self._every_step(query):
            if len(agencies) == 1:
                return Resolved(query, method, agencies[0])
            if agencies:
                return Ambiguous(query, method, agencies)
        return Unknown(query, self._steps.collective_of(query) if _is_sound(query) else None)

    def _every_step(self, query: str) -> Iterator[Step]:
        if query in self.registry.agencies:
            yield "exact", (self.registry.agencies[query],)
        yield "alias", self.registry.bearers.get(query, ())
        if _is_sound(query):
            yield from self._steps.of(query)

    @cached_property
    def _steps(self) -> "Steps":
        # A name as it is registered needs none of them, and is answered without importing them.
        from gdquality.names.resolve.steps import Steps

        return Steps(self.registry, self._load_readings)

    def completing(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the names that may be meant by one who has typed `text` so far.

        Each with what begins as `text` and is understood as that name: itself, or as it would be
        typed in pinyin, or in another script.
        """
        names = [name for name in self.registry.bearers if name.startswith(text)]
        yield from ((name, name) for name in names)
        if not names and _is_sound(text):
            yield from self._steps.completing(text)

    def nearest(self, query: str, most: int = 3) -> tuple[str, ...]:
        """Return up to `most` registered names that `query` is near to, one a body, best first.

        No answer: of another rank, like it by sound, or by looks.
        """
        best: dict[str, str] = {}
        near = () if _UNENCODABLE.search(query) else self._steps.nearest(query[:LONGEST])
        for name in near:
            best.setdefault(self.registry.bearers[name][0].name, name)
            if len(best) == most:
                break
        return tuple(best.values())


def _is_sound(query: str) -> bool:
    return len(query) <= LONGEST and not _UNENCODABLE.search(query)
