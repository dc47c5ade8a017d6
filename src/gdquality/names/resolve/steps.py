"""The steps for what is typed otherwise than a name is registered, from certain to uncertain."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from gdquality.characters import simplified
from gdquality.names.registry import Registry
from gdquality.names.resolve.abbreviation import Abbreviations
from gdquality.names.resolve.lookup import Agencies, Lookup, united
from gdquality.names.resolve.normal import compatible, normalise
from gdquality.names.resolve.phrase import name_in, with_second_name
from gdquality.names.resolve.reading import Reader, latin
from gdquality.names.resolve.resolution import Step
from gdquality.records import Agency
from gdquality.records.readings import Readings

if TYPE_CHECKING:
    from gdquality.names.resolve.pinyin import Pinyin
    from gdquality.names.resolve.slip import Slips

_HAN = re.compile("[一-鿿]+")
_HAN_AND_PINYIN = re.compile("(?=.*[a-z])(?=.*[一-鿿])[a-z一-鿿]+")
_LETTERS = re.compile("[a-z]+")
_GOVERNMENT = re.compile("市?(?:人民政府|政府)?$")


class Steps:
    """What a registry gives for what is typed."""

    def __init__(self, registry: Registry, load_readings: Callable[[], Readings]) -> None:
        """Index `registry` on first use; readings are loaded where names are read."""
        self.registry = registry
        self.abbreviations = Abbreviations(registry)
        self.lookup = Lookup(registry, self.abbreviations)
        self._load_readings = load_readings

    def of(self, query: str) -> Iterator[Step]:
        """Yield each step with the agencies that `query` means by it, until one is taken."""
        if letters := latin(compatible(query)):
            yield "pinyin", self._pinyin.meant_by(letters)
            return
        yield from self._as_written(plain := self._plain(query))
        if (name := self._plain(name_in(query))) != plain:
            yield from self._as_written(name)
        yield "normalised", self._by_two_names(query)
        if name:
            yield from self._uncertain(name)

    def _as_written(self, name: str) -> Iterator[Step]:
        yield "normalised", self.lookup.registered.get(name, ())
        yield "alias", self.lookup.printed(name)

    def _by_two_names(self, query: str) -> Agencies:
        """Return the body that is named twice, or whose second plate is in brackets."""
        if not (names := with_second_name(query)):
            return ()
        first, second = (self.lookup.certain(self._plain(name)) for name in names)
        if len(first) != 1 or len(second) != 1:
            return ()
        taken_over = {step.agency for step in self.registry.predecessors(first[0].name)}
        return first if second == first or second[0].name in taken_over else ()

    def _uncertain(self, name: str) -> Iterator[Step]:
        abbreviated = self.abbreviations.meant_by(name)
        if reworded := self.lookup.reworded(name):
            yield "abbreviation", united(reworded, abbreviated)
        if self.lookup.is_other(name):
            return
        yield "abbreviation", abbreviated
        if misprinted := self.registry.misprints.get(name):
            yield "slip", (misprinted,)
        if _HAN.fullmatch(name):
            yield "slip", self._slips.meant_by(name)
        elif _HAN_AND_PINYIN.fullmatch(name.casefold()):
            yield "pinyin", self._pinyin.mixed(name.casefold())

    def collective_of(self, query: str) -> Agency | None:
        """Return the collective that stands for the government of the place that `query` names."""
        return self._collectives.get(_GOVERNMENT.sub("", self._plain(name_in(query))))

    def completing(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the registered names that are read as `text`, or that it begins in another script.

        Each with what begins as `text`.
        """
        if _LETTERS.fullmatch(letters := compatible(text).casefold()):
            yield from self._pinyin.completing(letters)
        elif plain := self._plain(text):
            for name in self.registry.bearers:
                if (other := normalise(name)).startswith(plain):
                    yield name, text + other[len(plain) :]

    def nearest(self, query: str) -> Iterator[str]:
        """Return the registered names that `query` is near to, best first."""
        from gdquality.names.resolve.nearest import Nearest

        nearest = Nearest(self.registry, self._reader)
        if letters := latin(compatible(query)):
            return nearest.to_letters(letters)
        return nearest.to_name(self._plain(name_in(query)))

    def _plain(self, name: str) -> str:
        plain = normalise(name)
        return plain if self._characters.issuperset(plain) else simplified(plain)

    @cached_property
    def _characters(self) -> frozenset[str]:
        return frozenset("".join(self.lookup.registered))

    @cached_property
    def _collectives(self) -> dict[str, Agency]:
        return {place: one for one in self.registry.data.agencies for place in one.places}

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._load_readings())

    @cached_property
    def _pinyin(self) -> "Pinyin":
        from gdquality.names.resolve.pinyin import Pinyin

        return Pinyin(self.lookup, self._reader)

    @cached_property
    def _slips(self) -> "Slips":
        from gdquality.names.resolve.slip import Slips

        return Slips(self.lookup, self._reader)
