"""Names that the registry has, however they are printed: what is answered for certain."""

from functools import cached_property

from gdquality.names.registry import Registry
from gdquality.names.resolve.abbreviation import Abbreviations
from gdquality.names.resolve.normal import normalise, prefix_variants, split_prefix
from gdquality.names.resolve.rank import FRONTS, WORDS
from gdquality.names.resolve.wording import shortened
from gdquality.records import Agency

Agencies = tuple[Agency, ...]


def united(*groups: Agencies) -> Agencies:
    """Return the agencies of all `groups`, each once, in the order in which they come."""
    return tuple(dict.fromkeys(agency for group in groups for agency in group))


class Lookup:
    """The names of a registry, by what is typed for them."""

    def __init__(self, registry: Registry, abbreviations: Abbreviations) -> None:
        """Index on first use."""
        self.registry = registry
        self.abbreviations = abbreviations
        self.jurisdiction = registry.data.jurisdiction

    @cached_property
    def registered(self) -> dict[str, Agencies]:
        """The agencies that bear each normalised name."""
        found: dict[str, Agencies] = {}
        for name, agencies in self.registry.bearers.items():
            key = normalise(name)
            found[key] = united(found.get(key, ()), agencies)
        return found

    def printed(self, name: str) -> Agencies:
        """Return the agencies that bear the normalised `name`, with another prefix or none.

        省 in front of a central body is a habit, unless the province has one that fits.
        """
        variants = prefix_variants(name, self.jurisdiction)
        found = next((found for one in variants if (found := self.registered.get(one))), ())
        if not any(agency.kind == "central-vertical" for agency in found):
            return found
        others = self.abbreviations.meant_by(name, shortest=1)
        if split_prefix(name, self.jurisdiction)[0]:
            others = tuple(one for one in others if one.kind != "central-vertical")
        return united(found, others)

    def certain(self, name: str) -> Agencies:
        """Return the agencies that `name` is a name of, as it stands or with another prefix."""
        return self.registered.get(name, ()) or self.printed(name)

    def reworded(self, name: str) -> Agencies:
        """Return the agencies with a name that is `name` in other words, prefixes aside.

        An office of another rank is another: 政府办公室 is a city's, the province has a 办公厅.
        """
        _, core = split_prefix(name, self.jurisdiction)
        if core in WORDS or len(shortened(core)) < 2:  # noqa: PLR2004 -- 委 is no name
            return ()
        variants = (name, *prefix_variants(name, self.jurisdiction))
        found = next((found for one in variants if (found := self._short.get(shortened(one)))), ())
        word = next((word for word in WORDS if name.endswith(word)), "")
        return tuple(one for one in found if one.name.endswith(word))

    @cached_property
    def _short(self) -> dict[str, Agencies]:
        found: dict[str, Agencies] = {}
        for name, agencies in self.registered.items():
            key = shortened(name)
            found[key] = united(found.get(key, ()), agencies)
        return found

    def is_other(self, name: str) -> bool:
        """Tell whether `name` is known to be another body's, whatever it looks like."""
        names = (name, FRONTS.sub("", name, count=1))
        variants = (one for name in names for one in prefix_variants(name, self.jurisdiction))
        return not self._others.isdisjoint(map(shortened, (*names, *variants)))

    @cached_property
    def _others(self) -> frozenset[str]:
        return frozenset(map(shortened, self.registry.data.other_bodies))
