"""What the questions are answered with: values that each format renders.

What `import gdquality` gives away is a dataclass, as the records are. What only holds an answer on
its way to a format is a named tuple: that is made in a seventh of the time, at every start.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from gdquality.names.registry import Succession
from gdquality.names.resolve import Method, Resolution
from gdquality.records import ROLES, Agency, Deadline, Notice, Role, Task
from gdquality.records.value import Value

if TYPE_CHECKING:
    from gdquality.parsing.split import Split

USUAL_ROLES: tuple[Role, ...] = ("lead", "support")
"""The roles that are shown of a notice that gives nobody any."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Assignment(Value):
    """One agency's part in one task: as which `agency`, called `text` there."""

    task: Task
    text: str
    agency: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AgencyAnswer(Value):
    """What a notice says of an agency.

    `successors` and `predecessors` are the steps in time to and from it. One that was not in being
    when the notice was issued `is_later`: the tasks are those of the bodies it came of. `roles` are
    those that the notice gives.
    """

    query: str
    agency: Agency
    method: Method
    predecessors: tuple[Succession, ...]
    successors: tuple[Succession, ...]
    lead: tuple[Assignment, ...]
    responsible: tuple[Assignment, ...]
    support: tuple[Assignment, ...]
    deadlines: tuple[Deadline, ...]
    is_later: bool
    roles: tuple[Role, ...] = USUAL_ROLES

    def assignments(self, role: Role) -> tuple[Assignment, ...]:
        """Return the tasks in which the agency has `role`."""
        by_role = {"lead": self.lead, "responsible": self.responsible, "support": self.support}
        return by_role[role]

    @property
    def says_anything(self) -> bool:
        """Whether the agency has a task or owes anything."""
        return bool(self.lead or self.responsible or self.support or self.deadlines)


class TaskDetails(NamedTuple):
    """Tasks asked for by number, to be shown in detail."""

    tasks: tuple[Task, ...]


class TaskList(NamedTuple):
    """Tasks that were searched for, to be listed; `roles` are those that the notice gives."""

    tasks: tuple[Task, ...]
    roles: tuple[Role, ...] = USUAL_ROLES


class DeadlineList(NamedTuple):
    """Deadlines that were asked for."""

    deadlines: tuple[Deadline, ...]


class Particulars(NamedTuple):
    """The document's own particulars."""

    notice: Notice


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AgencyCount(Value):
    """An agency and how many tasks it has in each role under its own name."""

    agency: Agency
    lead: int
    responsible: int
    support: int

    def count(self, role: Role) -> int:
        """Return the number of tasks in which the agency has `role`."""
        return {"lead": self.lead, "responsible": self.responsible, "support": self.support}[role]

    @property
    def has_tasks(self) -> bool:
        """Tell whether the agency has a role in any task."""
        return any(map(self.count, ROLES))


class AgencyList(NamedTuple):
    """Agencies with the numbers of their tasks; `roles` are those that the notice gives."""

    counts: tuple[AgencyCount, ...]
    roles: tuple[Role, ...] = USUAL_ROLES


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Matrix(Value):
    """Tasks against agencies: columns of (agency, as the notice mostly calls it), rows of tasks.

    A row is number, title, and the role of each column's agency, None where it has none. `derived`
    are the agencies that no registry has.
    """

    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[int, str, tuple[Role | None, ...]], ...]
    roles: tuple[Role, ...] = USUAL_ROLES
    derived: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Partner(Value):
    """An agency that has a part in `together` tasks of another.

    In `led` of them the other leads and it does not, in `under` it leads and the other does not, in
    `beside` both lead or neither does: the three add up. It is `derived` where no registry has it.
    """

    agency: str
    together: int
    led: int
    under: int
    beside: int
    derived: bool = False


class PartnerList(NamedTuple):
    """With whom `agency` works, the most frequent first.

    `predecessors` are the bodies that answer for one that was not in being yet.
    """

    agency: str
    partners: tuple[Partner, ...]
    predecessors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SharedTask(Value):
    """A task in which each of two agencies has a part: the role of the one and of the other."""

    task: Task
    first: Role
    second: Role


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Comparison(Value):
    """What the agencies `first` and `second` share."""

    first: str
    second: str
    tasks: tuple[SharedTask, ...]

    @property
    def led(self) -> int:
        """The number of tasks that the first leads and the second does not."""
        return sum(one.first == "lead" != one.second for one in self.tasks)

    @property
    def under(self) -> int:
        """The number of tasks that the second leads and the first does not."""
        return sum(one.second == "lead" != one.first for one in self.tasks)

    @property
    def beside(self) -> int:
        """The number of tasks that both lead, or neither: with the others it makes up all."""
        return len(self.tasks) - self.led - self.under


class NotAName(NamedTuple):
    """A line in the place of a name that holds none: nothing, or what cannot be read."""

    query: str
    status: Literal["blank", "unreadable"]


class ResolutionList(NamedTuple):
    """What names mean, one by one."""

    resolutions: tuple[Resolution | NotAName, ...]


class SplitList(NamedTuple):
    """Lists taken apart, one by one."""

    splits: "tuple[Split, ...]"


Answer = (
    AgencyAnswer
    | TaskDetails
    | TaskList
    | DeadlineList
    | Particulars
    | AgencyList
    | Matrix
    | PartnerList
    | Comparison
    | ResolutionList
    | SplitList
)
"""What a question to a notice is answered with; formats render each of them."""
