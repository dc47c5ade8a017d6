"""Which body a name means in each of many notices."""

import json
import sqlite3
from dataclasses import dataclass, field

from gdquality.dataset import Dataset
from gdquality.errors import AmbiguousError, NotFoundError
from gdquality.names.registry import Registry
from gdquality.names.resolve import CERTAIN, Resolved
from gdquality.names.resolve.normal import normalise
from gdquality.records import Agency
from gdquality.store.build import build


@dataclass(frozen=True, slots=True)
class Meaning:
    """What `query` means: a registered body in any notice, others in those that name them.

    `bodies` are the registered one and those that may answer for it, `binding` the names in the
    duties of a notice that may mean them. `by_notice` has the bodies that no registry has.
    """

    query: str
    registered: Resolved | None
    bodies: frozenset[str] = frozenset()
    binding: frozenset[str] = frozenset()
    by_notice: dict[int, tuple[Agency, ...]] = field(default_factory=dict)

    def in_notice(self, notice: int, named: set[str]) -> tuple[Resolved, ...]:
        """Return what it means in a notice that names `named`: one body, or several, or none."""
        own = tuple(Resolved(self.query, "alias", one) for one in self.by_notice.get(notice, ()))
        if self.registered and (not own or named & self.bodies):
            return (self.registered, *own)
        return own

    def names_in(self, notice: int) -> frozenset[str]:
        """Return the canonical names that it may stand under in the tasks of a notice."""
        return self.bodies | {one.name for one in self.by_notice.get(notice, ())}


def meaning_of(query: str, base: Dataset, connection: sqlite3.Connection) -> Meaning:
    """Return what `query` means in the notices of a database, whose registry is that of `base`.

    A name that a notice gives a body of its own goes before what is uncertain of the registry.
    Raises NotFoundError and AmbiguousError as `Dataset.find`.
    """
    by_notice = _by_notice(query, connection)
    try:
        found = base.find(query)
    except (NotFoundError, AmbiguousError):
        if not by_notice:
            raise
        return Meaning(query, None, by_notice=by_notice)
    if by_notice and found.method not in CERTAIN:
        return Meaning(query, None, by_notice=by_notice)
    name, registry = found.agency.name, base.registry
    bodies = frozenset({name, *(step.agency for step in registry.predecessors(name))})
    return Meaning(query, found, bodies, _binding(bodies, registry), by_notice)


def _by_notice(query: str, connection: sqlite3.Connection) -> dict[int, tuple[Agency, ...]]:
    rows = connection.execute(
        "SELECT names.notice, agencies.record FROM names JOIN agencies USING (agency)"
        " WHERE name = ? ORDER BY names.notice, agency",
        (normalise(query),),
    ).fetchall()
    built = {record: build(json.loads(record), Agency) for record in {row[1] for row in rows}}
    found: dict[int, tuple[Agency, ...]] = {}
    for notice, record in rows:
        found[notice] = (*found.get(notice, ()), built[record])
    return found


def _binding(bodies: frozenset[str], registry: Registry) -> frozenset[str]:
    """Return `bodies` and the collectives that stand for one of them, whatever its tasks."""
    collectives = [one.name for one in registry.data.agencies if one.members]
    return bodies | {
        name
        for name in collectives
        if any(registry.stands_for(name, body, set()) for body in bodies)
    }
