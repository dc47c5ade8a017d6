"""Notices that are in no answer, since they do not tell whom a name means: kept, to be said."""

from collections.abc import Container, Iterable, Iterator, Sequence

from gdquality.collection.meaning import Meaning
from gdquality.collection.store import Store
from gdquality.names.resolve import Resolved
from gdquality.queries.per_notice import LeftOut, NoticeEntry


class NoticesLeftOut:
    """The notices that questions have left out so far, each with the bodies that may be meant."""

    def __init__(self, store: Store) -> None:
        """Leave out notices of `store`."""
        self._store = store
        self._bodies: dict[NoticeEntry, set[str]] = {}

    def __iter__(self) -> Iterator[LeftOut]:
        """Yield them in the order in which they were left out."""
        return (LeftOut(entry, tuple(sorted(bodies))) for entry, bodies in self._bodies.items())

    def add(self, entry: NoticeEntry, bodies: Iterable[str]) -> None:
        """Leave out a notice in which several `bodies` are meant, or one that is not certain."""
        self._bodies.setdefault(entry, set()).update(bodies)

    def add_several(self, entry: NoticeEntry, found: Sequence[Sequence[Resolved]]) -> None:
        """Leave out a notice where one name means several bodies, and no name nobody.

        `found` are the bodies that each of the names means there.
        """
        if all(found):
            several = [one.agency.name for some in found if len(some) > 1 for one in some]
            if several:
                self.add(entry, several)

    def add_unsure(
        self,
        meanings: Sequence[Meaning],
        answered: Iterable[NoticeEntry],
        asked: Container[int] | None = None,
    ) -> None:
        """Leave out the notices in which each name may mean a body, and one of them none for sure.

        Not those that were `answered`, and none but those that were `asked`, if given.
        """
        sure = [self._store.naming(one.bodies) | one.by_notice.keys() for one in meanings]
        unsure = [self._store.named_in(one.unsure) for one in meanings]
        pairs = list(zip(sure, unsure, strict=True))
        numbers = set.intersection(*(one | other.keys() for one, other in pairs))
        numbers -= set.intersection(*sure) | {entry.notice for entry in answered}
        for entry in self._store.among(numbers):
            number = entry.notice
            if asked is None or number in asked:
                bodies = (other.get(number, ()) for one, other in pairs if number not in one)
                self.add(entry, (name for some in bodies for name in some))
