"""Abbreviations: a Chinese one keeps characters of the full name, in order, and drops the rest.

Similarity scores are defeated by that (质监局 has 3 of the 10 characters of its full name); that
the characters stand in the full name in order, and only in one, is what tells (docs/names.md).
"""

from collections.abc import Iterator

from gdquality.records import Agency
from gdquality.registry import Registry
from gdquality.resolve.normal import split_prefix
from gdquality.resolve.rank import distinguishing, ranks, ranks_agree

SHORTEST = 2
"""Characters, prefix and rank aside, of the shortest abbreviation: 市局 is anybody's."""

NEVER = frozenset(("collective", "people-government"))
"""Kinds that nobody abbreviates: 市政府 is not the government of a district of that city."""

MOST = 12
"""Agencies that a name may fit and still be a question; one that fits more says nothing."""


def abbreviated(name: str, registry: Registry) -> tuple[Agency, ...]:
    """Return the agencies that the normalised `name` may abbreviate, in the registry's order.

    A place or a rank alone abbreviates nobody; docs/names.md has the other conditions.
    """
    _, core = split_prefix(name, registry.data.jurisdiction)
    if len(distinguishing(core)) < SHORTEST or core in registry.prefixes:
        return ()
    found = tuple(_fitting(name, registry))
    return found if len(found) <= MOST else ()


def _fitting(name: str, registry: Registry) -> Iterator[Agency]:
    superior = _superior(name, registry)
    place = registry.data.jurisdiction[:-1]
    for agency in registry.data.agencies:
        characters = iter(agency.name)
        if (
            agency.kind not in NEVER
            and _rank_allows(name, agency.name)
            and all(character in characters for character in name)
            and (superior is None or _is_under(agency, superior))
            and not _means_the_central_one(name, agency.name, place)
        ):
            yield agency


def _rank_allows(name: str, full: str) -> bool:
    if not ranks(name):
        # 省人大 is not its office.
        return not full.endswith(("办公厅", "办公室"))
    return ranks_agree(name, full)


def _means_the_central_one(name: str, full: str, place: str) -> bool:
    """Tell whether `name` begins as the central body does in whose name the `place` comes later.

    中宣部 is not 中共广东省委宣传部.
    """
    return full.find(place) > 0 and name[0] == full[0] and place not in name


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
