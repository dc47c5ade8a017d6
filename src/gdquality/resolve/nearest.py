"""Names that somebody may have meant who typed one that is not known: a hint, never an answer."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from gdquality.resolve.lookup import Lookup
from gdquality.resolve.normal import split_prefix
from gdquality.resolve.rank import ranks, stem
from gdquality.resolve.reading import Reader, southern

SIMILAR = 40
"""The least similarity in characters, by rapidfuzz's ratio of 100, of a name that a hint offers."""

SIMILAR_LETTERS = 65
"""The same of what is typed in pinyin, where letters are fewer than characters."""

SHORTEST_SOUND = 3
"""Syllables of the shortest name that is compared by sound: two differ from all in one."""

MOST_SCORED = 50
"""Names that are looked at, of which several may be one body's."""


class Nearest:
    """The names of a registry, the nearest first."""

    def __init__(self, lookup: Lookup, reader: Reader) -> None:
        """Index on first use."""
        self.lookup = lookup
        self.reader = reader

    def to_name(self, name: str) -> Iterator[str]:
        """Yield registered names near a normalised `name`: of another rank, by sound, by looks."""
        prefix, core = split_prefix(name, self.lookup.jurisdiction)
        if ranks(core):
            yield from self._of_another_rank(prefix, stem(core))
        yield from self._sounding(name, core)
        yield from self._looking(name)

    def to_letters(self, letters: str) -> Iterator[str]:
        """Yield registered names that are read nearly as `letters`."""
        from rapidfuzz import fuzz, process

        read = {name: "".join(sound) for name, sound in self._read.items()}
        found = process.extract(
            letters, read, scorer=fuzz.ratio, score_cutoff=SIMILAR_LETTERS, limit=MOST_SCORED
        )
        yield from (name for _, _, name in found)

    def _of_another_rank(self, prefix: str, wanted: str) -> Iterator[str]:
        named = [
            name
            for name in self.lookup.registered
            if stem(split_prefix(name, self.lookup.jurisdiction)[1]) == wanted
        ]
        yield from sorted(named, key=lambda name: not name.startswith(prefix or wanted))

    def _sounding(self, name: str, core: str) -> Iterator[str]:
        """Yield the names that differ in one syllable or none, as the south says it."""
        from rapidfuzz import fuzz, process
        from rapidfuzz.distance import OSA

        sound = self._sound(core)
        if len(sound) < SHORTEST_SOUND:
            return
        found = process.extract(
            sound, self._sounds, scorer=OSA.distance, score_cutoff=1, limit=None
        )
        nearest = sorted(found, key=lambda one: (one[1], -fuzz.ratio(one[2], name)))
        yield from (one for _, _, one in nearest)

    def _looking(self, name: str) -> Iterator[str]:
        from rapidfuzz import fuzz, process

        found = process.extract(
            name,
            tuple(self.lookup.registry.bearers),
            scorer=fuzz.ratio,
            score_cutoff=SIMILAR,
            limit=MOST_SCORED,
        )
        yield from (one for one, _, _ in found)

    def _sound(self, core: str) -> Sequence[str]:
        return tuple(map(southern, self.reader.sound(core)))

    @cached_property
    def _read(self) -> dict[str, tuple[str, ...]]:
        return {name: self.reader.read(name) for name in self.lookup.registry.bearers}

    @cached_property
    def _sounds(self) -> dict[str, Sequence[str]]:
        names = self.lookup.registry.bearers
        return {
            name: self._sound(split_prefix(name, self.lookup.jurisdiction)[1]) for name in names
        }
