"""Documents of a folder that are one notice with another, and which of them stands.

A database decides the same in SQL (`collection.writing`).
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from gdquality.collection.folder import COPIES, FORMER
from gdquality.collection.sameness import identity, likeness, standing, substance
from gdquality.records import Notice


class Document(NamedTuple):
    """A notice that was read of a file, with the keys that tell what is one notice with it."""

    notice: Notice
    identity: str
    substance: str
    likeness: str
    standing: tuple[str, bool]

    @classmethod
    def of(cls, notice: Notice) -> "Document":
        """Return `notice` with its keys."""
        issued = notice.issued.isoformat() if notice.issued else ""
        keys = (identity(notice), substance(notice), likeness(notice))
        return cls(notice, *keys, standing(issued, notice.title))

    def is_one_with(self, other: "Document") -> bool:
        """Tell whether a key says that both are one notice."""
        return self.identity == other.identity or self.substance == other.substance

    def may_be(self, other: "Document") -> bool:
        """Tell whether both may be one notice, though it is not said whose each of them is."""
        mine, theirs = self.notice, other.notice
        places = {mine.jurisdiction, theirs.jurisdiction} - {None}
        organs = {mine.issuing_organ, theirs.issuing_organ} - {None}
        is_open = max(len(places), len(organs)) <= 1
        return is_open and self.likeness == other.likeness and not self.is_one_with(other)

    def aside_of(self, other: "Document") -> str:
        """Return the folder that this one belongs into where `other` stands."""
        return COPIES if self.substance == other.substance else FORMER


Documents = Mapping[Path, Document]
"""Documents by the file in the folder that holds each."""


def is_aside(path: Path) -> bool:
    """Tell whether no answer comes from a file."""
    return path.parent.name in (FORMER, COPIES)


def same_notice(one: Document, there: Documents) -> dict[Path, Document]:
    """Return those of `there` that are one notice with `one`, or with one that is."""
    found: dict[Path, Document] = {}
    waiting = [one]
    while waiting:
        now = waiting.pop()
        near = {
            path: other
            for path, other in there.items()
            if path not in found and other.is_one_with(now)
        }
        found |= near
        waiting += near.values()
    return found


def which_stands(one: Document, same: Documents) -> Path | None:
    """Return which of `same` stands when `one` has come, or None if that does.

    Of equal standing it is the one that came later; but a copy of what is there replaces nothing,
    and what was put aside does not come back as another file.
    """
    current = {path: other for path, other in same.items() if not is_aside(path)}
    copied = [path for path, other in same.items() if other.substance == one.substance]
    if not current:
        return None
    best = max(current, key=lambda path: (current[path].standing, path in copied))
    is_below = one.standing < current[best].standing
    is_again = one.standing == current[best].standing and bool(copied)
    return best if best in copied or is_below or is_again else None
