"""A data set and the questions it answers: what the command line asks, and a program may."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from gdquality.data_folder import DataFolder
from gdquality.errors import GdqError, quoted
from gdquality.finder import Finder, Name, Names
from gdquality.records import Deadline, Notice, Task

if TYPE_CHECKING:
    from gdquality.parsing.split import Split, Splitter
    from gdquality.queries.answers import AgencyAnswer, AgencyCount, Comparison, Matrix, Partner
    from gdquality.queries.fact_table import Fact
    from gdquality.records import Role

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


class Dataset(Finder):
    """A notice with its registry, to be asked.

    An agency may be named in any way that `gdq resolve` understands, or be one that `find` gave. A
    name that is no agency's raises NotFoundError, one that fits several raises AmbiguousError: none
    is ever guessed.
    """

    def split(self, text: str, role: "Role | None" = None) -> "Split":
        """Return whom a list or role sentence names, and as what, each with the agency meant.

        `role` is that of those to whom the text gives none.
        """
        return self._splitter.split(text, role)

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
    def _splitter(self) -> "Splitter":
        from gdquality.parsing.split import Splitter

        return Splitter(self.registry, self._meanings)


def _number(text: str) -> int:
    """Return the number that `text` is; raises GdqError for any other text."""
    digits = text.strip()
    # int() would take 1_0, and refuse thousands of digits in words of its own.
    if not digits.isdecimal() or len(digits) > LONGEST_NUMBER:
        raise GdqError(f"{quoted(text)}不是任务序号", hint="写作 21")
    return int(digits)
