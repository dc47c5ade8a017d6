"""A name as a person types it, resolved to the body it means, or an honest refusal.

The steps go from certain to uncertain and stop at the first that answers (DESIGN §4).
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from gdquality.characters import simplified
from gdquality.records import Agency, Readings
from gdquality.registry import Registry
from gdquality.resolve.abbreviation import abbreviated
from gdquality.resolve.normal import normalise, prefix_variants
from gdquality.resolve.pinyin import Sounds, latin
from gdquality.resolve.resolution import (
    CERTAIN,
    Ambiguous,
    Method,
    Resolution,
    Resolved,
    Unknown,
)
from gdquality.resolve.slip import Slips

__all__ = ["CERTAIN", "Ambiguous", "Method", "Resolution", "Resolved", "Resolver", "Unknown"]

LONGEST = 100
"""Characters of the longest name that is looked up; the longest official name has some thirty."""

_HAN = re.compile("[一-鿿]+")
_UNENCODABLE = re.compile("[\ud800-\udfff]")

SIMILAR = 40
"""The least similarity, by rapidfuzz's ratio of 100, of a name that a hint offers."""


class Resolver:
    """Resolves names by one registry."""

    def __init__(self, registry: Registry, load_readings: Callable[[], Readings]) -> None:
        """Index `registry` on first use; readings are loaded for what no other step answers."""
        self.registry = registry
        self._load_readings = load_readings

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
        if query in self.registry.agencies:
            yield "exact", (self.registry.agencies[query],)
        yield "alias", self.registry.bearers.get(query, ())
        if len(query) > LONGEST or _UNENCODABLE.search(query):
            return
        if letters := latin(query):
            yield "pinyin", self._sounds.by_pinyin(letters)
            return
        name = normalise(query)
        if not self._characters.issuperset(name):
            name = simplified(name)
        yield "normalised", self._normal_bearers.get(name, ())
        variants = prefix_variants(name, self.registry.data.jurisdiction)
        for variant in variants:
            found = self._normal_bearers.get(variant, ())
            # 省 in front of a central body is a habit, unless the province has one that fits.
            if any(agency.kind == "central-vertical" for agency in found):
                found = tuple(dict.fromkeys((*found, *abbreviated(name, self.registry))))
            yield "alias", found
        if not self._other_bodies.isdisjoint((name, *variants)):
            return
        yield "abbreviation", abbreviated(name, self.registry)
        if _HAN.fullmatch(name):
            yield "slip", self._sounds.by_homophones(name)
            yield "slip", self._slips.meant_by(name)

    @cached_property
    def _sounds(self) -> Sounds:
        return Sounds(self.registry, self._load_readings())

    @cached_property
    def _other_bodies(self) -> frozenset[str]:
        return frozenset(self.registry.data.other_bodies)

    @cached_property
    def _slips(self) -> Slips:
        return Slips(self.registry)

    @cached_property
    def _characters(self) -> frozenset[str]:
        return frozenset("".join(self._normal_bearers))

    @cached_property
    def _normal_bearers(self) -> dict[str, tuple[Agency, ...]]:
        found: dict[str, tuple[Agency, ...]] = {}
        for name, agencies in self.registry.bearers.items():
            key = normalise(name)
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *agencies)))
        return found

    def nearest(self, query: str, most: int = 3) -> tuple[str, ...]:
        """Return up to `most` registered names that look like `query`, best first; no answer."""
        if _UNENCODABLE.search(query):
            return ()
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
