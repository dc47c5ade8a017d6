"""Names by their sound: pinyin typed in full or as initials, and homophones typed for each other.

The readings were made with the data (scripts/readings.py); nothing is read aloud at run time.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cached_property

from gdquality.records import Agency, Readings
from gdquality.registry import Registry
from gdquality.resolve.guard import Guard
from gdquality.resolve.normal import prefix_variants
from gdquality.resolve.rank import ranks

_BETWEEN_SYLLABLES = re.compile(r"[\s'’\-]+")
_TONES = re.compile("[\u0300-\u036f]")
_LATIN = re.compile(r"[a-z]{2,}")
SHORTEST = 3
"""Letters of the shortest pinyin, characters of the shortest homophone: gd may be anybody."""


def latin(query: str) -> str:
    """Return `query` as pinyin without tones, or an empty string if it is none; ü is v."""
    letters = unicodedata.normalize("NFKD", query).casefold().replace("u\u0308", "v")
    joined = _BETWEEN_SYLLABLES.sub("", _TONES.sub("", letters))
    return joined if _LATIN.fullmatch(joined) else ""


def syllables_of(readings: Readings) -> dict[str, str]:
    """Return the usual syllable of each character that has a reading."""
    return {
        character: syllable
        for syllable, characters in readings.syllables.items()
        for character in characters
    }


def reader(readings: Readings) -> Callable[[str], str]:
    """Return what tells how a name is read, in syllables between spaces.

    A name without a reading of its own is read a character at a time.
    """
    syllables = syllables_of(readings)

    def read(name: str) -> str:
        known = readings.names.get(name)
        return known or " ".join(syllables.get(character, character) for character in name)

    return read


class Sounds:
    """The names of a registry by their sound."""

    def __init__(self, registry: Registry, readings: Readings) -> None:
        """Index on first use."""
        self.registry = registry
        self.readings = readings
        self.guard = Guard(registry)

    def by_pinyin(self, letters: str) -> tuple[Agency, ...]:
        """Return the agencies with a name that is read `letters`, or else has such initials."""
        if len(letters) < SHORTEST:
            return ()
        return self._full.get(letters) or tuple(
            agency for agency in self._initials.get(letters, ()) if agency.kind != "collective"
        )

    def by_homophones(self, name: str) -> tuple[Agency, ...]:
        """Return the agencies with a name that sounds like the normalised `name`.

        First character, rank, level and places are no matter of sound: 水务局 is not 税务局.
        """
        if len(name) < SHORTEST or not ranks(name):
            return ()
        for variant in (name, *prefix_variants(name, self.registry.data.jurisdiction)):
            fitting = self._by_sound.get(self._sound(variant), ())
            found = tuple(agency for text, agency in fitting if self.guard.may_be(text, variant))
            if found:
                return tuple(dict.fromkeys(found))
        return ()

    def _sound(self, name: str) -> str:
        """Return the usual syllables of `name`; a character without one is its own sound."""
        return " ".join(self._syllables.get(character, character) for character in name)

    @cached_property
    def _syllables(self) -> dict[str, str]:
        return syllables_of(self.readings)

    @cached_property
    def _by_sound(self) -> dict[str, tuple[tuple[str, Agency], ...]]:
        # Both sides by the reading of single characters, so that 会 is one sound in both.
        found: dict[str, tuple[tuple[str, Agency], ...]] = {}
        for name, agencies in self.registry.bearers.items():
            sound = self._sound(name)
            found[sound] = (*found.get(sound, ()), *((name, agency) for agency in agencies))
        return found

    @cached_property
    def _full(self) -> dict[str, tuple[Agency, ...]]:
        return self._index(lambda reading: reading.replace(" ", ""))

    @cached_property
    def _initials(self) -> dict[str, tuple[Agency, ...]]:
        return self._index(lambda reading: "".join(word[0] for word in reading.split()))

    def _index(self, key: Callable[[str], str]) -> dict[str, tuple[Agency, ...]]:
        found: dict[str, tuple[Agency, ...]] = {}
        for name, reading in self.readings.names.items():
            bearers = self.registry.bearers.get(name, ())
            found[key(reading)] = tuple(dict.fromkeys((*found.get(key(reading), ()), *bearers)))
        return found
