"""The names of many notices, asked one by one: of their registry, and of bodies they alone name."""

from pathlib import Path

from gdquality.collection.store import Store
from gdquality.collection.unplaced import bodies_without_place
from gdquality.dataset import Dataset
from gdquality.names.resolve import CERTAIN, Ambiguous, Resolution, Resolved
from gdquality.names.resolve.normal import normalise
from gdquality.records import Agency
from gdquality.registry_alone import RegistryAlone


class NamesOfMany(Dataset):
    """The registry of many notices, without the notices, with the bodies that only they name."""

    def __init__(self, path: Path, store: Store) -> None:
        """Let the names of `store` be asked, as they are meant in the place of its narrowing.

        `path` is what a user asks with --data.
        """
        super().__init__(RegistryAlone(path, store.registry), store.narrowing.jurisdiction)
        self._store = store

    def resolve(self, name: str) -> Resolution:
        """Return what `name` means, as `Dataset.resolve`, or else in the notices.

        A name by which notices call a body of their own goes before what is uncertain of the
        registry. Of a name that they give bodies of several places all are candidates.
        """
        answer = super().resolve(name)
        is_certain = isinstance(answer, Resolved) and answer.method in CERTAIN
        own = () if is_certain else self._store.called(normalise(name))
        if not own:
            return answer
        known = answer.candidates if isinstance(answer, Ambiguous) else ()
        bodies = tuple(dict.fromkeys((*known, *own, *self._elsewhere(name, own))))
        if len(bodies) > 1:
            return Ambiguous(name, "alias", bodies)
        return Resolved(name, "exact" if own[0].name == name else "alias", own[0])

    def _elsewhere(self, name: str, own: tuple[Agency, ...]) -> tuple[Agency, ...]:
        """Return the bodies that `name` may mean as well, unless it is a full name, or a place's.

        They are those of places of which no notice calls them so.
        """
        if self.jurisdiction is not None or any(one.name == name for one in own):
            return ()
        bodies = bodies_without_place({normalise(name)}, self._store.connection)
        return tuple(bodies[one] for one in sorted(bodies))
