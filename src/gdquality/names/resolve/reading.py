"""How names are read: in syllables without tones, and as the south writes them."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from itertools import islice, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gdquality.records.readings import Readings

_BETWEEN_SYLLABLES = re.compile(r"[\s'’\-]+")
_TONES = re.compile("[\u0300-\u036f]")
_LATIN = re.compile(r"[a-z]{2,}")

MOST_SOUNDS = 16
"""Ways to read a name that are tried, where it has characters of several readings."""

_SOUTHERN = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"), ("v", "u"))
"""What southern Mandarin does not tell apart, and those who do not know of v; by the letters."""


def latin(query: str) -> str:
    """Return `query` as pinyin without tones, or an empty string if it is none; ü is v."""
    if not query[:1].isalpha() or "一" <= query[0] <= "鿿":
        return ""
    letters = unicodedata.normalize("NFKD", query).casefold().replace("u\u0308", "v")
    joined = _BETWEEN_SYLLABLES.sub("", _TONES.sub("", letters))
    return joined if _LATIN.fullmatch(joined) else ""


def southern(letters: str) -> str:
    """Return `letters` as they are for those who say zh as z, sh as s, ch as c, ng as n, l as n."""
    for northern, said in _SOUTHERN:
        letters = letters.replace(northern, said)
    return letters


class Reader:
    """Reads names, a character at a time or by its word."""

    def __init__(self, readings: "Readings") -> None:
        """Read by `readings`, which are looked into when they are needed."""
        self._readings = readings

    @cached_property
    def _usual(self) -> dict[str, str]:
        return {
            character: syllable
            for syllable, characters in self._readings.syllables.items()
            for character in characters
        }

    @cached_property
    def _in_words(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for key, words in self._readings.words.items():
            character, syllable = key.split()
            found |= dict.fromkeys(((word, character) for word in words.split()), syllable)
        return found

    @cached_property
    def syllables(self) -> frozenset[str]:
        """Every syllable that a character is usually read as."""
        return frozenset(self._readings.syllables)

    def syllable(self, character: str) -> str:
        """Return how `character` is usually read; one that is not known is its own sound."""
        return self._usual.get(character, character)

    def sound(self, name: str) -> tuple[str, ...]:
        """Return the usual syllable of each character, so that 会 is one sound wherever it is."""
        return tuple(map(self.syllable, name))

    def sounds(self, name: str) -> Iterator[tuple[str, ...]]:
        """Yield the syllables that `name` may have, the usual ones first: 还 is hai or huan."""
        every = ((self.syllable(one), *self._unusual.get(one, ())) for one in name)
        return islice(product(*every), MOST_SOUNDS)

    @cached_property
    def _unusual(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key in self._readings.words:
            character, syllable = key.split()
            found.setdefault(character, []).append(syllable)
        return found

    def read(self, name: str) -> tuple[str, ...]:
        """Return how `name` is read, a syllable a character: 行 is hang in 银行."""
        read = []
        for at, character in enumerate(name):
            words = (name[at : at + 2], name[max(at - 1, 0) : at + 1])
            others = (self._in_words.get((word, character)) for word in words)
            read.append(next(filter(None, others), None) or self.syllable(character))
        return tuple(read)
