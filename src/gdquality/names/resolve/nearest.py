"""Names that somebody may have meant who typed one that is not known: a hint, never an answer."""

from collections.abc import Iterator, Sequence

from gdquality.names.registry import Registry
from gdquality.names.resolve.normal import normalise, split_prefix
from gdquality.names.resolve.rank import ranks, stem
from gdquality.names.resolve.reading import Reader, southern

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

    def __init__(self, registry: Registry, reader: Reader) -> None:
        """Take the names of `registry`, without the prefixes of its jurisdiction."""
        self.reader = reader
        self.jurisdiction = registry.data.jurisdiction
        self.cores = {name: self._core(name) for name in registry.bearers}

    def _core(self, name: str) -> str:
        return split_prefix(normalise(name), self.jurisdiction)[1]

    def to_name(self, name: str) -> Iterator[str]:
        """Yield registered names near a normalised `name`: of another rank, by sound, by looks."""
        prefix, core = split_prefix(name, self.jurisdiction)
        if ranks(core):
            yield from self._of_another_rank(prefix, stem(core))
        yield from self._sounding(name, core)
        yield from self._looking(name)

    def to_letters(self, letters: str) -> Iterator[str]:
        """Yield registered names that are read nearly as `letters`."""
        from rapidfuzz import fuzz, process

        read = {name: "".join(self.reader.read(name)) for name in self.cores}
        found = process.extract(
            letters, read, scorer=fuzz.ratio, score_cutoff=SIMILAR_LETTERS, limit=MOST_SCORED
        )
        yield from (name for _, _, name in found)

    def _of_another_rank(self, prefix: str, wanted: str) -> Iterator[str]:
        named = [name for name, core in self.cores.items() if stem(core) == wanted]
        yield from sorted(named, key=lambda name: not name.startswith(prefix or wanted))

    def _sounding(self, name: str, core: str) -> Iterator[str]:
        """Yield the names that differ in one syllable or none, as the south says it."""
        from rapidfuzz import fuzz, process
        from rapidfuzz.distance import OSA

        sound = self._sound(core)
        if len(sound) < SHORTEST_SOUND:
            return
        sounds = {one: self._sound(other) for one, other in self.cores.items()}
        found = process.extract(sound, sounds, scorer=OSA.distance, score_cutoff=1, limit=None)
        nearest = sorted(found, key=lambda one: (one[1], -fuzz.ratio(one[2], name)))
        yield from (one for _, _, one in nearest)

    def _looking(self, name: str) -> Iterator[str]:
        from rapidfuzz import fuzz, process

        found = process.extract(
            name,
            tuple(self.cores),
            scorer=fuzz.ratio,
            score_cutoff=SIMILAR,
            limit=MOST_SCORED,
        )
        yield from (one for one, _, _ in found)

    def _sound(self, core: str) -> Sequence[str]:
        return tuple(map(southern, self.reader.sound(core)))
