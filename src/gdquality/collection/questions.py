"""The questions of one notice, put to many: SQL finds which, `queries` answers each."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gdquality.collection.left_out import NoticesLeftOut
from gdquality.collection.meaning import Meaning, meaning_of
from gdquality.collection.store import Store, TaskTest, naming_one_of, numbered
from gdquality.dataset import Dataset
from gdquality.errors import GdqError
from gdquality.names.registry import Registry
from gdquality.names.resolve import Resolved
from gdquality.queries.agencies import answer_agency
from gdquality.queries.answers import (
    USUAL_ROLES,
    AgencyAnswer,
    AgencyCount,
    Comparison,
    DeadlineList,
    Matrix,
    Particulars,
    Partner,
    TaskDetails,
    TaskList,
)
from gdquality.queries.compare import compare
from gdquality.queries.deadlines import find_deadlines, in_period
from gdquality.queries.fact_table import Fact
from gdquality.queries.facts import asked_about, was_there
from gdquality.queries.matrix import matrix
from gdquality.queries.partners import partners
from gdquality.queries.per_notice import Narrowing, NoticeEntry, PerNotice
from gdquality.queries.tasks import TaskFilter, find, title_matcher
from gdquality.records import ROLES, Agency, Notice
from gdquality.registry_alone import RegistryAlone

if TYPE_CHECKING:
    from gdquality.records.readings import Readings


class Collection:
    """Many notices with one registry, to be asked: all of them, or those of a narrowing.

    An answer is a PerNotice, the newest notice first; what is counted is counted over all. Names
    are taken as by Dataset; in each notice they mean what they mean there.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, registry: Registry, narrowing: Narrowing
    ) -> None:
        """Ask the notices of the database `connection`, which users know as `path`."""
        self.path = path
        self.store = Store(connection, registry, narrowing)
        self.base = Dataset(RegistryAlone(path, registry))
        self.left_out = NoticesLeftOut(self.store)
        """The notices that no answer so far has, as it is not certain whom a name means there."""
        self.predecessors: dict[Agency, set[str]] = {}
        """The bodies by which notices so far answered for one that came of them later."""
        self._meanings: dict[str, Meaning] = {}

    def notices(self) -> tuple[NoticeEntry, ...]:
        """Return the notices, the newest first."""
        return tuple(self.store.entries())

    def readings(self) -> "Readings":
        """Return how characters and names are read."""
        return self.base.readings()

    def agency(self, name: str) -> PerNotice[AgencyAnswer]:
        """Return what a body leads, supports and owes in each notice that says anything of it."""
        parts = []
        meaning = self.meaning(name)
        for entry, notice, found in self._naming(meaning):
            answer = answer_agency(found, notice, self._registry(notice, found.agency))
            if answer.says_anything:
                parts.append((entry, answer))
                self._note_predecessors(notice, found.agency)
        self.left_out.add_unsure([meaning], [entry for entry, _ in parts])
        return with_roles(parts)

    def task(self, numbers: Callable[[int], Iterable[int]]) -> PerNotice[TaskDetails]:
        """Return the tasks of those `numbers`, which depend on how many a notice has."""
        parts = []
        for entry in self.store.entries():
            notice = self.store.load(entry.notice, numbered(set(numbers(entry.tasks))))
            if notice.tasks:
                parts.append((entry, TaskDetails(notice.tasks)))
        return PerNotice(tuple(parts))

    def tasks(self, text: str, names: Mapping[str, Sequence[str]]) -> PerNotice[TaskList]:
        """Return the tasks with `text` in their titles that name all `names`, by their role.

        The keys are lead, responsible, support and agencies, as those of TaskFilter.
        """
        meanings = {key: [self.meaning(name) for name in some] for key, some in names.items()}
        every = [one for some in meanings.values() for one in some]
        titled = self.store.with_title(lambda title: self._has(text, title)) if text else None
        sets = [self._naming_any(one) for one in every] + [set(titled or ())] * bool(text)
        parts = []
        for entry in self.store.among(set.intersection(*sets)) if sets else self.store.entries():
            if wanted := self._filter(text, meanings, entry):
                notice = self.store.load(entry.notice, _test(entry.notice, titled, every))
                asked = (*wanted.lead, *wanted.responsible, *wanted.support, *wanted.agencies)
                registry = self._registry(notice, *asked)
                if found := find(wanted, notice, registry, self.readings):
                    parts.append((entry, found))
                    self._note_predecessors(notice, *asked)
        if every:
            self.left_out.add_unsure(every, [entry for entry, _ in parts], titled)
        roles = self.store.roles_given(entry.notice for entry, _ in parts)
        return PerNotice(tuple((entry, TaskList(found, roles)) for entry, found in parts))

    def deadlines(
        self, name: str | None = None, *, after: str | None = None, before: str | None = None
    ) -> PerNotice[DeadlineList]:
        """Return the duties, or those that bind a body, that are due in a period."""
        parts = []
        dated = self.store.due_in(after, before)
        for entry, notice, agency in self._whose(name, dated):
            asked = (agency,) if agency else ()
            due = find_deadlines(agency, notice, self._registry(notice, *asked))
            if found := in_period(due, after, before):
                parts.append((entry, DeadlineList(found)))
                self._note_predecessors(notice, *asked)
        if name is not None:
            self.left_out.add_unsure([self.meaning(name)], [entry for entry, _ in parts], dated)
        return PerNotice(tuple(parts))

    def particulars(self) -> PerNotice[Particulars]:
        """Return what each document says of itself."""
        return PerNotice(tuple((entry, Particulars(one)) for entry, one in self.whole()))

    def matrix(self, names: Sequence[str] = ()) -> PerNotice[Matrix]:
        """Return who leads and who supports each task, a matrix a notice."""
        meanings = [self.meaning(name) for name in names]
        numbers = set().union(*map(self._naming_any, meanings))
        parts = []
        for entry in self.store.among(numbers) if names else self.store.entries():
            notice = self.store.load(entry.notice)
            meant = (one.in_notice(entry, _named(notice)) for one in meanings)
            bodies = [found.agency for one in meant for found in one]
            if bodies or not names:
                found = matrix(bodies, notice, self._registry(notice, *bodies))
                parts += [(entry, found)] if found.rows else []
                self._note_predecessors(notice, *(bodies if found.rows else ()))
        for one in meanings:
            self.left_out.add_unsure([one], ())
        return PerNotice(tuple(parts))

    def agencies(self) -> tuple[AgencyCount, ...]:
        """Return every body that a notice names or the registry has, with its tasks in all."""
        counts = self.store.counts()
        return tuple(
            AgencyCount(one, *(counts.get(one.name, {}).get(role, 0) for role in ROLES))
            for one in self.store.registry_with(counts).data.agencies
        )

    def partners(self, name: str) -> tuple[tuple[str, ...], tuple[Partner, ...]]:
        """Return with whom a body works in all notices together, and whose partners these are.

        `name` may mean another body in another notice: 财政局 that of each city.
        """
        sums: dict[str, Partner] = {}
        called: dict[str, None] = {}
        answered = []
        meaning = self.meaning(name)
        for entry, notice, asked in self._naming(meaning):
            answered.append(entry)
            called[asked.agency.name] = None
            self._note_predecessors(notice, asked.agency)
            for one in partners(asked.agency, notice, self._registry(notice, asked.agency)):
                before = sums.get(one.agency)
                sums[one.agency] = _sum(before, one) if before else one
        self.left_out.add_unsure([meaning], answered)
        summed = sorted(sums.values(), key=lambda one: (-one.together, one.agency))
        return tuple(called) or (name,), tuple(summed)

    def compare(self, first: str, second: str) -> PerNotice[Comparison]:
        """Return the tasks in which two bodies have a part, and who leads whom, a notice each.

        A notice in which one stands for the other has nothing to compare. Raises GdqError where the
        two names are of one body, or one stands for the other wherever both are meant.
        """
        meanings = [self.meaning(name) for name in (first, second)]
        same = {one.registered.agency.name for one in meanings if one.registered}
        if all(one.registered for one in meanings) and len(same) == 1:
            raise GdqError(f"{same.pop()}是同一个单位，没有可比的")
        parts, alike = [], None
        for entry in self.store.among(set.intersection(*map(self._naming_any, meanings))):
            notice = self.store.load(entry.notice)
            if found := self._each_meant(meanings, entry):
                one, other = found
                registry = self._registry(notice, *found)
                asked = asked_about(one.name, notice, registry)
                if asked & asked_about(other.name, notice, registry):
                    alike = found
                else:
                    compared = compare(one, other, notice, registry)
                    parts += [(entry, compared)] if compared.tasks else []
                    self._note_predecessors(notice, *(found if compared.tasks else ()))
        if alike and not parts:
            one, other = alike
            message = f"{one.name}与{other.name}在这些通知里是同一个单位，没有可比的"
            raise GdqError(message)
        self.left_out.add_unsure(meanings, [entry for entry, _ in parts])
        return PerNotice(tuple(parts))

    def facts(self) -> Iterator[Fact]:
        """Yield the long table of the notices, the newest first."""
        return self.store.facts()

    def whole(self) -> Iterator[tuple[NoticeEntry, Notice]]:
        """Yield each notice whole, the newest first."""
        for entry in self.store.entries():
            yield entry, self.store.load(entry.notice)

    def serialized(self) -> bytes:
        """Return the bytes of a database of the notices, as `gdq build` writes it."""
        if self.store.narrowing == Narrowing():
            return self.store.connection.serialize()
        from gdquality.collection.writing import drop_all_but

        copy = sqlite3.connect(":memory:")
        self.store.connection.backup(copy)
        drop_all_but({entry.notice for entry in self.store.entries()}, copy)
        return copy.serialize()

    def meaning(self, name: str) -> Meaning:
        """Return what `name` means in the notices; raises NotFoundError and AmbiguousError."""
        if name not in self._meanings:
            self._meanings[name] = meaning_of(name, self.base, self.store.connection)
        return self._meanings[name]

    def _naming_any(self, meaning: Meaning) -> set[int]:
        return self.store.naming(meaning.bodies) | meaning.by_notice.keys()

    def _naming(self, meaning: Meaning) -> Iterator[tuple[NoticeEntry, Notice, Resolved]]:
        """Yield the notices that say anything of a body, and which body it is.

        One without duties is cut to its tasks: whom 各责任单位 calls depends on the other tasks.
        """
        numbers = self.store.naming(meaning.bodies, meaning.binding)
        for entry in self.store.among(numbers | meaning.by_notice.keys()):
            found = meaning.in_notice(entry, self.store.named_by(entry.notice))
            if len(found) == 1:
                names = meaning.names_in(entry.notice)
                wanted = None if entry.deadlines else naming_one_of(names)
                yield entry, self.store.load(entry.notice, wanted), found[0]
            else:
                self.left_out.add_several(entry, [found])

    def _whose(
        self, name: str | None, dated: set[int]
    ) -> Iterator[tuple[NoticeEntry, Notice, Agency | None]]:
        """Yield the notices with duties, each with the body that `name` means there.

        Of those notices that are among `dated`.
        """
        if name is not None:
            for entry, notice, found in self._naming(self.meaning(name)):
                yield entry, notice, found.agency
            return
        for entry in self.store.among(dated):
            yield entry, self.store.load(entry.notice, numbered(set())), None

    def _has(self, text: str, title: str) -> bool:
        return title_matcher(text, {title}, self.readings)(title)

    def _filter(
        self,
        text: str,
        meanings: Mapping[str, Sequence[Meaning]],
        entry: NoticeEntry,
    ) -> TaskFilter | None:
        """Return what is asked of the tasks of a notice; None where nobody is meant by a name."""
        bodies: dict[str, tuple[Agency, ...]] = {}
        for key, some in meanings.items():
            found = self._each_meant(some, entry)
            if len(found) != len(some):
                return None
            bodies[key] = found
        return TaskFilter(text, **bodies)

    def _each_meant(self, meanings: Sequence[Meaning], entry: NoticeEntry) -> tuple[Agency, ...]:
        """Return the body that each name means in a notice; none where one means several, or none.

        That a name means several is kept, to be said.
        """
        if not meanings:
            return ()
        named = self.store.named_by(entry.notice)
        found = [one.in_notice(entry, named) for one in meanings]
        self.left_out.add_several(entry, found)
        return () if any(len(one) != 1 for one in found) else tuple(one[0].agency for one in found)

    def _note_predecessors(self, notice: Notice, *answered: Agency) -> None:
        """Take note of the bodies that `notice` names and that answer for one of `answered`."""
        registry = self._registry(notice, *answered)
        for one in answered:
            if not was_there(one.name, notice, registry):
                others = asked_about(one.name, notice, registry) - {one.name}
                self.predecessors.setdefault(one, set()).update(others & _named(notice))

    def _registry(self, notice: Notice, *asked: Agency) -> Registry:
        """Return the registry with the bodies of a notice, and those that are asked about."""
        return self.store.registry_with(_named(notice) | {one.name for one in asked})


def _test(
    notice: int, titled: Mapping[int, set[int]] | None, meanings: Sequence[Meaning]
) -> TaskTest | None:
    """Return what tells of a task of `notice` whether it may be as wanted; None if all may be."""
    if titled is not None:
        return numbered(titled[notice])
    names = frozenset(name for one in meanings for name in one.names_in(notice))
    return naming_one_of(names) if meanings else None


def _named(notice: Notice) -> set[str]:
    return {one.agency for one in notice.every_mention}


def with_roles(parts: Sequence[tuple[NoticeEntry, AgencyAnswer]]) -> PerNotice[AgencyAnswer]:
    """Return answers about a body, each with the roles that any of their tasks gives."""
    tasks = [each.task for _, one in parts for role in ROLES for each in one.assignments(role)]
    given = tuple(role for role in ROLES if any(task.mentions(role) for task in tasks))
    roles = given or USUAL_ROLES
    return PerNotice(tuple((entry, replace(one, roles=roles)) for entry, one in parts))


def _sum(one: Partner, other: Partner) -> Partner:
    """Return an agency with the tasks of two notices."""
    counts = ("together", "led", "under", "beside")
    return replace(one, **{key: getattr(one, key) + getattr(other, key) for key in counts})
