"""Of which bodies a notice says anything: those that it names, and those that these stand for."""

from collections.abc import Iterator

from gdquality.names.registry import Registry
from gdquality.queries.facts import was_there
from gdquality.records import Notice


class Concerned:
    """Of some bodies of a registry, those that a question about is answered from a notice."""

    def __init__(self, names: list[str], registry: Registry) -> None:
        """Look among the bodies called `names` alone."""
        self._registry = registry
        self._names = names
        self._heirs: dict[str, list[str]] = {}
        self._members: dict[str, list[str]] = {}
        for name in names:
            for origin in registry.origins(name):
                self._heirs.setdefault(origin, []).append(name)

    def by(self, notice: Notice) -> Iterator[str]:
        """Yield the names of the bodies that `notice` concerns, in the order that was given.

        A body that came later is concerned by what its origins have to do, one that belongs to a
        collective by the duties of that.
        """
        named = {one.agency for one in notice.every_mention}
        later = {heir for name in named for heir in self._heirs.get(name, ())}
        found = named | {one for one in later if not was_there(one, notice, self._registry)}
        for duty in notice.deadlines:
            for who in duty.who:
                found.update(self._of_collective(who.agency))
        yield from (name for name in self._names if name in found)

    def _of_collective(self, name: str) -> list[str]:
        """Return the bodies that `name` stands for, if it is a collective, and their heirs."""
        if name not in self._members:
            body = self._registry.agencies.get(name)
            among = self._names if body and body.members else ()
            bodies = [one for one in among if self._registry.stands_for(name, one, set())]
            heirs = [heir for one in bodies for heir in self._heirs.get(one, ())]
            self._members[name] = [*bodies, *heirs]
        return self._members[name]
