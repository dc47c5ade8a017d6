"""What became of bodies that only notices know: written beside them, and read again."""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from gdquality.names.registry import Registry
from gdquality.records import Agency, Change
from gdquality.store.build import build
from gdquality.store.json_records import dump


def answering(body: Agency, registry: Registry) -> Iterator[Agency]:
    """Yield `body`, and those that answer with its tasks since they are what it became."""
    yield body
    for step in registry.successors(body.name):
        if body.name in registry.origins(step.agency) and step.agency in registry.agencies:
            yield registry.agencies[step.agency]


def rows_of(bodies: Iterable[Agency], registry: Registry) -> Iterator[tuple[str, str]]:
    """Yield each of `bodies` with each change of what it came of and became, as JSON."""
    for body in bodies:
        steps = (*registry.predecessors(body.name), *registry.successors(body.name))
        chain = {body.name, *(step.agency for step in steps)}
        for change in registry.data.changes:
            if not chain.isdisjoint((*change.before, *change.after)):
                yield body.name, dump(change)


def changes_of(names: Iterable[str], connection: sqlite3.Connection) -> tuple[Change, ...]:
    """Return the changes that were written beside the bodies called `names`, each once."""
    found: dict[str, None] = {}
    for name in names:
        rows = connection.execute("SELECT record FROM changes WHERE agency = ?", (name,))
        found.update((row[0], None) for row in rows)
    return tuple(build(json.loads(record), Change) for record in found)
