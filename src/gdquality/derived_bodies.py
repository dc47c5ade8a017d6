"""Bodies that a notice names and no registry has: agencies of which no more is known."""

from gdquality.records import ROLES, Agency, Kind, Notice, RegistryData
from gdquality.registry import Registry


def with_derived(registry: Registry, notice: Notice) -> Registry:
    """Return `registry` with the bodies of `notice` that are derived, if there are any."""
    mentions = [
        *(mention for task in notice.tasks for role in ROLES for mention in task.mentions(role)),
        *(mention for one in notice.deadlines for mention in (*one.who, *one.to)),
    ]
    names = dict.fromkeys(mention.agency for mention in mentions if mention.derived)
    added = tuple(_agency(name) for name in names if name not in registry.agencies)
    if not added:
        return registry
    data = registry.data
    return Registry(
        RegistryData(
            jurisdiction=data.jurisdiction,
            places=data.places,
            agencies=(*data.agencies, *added),
            changes=data.changes,
            outside=data.outside,
            elsewhere=data.elsewhere,
            other_bodies=data.other_bodies,
        )
    )


def _agency(name: str) -> Agency:
    from gdquality.parsing.shapes import is_collective

    kind: Kind = "collective" if is_collective(name) else "other-organ"
    return Agency(name=name, kind=kind, confidence="low", note="推定")
