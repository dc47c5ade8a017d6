"""Abbreviations: a Chinese one keeps characters of the full name, in order, and drops the rest.

Similarity scores are defeated by that (质监局 has 3 of the 10 characters of its full name). What
tells is that it begins as a name of the body does, keeps the order, and ends in its rank
(docs/names.md).
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from gdquality.names.place_name import place_name
from gdquality.names.registry import Registry
from gdquality.names.resolve.normal import split_prefix
from gdquality.names.resolve.rank import FRONTS, distinguishing, ranks, stem
from gdquality.names.resolve.shape import Parts, Shape, Shapes, unofficial
from gdquality.names.resolve.wording import shortened
from gdquality.names.resolve.words import keeps_words
from gdquality.records import Agency

Agencies = tuple[Agency, ...]

SHORTEST = 2
"""Characters, prefix, rank and common words aside, of the shortest abbreviation."""

MOST = 12
"""Agencies that a name may fit and still be a question; one that fits more says nothing."""

OTHER_LEVELS = frozenset("市县区州")
"""What the names of other levels' bodies begin with: 市场局 may be short, 市质监局 is a city's."""

_LEFT_OUT = frozenset("局厅委")
"""The ranks that are left out after a place: 省文旅; nobody calls an office so."""


class Abbreviations:
    """The names of a registry, to be found by an abbreviation of them."""

    def __init__(self, registry: Registry) -> None:
        """Index on first use."""
        self.jurisdiction = registry.data.jurisdiction
        self.shapes = Shapes(registry)

    def meant_by(self, name: str, shortest: int = SHORTEST) -> Agencies:
        """Return the agencies that the normalised `name` may abbreviate, in the registry's order.

        A place or a rank alone abbreviates nobody, nor do fewer than `shortest` characters of its
        own; docs/names.md has the other conditions.
        """
        found = self._ranked(name, shortest) if ranks(name) else self._unranked(name)
        return found if len(found) <= MOST else ()

    @cached_property
    def cores(self) -> tuple[str, ...]:
        """What is abbreviated, each with the place that tells it from others."""
        return tuple(
            dict.fromkeys(
                place + core
                for shape in self.shapes.every
                for place, cores in shape.cores.items()
                for core in cores
            )
        )

    def _ranked(self, name: str, shortest: int) -> Agencies:
        parts = self.shapes.parts(name)
        if parts.superior and (known := self._known_under(parts.superior, parts.core)):
            return known
        own = distinguishing(parts.core)
        if not own or len(parts.place + own) < shortest:
            return ()
        fitting = []
        is_sure = False
        for shape in self._likely(name, parts):
            cores = [*_of_the_place(shape, parts)]
            is_end = shortened(parts.core) in shape.after_and
            if is_end or any(_is_short_for(parts.core, one) for one in cores):
                fitting.append(shape.agency)
                is_sure |= is_end or bool(parts.place) or _begins(parts.core, cores)
        if not is_sure or self._is_of_another_rank(parts.core, fitting):
            return ()
        return tuple(self._at_that_level(parts.prefix, fitting))

    def _likely(self, name: str, parts: Parts) -> Iterator[Shape]:
        """Yield the shapes of the rank of `name`, and of its superior, that have its characters."""
        wanted, characters = ranks(name), set(parts.core)
        for shape in self.shapes.every:
            if (
                wanted & shape.ranks
                and characters <= shape.characters
                and (parts.superior is None or shape.is_under(parts.superior))
                and not self._means_the_central_one(name, shape.agency.name)
            ):
                yield shape

    def _known_under(self, superior: Agency, core: str) -> Agencies:
        """Return the bodies of `superior` that are called `core`: 侨办 of 省府."""
        return tuple(
            shape.agency
            for shape in self.shapes.every
            if core in shape.cores.get("", ()) and shape.is_under(superior)
        )

    def _means_the_central_one(self, name: str, full: str) -> bool:
        """Tell whether `name` begins as the central body does in whose name the place comes later.

        国金局 is not 国家金融监督管理总局广东监管局.
        """
        place = place_name(self.jurisdiction).short
        name, full = unofficial(name), unofficial(full)
        return bool(place) and full.find(place) > 0 and name[0] == full[0] and place not in name

    def _is_of_another_rank(self, core: str, fitting: Iterable[Agency]) -> bool:
        """Tell whether `core` is a name of others but for its rank: 国资厅 is no 国土资源厅."""
        others = self.shapes.stems.get(stem(core), frozenset())
        return bool(others) and others.isdisjoint(agency.name for agency in fitting)

    def _at_that_level(self, prefix: str, fitting: list[Agency]) -> list[Agency]:
        """Return the central bodies of `fitting` if the place stands as it does in their names.

        广东金监局 is as 广东银监局 is; a body of the province would have 省.
        """
        if not prefix or prefix != place_name(self.jurisdiction).short:
            return fitting
        return [agency for agency in fitting if agency.kind == "central-vertical"] or fitting

    def _unranked(self, name: str) -> Agencies:
        """Return those that `name` is a name of but for the rank, and that it may as well begin.

        Only with a place in front, which may be anyone's of several: 国检. 扶贫 is a word, no body.
        """
        prefix, core = split_prefix(name, self.jurisdiction)
        called_so = self.shapes.stems.get(core, frozenset())
        if len(core) < SHORTEST or not called_so:
            return ()
        if not prefix:
            several = [one for one in self.shapes.every if one.agency.name in called_so]
            has_places = len(several) > 1 and any(one.cores.keys() - {""} for one in several)
            return tuple(one.agency for one in several) if has_places else ()
        return tuple(
            shape.agency
            for shape in self.shapes.every
            if shape.ranks <= _LEFT_OUT and any(c.startswith(core) for c in shape.cores.get("", ()))
        )


def _of_the_place(shape: Shape, parts: Parts) -> Iterator[str]:
    """Yield the cores of `shape` at the place that was typed; if none was, at any."""
    if parts.place or parts.prefix:
        yield from shape.cores.get(parts.place, ())
    else:
        for cores in shape.cores.values():
            yield from cores


def _is_short_for(short: str, core: str) -> bool:
    """Tell whether `short` keeps words of `core`, the first that tells it from others among them.

    地税局 keeps 税 of 地方税务局; 地监局 has nothing of 地方金融监督管理局 but what others share.
    """
    front = FRONTS.match(core)
    own = core[front.end() :] if front else core
    return (not front or own[:1] in short) and keeps_words(short, core)


def _begins(core: str, cores: Iterable[str]) -> bool:
    """Tell whether one of `cores` begins as `core`; where it may be a level, with its word."""
    length = 2 if core[0] in OTHER_LEVELS else 1
    return any(one.startswith(core[:length]) for one in cores)
