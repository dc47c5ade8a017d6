"""How the body of a function is called at each level of government and in each era.

A pattern is a generality with a confidence (docs/another-government.md): 省发改委 in a notice of
湖南省 is 湖南省发展和改革委员会, because that is what such a body is called.
"""

from functools import cache
from typing import NamedTuple, cast

from gdquality.names.government.tables import read_table
from gdquality.records import Confidence, Kind

NOW = "2025"
"""The last year of which the patterns and registries tell: when a name is meant that is asked."""


class Pattern(NamedTuple):
    """A name with a place to be filled in, and the other `forms` in which a notice prints it.

    `since` and `until` are the years between which bodies were called so. `function` tells what
    such a body does, `source` where the pattern is known from.
    """

    level: str
    name: str
    forms: tuple[str, ...]
    since: int
    until: int
    kind: Kind
    confidence: Confidence
    function: str
    source: str

    def held_in(self, year: int | None) -> bool:
        """Tell whether bodies were called so in `year`; without a year they may have been."""
        return year is None or self.since <= year <= self.until


@cache
def packaged_patterns() -> dict[str, tuple[Pattern, ...]]:
    """Return the patterns of the packaged table by their level, read when first asked for."""
    found: dict[str, list[Pattern]] = {}
    for level, name, forms, since, until, kind, confidence, function, source in read_table(
        "patterns.tsv"
    ):
        pattern = Pattern(
            level,
            name,
            tuple(forms.split("|")) if forms else (),
            int(since or 0),
            int(until or 9999),
            cast("Kind", kind),
            cast("Confidence", confidence),
            function,
            source,
        )
        found.setdefault(level, []).append(pattern)
    return {level: tuple(patterns) for level, patterns in found.items()}
