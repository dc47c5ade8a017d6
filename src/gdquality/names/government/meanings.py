"""What the names of one document mean: whom its registries know, and who is derived."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from gdquality.names.government.as_printed import as_printed
from gdquality.names.government.collectives import collective
from gdquality.names.government.derivation import by_pattern
from gdquality.names.government.derived import Collective, Derived, Registered, Unsettled
from gdquality.names.government.layers import Layer, layers_with
from gdquality.names.government.place import Jurisdiction
from gdquality.names.government.places import packaged_places
from gdquality.names.government.spelling import plain, without_other_name
from gdquality.names.government.whose import by_level
from gdquality.names.registry import Registry

Meaning = Registered | Derived | Unsettled | Collective | None
"""What a name means; None for what is no one's in the document, or no name."""

_OF_THE_CENTRE = re.compile(
    "国家|国务院|中国|中央|中共中央|中华|全国|最高|中[组宣联编农财纪办]|国[侨台新研港管]?[办室局]$"
)
_RANKS_OF_PLACES = "局委办厅室院会"
"""Last characters of names that a place's body may have, too: 林业局 there is the place's."""


@dataclass
class Meanings:
    """The names of a document of `home`, issued `when`: a date as far as known, or nothing.

    `layers` are the registries that may be asked. A body of one place is never answered for that
    of another: of the registries of other places only what a name says to be theirs counts.
    """

    home: Jurisdiction
    when: str
    layers: Sequence[Layer]
    _found: dict[str, Meaning] = field(default_factory=dict)

    @property
    def year(self) -> int | None:
        """The year of the document, if it is known."""
        return int(self.when[:4]) if self.when else None

    @cached_property
    def own_registry(self) -> Registry | None:
        """The registry of the document's own place, if there is one."""
        return next((layer.load() for layer in self.layers if layer.place == self.home), None)

    def of(self, text: str) -> Meaning:
        """Return what `text`, a name in full as the document's lists give it, means."""
        try:
            return self._found[text]
        except KeyError:
            meaning = self._found[text] = self.known(text) or as_printed(text, self.home)
            return meaning

    def known(self, text: str) -> Meaning:
        """Return what `text` means by a registry, a pattern or the form of a collective."""
        if own := self._own(text):
            return own
        name = plain(text)
        for one in dict.fromkeys((name, without_other_name(name))):
            found = (
                self._own(one)
                or self._of_its_place(one)
                or by_pattern(one, self.home, self.year)
                or self._of_the_centre(one)
                or collective(one, self.home, self.year)
            )
            if found:
                return replace(found, text=text)
        return None

    def _own(self, text: str) -> Registered | None:
        return self._registered(self.own_registry, text) if self.own_registry else None

    def _of_its_place(self, name: str) -> Registered | None:
        """Return the body of another place's registry, where the name prints it or its level."""
        reading = by_level(name, self.home)
        for place, load in self.layers:
            if place == self.home or place.level == "national":
                continue
            names = [*_in_its_place(name, place)]
            if not names and reading and reading.place == place:
                names = [name]
            if names:
                found = (self._registered(load(), one) for one in names)
                return next(filter(None, found), None)
        return None

    def _of_the_centre(self, name: str) -> Registered | None:
        layer = next((one for one in self.layers if one.place.level == "national"), None)
        found = self._registered(layer.load(), name) if layer else None
        return found if found and _is_unmistakable(name, found) else None

    def _registered(self, registry: Registry, text: str) -> Registered | None:
        agency = registry.identify(text, self.when)
        return Registered(text, agency, registry) if agency else None


def meanings_in(jurisdiction: str, when: str, own: Registry | None = None) -> Meanings | None:
    """Return the meanings of names in a document of the place that is called `jurisdiction`.

    `own` takes the place of the packaged registry of its jurisdiction. None if there is no such
    place.
    """
    found = packaged_places().named(jurisdiction)
    return Meanings(found[0], when, layers_with(own)) if found else None


def _in_its_place(name: str, place: Jurisdiction) -> Iterator[str]:
    """Yield `name` as bodies of `place` print it, if it begins with the place: 省财政厅."""
    printed = next((one for one in (place.name, place.short) if name.startswith(one)), "")
    if printed:
        yield name
        rest = name.removeprefix(printed)
        yield from (level + rest for level in (*place.prefixes, place.name))


def _is_unmistakable(name: str, found: Registered) -> bool:
    """Tell whether `name` is that of a body of the centre wherever it is printed."""
    canonical = found.agency.name.removeprefix("中华人民共和国")
    if name == canonical or _OF_THE_CENTRE.match(name) or name.endswith(("总局", "监会")):
        return True
    return not canonical.startswith("中共") and name[-1] not in _RANKS_OF_PLACES
