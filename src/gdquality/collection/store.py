"""Notices out of the database: which there are, which name whom, and each cut to what is asked."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from gdquality.collection.histories import changes_of
from gdquality.collection.narrowing import condition
from gdquality.names.registry import Registry
from gdquality.queries.fact_table import Fact
from gdquality.queries.per_notice import Copy, Narrowing, NoticeEntry
from gdquality.records import ROLES, Agency, Change, Notice
from gdquality.store.build import build

TaskTest = Callable[[dict[str, Any]], bool]
"""Tells whether a task, given as plain values, is wanted."""

MOST_PARAMETERS = 500
"""Values that one statement is given; SQLite takes no more than 999 everywhere."""

MOST_COMPLETED = 200
"""Names that a completion offers of those that notices alone know."""

_ORDER = "ORDER BY dated DESC, document_number, notice"
"""The newest first, those without a date last."""

_ENTRY = (
    "notice, document_number, title, issued, dated, jurisdiction, issuing_organ, file, sha256,"
    " tasks, deadlines, remarks"
)
_FACT = (
    "notice, document_number, issued, jurisdiction, task, tasks.title, role, text, agency, derived"
)

_APART = ("sections", "remarks", "notes")
"""What no question about tasks or duties needs of a notice."""


class Store:
    """The notices of a database, or those of a narrowing, with the registry they were read by."""

    def __init__(
        self, connection: sqlite3.Connection, registry: Registry, narrowing: Narrowing
    ) -> None:
        """Read from `connection`; raises GdqError for a narrowing that means nothing."""
        self.connection = connection
        self.registry = registry
        self.narrowing = narrowing
        self.condition, self._parameters = condition(narrowing)
        self._unregistered_bodies: dict[str, tuple[Agency, tuple[Change, ...]]] = {}

    def entries(self) -> Iterator[NoticeEntry]:
        """Yield the notices, the newest first, with their copies."""
        copies: dict[int, list[Copy]] = {}
        for notice, *rest in self.connection.execute(
            "SELECT notice, file, sha256, relation FROM copies ORDER BY file, sha256"
        ):
            copies.setdefault(notice, []).append(Copy(*rest))
        for row in self._notices(_ENTRY, f"1 {_ORDER}", ()).fetchall():
            found = NoticeEntry(*row)
            own = copies.get(found.notice)
            yield replace(found, copies=tuple(own)) if own else found

    def among(self, notices: Iterable[int]) -> list[NoticeEntry]:
        """Return those of `notices` that are asked, the newest first."""
        found = [
            NoticeEntry(*row)
            for some in _chunks(notices)
            for row in self._notices(_ENTRY, f"notice IN ({_marks(some)})", some)
        ]
        found.sort(key=lambda one: (one.document_number or "", one.notice))
        return sorted(found, key=lambda one: one.dated, reverse=True)

    def has_limits_of_tasks(self) -> bool:
        """Tell whether a task of any notice has a limit of its own."""
        statement = "SELECT EXISTS (SELECT 1 FROM tasks WHERE due_text IS NOT NULL)"
        return bool(self.connection.execute(statement).fetchone()[0])

    def count_undated(self) -> int:
        """Return how many notices a narrowing by date leaves out, since theirs is not known."""
        if not self.narrowing.is_by_date:
            return 0
        rest = Store(
            self.connection, self.registry, replace(self.narrowing, since=None, until=None)
        )
        return int(rest._notices("count(*)", "dated = ''", ()).fetchone()[0])

    def has_before(self, year: str) -> bool:
        """Tell whether any of the notices is of a year before `year`."""
        rows = self._notices("1", "dated <> '' AND substr(dated, 1, 4) < ? LIMIT 1", (year,))
        return rows.fetchone() is not None

    def naming(self, agencies: Iterable[str], binding: Iterable[str] = ()) -> set[int]:
        """Return the notices with a task that names one of `agencies` or a duty of `binding`."""
        found: set[int] = set()
        for table, names in (("assignments", agencies), ("deadline_bodies", binding)):
            for some in _chunks(names):
                statement = f"SELECT DISTINCT notice FROM {table} WHERE agency IN ({_marks(some)})"
                found.update(row[0] for row in self.connection.execute(statement, some))
        return found

    def due_in(self, after: str | None, before: str | None) -> set[int]:
        """Return the notices with a duty that is due in a period, as `in_period` takes it."""
        last = before or "9"
        rows = self.connection.execute(
            "SELECT DISTINCT notice FROM deadlines"
            " WHERE due >= ? AND substr(due, 1, length(?)) <= ?",
            (after or "", last, last),
        )
        return {row[0] for row in rows}

    def with_title(self, is_wanted: Callable[[str], bool]) -> set[int]:
        """Return the notices with a task whose title `is_wanted`."""
        found: set[int] = set()
        for title, notices in self.connection.execute(
            "SELECT title, json_group_array(notice) FROM tasks GROUP BY title"
        ):
            if is_wanted(title):
                found.update(json.loads(notices))
        return found

    def load(self, number: int, wanted: TaskTest | None = None) -> Notice:
        """Return a notice with the tasks that are `wanted`, or whole.

        One that is cut has neither sections nor remarks.
        """
        row = self.connection.execute("SELECT record FROM documents WHERE notice = ?", (number,))
        value = json.loads(row.fetchone()[0])
        if wanted:
            tasks = [task for task in value.get("tasks", ()) if wanted(task)]
            value = {key: one for key, one in value.items() if key not in _APART}
            value["tasks"] = tasks
        return build(value, Notice)

    def counts(self) -> dict[str, dict[str, int]]:
        """Return how often tasks name each body, by role."""
        found: dict[str, dict[str, int]] = {}
        for agency, role, count in self.connection.execute(
            "SELECT agency, role, count(*) FROM assignments WHERE notice IN"
            f" (SELECT notice FROM notices WHERE {self.condition}) GROUP BY agency, role",
            self._parameters,
        ):
            found.setdefault(agency, {})[role] = count
        return found

    def facts(self) -> Iterator[Fact]:
        """Yield the long table, the newest notice first."""
        rows = self.connection.execute(
            f"SELECT {_FACT} FROM notices JOIN tasks USING (notice)"
            f" JOIN assignments USING (notice, task) WHERE {self.condition}"
            f" {_ORDER}, task, role, position",
            self._parameters,
        )
        for notice, number, issued, *rest, derived in rows:
            day = date.fromisoformat(issued) if issued else None
            yield Fact(*(notice, number, day, *rest, bool(derived)))

    def registry_with(self, names: Iterable[str]) -> Registry:
        """Return the registry with the bodies called `names` that only notices know."""
        missing = sorted(name for name in names if name not in self.registry.agencies)
        added = [self._unregistered(name) for name in missing]
        if not added:
            return self.registry
        data = self.registry.data
        changes = dict.fromkeys(change for _, some in added for change in some)
        if changes:
            changes = dict.fromkeys((*data.changes, *changes))
        agencies = (*data.agencies, *(agency for agency, _ in added))
        return Registry(replace(data, agencies=agencies, changes=tuple(changes) or data.changes))

    def names_beginning(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the names that notices give bodies of their own and that begin with `text`."""
        yield from self.connection.execute(
            "SELECT DISTINCT name, agency FROM names WHERE name >= ? AND name < ? LIMIT ?",
            (text, f"{text}\U0010ffff", MOST_COMPLETED),
        )

    def _notices(self, columns: str, where: str, parameters: Iterable[Any]) -> sqlite3.Cursor:
        statement = f"SELECT {columns} FROM notices WHERE ({self.condition}) AND {where}"
        return self.connection.execute(statement, (*self._parameters, *parameters))

    def _unregistered(self, name: str) -> tuple[Agency, tuple[Change, ...]]:
        """Return a body that only notices know, and what changed between it and others."""
        if name not in self._unregistered_bodies:
            statement = "SELECT record FROM agencies WHERE agency = ?"
            record = self.connection.execute(statement, (name,)).fetchone()[0]
            found = build(json.loads(record), Agency), changes_of([name], self.connection)
            self._unregistered_bodies[name] = found
        return self._unregistered_bodies[name]


def naming_one_of(agencies: frozenset[str]) -> TaskTest:
    """Return what tells whether a task names one of `agencies`."""

    def wanted(task: dict[str, Any]) -> bool:
        return any(one["agency"] in agencies for role in ROLES for one in task.get(role, ()))

    return wanted


def numbered(numbers: set[int]) -> TaskTest:
    """Return what tells whether a task has one of `numbers`."""
    return lambda task: task["number"] in numbers


def _marks(values: list[Any]) -> str:
    return ", ".join("?" * len(values))


def _chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    ordered = sorted(values)
    for start in range(0, len(ordered), MOST_PARAMETERS):
        yield ordered[start : start + MOST_PARAMETERS]
