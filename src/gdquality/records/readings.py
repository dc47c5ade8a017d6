"""What readings.yaml holds; no answer to a registered name needs it."""

from dataclasses import dataclass

from gdquality.records.constraints import Record


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Readings(Record):
    """How characters are read, in syllables without tones.

    `syllables` gives each syllable the characters that are usually read so. `words` gives a
    character and another of its syllables (行 hang) the words, between spaces, in which it has it.
    """

    syllables: dict[str, str]
    words: dict[str, str]
