"""The long table of facts: one row for each body that a task names."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gdquality.records import ROLES, Notice, Role
from gdquality.records.value import Value

ID_DIGITS = 13
"""Hex digits of the SHA-256 of a source that are the number of its notice: 52 bits.

As many as JavaScript, and with it every browser of databases, can hold as a number.
"""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Fact(Value):
    """One body's part in one task of one notice: in `task` it has `role`, and is called `text`.

    `notice` is the number that its source gives it (`notice_id`), `task` counts within the notice.
    `agency` is canonical, `derived` where no registry has it.
    """

    notice: int
    document_number: str | None
    issued: date | None
    jurisdiction: str | None
    task: int
    title: str
    role: Role
    text: str
    agency: str
    derived: bool


def notice_id(sha256: str) -> int:
    """Return the number of the notice of a source with that SHA-256: the same everywhere."""
    return int(sha256[:ID_DIGITS], 16)


def facts_of(notice: Notice) -> Iterator[Fact]:
    """Yield the facts of `notice`, task by task, those who lead first, in printed order."""
    number = notice_id(notice.source.sha256)
    for task in notice.tasks:
        for role in ROLES:
            for mention in task.mentions(role):
                yield Fact(
                    number,
                    notice.document_number,
                    notice.issued,
                    notice.jurisdiction,
                    task.number,
                    task.title,
                    role,
                    mention.text,
                    mention.agency,
                    mention.derived,
                )
