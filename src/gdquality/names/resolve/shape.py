"""What a name consists of: what it is under, where, and the core that tells it from others."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from gdquality.names.place_name import place_name
from gdquality.names.registry import Registry
from gdquality.names.resolve.normal import normalise, split_prefix
from gdquality.names.resolve.rank import FRONTS, ranks, stem
from gdquality.names.resolve.wording import shortened
from gdquality.records import Agency

NEVER = frozenset(("collective", "people-government"))
"""Kinds that nobody abbreviates: 市政府 is not the government of a district of that city."""

_OFFICIAL = ("中华人民共和国", "中国共产党", "中共")
"""What official full names have in front, and people leave out."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a name.

    中共广东省委宣传部 is under `superior` 省委, and 宣传部 is its `core`; 省侨办 has the `prefix`
    省, and 深圳海关 the `place` 深圳.
    """

    superior: Agency | None
    prefix: str
    place: str
    core: str


@dataclass(frozen=True, slots=True)
class Shape:
    """What an agency is recognised by.

    `cores` are those of its names, by place; `after_and` is what follows 和 or 与 in them, in short
    words; `ranks` are those of the full name; `characters` are all that there are in `cores`.
    """

    agency: Agency
    cores: dict[str, tuple[str, ...]]
    after_and: frozenset[str]
    ranks: frozenset[str]
    characters: frozenset[str]

    def is_under(self, superior: Agency) -> bool:
        """Tell whether the agency is a body of `superior`, or of its office."""
        return self.agency.parent == superior.name or self.agency.name.startswith(
            (superior.name, *superior.aliases)
        )


class Shapes:
    """The shapes of a registry's agencies."""

    def __init__(self, registry: Registry) -> None:
        """Index on first use."""
        self.registry = registry
        self.jurisdiction = registry.data.jurisdiction

    def parts(self, name: str) -> Parts:
        """Take the normalised `name` apart."""
        name = unofficial(name)
        prefix, core = split_prefix(name, self.jurisdiction)
        for length in range(len(name) - 2, 1, -1):
            bearers = self.registry.bearers.get(name[:length], ())
            rest = name[length:].removeprefix("员会")
            if rest and bearers and bearers[0].kind in {"party-organ", "people-government"}:
                return Parts(bearers[0], prefix, "", rest)
        for inside in (self.jurisdiction, place_name(self.jurisdiction).short):
            core = core.replace(inside, "", 1)
        place = next((one for one in self.registry.data.places if core.startswith(one)), "")
        return Parts(None, prefix, place, core.removeprefix(place))

    @cached_property
    def every(self) -> tuple[Shape, ...]:
        """The shapes of all agencies that are abbreviated, in the registry's order."""
        likely = (one for one in self.registry.data.agencies if one.kind not in NEVER)
        return tuple(map(self._shape_of, likely))

    @cached_property
    def stems(self) -> dict[str, frozenset[str]]:
        """The names of the agencies that are called so, but for the rank and place."""
        found: dict[str, set[str]] = {}
        for shape in self.every:
            for core in _all(shape.cores.values()):
                found.setdefault(stem(core), set()).add(shape.agency.name)
        return {key: frozenset(names) for key, names in found.items() if key}

    def _shape_of(self, agency: Agency) -> Shape:
        cores: dict[str, tuple[str, ...]] = {}
        for name in (agency.name, *agency.aliases, *agency.former_names):
            parts = self.parts(normalise(name))
            fronted = FRONTS.match(parts.core)
            without = (parts.core[fronted.end() :],) if fronted else ()
            known = cores.get(parts.place, ())
            cores[parts.place] = tuple(dict.fromkeys((*known, parts.core, *without)))
        texts = [*_all(cores.values())]
        after = [shortened(one[at + 1 :]) for one in texts for at in _places_of_and(one)]
        own = ranks(agency.name) or frozenset(agency.name[-1:])
        return Shape(agency, cores, frozenset(after), own, frozenset("".join(texts)))


def unofficial(name: str) -> str:
    """Return `name` without what only official full names have in front."""
    front = next((one for one in _OFFICIAL if name.startswith(one)), "")
    return name.removeprefix(front)


def _all(groups: Iterable[tuple[str, ...]]) -> Iterable[str]:
    return (one for group in groups for one in group)


def _places_of_and(core: str) -> Iterable[int]:
    return (at for at, character in enumerate(core) if character in "和与")
