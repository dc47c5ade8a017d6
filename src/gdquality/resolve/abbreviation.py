"""Abbreviations: a Chinese one keeps characters of the full name, in order, and drops the rest.

Similarity scores are defeated by that (质监局 has 3 of the 10 characters of its full name); that
the characters stand in the full name in order, and only in one, is what tells (peers.md §3).
"""

from collections.abc import Iterator

from gdquality.records import Agency
from gdquality.registry import Registry

SHORTEST = 2
RANKS = {"委员会": "委", "办公室": "办", "办公厅": "办"}
"""How the last word of a full name is abbreviated; of the others the last character is kept."""
RANK_CHARACTERS = frozenset("部委厅局办院会署社")


def abbreviated(name: str, registry: Registry) -> Iterator[Agency]:
    """Yield the agencies that the normalised `name` may abbreviate, in the registry's order.

    The rank must agree: 教育部 does not abbreviate 教育厅. Nobody abbreviates a collective, and
    a place or a rank alone abbreviates nobody.
    """
    core = name.removeprefix(registry.data.jurisdiction).removeprefix(
        registry.data.jurisdiction[-1]
    )
    if len(core) < SHORTEST or core in registry.prefixes:
        return
    for agency in registry.data.agencies:
        if agency.kind != "collective" and _ranks_agree(name, agency.name):
            characters = iter(agency.name)
            if all(character in characters for character in name):
                yield agency


def _ranks_agree(name: str, full: str) -> bool:
    if name[-1] not in RANK_CHARACTERS:
        return True
    rank = next((short for word, short in RANKS.items() if full.endswith(word)), full[-1])
    return name[-1] in (rank, full[-1])
