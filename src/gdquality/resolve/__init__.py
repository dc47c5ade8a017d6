"""A name as a person types it, resolved to the body it means, or an honest refusal.

The steps go from certain to uncertain and stop at the first that answers (docs/names.md).
"""

import re
from collections.abc import Callable, Iterator
from functools import cached_property

from gdquality.characters import simplified
from gdquality.records import Agency, Readings
from gdquality.registry import Registry
from gdquality.resolve.abbreviation import Abbreviations
from gdquality.resolve.lookup import Agencies, Lookup, united
from gdquality.resolve.nearest import Nearest
from gdquality.resolve.normal import compatible, normalise
from gdquality.resolve.phrase import name_in, with_second_name
from gdquality.resolve.pinyin import Pinyin
from gdquality.resolve.reading import Reader, latin
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
_HAN_AND_PINYIN = re.compile("(?=.*[a-z])(?=.*[一-鿿])[a-z一-鿿]+")
_GOVERNMENT = re.compile("市?(?:人民政府|政府)?$")
_LETTERS = re.compile("[a-z]+")
_UNENCODABLE = re.compile("[\ud800-\udfff]")

Step = tuple[Method, Agencies]


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
        return Unknown(query, self._collective_of(query))

    def _collective_of(self, query: str) -> Agency | None:
        """Return the collective that stands for the government of the place that `query` names."""
        if len(query) > LONGEST or _UNENCODABLE.search(query):
            return None
        name = _GOVERNMENT.sub("", self._plain(name_in(query)))
        return self._collectives.get(name)

    @cached_property
    def _collectives(self) -> dict[str, Agency]:
        return {place: one for one in self.registry.data.agencies for place in one.places}

    def _steps(self, query: str) -> Iterator[Step]:
        if query in self.registry.agencies:
            yield "exact", (self.registry.agencies[query],)
        yield "alias", self.registry.bearers.get(query, ())
        if len(query) > LONGEST or _UNENCODABLE.search(query):
            return
        if letters := latin(compatible(query)):
            yield "pinyin", self._pinyin.meant_by(letters)
            return
        yield from self._as_written(query)
        name = self._plain(name_in(query))
        if name != self._plain(query):
            yield from self._as_written(name)
        yield "normalised", self._by_two_names(query)
        if name:
            yield from self._uncertain(name)

    def _as_written(self, name: str) -> Iterator[Step]:
        plain = self._plain(name)
        yield "normalised", self._lookup.registered.get(plain, ())
        yield "alias", self._lookup.printed(plain)

    def _by_two_names(self, query: str) -> Agencies:
        """Return the body that is named twice, or whose second plate is in brackets."""
        if not (names := with_second_name(query)):
            return ()
        first, second = (self._lookup.certain(self._plain(name)) for name in names)
        if len(first) != 1 or len(second) != 1:
            return ()
        taken_over = {step.agency for step in self.registry.predecessors(first[0].name)}
        return first if second == first or second[0].name in taken_over else ()

    def _uncertain(self, name: str) -> Iterator[Step]:
        abbreviated = self._abbreviations.meant_by(name)
        if reworded := self._lookup.reworded(name):
            yield "abbreviation", united(reworded, abbreviated)
        if self._lookup.is_other(name):
            return
        yield "abbreviation", abbreviated
        if misprinted := self.registry.misprints.get(name):
            yield "slip", (misprinted,)
        if _HAN.fullmatch(name):
            yield "slip", self._slips.meant_by(name)
        elif _HAN_AND_PINYIN.fullmatch(name.casefold()):
            yield "pinyin", self._pinyin.mixed(name.casefold())

    def _plain(self, name: str) -> str:
        plain = normalise(name)
        return plain if self._characters.issuperset(plain) else simplified(plain)

    @cached_property
    def _abbreviations(self) -> Abbreviations:
        return Abbreviations(self.registry)

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self.registry, self._abbreviations)

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._load_readings())

    @cached_property
    def _pinyin(self) -> Pinyin:
        return Pinyin(self._lookup, self._reader)

    @cached_property
    def _slips(self) -> Slips:
        return Slips(self._lookup, self._reader)

    @cached_property
    def _nearest(self) -> Nearest:
        return Nearest(self._lookup, self._reader)

    @cached_property
    def _characters(self) -> frozenset[str]:
        return frozenset("".join(self._lookup.registered))

    def completing(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the names that may be meant by one who has typed `text` so far.

        Each with what begins as `text` and is understood as that name: itself, or as it would be
        typed in pinyin, or in another script.
        """
        names = [name for name in self.registry.bearers if name.startswith(text)]
        if names or _UNENCODABLE.search(text):
            yield from ((name, name) for name in names)
        elif _LETTERS.fullmatch(letters := compatible(text).casefold()):
            yield from self._pinyin.completing(letters)
        elif plain := self._plain(text[:LONGEST]):
            for name in self.registry.bearers:
                if normalise(name).startswith(plain):
                    yield name, text + normalise(name)[len(plain) :]

    def nearest(self, query: str, most: int = 3) -> tuple[str, ...]:
        """Return up to `most` registered names that `query` is near to, one a body, best first.

        No answer: of another rank, like it by sound, or by looks.
        """
        if _UNENCODABLE.search(query):
            return ()
        query = query[:LONGEST]
        letters = latin(compatible(query))
        near = (
            self._nearest.to_letters(letters)
            if letters
            else self._nearest.to_name(self._plain(name_in(query)))
        )
        best: dict[str, str] = {}
        for name in near:
            best.setdefault(self._lookup.registered[normalise(name)][0].name, name)
            if len(best) == most:
                break
        return tuple(best.values())
