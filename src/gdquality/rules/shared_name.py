"""A name belongs to one agency: no alias of two bodies, none that is another's full name."""

from collections.abc import Iterator

from gdquality.records import RegistryData
from gdquality.rules.rule import Found, Rule


def check(registry: RegistryData) -> Iterator[Found]:
    """Find names that an agency bears, or is misprinted as, which an earlier one bears already."""
    owners = {agency.name: agency.name for agency in reversed(registry.agencies)}
    canonical: set[str] = set()
    for index, agency in enumerate(registry.agencies):
        path = ("agencies", index)
        if agency.name in canonical:
            yield Found((*path, "name"), f"“{agency.name}”重复")
        canonical.add(agency.name)
        for field, names in (("aliases", agency.aliases), ("misprints", agency.misprints)):
            for place, name in enumerate(names):
                owner = owners.setdefault(name, agency.name)
                if owner != agency.name:
                    yield Found((*path, field, place), f"“{name}”已是“{owner}”的名称")


RULE = Rule("GDQ401", "shared-name", "error", check)
