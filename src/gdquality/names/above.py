"""The bodies of other registries that a notice names: of the governments above its own."""

from gdquality.names.registry import Registry
from gdquality.records import Notice


def with_bodies_above(registry: Registry, notice: Notice) -> Registry:
    """Return `registry` with the registered bodies that `notice` names and it does not have.

    A body that is said to be meant by a text that does not mean it is not added.
    """
    missing = [
        one
        for one in notice.every_mention
        if not one.derived and one.agency not in registry.agencies
    ]
    if not missing or notice.jurisdiction is None:
        return registry
    # A data set whose registry has all bodies is answered without importing the steps for others.
    from gdquality.names.government.named import with_registered

    return with_registered(registry, notice, missing)
