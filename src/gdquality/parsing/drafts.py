"""Tasks as they are read from form alone, before anybody says which bodies their names mean."""

from dataclasses import dataclass

from gdquality.records import Place, Printed, Role


@dataclass(frozen=True, slots=True)
class DraftMention:
    """A name in a role, with the place where it is printed."""

    role: Role
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class DraftTask:
    """What a row of a table or an allocation in prose says, names restored but not resolved.

    `text` is all that the task was read from, by which a body that stands twice is noticed.
    """

    label: str
    title: str
    under: tuple[str, ...]
    mentions: tuple[DraftMention, ...]
    printed: tuple[Printed, ...]
    place: Place
    text: str
    due_text: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
