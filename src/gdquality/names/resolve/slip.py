"""Slips of the pen: what was typed is not the name, but one slip away from it.

Each kind of slip gives the names that may have been meant; they count if the registry has them for
certain, and if what tells bodies apart is unharmed. docs/names.md gives the wrong answers that each
condition prevents.
"""

from collections.abc import Iterator
from functools import cached_property

from gdquality.names.resolve.abbreviation import OTHER_LEVELS
from gdquality.names.resolve.guard import NEVER, Guard
from gdquality.names.resolve.lookup import Agencies, Lookup, united
from gdquality.names.resolve.normal import split_prefix
from gdquality.names.resolve.rank import CHARACTERS, distinguishing, ranks
from gdquality.names.resolve.reading import Reader, southern

SHORTEST = 4
"""Characters, beginning, place, rank and common words aside, that one wrong one leaves certain."""

SHORTEST_SOUND = 3
"""Characters of the shortest name that may be mistaken for another by its sound."""

_ENDS_OF_NOUNS = frozenset("庭班版员园馆")
"""Characters that sound like a rank and are what the name of a thing ends in: 港澳版, 环保庭."""


_RARE_RANKS = frozenset("厅部办府关")
"""Ranks that few bodies have: there is a 局, a 委 or a 会 for nearly every word."""


class Slips:
    """The names of a registry, to be compared with what was typed."""

    def __init__(self, lookup: Lookup, reader: Reader) -> None:
        """Index on first use."""
        self.lookup = lookup
        self.reader = reader
        self.guard = Guard(lookup.registry)

    def meant_by(self, name: str) -> Agencies:
        """Return the agencies one slip away from the normalised `name`."""
        kinds = (self._repeated, self._of_that_rank, self._swapped, self._sounding)
        meant = (one for kind in kinds for one in kind(name))
        certain = self.lookup.certain if len(name) >= SHORTEST_SOUND else self._as_it_stands
        return united(*map(certain, meant)) or self._near(name)

    def _as_it_stands(self, name: str) -> Agencies:
        return self.lookup.registered.get(name, ())

    def _repeated(self, name: str) -> Iterator[str]:
        """Yield `name` without a character that stands twice: 省质质监局; 市市监局 is a city's."""
        for at in range(1, len(name)):
            if name[at] == name[at - 1] and (at > 1 or name[0] not in OTHER_LEVELS):
                yield name[:at] + name[at + 1 :]

    def _of_that_rank(self, name: str) -> Iterator[str]:
        """Yield `name` with the rank that sounds like its last character: 质监剧."""
        _, core = split_prefix(name, self.lookup.jurisdiction)
        if ranks(name) or core[-1:] in _ENDS_OF_NOUNS or len(core) < 2:  # noqa: PLR2004
            return
        sound = southern(self.reader.syllable(name[-1]))
        for rank in CHARACTERS:
            if southern(self.reader.syllable(rank)) == sound:
                yield name[:-1] + rank

    def _swapped(self, name: str) -> Iterator[str]:
        """Yield `name` with two neighbours in each other's place, the rank in its own: 改发委."""
        core = self.lookup.abbreviations.shapes.parts(name).core
        if not ranks(name) or not name.endswith(core):
            return
        for at in range(len(name) - len(core), len(name) - 2):
            yield name[:at] + name[at + 1] + name[at] + name[at + 2 :]

    def _sounding(self, name: str) -> Iterator[str]:
        """Yield the names that sound like `name`, of the same rank, level and place: 环境报护厅.

        Another first character must sound just so, to those of the north too, and not make of a
        short name what may be any bureau's: 基建局 is no 技监局.
        """
        prefix, core = split_prefix(name, self.lookup.jurisdiction)
        if len(core) < SHORTEST_SOUND:
            return
        for sound in self.reader.sounds(core):
            for other in self._by_sound.get(tuple(map(southern, sound)), ()):
                if self._may_sound_like(core, sound, other):
                    yield prefix + other

    def _may_sound_like(self, core: str, sound: tuple[str, ...], other: str) -> bool:
        if not self.guard.may_sound_like(core, other):
            return False
        if core[0] == other[0]:
            return True
        is_rare = len(core) > SHORTEST_SOUND or core[-1] in _RARE_RANKS
        return is_rare and self.reader.sound(other) == sound

    def _near(self, name: str) -> Agencies:
        """Return the agencies with a name that differs by one character, or has them all."""
        core = self.guard.core(name)
        if len(self._own(core)) < SHORTEST:
            return ()
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        near = process.extract(
            core, self._cores.keys(), scorer=OSA.distance, score_cutoff=1, limit=None
        )
        close = {other for other, _, _ in near} | self._anagrams.get(_letters(core), set())
        # What differs in front alone is another body, and no slip: 中国…局.
        close.discard(core)
        found = (
            agency
            for other in self._cores
            if other in close
            for registered, agencies in self._cores[other]
            if self.guard.may_be(name, registered)
            for agency in agencies
        )
        return tuple(dict.fromkeys(found))

    def _own(self, core: str) -> str:
        """Return what tells a name from others, places aside: 深圳湾海关 has 湾 of its own."""
        own = distinguishing(core)
        for place in self.guard.places:
            own = own.replace(place, "")
        return own

    @cached_property
    def _by_sound(self) -> dict[tuple[str, ...], list[str]]:
        found: dict[tuple[str, ...], list[str]] = {}
        cores = (split_prefix(name, self.lookup.jurisdiction)[1] for name in self.lookup.registered)
        for core in dict.fromkeys(cores):
            sound = tuple(map(southern, self.reader.sound(core)))
            found.setdefault(sound, []).append(core)
        return found

    @cached_property
    def _cores(self) -> dict[str, list[tuple[str, Agencies]]]:
        found: dict[str, list[tuple[str, Agencies]]] = {}
        for name, agencies in self.lookup.registry.bearers.items():
            core = self.guard.core(name)
            likely = tuple(agency for agency in agencies if agency.kind not in NEVER)
            if len(self._own(core)) >= SHORTEST and likely:
                found.setdefault(core, []).append((name, likely))
        return found

    @cached_property
    def _anagrams(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for core in self._cores:
            found.setdefault(_letters(core), set()).add(core)
        return found


def _letters(name: str) -> str:
    return "".join(sorted(name))
