"""A data set and the questions it answers: what the command line asks, and a program may."""

import contextlib
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from gdquality.data_folder import DataFolder
from gdquality.errors import AmbiguousError, GdqError, InputError, NotFoundError, quoted
from gdquality.names.registry import Registry
from gdquality.names.resolve import CERTAIN, Ambiguous, Resolution, Resolved, Resolver, Unknown
from gdquality.records import Agency, Deadline, Notice, Task

if TYPE_CHECKING:
    from gdquality.document_file import DocumentFile
    from gdquality.names.government import Meanings
    from gdquality.parsing.split import Split, Splitter
    from gdquality.queries.answers import AgencyAnswer, AgencyCount, Comparison, Matrix, Partner
    from gdquality.queries.fact_table import Fact
    from gdquality.records import Role
    from gdquality.records.readings import Readings
    from gdquality.registry_alone import RegistryAlone

Name = str | Agency
"""A name as anyone may write it, or an agency that was found before."""

Names = Name | Iterable[Name]
"""A name, or several."""

_MOST_NEAREST = 3
"""Names that a hint offers at most."""

LONGEST_NUMBER = 20
"""Digits of the longest number that is looked for."""


def load(folder: str | Path | None = None, jurisdiction: str | None = None) -> "Dataset":
    """Return the data set in `folder`, or the one that comes with the package.

    A file is a document, which is read as `gdq parse` does. An empty name is none. Files are read
    when a question first needs them; InputError then has all that is wrong. A database of many
    notices is opened by `load_collection`.

    Names are asked as they are meant in the place that is called `jurisdiction` (湖南省, 长沙), if
    one is given, and a document is one of that place. Raises GdqError if there is no such place,
    AmbiguousError if there are several.
    """
    if jurisdiction is not None:
        from gdquality.names.government import official_name

        jurisdiction = official_name(jurisdiction)
    path = Path(folder or "")
    if path.is_file() or (path.suffix and not path.exists()):
        from gdquality.document_file import DocumentFile

        return Dataset(DocumentFile(path, jurisdiction), jurisdiction)
    return Dataset(DataFolder(path if folder else None), jurisdiction)


class Dataset:
    """A notice with its registry, to be asked.

    An agency may be named in any way that `gdq resolve` understands, or be one that `find` gave. A
    name that is no agency's raises NotFoundError, one that fits several raises AmbiguousError: none
    is ever guessed.
    """

    def __init__(
        self,
        data: "DataFolder | DocumentFile | RegistryAlone",
        jurisdiction: str | None = None,
    ) -> None:
        """Ask `data`, names as they are meant in `jurisdiction` if that is given."""
        self.data = data
        self.jurisdiction = jurisdiction

    @property
    def notice(self) -> Notice:
        """The notice that is asked."""
        return self.data.notice

    @cached_property
    def registry(self) -> Registry:
        """The agencies that it may mean, those included that only the notice knows."""
        registry = self.data.registry
        if self.jurisdiction and self.jurisdiction != registry.data.jurisdiction:
            from gdquality.names.government import registry_of

            return registry_of(self.jurisdiction)
        if not self.data.is_packaged:
            with contextlib.suppress(InputError):  # a registry may be asked whose notice is broken
                from gdquality.derived_bodies import with_named

                return with_named(registry, self.notice)
        return registry

    def readings(self) -> "Readings":
        """Return how characters and names are read."""
        return self.data.readings()

    def resolve(self, name: str) -> Resolution:
        """Return what `name` means: Resolved, Ambiguous or Unknown, by which step.

        What the registry does not have for certain is asked of those of the governments above, and
        of patterns, before an uncertain step counts.
        """
        answer = self._resolver.resolve(name)
        if self._is_settled(answer) or self._meanings is None:
            return answer
        from gdquality.names.government.asking import answer_in

        asked = answer_in(name, self._meanings, self.registry)
        return self._as_named(asked) if asked else answer

    def _as_named(self, answer: Resolution) -> Resolution:
        """Return `answer`, or if it is derived and the notice names that body otherwise, that."""
        is_of_place = self.data.is_packaged  # which the packaged notice tells nothing of
        if is_of_place or not isinstance(answer, Resolved) or self._is_named(answer.agency):
            return answer
        from gdquality.names.government.named_otherwise import named_otherwise

        assert self._meanings
        names = named_otherwise(answer.query, self.notice.every_mention, self._meanings)
        agencies = self.registry.agencies
        found = tuple(agencies[name] for name in names if name in agencies)
        if len(found) > 1:
            return Ambiguous(answer.query, answer.method, found)
        return Resolved(answer.query, answer.method, found[0]) if found else answer

    def _is_named(self, agency: Agency) -> bool:
        """Tell whether the notice names `agency`, or it is known without that."""
        if not agency.is_derived:
            return True
        from gdquality.queries.facts import asked_about

        try:
            asked = asked_about(agency.name, self.notice, self.registry)
            return any(one.agency in asked for one in self.notice.every_mention)
        except InputError:  # there is no notice
            return True

    def _is_settled(self, answer: Resolution) -> bool:
        """Tell whether the registry itself gives an answer: a body, or a collective for it."""
        if isinstance(answer, Resolved):
            return answer.method in CERTAIN
        is_of_notice = self.jurisdiction is None
        return is_of_notice and isinstance(answer, Unknown) and answer.included_in is not None

    def split(self, text: str, role: "Role | None" = None) -> "Split":
        """Return whom a list or role sentence names, and as what, each with the agency meant.

        `role` is that of those to whom the text gives none.
        """
        return self._splitter.split(text, role)

    def completing(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the registered names that `text` may become, each with what begins as `text`."""
        return self._resolver.completing(text)

    def find(self, name: Name) -> Resolved:
        """Return the one agency that `name` means, and how that was found.

        One that is derived by a pattern is found in a notice that names it.
        """
        answer = self.resolve(name.name if isinstance(name, Agency) else name)
        if not self.data.is_packaged:
            self._require_named(answer)
        if isinstance(answer, Ambiguous):
            raise self._ambiguous(answer)
        if isinstance(answer, Unknown):
            raise self._not_found(answer)
        return answer

    def _require_named(self, answer: Resolution) -> None:
        """Raise NotFoundError if the notice names none of what `answer` may be.

        That a derived body has no task would be a guess: the notice may have it otherwise.
        """
        if isinstance(answer, Ambiguous) and not any(map(self._is_named, answer.candidates)):
            raise self._not_named(answer.query, answer.query)
        if isinstance(answer, Resolved) and not self._is_named(answer.agency):
            raise self._not_named(answer.query, answer.agency.name)

    def _not_named(self, query: str, name: str) -> NotFoundError:
        from gdquality.names.government.named_otherwise import of_its_function

        mentions = self.notice.every_mention
        alike = of_its_function(query, mentions, self._meanings) if self._meanings else ()
        named = {one.agency for one in mentions}
        nearest = dict.fromkeys((*alike, *self._resolver.nearest(query)))
        shown = "、".join([one for one in nearest if one in named][:_MOST_NEAREST])
        hint = f"通知提到的相近的有：{shown}" if shown else ""
        return NotFoundError(f"通知没有提到{quoted(name)}", hint=hint)

    def _ambiguous(self, answer: Ambiguous) -> AmbiguousError:
        candidates = tuple(agency.name for agency in answer.candidates)
        message = f"{quoted(answer.query)}可指 {len(candidates)} 个单位，请写明是哪一个"
        hint = "\n".join(self._question_about(agency) for agency in answer.candidates)
        return AmbiguousError(message, candidates=candidates, hint=hint)

    def _not_found(self, answer: Unknown) -> NotFoundError:
        if collective := answer.included_in:
            message = f"名录不单列{quoted(answer.query)}，通知以“{collective.name}”统称"
            return NotFoundError(message, hint=self._question_about(collective))
        nearest = "、".join(self._resolver.nearest(answer.query))
        hint = f"名称相近的有：{nearest}" if nearest else ""
        return NotFoundError(f"名录中没有{quoted(answer.query)}", hint=hint)

    def _question_about(self, agency: Agency) -> str:
        """Return the command that asks about `agency`, and what it will say, as a comment."""
        import shlex

        from gdquality.queries.agencies import count_of

        # Chinese needs no quotation marks, which shlex sets around it.
        name = agency.name if agency.name.isalnum() else shlex.quote(agency.name)
        command = f"gdq agency {name}{self.data.option}"
        if not self._is_named(agency):
            return f"{command}  # 通知没有提到"
        with contextlib.suppress(InputError):  # the notice may be broken where the registry is not
            count = count_of(agency, self.notice, self.registry)
            responsible = f"责任 {count.responsible} 项，" if count.responsible else ""
            return f"{command}  # 牵头 {count.lead} 项，{responsible}参与 {count.support} 项"
        return command

    def names_in(self, text: str) -> tuple[str, ...]:
        """Return the names of a list as it is pasted, each in full, or the one name that `text` is.

        省发展改革委、财政厅 is 省发展改革委 and 省财政厅 (docs/list-grammar.md).
        """
        if not isinstance(self.resolve(text), Unknown):
            return (text,)
        from gdquality.pasted import items

        found = []
        for in_full, printed in items(text, self.registry):
            is_known = not isinstance(self.resolve(in_full), Unknown)
            found.append(in_full if is_known else printed)
        return tuple(found) or (text,)

    def agency(self, name: Name) -> "AgencyAnswer":
        """Return what an agency leads, supports and owes, and what it was before and is now."""
        from gdquality.queries.agencies import answer_agency

        found = self.find(name)
        self._require_named(found)
        return answer_agency(found, self.notice, self.registry)

    def agencies(self) -> "tuple[AgencyCount, ...]":
        """Return every agency of the registry with the number of tasks it leads and supports."""
        from gdquality.queries.agencies import count_tasks

        return count_tasks(self.notice, self.registry)

    def task(self, number: int | str) -> Task:
        """Return the task of that number, which may be text: 21 or "21".

        Raises NotFoundError if there is none, GdqError for text that is no number.
        """
        from gdquality.queries.tasks import find_tasks

        wanted = _number(number) if isinstance(number, str) else number
        [found] = find_tasks([wanted], self.notice)
        return found

    def tasks(
        self,
        text: str | None = None,
        *,
        lead: Names | None = None,
        responsible: Names | None = None,
        support: Names | None = None,
        agency: Names | None = None,
    ) -> tuple[Task, ...]:
        """Return the tasks with `text` in their titles that name all the agencies given.

        `text` may be pinyin, in full or initials. Agencies in `agency` may have any role. None
        asks for nothing, as does what is left out.
        """
        from gdquality.queries.tasks import TaskFilter, find

        found = (self._found(names) for names in (lead, responsible, support, agency))
        wanted = TaskFilter(text or "", *found)
        return find(wanted, self.notice, self.registry, self.readings)

    def deadlines(
        self, agency: Name | None = None, *, after: str | None = None, before: str | None = None
    ) -> tuple[Deadline, ...]:
        """Return the deadlines, or those that bind `agency`: the dated ones first, by date.

        With `after` or `before` (2016, 2016-12, 2016-12-15), those that are due from then, or until
        then.
        """
        from gdquality.queries.deadlines import find_deadlines, in_period

        whose = None if agency is None else self.find(agency).agency
        return in_period(find_deadlines(whose, self.notice, self.registry), after, before)

    def partners(self, name: Name) -> "tuple[Partner, ...]":
        """Return with whom an agency works, the most frequent first."""
        from gdquality.queries.partners import partners

        return partners(self.find(name).agency, self.notice, self.registry)

    def compare(self, first: Name, second: Name) -> "Comparison":
        """Return the tasks in which both agencies have a part, and who leads whom."""
        from gdquality.queries.compare import compare

        one, other = (self.find(name).agency for name in (first, second))
        return compare(one, other, self.notice, self.registry)

    def matrix(self, agencies: Names | None = None) -> "Matrix":
        """Return who leads and who supports each task; of `agencies`, if any are given."""
        from gdquality.queries.matrix import matrix

        return matrix(self._found(agencies), self.notice, self.registry)

    def facts(self) -> "tuple[Fact, ...]":
        """Return the long table of the notice: a row for each body that a task names."""
        from gdquality.queries.fact_table import facts_of

        return tuple(facts_of(self.notice))

    def parse(self, source: str | Path) -> Notice:
        """Return the notice in the file `source`, its names resolved by this registry.

        It is one of the data set's `jurisdiction`, if that was given. Its remarks tell what was not
        read, or not for certain. Raises InputError for a file that cannot be read at all.
        """
        from gdquality.files import read_bytes
        from gdquality.parsing import parse
        from gdquality.store.validation import revalidate
        from gdquality.store.yaml_writer import dump_notice

        data = read_bytes(Path(source))
        notice = parse(data, str(source), self.data.registry, self.jurisdiction)
        revalidate(dump_notice(notice), notice)
        return notice

    @cached_property
    def _meanings(self) -> "Meanings | None":
        """What names mean in the place that is asked about, or in that of the notice.

        None for the packaged data set, which answers for its registry alone, and where nothing
        tells whose the notice is.
        """
        if self.data.is_packaged and self.jurisdiction is None:
            return None
        from gdquality.names.government import NOW, meanings_in
        from gdquality.names.government.named import meanings_of

        if self.jurisdiction is not None:
            return meanings_in(self.jurisdiction, NOW, self.data.registry)
        try:
            return meanings_of(self.notice, self.data.registry)
        except InputError:  # a registry may be asked that has no notice yet
            registry = self.data.registry
            return meanings_in(registry.data.jurisdiction, NOW, registry)

    @cached_property
    def _splitter(self) -> "Splitter":
        from gdquality.parsing.split import Splitter

        return Splitter(self.registry, self._meanings)

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self.registry, self.readings)

    def _found(self, names: Names | None) -> tuple[Agency, ...]:
        if names is None:
            return ()
        # One name is no series of characters.
        several = [names] if isinstance(names, (str, Agency)) else names
        return tuple(self.find(name).agency for name in several)


def _number(text: str) -> int:
    """Return the number that `text` is; raises GdqError for any other text."""
    digits = text.strip()
    # int() would take 1_0, and refuse thousands of digits in words of its own.
    if not digits.isdecimal() or len(digits) > LONGEST_NUMBER:
        raise GdqError(f"{quoted(text)}不是任务序号", hint="写作 21")
    return int(digits)
