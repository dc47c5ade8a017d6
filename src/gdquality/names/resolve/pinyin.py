"""Names typed in pinyin: in full or as initials, whatever would be understood in characters."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import TypeVar

from gdquality.names.place_name import place_name
from gdquality.names.resolve.lookup import Agencies, Lookup, united
from gdquality.names.resolve.normal import split_prefix
from gdquality.names.resolve.rank import stem
from gdquality.names.resolve.reading import Reader, southern

SHORTEST = 3
"""Letters of the shortest pinyin: gd may be anybody."""

SHORTEST_ABBREVIATED = 4
"""Syllables of the shortest abbreviation: three sound like too much, gongguanju like 公管局."""

MOST_WAYS = 16
"""Ways to part letters into syllables that are tried; few names have more than two."""

LONGEST_SYLLABLE = 6
"""Letters of the longest syllable: zhuang."""

K = TypeVar("K")

_LETTERS = re.compile("[a-z]+")


class Pinyin:
    """The names of a registry by how they are read."""

    def __init__(self, lookup: Lookup, reader: Reader) -> None:
        """Index on first use."""
        self.lookup = lookup
        self.reader = reader

    def meant_by(self, letters: str) -> Agencies:
        """Return the agencies that are read `letters`, or else have such initials.

        Of letters that may as well stand for another body only a reading in full is answered.
        """
        if len(letters) < SHORTEST:
            return ()
        if found := self._certain(self._full.get(letters, ())):
            return found
        if letters in self._others:
            return ()
        return (
            self._by_initials(letters)
            or self._certain(self._said_so(letters))
            or self._abbreviated(letters)
        )

    def mixed(self, name: str) -> Agencies:
        """Return the agencies that a normalised `name` of characters and pinyin means: 质jianju."""
        letters = "".join(self.reader.read(name))
        pattern = re.compile(_LETTERS.sub(".*", name))
        names = (*self._full.get(letters, ()), *self._said_so(letters))
        return self._certain(one for one in names if pattern.fullmatch(one))

    def completing(self, letters: str) -> Iterator[tuple[str, str]]:
        """Yield the names that are read `letters` from their beginning, or have such initials.

        Each with what is to be typed for it in letters.
        """
        for name in self.lookup.registry.bearers:
            read = self.reader.read(name)
            for typed in ("".join(read), initials(read)):
                if typed.startswith(letters):
                    yield name, typed
                    break

    def _said_so(self, letters: str) -> Iterator[str]:
        """Yield the names that a southerner would write `letters` for."""
        for syllables in self._parted(letters):
            yield from self._southern.get(syllables, ())

    def _certain(self, names: Iterable[str]) -> Agencies:
        return united(*map(self.lookup.certain, names))

    def _by_initials(self, letters: str) -> Agencies:
        found = self._certain(self._initials.get(letters, ()))
        if not (found := tuple(one for one in found if one.kind != "collective")):
            return ()
        # 广东国税 is a name, and 广东工商 might be one: gdgs.
        unranked = self._unranked.get(letters, ())
        return united(found, *map(self.lookup.abbreviations.meant_by, unranked))

    def _abbreviated(self, letters: str) -> Agencies:
        """Return the agencies that an abbreviation which is read `letters` means."""
        names = dict.fromkeys(
            prefix + characters
            for prefix, rest in self._without_prefix(letters)
            for syllables in self._parted(rest)
            for characters in self._kept(syllables)
        )
        likely = (name for name in names if not self.lookup.is_other(name))
        return united(*map(self.lookup.abbreviations.meant_by, likely))

    def _without_prefix(self, letters: str) -> Iterator[tuple[str, str]]:
        yield "", letters
        for prefix in self._prefixes:
            read = "".join(self.reader.read(prefix))
            for said in {read, southern(read)}:
                if letters.startswith(said):
                    yield prefix, letters[len(said) :]

    def _parted(self, letters: str) -> Iterator[tuple[str, ...]]:
        """Yield the first ways to part `letters` into syllables, each as the south says it."""
        return islice(self._ways(letters), MOST_WAYS)

    def _ways(self, letters: str) -> Iterator[tuple[str, ...]]:
        if not letters:
            yield ()
        for length in range(min(len(letters), LONGEST_SYLLABLE), 0, -1):
            if (said := southern(letters[:length])) in self._syllables:
                for rest in self._ways(letters[length:]):
                    yield (said, *rest)

    def _kept(self, syllables: tuple[str, ...]) -> Iterator[str]:
        """Yield the characters that are read `syllables` in a name that begins with the first."""
        if len(syllables) < SHORTEST_ABBREVIATED:
            return
        for core, read in self._cores_beginning.get(syllables[0], ()):
            characters = iter(zip(core, read, strict=True))
            kept = [
                next((one for one, sound in characters if sound == syllable), None)
                for syllable in syllables
            ]
            if None not in kept:
                yield "".join(filter(None, kept))

    @cached_property
    def _prefixes(self) -> tuple[str, ...]:
        jurisdiction = self.lookup.jurisdiction
        return tuple(filter(None, (*place_name(jurisdiction), jurisdiction)))

    @cached_property
    def _cores(self) -> dict[str, tuple[str, ...]]:
        """How each registered name is read, its prefix aside."""
        cores = (split_prefix(name, self.lookup.jurisdiction)[1] for name in self.lookup.registered)
        return {core: self.reader.read(core) for core in cores}

    @cached_property
    def _read(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """How each name is read, with every prefix and without."""
        fronts = [(prefix, self.reader.read(prefix)) for prefix in ("", *self._prefixes)]
        return tuple(
            (prefix + core, (*front, *read))
            for core, read in self._cores.items()
            for prefix, front in fronts
        )

    @cached_property
    def _full(self) -> dict[str, list[str]]:
        return _grouped(("".join(read), name) for name, read in self._read)

    @cached_property
    def _southern(self) -> dict[tuple[str, ...], list[str]]:
        return _grouped((tuple(map(southern, read)), name) for name, read in self._read)

    @cached_property
    def _initials(self) -> dict[str, list[str]]:
        return _grouped((initials(read), name) for name, read in self._read)

    @cached_property
    def _unranked(self) -> dict[str, list[str]]:
        names = ((stem(name), read) for name, read in self._read)
        return _grouped((initials(read[: len(name)]), name) for name, read in names)

    @cached_property
    def _others(self) -> frozenset[str]:
        """How the names of other bodies are read, in full and as initials.

        Those that sound like one of ours mean it when they are typed by their sound.
        """
        found = set()
        for name in self.lookup.registry.data.other_bodies:
            _, core = split_prefix(name, self.lookup.jurisdiction)
            for prefix in ("", *self._prefixes):
                read = self.reader.read(prefix + core)
                if "".join(read) not in self._full:
                    found |= {"".join(read), initials(read)}
        return frozenset(found)

    @cached_property
    def _cores_beginning(self) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
        found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for core in self.lookup.abbreviations.cores:
            read = tuple(map(southern, self.reader.read(core)))
            found.setdefault(read[0], []).append((core, read))
        return found

    @cached_property
    def _syllables(self) -> frozenset[str]:
        return frozenset(map(southern, self.reader.syllables))


def initials(read: Iterable[str]) -> str:
    """Return the first letters of the syllables `read`."""
    return "".join(syllable[0] for syllable in read)


def _grouped(pairs: Iterable[tuple[K, str]]) -> dict[K, list[str]]:
    found: dict[K, list[str]] = {}
    for key, name in pairs:
        found.setdefault(key, []).append(name)
    return found
