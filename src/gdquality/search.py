"""Tasks and deadlines found by what is asked of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from gdquality.query import asked_about, binding_deadlines, by_date
from gdquality.records import Agency, Deadline, Notice, Readings, Role, Task
from gdquality.registry import Registry
from gdquality.resolve.normal import normalise
from gdquality.resolve.pinyin import latin, syllables_of


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What a task must be: `text` in its title, and every one of the agencies in its role.

    `agencies` may have either role.
    """

    text: str = ""
    lead: tuple[Agency, ...] = ()
    support: tuple[Agency, ...] = ()
    agencies: tuple[Agency, ...] = ()


def find(
    wanted: TaskFilter, notice: Notice, registry: Registry, load_readings: Callable[[], Readings]
) -> tuple[Task, ...]:
    """Return the tasks that are as `wanted`, in the order of the table."""
    matches = _title_matcher(wanted.text, load_readings)
    by_roles: list[tuple[tuple[Agency, ...], tuple[Role, ...]]] = [
        (wanted.lead, ("lead",)),
        (wanted.support, ("support",)),
        (wanted.agencies, ("lead", "support")),
    ]
    parts = [
        (asked_about(agency.name, notice, registry), roles)
        for agencies, roles in by_roles
        for agency in agencies
    ]
    return tuple(
        task
        for task in notice.tasks
        if matches(task.title) and all(_names(task, names, roles) for names, roles in parts)
    )


def _names(task: Task, agencies: set[str], roles: Sequence[Role]) -> bool:
    mentions = [
        *(task.lead if "lead" in roles else ()),
        *(task.support if "support" in roles else ()),
    ]
    return any(mention.agency in agencies for mention in mentions)


def _title_matcher(text: str, load_readings: Callable[[], Readings]) -> Callable[[str], bool]:
    """Return whether a title holds `text`, or is read so: initials (zlxy) or pinyin in full."""
    letters = latin(text)
    if not letters:
        wanted = normalise(text)
        return lambda title: wanted in normalise(title)
    syllables = syllables_of(load_readings())

    def matches(title: str) -> bool:
        read = [syllables.get(character, character) for character in normalise(title)]
        return letters in "".join(word[0] for word in read) or letters in "".join(read)

    return matches


def find_deadlines(
    agency: Agency | None, notice: Notice, registry: Registry
) -> tuple[Deadline, ...]:
    """Return the deadlines that bind `agency`, or all of them: the dated ones first, by date."""
    found: Iterable[Deadline] = notice.deadlines
    if agency is not None:
        asked = asked_about(agency.name, notice, registry)
        found = binding_deadlines(asked, notice, registry)
    return by_date(found)
