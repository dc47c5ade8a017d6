"""What a list or role sentence says: whom it names, as what, and what of it was not understood."""

from dataclasses import dataclass
from typing import NamedTuple

from gdquality.errors import quoted
from gdquality.records import Place, Remark, Role


class RoleMention(NamedTuple):
    """One body that a passage names: `text` is its name in full, `role` None where none is said.

    `start` and `end` say where in the passage it is printed, and `mark` what mark it has beside it.
    """

    role: Role | None
    text: str
    start: int
    end: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words of a passage that were not understood, and where they stand."""

    text: str
    start: int
    end: int


class Allocation(NamedTuple):
    """Whom a passage names, and as what, in printed order.

    `first_leads` is true where the passage notes that the first body of each list leads;
    `due_text` is a date or period in it.
    """

    mentions: tuple[RoleMention, ...]
    first_leads: bool = False
    due_text: str | None = None
    leftovers: tuple[Leftover, ...] = ()


def unread_words(text: str, place: Place) -> Remark:
    """Return the remark on words of an allocation that were not understood."""
    return Remark("unread-words", f"分工里有读不懂的字：{quoted(text)}", place)
