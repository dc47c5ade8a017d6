"""Tasks found by their numbers, by their titles and by who has a role in them."""

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gdquality.characters import simplified
from gdquality.errors import NotFoundError
from gdquality.names.registry import Registry
from gdquality.names.resolve.normal import normalise
from gdquality.names.resolve.reading import Reader, latin
from gdquality.queries.facts import asked_about
from gdquality.records import ROLES, Agency, Notice, Role, Task

if TYPE_CHECKING:
    from gdquality.records.readings import Readings


@dataclass(frozen=True, slots=True)
class TaskFilter:
    """What a task must be: `text` in its title, and every one of the agencies in its role.

    `agencies` may have any role.
    """

    text: str = ""
    lead: tuple[Agency, ...] = ()
    responsible: tuple[Agency, ...] = ()
    support: tuple[Agency, ...] = ()
    agencies: tuple[Agency, ...] = ()


def find(
    wanted: TaskFilter, notice: Notice, registry: Registry, load_readings: "Callable[[], Readings]"
) -> tuple[Task, ...]:
    """Return the tasks that are as `wanted`, in the order of the table."""
    titles = {task.title for task in notice.tasks}
    matches = title_matcher(wanted.text, titles, load_readings)
    by_roles: list[tuple[tuple[Agency, ...], tuple[Role, ...]]] = [
        (wanted.lead, ("lead",)),
        (wanted.responsible, ("responsible",)),
        (wanted.support, ("support",)),
        (wanted.agencies, ROLES),
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
    return any(one.agency in agencies for role in roles for one in task.mentions(role))


def title_matcher(
    text: str, titles: set[str], load_readings: "Callable[[], Readings]"
) -> Callable[[str], bool]:
    """Return whether one of `titles` holds `text`, or is read so: initials or pinyin in full."""
    wanted = _plain(text)
    if not wanted:
        # Spaces and quotation marks alone make a difference, after all.
        return lambda title: text in title
    # Digits are read as they stand: 5Gbz.
    letters = wanted if wanted.isascii() else latin(text)
    if letters:
        reader = Reader(load_readings())
        return lambda title: wanted in _plain(title) or _is_read(letters, title, reader)
    if not set(_plain("".join(titles))).issuperset(wanted):
        with contextlib.suppress(UnicodeEncodeError):  # bytes of the command line, and no text
            wanted = simplified(wanted)
    return lambda title: wanted in _plain(title)


def _plain(text: str) -> str:
    return normalise(text).casefold()


def _is_read(letters: str, title: str, reader: Reader) -> bool:
    read = reader.read(_plain(title))
    if letters in "".join(word[0] for word in read):
        return True
    # In full it begins where a syllable does: ‘an’ is no part of ‘guan’.
    return any("".join(read[start:]).startswith(letters) for start in range(len(read)))


def find_tasks(numbers: list[int], notice: Notice) -> tuple[Task, ...]:
    """Return the tasks of `numbers` in that order; raises NotFoundError for those not there."""
    by_number = {task.number: task for task in notice.tasks}
    missing = [number for number in dict.fromkeys(numbers) if number not in by_number]
    if missing:
        known = f"任务序号从 {min(by_number)} 到 {max(by_number)}" if by_number else "没有任务"
        raise NotFoundError(*(f"没有第 {number} 项任务" for number in missing), hint=known)
    return tuple(by_number[number] for number in dict.fromkeys(numbers))
