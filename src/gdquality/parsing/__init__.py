"""The parser: a source and the registry in, a Notice out.

It knows the genre (the outline and the particulars of GB/T 9704, tables of tasks, agency lists,
role sentences), and no document. What it does not read for certain, a remark tells with its place.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date

from gdquality.errors import InputError, Problem
from gdquality.names.registry import Registry
from gdquality.parsing.dates import Calendar
from gdquality.parsing.document import Reading, read_document
from gdquality.parsing.drafts import DraftTask
from gdquality.parsing.duties import DutyReader
from gdquality.parsing.duty_limits import no_date
from gdquality.parsing.issuer import jurisdiction_of
from gdquality.parsing.limits import last_day, limit_of
from gdquality.parsing.naming import Naming
from gdquality.parsing.particulars import Particulars, read_particulars
from gdquality.parsing.unread import unread_allocations
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import (
    Deadline,
    Mention,
    Notice,
    Remark,
    Role,
    Section,
    Source,
    Task,
    when_issued,
    year_in,
)
from gdquality.sources.interface import SourceDocument
from gdquality.sources.recognition import read_source


def parse(data: bytes, file: str, registry: Registry, jurisdiction: str | None = None) -> Notice:
    """Return the notice that the bytes of `file` hold.

    Its names are resolved by `registry` if it is a notice of the same government, and by those of
    the governments above (`naming`). Whose it is, `jurisdiction` says, or else the notice. A
    document that gives nobody a task has none, and that is no error. Raises InputError for what
    cannot be read at all: undecodable, encrypted, empty.
    """
    return parse_document(*document_of(data, file), registry, jurisdiction)


def document_of(data: bytes, file: str) -> tuple[SourceDocument, Source]:
    """Return the document that the bytes of `file` are, and which file that is.

    Raises InputError for what cannot be read at all.
    """
    if not file.isprintable():
        raise InputError(file, Problem("文件名里有读不出的字符，请改名"))
    document = read_source(data, file)
    name = file.replace("\\", "/").rpartition("/")[2]
    return document, Source(name, hashlib.sha256(data).hexdigest())


def parse_document(
    document: SourceDocument, source: Source, registry: Registry, jurisdiction: str | None = None
) -> Notice:
    """Return the notice of a `document` that was read from `source`, as `parse`."""
    vocabulary = Vocabulary.of(registry.prefixes, registry.names)
    reading = read_document(document, vocabulary)
    particulars = read_particulars(
        reading.passages, reading.captions, reading.signature, source.file
    )
    told = jurisdiction_of(particulars, jurisdiction or registry.data.jurisdiction)
    jurisdiction = jurisdiction or told
    when = when_issued(particulars.issued, particulars.document_number)
    naming = Naming(registry, vocabulary, jurisdiction, when)
    tasks = tuple(_tasks(reading, naming, particulars.issued))
    duties = DutyReader(naming, _calendar(particulars))
    deadlines = tuple(_deadlines(reading, duties, naming))
    unread = unread_allocations(reading.items, vocabulary, {one.place for one in deadlines})
    remarks = (*document.remarks, *reading.remarks, *naming.remarks, *duties.remarks, *unread)
    if told not in (None, jurisdiction):
        remarks = (*_other_jurisdiction(tasks, told, jurisdiction), *remarks)
    if jurisdiction is None:
        remarks = (*_unknown_jurisdiction(tasks, deadlines), *remarks)
    return Notice(
        source=source,
        title=particulars.title,
        jurisdiction=jurisdiction,
        document_number=particulars.document_number,
        issuing_organ=particulars.issuing_organ,
        issued=particulars.issued,
        main_recipients=particulars.main_recipients,
        copy_recipients=particulars.copy_recipients,
        basis=particulars.basis,
        attachment=particulars.attachment,
        disclosure=particulars.disclosure,
        sections=tuple(_sections(reading)),
        notes=reading.notes,
        tasks=tasks,
        deadlines=deadlines,
        remarks=tuple(sorted(dict.fromkeys(remarks), key=_in_order)),
    )


def _unknown_jurisdiction(tasks: Sequence[Task], deadlines: Sequence[Deadline]) -> Iterator[Remark]:
    """Yield what is to be known of the names of a document, if it has any."""
    places = [*(task.place for task in tasks), *(one.place for one in deadlines)]
    for place in places[:1]:
        message = "看不出是哪个政府的通知，单位按原样列出；可用 --in 指明，如 --in 湖南省"
        yield Remark("unknown-jurisdiction", message, place)


def _other_jurisdiction(
    tasks: Sequence[Task], told: str | None, given: str | None
) -> Iterator[Remark]:
    """Yield that a document says to be of another government than it is read for."""
    for task in tasks[:1]:
        yield Remark("other-jurisdiction", f"这是{told}的通知，按{given}的读了", task.place)


def _calendar(particulars: Particulars) -> Calendar:
    number = particulars.document_number
    return Calendar(particulars.issued, year_in(number) if number else None)


def _tasks(reading: Reading, naming: Naming, issued: date | None) -> Iterator[Task]:
    for number, draft in enumerate(reading.tasks, start=1):
        yield Task(
            number=number,
            title=draft.title,
            printed=draft.printed,
            place=draft.place,
            lead=_named(draft, "lead", naming),
            responsible=_named(draft, "responsible", naming),
            support=_named(draft, "support", naming),
            label=draft.label,
            under=draft.under,
            due=_due(draft, issued, reading.remarks),
            due_text=limit_of(draft.due_text),
            extra=dict(draft.extra),
        )


def _named(draft: DraftTask, role: Role, naming: Naming) -> tuple[Mention, ...]:
    return tuple([naming.mention(one) for one in draft.mentions if one.role == role])


def _due(draft: DraftTask, issued: date | None, remarks: list[Remark]) -> date | None:
    """Return the date in the text of a limit; one that there is not is told."""
    day, missing = last_day(draft.due_text, issued)
    if missing:
        remarks.append(no_date(missing, draft.place))
    return day


def _deadlines(reading: Reading, duties: DutyReader, naming: Naming) -> Iterator[Deadline]:
    for read in reading.items:
        only = read.tasks[0].mentions if len(read.tasks) == 1 else ()
        answering = tuple(naming.resolve(one.text) for one in only if one.role != "support")
        for span, allocations in read.spans:
            yield from duties.read(span, allocations, answering)


def _sections(reading: Reading) -> Iterator[Section]:
    for read in reading.items:
        if read.item.is_section and read.item.heading:
            span = read.item.spans[0]
            yield Section(read.item.heading, span.place_at(0))


def _in_order(remark: Remark) -> tuple[str, int, int]:
    return remark.place.part, remark.place.row, remark.place.column
