"""Tasks as they are read from form alone, before anybody says which bodies their names mean."""

from typing import NamedTuple, Protocol

from gdquality.records import Place, Printed, Role


class _Located(Protocol):
    """Text that knows where in the source each of its characters stands."""

    def place_at(self, offset: int) -> Place:
        """Return the place of the character at `offset`."""


class DraftMention(NamedTuple):
    """A name in a role, printed at `offset` of `within`, with a `mark` beside it or without."""

    role: Role
    text: str
    within: _Located
    offset: int
    mark: str = ""

    @property
    def place(self) -> Place:
        """The place in the source where the name is printed."""
        return self.within.place_at(self.offset)


class DraftTask(NamedTuple):
    """What a row of a table or an allocation in prose says, names restored but not resolved."""

    label: str
    title: str
    under: tuple[str, ...]
    mentions: tuple[DraftMention, ...]
    printed: tuple[Printed, ...]
    place: Place
    due_text: str | None = None
    extra: tuple[tuple[str, str], ...] = ()
