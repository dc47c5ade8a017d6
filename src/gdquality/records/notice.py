"""What a notice consists of: its particulars, the tasks that it gives, the duties of its body.

Field names of the document follow GB/T 9704-2012 (党政机关公文格式).
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal

from gdquality.records.constraints import Count, DocumentNumber, IsoDate, Limit, Record, Text

Role = Literal["lead", "responsible", "support"]
"""牵头单位, 责任单位 or 参与单位; of who is responsible a document does not say that they lead."""

ROLES: tuple[Role, ...] = ("lead", "responsible", "support")
"""The roles, in the order in which they are shown."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Place(Record):
    """Where something stands in a source, as its reader would say it; numbers count from 1.

    `row` is a line, a paragraph or a table's row. `part` is the sheet, page or table that it is of,
    empty where the file has but one. `column` is 0 where the whole row is meant.
    """

    row: Count
    column: Annotated[int, Limit(ge=0)] = 0
    part: str = ""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Remark(Record):
    """What a reader of the notice should know: not read, read uncertainly, or misprinted.

    `code` says which kind, in kebab case (hidden-sheet, unread-allocation).
    """

    code: Text
    message: Text
    place: Place


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Mention(Record):
    """One naming of an agency: `text` as the notice gives it, prefix and tail restored.

    `agency` is canonical; it is `derived` where no registry has it.
    """

    text: Text
    agency: Text
    derived: bool = False


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Printed(Record):
    """What is printed, verbatim: a cell under the heading of a `role`, or a sentence."""

    text: Text
    place: Place
    role: Role | None = None


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Task(Record):
    """A task and who is to do it, in printed order.

    `number` counts within the notice; `label` is what is printed (21, （三）), `under` the headings
    above it, outermost first. `due` is the date in `due_text` where it has one. `extra` keeps the
    other columns of its row, by their headings.
    """

    number: Count
    label: str = ""
    title: Text
    under: tuple[Text, ...] = ()
    lead: tuple[Mention, ...] = ()
    responsible: tuple[Mention, ...] = ()
    support: tuple[Mention, ...] = ()
    printed: tuple[Printed, ...]
    due: Annotated[date, IsoDate()] | None = None
    due_text: Text | None = None
    extra: dict[str, str] = field(default_factory=dict)
    place: Place

    def mentions(self, role: Role) -> tuple[Mention, ...]:
        """Return the agencies that have `role`."""
        by_role = {"lead": self.lead, "responsible": self.responsible, "support": self.support}
        return by_role[role]

    @property
    def every_mention(self) -> tuple[Mention, ...]:
        """The agencies of all roles, those that lead first."""
        return (*self.lead, *self.responsible, *self.support)


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Deadline(Record):
    """A duty in the notice's body; `due` and `due_text` only where it has a date.

    `who` is bound by it and `to` receives its result; `place` is where it begins in the source.
    """

    due: Annotated[date, IsoDate()] | None = None
    due_text: Text | None = None
    who: tuple[Mention, ...]
    what: Text
    to: tuple[Mention, ...] = ()
    place: Place

    @property
    def every_mention(self) -> tuple[Mention, ...]:
        """The agencies that are bound by it, and those that receive its result."""
        return (*self.who, *self.to)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Section(Record):
    """A numbered section of the notice's body: its heading, and the place where it begins."""

    heading: Text
    place: Place


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Source(Record):
    """The file a notice was parsed from: its name and the SHA-256 of its bytes, in hex."""

    file: Text
    sha256: Annotated[str, Limit(pattern="^[0-9a-f]{64}$")]


@dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=True)
class Notice(Record):
    """The document: its particulars, the tasks that it allocates, the duties of its body.

    Only the title is always there. `basis` is the document that it carries out, `disclosure` its
    公开方式, `issued` its date, `jurisdiction` the place whose
    government issued it, `notes` what it says of all its lists at once. The person to contact
    is left out on purpose. `remarks` tell what was not read, or not for certain.
    """

    source: Source
    document_number: DocumentNumber | None = None
    title: Text
    jurisdiction: Text | None = None
    issuing_organ: Text | None = None
    issued: Annotated[date, IsoDate()] | None = None
    main_recipients: tuple[Text, ...] = ()
    copy_recipients: tuple[Text, ...] = ()
    basis: DocumentNumber | None = None
    attachment: Text | None = None
    disclosure: Text | None = None
    sections: tuple[Section, ...] = ()
    notes: tuple[Text, ...] = ()
    tasks: tuple[Task, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def every_mention(self) -> tuple[Mention, ...]:
        """The agencies of all tasks and duties, as often as they are named."""
        in_tasks = (one for task in self.tasks for one in task.every_mention)
        in_duties = (one for deadline in self.deadlines for one in deadline.every_mention)
        return (*in_tasks, *in_duties)


def year_in(document_number: str) -> int:
    """Return the year in a document number (GB/T 9704-2012, 7.2.5): 2016 of 粤办函〔2016〕553号.

    Raises ValueError for what is no document number.
    """
    return int(document_number.partition("〔")[2][:4])


def when_issued(issued: date | None, document_number: str | None) -> str:
    """Return when a document was issued, as far as that is known: a date, a year or nothing."""
    if issued:
        return issued.isoformat()
    return str(year_in(document_number)) if document_number else ""


def year_of(notice: Notice) -> int | None:
    """Return the year in which `notice` was issued, as far as it says."""
    when = when_issued(notice.issued, notice.document_number)
    return int(when[:4]) if when else None
