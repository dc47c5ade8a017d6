"""A name as a person types it, resolved to the body it means, or an honest refusal.

The steps go from certain to uncertain and stop at the first that answers (DESIGN §4).
"""

from collections.abc import Iterator
from functools import cached_property

from gdquality.records import Agency
from gdquality.registry import Registry
from gdquality.resolve.abbreviation import abbreviated
from gdquality.resolve.normal import normalise, prefix_variants
from gdquality.resolve.resolution import (
    CERTAIN,
    Ambiguous,
    Method,
    Resolution,
    Resolved,
    Unknown,
)

__all__ = ["CERTAIN", "Ambiguous", "Method", "Resolution", "Resolved", "Resolver", "Unknown"]

LONGEST = 100
"""Characters of the longest name that is looked up; the longest official name has some thirty."""

SIMILAR = 40
"""The least similarity, by rapidfuzz's ratio of 100, of a name that a hint offers."""


class Resolver:
    """Resolves names by one registry."""

    def __init__(self, registry: Registry) -> None:
        """Index `registry` on first use."""
        self.registry = registry

    def resolve(self, query: str) -> Resolution:
        """Return what `query` means: one agency, several, or none, and by which step.

        Never raises; an empty or endless query is Unknown.
        """
        for method, agencies in self._steps(query):
            if len(agencies) == 1:
                return Resolved(query, method, agencies[0])
            if agencies:
                return Ambiguous(query, method, agencies)
        return Unknown(query)

    def _steps(self, query: str) -> Iterator[tuple[Method, tuple[Agency, ...]]]:
        bearers = self.registry.bearers
        if query in self.registry.agencies:
            yield "exact", (self.registry.agencies[query],)
        yield "alias", bearers.get(query, ())
        normal = normalise(query[: LONGEST + 1])
        if not 0 < len(normal) <= LONGEST:
            return
        variants = prefix_variants(normal, self.registry.data.jurisdiction)
        for variant in (normal, *variants):
            found = self._normal_bearers.get(variant, ())
            yield "normalised" if variant == normal else "alias", found
        yield "abbreviation", tuple(abbreviated(normal, self.registry))

    @cached_property
    def _normal_bearers(self) -> dict[str, tuple[Agency, ...]]:
        found: dict[str, tuple[Agency, ...]] = {}
        for name, agencies in self.registry.bearers.items():
            key = normalise(name)
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *agencies)))
        return found

    def nearest(self, query: str, most: int = 3) -> tuple[str, ...]:
        """Return up to `most` registered names that look like `query`, best first; no answer."""
        from rapidfuzz import fuzz, process

        scored = process.extract(
            normalise(query[:LONGEST]),
            tuple(self.registry.bearers),
            scorer=fuzz.ratio,
            score_cutoff=SIMILAR,
            limit=None,
        )
        best: dict[str, str] = {}
        for name, _, _ in scored:
            best.setdefault(self.registry.bearers[name][0].name, name)
        return tuple(best.values())[:most]
