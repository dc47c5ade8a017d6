"""Whoever the registry refers to is in it: the bodies of a change, the members of a collective."""

from collections.abc import Iterator

from gdquality.records import RegistryData
from gdquality.rules.rule import Found, Rule


def check(registry: RegistryData) -> Iterator[Found]:
    """Find references to bodies that the registry does not know."""
    known = {agency.name for agency in registry.agencies}
    for index, agency in enumerate(registry.agencies):
        for place, name in enumerate(agency.members):
            if name not in known:
                yield Found(("agencies", index, "members", place), f"名录中没有“{name}”")
    for index, change in enumerate(registry.changes):
        for field, names in (("before", change.before), ("after", change.after)):
            for place, name in enumerate(names):
                if name not in known:
                    yield Found(("changes", index, field, place), f"名录中没有“{name}”")


RULE = Rule("GDQ403", "known-bodies", "error", check)
