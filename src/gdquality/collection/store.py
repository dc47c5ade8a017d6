"""Notices out of the database: which there are, which name whom, and each cut to what is asked."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from gdquality.collection.histories import changes_of
from gdquality.collection.narrowing import condition
from gdquality.names.registry import Registry
from gdquality.queries.answers import USUAL_ROLES
from gdquality.queries.fact_table import Fact
from gdquality.queries.per_notice import Copy, Narrowing, NoticeEntry
from gdquality.records import ROLES, Agency, Change, Notice, Role
from gdquality.store.build import build

TaskTest = Callable[[dict[str, Any]], bool]
"""Tells whether a task, given as plain values, is wanted."""

MOST_PARAMETERS = 500
"""Values that one statement is given; SQLite takes no more than 999 everywhere."""

MOST_REGISTRIES = 64
"""Registries with bodies of notices that are kept, to be asked again."""

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
        # Notices that name the same bodies are many; those that are kept are not.
        self._registry_with = lru_cache(MOST_REGISTRIES)(self._registry_of)

    def entries(self) -> Iterator[NoticeEntry]:
        """Yield the notices, the newest first, with their copies and problems."""
        copies: dict[int, list[Copy]] = {}
        for notice, *rest in self.connection.execute(
            "SELECT notice, file, sha256, relation FROM copies ORDER BY file, sha256"
        ):
            copies.setdefault(notice, []).append(Copy(*rest))
        problems = self._problems()
        for row in self._notices(_ENTRY, f"1 {_ORDER}", ()).fetchall():
            found = NoticeEntry(*row)
            own, problem = copies.get(found.notice, ()), problems.get(found.notice)
            if own or problem:
                found = replace(found, copies=tuple(own), problem=problem)
            yield found

    def outdated(self) -> list[NoticeEntry]:
        """Return the notices whose file could not be read again: they are as they were before."""
        problems = self._problems()
        return [replace(one, problem=problems[one.notice]) for one in self.among(problems)]

    def count_unread(self) -> int:
        """Return how many files hold no notice, as they could never be read."""
        [(count,)] = self.connection.execute(
            "SELECT count(*) FROM problems WHERE path NOT IN"
            " (SELECT path FROM files WHERE notice IS NOT NULL)"
        )
        return int(count)

    def _problems(self) -> dict[int, str]:
        """Return what is wrong with the file of a notice, or with each if there are several."""
        rows = self.connection.execute(
            "SELECT notice, message FROM problems JOIN files USING (path)"
            " WHERE notice IS NOT NULL AND NOT EXISTS (SELECT 1 FROM files AS other"
            " WHERE other.notice = files.notice AND other.path NOT IN (SELECT path FROM problems))"
        )
        return dict(rows.fetchall())

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

    def naming(self, agencies: Iterable[str], binding: Iterable[str] = ()) -> set[int]:
        """Return the notices with a task that names one of `agencies` or a duty of `binding`."""
        found: set[int] = set()
        for table, names in (("assignments", agencies), ("deadline_bodies", binding)):
            for some in _chunks(names):
                statement = f"SELECT DISTINCT notice FROM {table} WHERE agency IN ({_marks(some)})"
                found.update(row[0] for row in self.connection.execute(statement, some))
        return found

    def named_in(self, agencies: Iterable[str]) -> dict[int, set[str]]:
        """Return each notice with a task or a duty of one of `agencies`, and whose they are."""
        found: dict[int, set[str]] = {}
        for some in _chunks(agencies):
            for table in ("assignments", "deadline_bodies"):
                statement = f"SELECT DISTINCT notice, agency FROM {table}"
                condition = "" if table == "assignments" else " AND part = 'who'"
                where = f" WHERE agency IN ({_marks(some)}){condition}"
                for notice, agency in self.connection.execute(statement + where, some):
                    found.setdefault(notice, set()).add(agency)
        return found

    def due_in(self, after: str | None, before: str | None) -> set[int]:
        """Return the notices with a duty that is due in a period, as `in_period` takes it."""
        statement, last = "SELECT DISTINCT notice FROM deadlines", before or "9"
        if after is None and before is None:
            rows = self.connection.execute(statement)
        else:
            where = " WHERE due >= ? AND substr(due, 1, length(?)) <= ?"
            rows = self.connection.execute(statement + where, (after or "", last, last))
        return {row[0] for row in rows}

    def with_title(self, is_wanted: Callable[[str], bool]) -> dict[int, set[int]]:
        """Return each notice with tasks whose title `is_wanted`, and the numbers of these."""
        found: dict[int, set[int]] = {}
        for title, tasks in self.connection.execute(
            "SELECT title, json_group_array(json_array(notice, task)) FROM tasks GROUP BY title"
        ):
            for notice, task in json.loads(tasks) if is_wanted(title) else ():
                found.setdefault(notice, set()).add(task)
        return found

    def named_by(self, notice: int) -> set[str]:
        """Return the bodies that the tasks and duties of a notice name."""
        rows = self.connection.execute(
            "SELECT agency FROM assignments WHERE notice = ?1"
            " UNION SELECT agency FROM deadline_bodies WHERE notice = ?1",
            (notice,),
        )
        return {row[0] for row in rows}

    def roles_given(self, notices: Iterable[int]) -> tuple[Role, ...]:
        """Return the roles that any of `notices` gives to anybody."""
        found: set[str] = set()
        for some in _chunks(notices):
            statement = f"SELECT DISTINCT role FROM assignments WHERE notice IN ({_marks(some)})"
            found.update(row[0] for row in self.connection.execute(statement, some))
        return tuple(role for role in ROLES if role in found) or USUAL_ROLES

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
        missing = frozenset(name for name in names if name not in self.registry.agencies)
        return self._registry_with(missing) if missing else self.registry

    def _registry_of(self, missing: frozenset[str]) -> Registry:
        added = [self._unregistered(name) for name in sorted(missing)]
        data = self.registry.data
        changes = dict.fromkeys(change for _, some in added for change in some)
        if changes:
            changes = dict.fromkeys((*data.changes, *changes))
        agencies = (*data.agencies, *(agency for agency, _ in added))
        return Registry(replace(data, agencies=agencies, changes=tuple(changes) or data.changes))

    def called(self, name: str) -> tuple[Agency, ...]:
        """Return the bodies of their own that the notices call `name`, a normalised name."""
        rows = self.connection.execute(
            "SELECT DISTINCT agency FROM names JOIN notices USING (notice)"
            f" WHERE name = ? AND ({self.condition}) ORDER BY agency",
            (name, *self._parameters),
        )
        return tuple(self._unregistered(agency)[0] for (agency,) in rows.fetchall())

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
