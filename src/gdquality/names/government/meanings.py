"""What the names of one document mean: whom its registries know, and who is derived."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from gdquality.names.government.as_printed import as_printed
from gdquality.names.government.collectives import collective
from gdquality.names.government.derivation import by_pattern
from gdquality.names.government.derived import Collective, Derived, Registered, Unsettled
from gdquality.names.government.places import Jurisdiction, packaged_places
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
    """The names of a document of `jurisdiction`, issued `when`: a date as far as known, or nothing.

    `registries` are those that may be asked, each of the jurisdiction that it names: the document's
    own comes first, then those of the places above it. A body of one place is never answered for
    that of another: of the registries above, only what a name says to be theirs counts.
    """

    jurisdiction: Jurisdiction
    when: str
    registries: Sequence[Registry]
    _found: dict[str, Meaning] = field(default_factory=dict)

    @cached_property
    def _own_registry(self) -> Registry | None:
        """The registry of the document's own place."""
        return next((one for place, one in self._homes if place == self.jurisdiction), None)

    @cached_property
    def _national(self) -> Registry | None:
        """The registry of the centre."""
        return next((one for place, one in self._homes if place.level == "national"), None)

    @cached_property
    def _homes(self) -> tuple[tuple[Jurisdiction, Registry], ...]:
        """The registries with the places whose bodies they have."""
        named = packaged_places().named
        return tuple(
            (place, one) for one in self.registries for place in named(one.data.jurisdiction)[:1]
        )

    @property
    def year(self) -> int | None:
        """The year of the document, if it is known."""
        return int(self.when[:4]) if self.when else None

    def of(self, text: str) -> Meaning:
        """Return what `text`, a name in full as the document's lists give it, means."""
        try:
            return self._found[text]
        except KeyError:
            meaning = self._found[text] = self._meaning(text)
            return meaning

    def _meaning(self, text: str) -> Meaning:
        if own := self._own(text):
            return own
        name = plain(text)
        for one in dict.fromkeys((name, without_other_name(name))):
            found = (
                self._own(one)
                or self._of_its_place(one)
                or by_pattern(one, self.jurisdiction, self.year)
                or collective(one, self.jurisdiction, self.year)
                or self._of_the_centre(one)
            )
            if found:
                return replace(found, text=text)
        return as_printed(text, self.jurisdiction)

    def _own(self, text: str) -> Registered | None:
        registry = self._own_registry
        return registered(registry, text, self.when) if registry else None

    def _of_its_place(self, name: str) -> Registered | None:
        """Return the body of another place's registry, where the name prints that place."""
        reading = by_level(name, self.jurisdiction)
        for place, registry in self._homes:
            if place == self.jurisdiction or place.level == "national":
                continue
            is_printed = name.startswith((place.name, place.short))
            if is_printed or (reading and reading.place == place):
                return registered(registry, name, self.when)
        return None

    def _of_the_centre(self, name: str) -> Registered | None:
        registry = self._national
        found = registered(registry, name, self.when) if registry else None
        return found if found and _is_unmistakable(name, found) else None


def _is_unmistakable(name: str, found: Registered) -> bool:
    """Tell whether `name` is that of a body of the centre wherever it is printed."""
    canonical = found.agency.name.removeprefix("中华人民共和国")
    if name == canonical or _OF_THE_CENTRE.match(name) or name.endswith(("总局", "监会")):
        return True
    return not canonical.startswith("中共") and name[-1] not in _RANKS_OF_PLACES


def registered(registry: Registry, text: str, when: str = "") -> Registered | None:
    """Return the body that bore the name `text` at the date `when`, misprints included.

    A name that went from one body to another (广电总局) is that of the last that had begun by then;
    none is answered where `when` is not exact enough to tell, or is not given.
    """
    bearers = registry.bearers.get(text, ())
    if len(bearers) == 1:
        return Registered(text, bearers[0], registry)
    if not bearers:
        agency = registry.misprints.get(text)
        return Registered(text, agency, registry, is_misprint=True) if agency else None
    began = [(_began(one.since or "", when), one) for one in bearers]
    if not when or any(begun is None for begun, _ in began):
        return None
    there = [one for begun, one in began if begun]
    latest = max((one.since or "" for one in there), default="")
    fitting = [one for one in there if (one.since or "") == latest]
    return Registered(text, fitting[0], registry) if len(fitting) == 1 else None


def _began(since: str, when: str) -> bool | None:
    """Tell whether what began at `since` had begun at `when`; None if the dates do not tell.

    What has no date was always there; a month says no more than that the day is within.
    """
    length = min(len(since), len(when))
    if since and since[:length] == when[:length]:
        return True if length == len("2018-03-17") else None
    return since[:length] < when[:length] or not since
