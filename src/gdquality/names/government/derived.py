"""What comes of deriving a name: one body by its pattern, or several that it may be."""

from dataclasses import dataclass

from gdquality.names.government.patterns import Pattern
from gdquality.names.government.place import Jurisdiction
from gdquality.names.registry import Registry
from gdquality.records import Agency, Confidence, Kind


@dataclass(frozen=True, slots=True)
class Derived:
    """A body that no registry has, by its canonical `name` as far as can be told.

    `place` is whose body it is, if that is known. `source` tells where the pattern is known from;
    it is empty where no pattern is, and `name` is then as printed, behind the place. `parent` is
    what such a body is under, where that is a matter of its kind alone. `pattern` is what gives the
    name, if one does.
    """

    text: str
    name: str
    place: Jurisdiction | None
    kind: Kind
    confidence: Confidence
    source: str = ""
    parent: str | None = None
    pattern: Pattern | None = None


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A name that several bodies may bear, none of which is chosen.

    `name` is the text behind its place: what it is kept as until someone tells whom it means.
    """

    text: str
    name: str
    place: Jurisdiction | None
    candidates: tuple[Derived, ...]


@dataclass(frozen=True, slots=True)
class Collective:
    """A name of several bodies together, kept as printed.

    It stands for the governments of `places`, where words and level tell which; else for nobody in
    particular.
    """

    text: str
    name: str
    home: Jurisdiction
    places: tuple[Jurisdiction, ...] = ()


@dataclass(frozen=True, slots=True)
class Registered:
    """A body of a registry."""

    text: str
    agency: Agency
    registry: Registry
