"""What a notice and the registry consist of: frozen values without behaviour.

Field names of the document follow GB/T 9704-2012 (党政机关公文格式); those of the table are the
words of DESIGN §9. pydantic validates these same classes wherever data comes in
(`store.validation`), strictly and without extra fields; an answer from the packaged data builds
them without importing it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

Role = Literal["lead", "support"]
"""牵头单位 or 参与单位."""

Kind = Literal[
    "provincial-department",
    "provincial-special",
    "provincial-directly-affiliated",
    "department-managed",
    "people-government",
    "party-organ",
    "party-office",
    "mass-organisation",
    "research-institute",
    "state-owned-enterprise",
    "central-vertical",
    "coordinating-body",
    "collective",
    "other-organ",
]
"""What a body is. A `collective` names others together: 各地级以上市政府."""

Confidence = Literal["high", "medium", "low"]
"""How sure the registry is of what it says."""


class Limit:
    """A bound on a field, in pydantic's words; plain here, so that records import nothing."""

    def __init__(self, **bounds: Any) -> None:
        """Keep `bounds`, keys of a pydantic core schema: `min_length`, `ge`, `pattern`."""
        self.bounds = bounds

    def __get_pydantic_core_schema__(
        self, source: Any, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        """Add the bounds to the schema of the field; pydantic calls this."""
        return {**handler(source), **self.bounds}


class IsoDate:
    """A date written YYYY-MM-DD and no other way: pydantic alone would take seconds."""

    def __get_pydantic_core_schema__(
        self, _source: Any, handler: Callable[[Any], dict[str, Any]]
    ) -> dict[str, Any]:
        """Let the form be checked before the date; pydantic calls this."""
        text = {**handler(str), "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
        return {"type": "chain", "steps": [text, {**handler(date), "strict": False}]}


Text = Annotated[str, Limit(min_length=1)]
Count = Annotated[int, Limit(ge=1)]
Date = Annotated[str, Limit(pattern=r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")]
"""A date to the precision known: 2018, 2018-10 or 2018-10-19."""
DocumentNumber = Annotated[str, Limit(pattern=r"^[一-鿿]+〔[0-9]{4}〕[0-9]+号$")]


class Record:
    """The base of all records: tells pydantic to be strict."""

    __slots__ = ()
    __pydantic_config__: ClassVar = {"extra": "forbid", "strict": True}


@dataclass(frozen=True, slots=True)
class Place(Record):
    """Where something stands in a source, as its reader would say it; numbers count from 1.

    `row` is a line, a paragraph or a table's row. `part` is the sheet, page or table that it is of,
    empty where the file has but one. `column` is 0 where the whole row is meant.
    """

    row: Count
    column: Annotated[int, Limit(ge=0)] = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class Remark(Record):
    """What a reader of the notice should know: not read, read uncertainly, or misprinted.

    `code` says which kind, in kebab case (hidden-sheet, unread-allocation).
    """

    code: Text
    message: Text
    place: Place


@dataclass(frozen=True, slots=True)
class Mention(Record):
    """One naming of an agency: `text` as the notice gives it, prefix and tail restored."""

    text: Text
    agency: Text


@dataclass(frozen=True, slots=True)
class Printed(Record):
    """The two cells of a row, verbatim."""

    lead: Text
    support: str


@dataclass(frozen=True, slots=True)
class Task(Record):
    """One row of the table: who leads and who supports, in printed order; `line` in the source."""

    number: Count
    title: Text
    lead: tuple[Mention, ...]
    support: tuple[Mention, ...]
    printed: Printed
    line: Count


@dataclass(frozen=True, slots=True)
class Deadline(Record):
    """A duty in the notice's body; `due` and `due_text` only where it has a date.

    `who` is bound by it and `to` receives its result; `line` is where it begins in the source.
    """

    due: Annotated[date, IsoDate()] | None
    due_text: Text | None
    who: tuple[Mention, ...]
    what: Text
    to: tuple[Mention, ...]
    line: Count


@dataclass(frozen=True, slots=True)
class Section(Record):
    """A numbered section of the notice's body: its heading, and the line it begins on."""

    heading: Text
    line: Count


@dataclass(frozen=True, slots=True)
class Source(Record):
    """The file a notice was parsed from: its name and the SHA-256 of its bytes, in hex."""

    file: Text
    sha256: Annotated[str, Limit(pattern="^[0-9a-f]{64}$")]


@dataclass(frozen=True, slots=True)
class Notice(Record):
    """The document: its particulars, the tasks of its table, the duties of its body.

    `basis` is the document that it carries out, `disclosure` its 公开方式. The person to contact
    is left out on purpose.
    """

    source: Source
    document_number: DocumentNumber
    title: Text
    issuing_organ: Text
    main_recipients: tuple[Text, ...]
    copy_recipients: tuple[Text, ...]
    basis: DocumentNumber | None
    attachment: Text | None
    disclosure: Text | None
    sections: tuple[Section, ...]
    tasks: tuple[Task, ...]
    deadlines: tuple[Deadline, ...]


@dataclass(frozen=True, slots=True)
class Agency(Record):
    """A body by its official full name: that of November 2016, if it was in being.

    `since` is when it came to be, where that is known and was not long before the notice.
    `former_names` were right before, and are understood; `misprints` are wrong spellings that a
    source prints. A collective stands for its `members`, for the governments of its `places`, and
    for whoever has one of its `roles` in the notice's table.
    """

    name: Text
    kind: Kind
    confidence: Confidence
    aliases: tuple[Text, ...] = ()
    former_names: tuple[Text, ...] = ()
    parent: Text | None = None
    since: Date | None = None
    misprints: tuple[Text, ...] = ()
    members: tuple[Text, ...] = ()
    places: tuple[Text, ...] = ()
    roles: tuple[Role, ...] = ()
    sources: tuple[Text, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Change(Record):
    """An event that made agencies into others, as the W3C ORG vocabulary's ChangeEvent.

    `before` ended or gave up something; `after` came of it or took it over.
    """

    date: Date
    kind: Literal["renamed", "merged", "split", "transferred", "abolished"]
    before: Annotated[tuple[Text, ...], Limit(min_length=1)]
    after: tuple[Text, ...]
    confidence: Confidence
    sources: tuple[Text, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Readings(Record):
    """How characters are read, in syllables without tones.

    `syllables` gives each syllable the characters that are usually read so. `words` gives a
    character and another of its syllables (行 hang) the words, between spaces, in which it has it.
    """

    syllables: dict[str, str]
    words: dict[str, str]


@dataclass(frozen=True, slots=True)
class ExceptedFinding(Record):
    """A finding that is to be passed over: of `code`, in `file`, on a line that holds `text`."""

    code: Annotated[str, Limit(pattern=r"^GDQ\d{3}$")]
    file: Text
    text: Text
    reason: Text


@dataclass(frozen=True, slots=True)
class Exceptions(Record):
    """What exceptions.yaml holds."""

    exceptions: tuple[ExceptedFinding, ...]


@dataclass(frozen=True, slots=True)
class RegistryData(Record):
    """What agencies.yaml holds.

    `jurisdiction` (广东省) is the place whose bodies drop its name; `places` are the names that an
    agency list carries over its items or lets share a tail; `outside` are bodies that are parents
    of some and no entries themselves. `elsewhere` are places, and `other_bodies` names, that are
    another government's or another body's: no uncertain step may take them for one of ours.
    """

    jurisdiction: Text
    places: tuple[Text, ...]
    agencies: tuple[Agency, ...]
    changes: tuple[Change, ...]
    outside: tuple[Text, ...] = ()
    elsewhere: tuple[Text, ...] = ()
    other_bodies: tuple[Text, ...] = ()


def year_in(document_number: str) -> int:
    """Return the year in a document number (GB/T 9704-2012, 7.2.5): 2016 of 粤办函〔2016〕553号.

    Raises ValueError for what is no document number.
    """
    return int(document_number.partition("〔")[2][:4])
