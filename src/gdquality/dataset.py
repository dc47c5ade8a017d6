"""A data set and the questions it answers: what the command line asks, and a program may."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from gdquality.data_folder import DataFolder
from gdquality.errors import AmbiguousError, NotFoundError, quoted
from gdquality.records import Agency, Deadline, Task
from gdquality.resolve import Ambiguous, Resolution, Resolved, Resolver

if TYPE_CHECKING:
    from gdquality.notice import Parsed
    from gdquality.parsing.role_words import Role
    from gdquality.parsing.split import Split, Splitter
    from gdquality.query import AgencyAnswer, AgencyCount, Matrix, Partner

Name = str | Agency
"""A name as anyone may write it, or an agency that was found before."""

Names = Name | Iterable[Name]
"""A name, or several."""


def load(folder: str | Path | None = None) -> "Dataset":
    """Return the data set in `folder`, or the one that comes with the package.

    An empty name is none. Its files are read when a question first needs them; InputError then has
    all that is wrong.
    """
    return Dataset(Path(folder) if folder else None)


class Dataset(DataFolder):
    """A notice with its registry, to be asked.

    An agency may be named in any way that `gdq resolve` understands, or be one that `find` gave. A
    name that is no agency's raises NotFoundError, one that fits several raises AmbiguousError: none
    is ever guessed.
    """

    def resolve(self, name: str) -> Resolution:
        """Return what `name` means: Resolved, Ambiguous or Unknown, by which step (DESIGN §4)."""
        return self._resolver.resolve(name)

    def split(self, text: str, role: "Role | None" = None) -> "Split":
        """Return whom a list or role sentence names, and as what, each with the agency meant.

        `role` is that of those to whom the text gives none.
        """
        return self._splitter.split(text, role)

    def find(self, name: Name) -> Resolved:
        """Return the one agency that `name` means, and how that was found."""
        answer = self.resolve(name.name if isinstance(name, Agency) else name)
        if isinstance(answer, Ambiguous):
            candidates = tuple(agency.name for agency in answer.candidates)
            message = (
                f"{quoted(answer.query)}可指 {len(candidates)} 个单位：{'、'.join(candidates)}"
            )
            raise AmbiguousError(message, candidates=candidates, hint="请写明是哪一个")
        if not isinstance(answer, Resolved):
            nearest = "、".join(self._resolver.nearest(answer.query))
            hint = f"名称相近的有：{nearest}" if nearest else ""
            raise NotFoundError(f"名录中没有{quoted(answer.query)}", hint=hint)
        return answer

    def agency(self, name: Name) -> "AgencyAnswer":
        """Return what an agency leads, supports and owes, and what it was before and is now."""
        from gdquality.query import answer_agency

        return answer_agency(self.find(name), self.notice, self.registry)

    def agencies(self) -> "tuple[AgencyCount, ...]":
        """Return every agency of the registry with the number of tasks it leads and supports."""
        from gdquality.query import count_tasks

        return count_tasks(self.notice, self.registry)

    def task(self, number: int) -> Task:
        """Return the task of that number; raises NotFoundError if there is none."""
        from gdquality.query import find_tasks

        [found] = find_tasks([number], self.notice)
        return found

    def tasks(
        self,
        text: str = "",
        *,
        lead: Names = (),
        support: Names = (),
        agency: Names = (),
    ) -> tuple[Task, ...]:
        """Return the tasks with `text` in their titles that name all the agencies given.

        `text` may be pinyin, in full or initials. Agencies in `agency` may have either role.
        """
        from gdquality.search import TaskFilter, find

        wanted = TaskFilter(text, self._found(lead), self._found(support), self._found(agency))
        return find(wanted, self.notice, self.registry, self.readings)

    def deadlines(self, agency: Name | None = None) -> tuple[Deadline, ...]:
        """Return the deadlines, or those that bind `agency`: the dated ones first, by date."""
        from gdquality.search import find_deadlines

        whose = None if agency is None else self.find(agency).agency
        return find_deadlines(whose, self.notice, self.registry)

    def partners(self, name: Name) -> "tuple[Partner, ...]":
        """Return with whom an agency works, the most frequent first."""
        from gdquality.relations import partners

        return partners(self.find(name).agency, self.notice, self.registry)

    def matrix(self, agencies: Names = ()) -> "Matrix":
        """Return who leads and who supports each task; of `agencies`, if any are given."""
        from gdquality.relations import matrix

        return matrix(self._found(agencies), self.notice, self.registry)

    def parse(self, source: str | Path) -> "Parsed":
        """Return the notice in the text file `source`, its names resolved by this registry.

        Raises InputError with the place of everything that cannot be read for certain.
        """
        from gdquality.files import read_bytes
        from gdquality.notice import parse
        from gdquality.store.validation import revalidate
        from gdquality.store.yaml_writer import dump_notice

        parsed = parse(read_bytes(Path(source)), str(source), self.registry)
        revalidate(dump_notice(parsed.notice), parsed.notice)
        return parsed

    @cached_property
    def _splitter(self) -> "Splitter":
        from gdquality.parsing.split import Splitter

        return Splitter(self.registry)

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self.registry, self.readings)

    def _found(self, names: Names) -> tuple[Agency, ...]:
        # One name is no series of characters.
        several = [names] if isinstance(names, (str, Agency)) else names
        return tuple(self.find(name).agency for name in several)
