"""What questions to many notices are answered with: an answer a notice, and which notice it is."""

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from gdquality.queries.answers import Answer
from gdquality.records.value import Value

A_co = TypeVar("A_co", bound=Answer, covariant=True)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Copy(Value):
    """Another document of a notice: a `copy`, or a `former` issue that this one replaces."""

    file: str
    sha256: str
    relation: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NoticeEntry(Value):
    """A notice of many: what says which it is, and how much it holds.

    `notice` is its number, `issued` a date as YYYY-MM-DD, `dated` the date or the year, as far as
    known, else empty. `problem` is why its file could not be read again, so that the notice is as
    it was read before.
    """

    notice: int
    document_number: str | None
    title: str
    issued: str | None
    dated: str
    jurisdiction: str | None
    issuing_organ: str | None
    file: str
    sha256: str
    tasks: int
    deadlines: int
    remarks: int
    copies: tuple[Copy, ...] = ()
    problem: str | None = None


class PerNotice(NamedTuple, Generic[A_co]):
    """An answer a notice, the newest first."""

    parts: tuple[tuple[NoticeEntry, A_co], ...]


class NoticeList(NamedTuple):
    """The notices that were asked for, the newest first."""

    entries: tuple[NoticeEntry, ...]


class LeftOut(NamedTuple):
    """A notice that is in no answer, since it does not tell which of `bodies` a name means there.

    Or they are several names that were asked about.
    """

    entry: NoticeEntry
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which of many notices are asked.

    `notice` is the serial, the whole number or a part of the title; `since` and `until` are dates
    to the precision wanted (2016, 2016-11, 2016-11-10), both included; `jurisdiction` is a place.
    """

    notice: str | None = None
    since: str | None = None
    until: str | None = None
    jurisdiction: str | None = None

    @property
    def is_by_date(self) -> bool:
        """Whether a notice without a date is left out."""
        return bool(self.since or self.until)
