"""Which body a name means in each of many notices."""

import json
import sqlite3
from dataclasses import dataclass, field, replace

from gdquality.collection.histories import changes_of
from gdquality.collection.rows import fronts_of
from gdquality.collection.unplaced import bodies_without_place
from gdquality.dataset import Dataset
from gdquality.errors import AmbiguousError, NotFoundError, quoted
from gdquality.names.registry import Registry
from gdquality.names.resolve import CERTAIN, Resolved
from gdquality.names.resolve.normal import normalise, split_prefix
from gdquality.queries.per_notice import NoticeEntry
from gdquality.records import Agency, RegistryData
from gdquality.store.build import build


@dataclass(frozen=True, slots=True)
class Meaning:
    """What `query` means: a registered body in any notice, others in those that name them.

    `bodies` are the registered one and those that may answer for it, `binding` the names in the
    duties of a notice that may mean them. `by_notice` has the bodies that no registry has, and
    `origins` those that each of these came of. `unsure` are bodies that the query may mean where it
    means nobody for certain: outside of `home`, whose registry it is, the registered body is no
    surer than they are.
    """

    query: str
    registered: Resolved | None
    bodies: frozenset[str] = frozenset()
    binding: frozenset[str] = frozenset()
    by_notice: dict[int, tuple[Agency, ...]] = field(default_factory=dict)
    origins: dict[str, frozenset[str]] = field(default_factory=dict)
    unsure: dict[str, Agency] = field(default_factory=dict)
    home: str = ""

    def in_notice(self, entry: NoticeEntry, named: set[str]) -> tuple[Resolved, ...]:
        """Return what it means in a notice that names `named`: one body, or several, or none."""
        own = self.by_notice.get(entry.notice, ())
        is_registered = self.registered is not None and (not own or bool(named & self.bodies))
        if is_registered and entry.jurisdiction != self.home:
            own += tuple(body for name, body in self.unsure.items() if name in named)
        found = [self.registered] if is_registered and self.registered else []
        told = {one.agency.name for one in found}
        found += (self._own(one) for one in dict.fromkeys(own) if one.name not in told)
        return tuple(found)

    def _own(self, body: Agency) -> Resolved:
        return Resolved(self.query, "exact" if body.name == self.query else "alias", body)

    def names_in(self, notice: int) -> frozenset[str]:
        """Return the canonical names that it may stand under in the tasks of a notice."""
        own = [one.name for one in self.by_notice.get(notice, ())]
        return self.bodies.union(own, *(self.origins[name] for name in own))


def meaning_of(query: str, base: Dataset, connection: sqlite3.Connection) -> Meaning:
    """Return what `query` means in the notices of a database, whose registry is that of `base`.

    A name that a notice gives a body of its own goes before what is uncertain of the registry.
    Raises NotFoundError and AmbiguousError as `Dataset.find`.
    """
    asked = {normalise(query)}
    by_notice = _by_notice(asked, connection)
    try:
        found = base.find(query)
    except NotFoundError:
        unsure = bodies_without_place(asked, connection)
        if not by_notice and not unsure:
            _refuse_of_elsewhere(query, base.registry.data.jurisdiction)
            raise
        return _in_notices_alone(query, by_notice, unsure, connection)
    except AmbiguousError as error:
        if not by_notice:
            raise
        unsure = bodies_without_place(asked, connection)
        unsure |= {name: base.registry.agencies[name] for name in error.candidates}
        return _in_notices_alone(query, by_notice, unsure, connection)
    name, registry = found.agency.name, base.registry
    bodies = frozenset({name, *(step.agency for step in registry.predecessors(name))})
    if by_notice and found.method not in CERTAIN:
        unsure = bodies_without_place(asked, connection)
        unsure |= {one: registry.agencies[one] for one in bodies if one in registry.agencies}
        return _in_notices_alone(query, by_notice, unsure, connection)
    asked |= _elsewhere(query, name, registry.data.jurisdiction)
    by_notice = _by_notice(asked, connection)
    unsure = bodies_without_place(asked, connection)
    binding, origins = _binding(bodies, registry), _origins(by_notice, connection)
    home = registry.data.jurisdiction
    return Meaning(query, found, bodies, binding, by_notice, origins, unsure, home)


def _refuse_of_elsewhere(query: str, jurisdiction: str) -> None:
    """Raise NotFoundError for a body of another place; none of the registry is like that one."""
    from gdquality.names.government.places import place_at_start

    place = place_at_start(query)
    if place and place.name != jurisdiction:
        raise NotFoundError(f"这些通知没有提到{quoted(query)}") from None


def _in_notices_alone(
    query: str,
    by_notice: dict[int, tuple[Agency, ...]],
    unsure: dict[str, Agency],
    connection: sqlite3.Connection,
) -> Meaning:
    """Return the meaning of a name that means somebody in those notices alone."""
    origins = _origins(by_notice, connection)
    return Meaning(query, None, by_notice=by_notice, origins=origins, unsure=unsure)


def _elsewhere(query: str, name: str, jurisdiction: str) -> set[str]:
    """Return what bodies of other places are asked by, with a query that means `name` here.

    发改委, 广东省发展和改革委员会 here, asks for 发展和改革委员会 of any place; 省发改委 for that
    of any province; 广东省发改委 for no other. 宣传部 asks for that of any committee.
    """
    prefix, _ = split_prefix(normalise(query), jurisdiction)
    if prefix not in ("", jurisdiction[-1]):
        return set()
    fronts = fronts_of(jurisdiction, prefix)
    return {level + name.removeprefix(full) for full, level in fronts if name.startswith(full)}


def _by_notice(names: set[str], connection: sqlite3.Connection) -> dict[int, tuple[Agency, ...]]:
    marks = ", ".join("?" * len(names))
    rows = connection.execute(
        "SELECT DISTINCT names.notice, agency, agencies.record FROM names JOIN agencies"
        f" USING (agency) WHERE name IN ({marks}) ORDER BY names.notice, agency",
        tuple(names),
    ).fetchall()
    rows = [(notice, record) for notice, _, record in rows]
    built = {record: build(json.loads(record), Agency) for record in {row[1] for row in rows}}
    found: dict[int, tuple[Agency, ...]] = {}
    for notice, record in rows:
        found[notice] = (*found.get(notice, ()), built[record])
    return found


def _origins(
    by_notice: dict[int, tuple[Agency, ...]], connection: sqlite3.Connection
) -> dict[str, frozenset[str]]:
    """Return what each of the bodies that only notices know came of."""
    names = {one.name for bodies in by_notice.values() for one in bodies}
    empty = RegistryData("", (), (), ())
    return {
        name: Registry(replace(empty, changes=changes_of([name], connection))).origins(name)
        for name in names
    }


def _binding(bodies: frozenset[str], registry: Registry) -> frozenset[str]:
    """Return `bodies` and the collectives that stand for one of them, whatever its tasks."""
    collectives = [one.name for one in registry.data.agencies if one.members]
    return bodies | {
        name
        for name in collectives
        if any(registry.stands_for(name, body, set()) for body in bodies)
    }
