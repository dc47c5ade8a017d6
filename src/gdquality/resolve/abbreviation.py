"""Abbreviations: a Chinese one keeps characters of the full name, in order, and drops the rest.

Similarity scores are defeated by that (质监局 has 3 of the 10 characters of its full name); that
the characters stand in the full name in order, and only in one, is what tells (docs/names.md).
"""

from collections.abc import Iterator

from gdquality.records import Agency
from gdquality.registry import Registry
from gdquality.resolve.normal import split_prefix
from gdquality.resolve.rank import WORDS, ranks_agree

SHORTEST = 2
MOST = 12
"""Agencies that a name may fit and still be a question; one that fits more says nothing."""


def abbreviated(name: str, registry: Registry) -> tuple[Agency, ...]:
    """Return the agencies that the normalised `name` may abbreviate, in the registry's order.

    The rank must agree: 教育部 does not abbreviate 教育厅. Nobody abbreviates a collective; a place
    or a rank alone abbreviates nobody; 省委… means bodies of 省委 only.
    """
    _, core = split_prefix(name, registry.data.jurisdiction)
    if len(core) < SHORTEST or core in registry.prefixes or core in WORDS:
        return ()
    found = tuple(_fitting(name, registry))
    return found if len(found) <= MOST else ()


def _fitting(name: str, registry: Registry) -> Iterator[Agency]:
    superior = _superior(name, registry)
    for agency in registry.data.agencies:
        if agency.kind == "collective" or not ranks_agree(name, agency.name):
            continue
        characters = iter(agency.name)
        if all(character in characters for character in name) and (
            superior is None or _is_under(agency, superior)
        ):
            yield agency


def _superior(name: str, registry: Registry) -> Agency | None:
    """Return the body whose registered name is the beginning of `name`: 省委 of 省委办公厅."""
    for length in range(len(name) - 1, 1, -1):
        bearers = registry.bearers.get(name[:length], ())
        if bearers and bearers[0].kind in ("party-organ", "people-government"):
            return bearers[0]
    return None


def _is_under(agency: Agency, superior: Agency) -> bool:
    return agency.parent == superior.name or any(
        agency.name.startswith(name) for name in (superior.name, *superior.aliases)
    )
