"""A notice as rows of the tables: made where it is read, so that the one writer need not."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from gdquality.collection.histories import answering, rows_of
from gdquality.collection.sameness import identity, substance
from gdquality.derived_bodies import LEVEL_IN_FRONT
from gdquality.names.registry import Registry
from gdquality.names.resolve.normal import normalise
from gdquality.queries.fact_table import notice_id
from gdquality.records import ROLES, Agency, Deadline, Mention, Notice, Task, year_of
from gdquality.store.json_records import dump

Row = tuple[object, ...]

SHORTEST = 3
"""Characters of the shortest name that a body is asked by without its place: 财政局."""

OFFICES = frozenset({"办公厅", "办公室"})
"""What is left of 市委办公厅 without its place, and is as well the government's."""


class Parsed(NamedTuple):
    """A notice that was read, as rows.

    `document` is its row of documents; `rows` are those of the other tables, to be inserted if it
    stands; `agencies` those of the bodies that it names, and of those that answer for them;
    `changes` those between them.
    """

    document: Row
    rows: dict[str, list[Row]]
    agencies: list[Row]
    changes: list[Row]

    @property
    def notice(self) -> int:
        """The number of the notice."""
        number = self.document[0]
        assert isinstance(number, int)
        return number


def parsed(notice: Notice, registry: Registry, known: Registry) -> Parsed:
    """Return the rows of `notice`.

    `registry` has every body that it may mean, `known` those whose names mean the same in all
    notices.
    """
    number, source = notice_id(notice.source.sha256), notice.source
    keys = (identity(notice), substance(notice))
    named = dict.fromkeys(one.agency for one in notice.every_mention)
    bodies = [registry.agencies[name] for name in named if name in registry.agencies]
    own = dict.fromkeys(
        one
        for body in bodies
        if body.name not in known.agencies
        for one in answering(body, registry)
    )
    rows: dict[str, list[Row]] = {
        "notices": [_notice(number, notice)],
        "tasks": [_task(number, task) for task in notice.tasks],
        "assignments": [
            (number, task.number, role, *_mention(position, one))
            for task in notice.tasks
            for role in ROLES
            for position, one in enumerate(task.mentions(role), 1)
        ],
        "deadlines": [
            (number, position, *_due(one), one.what, _names(one.who), _names(one.to))
            for position, one in enumerate(notice.deadlines, 1)
        ],
        "deadline_bodies": [
            (number, place, part, *_mention(position, one))
            for place, deadline in enumerate(notice.deadlines, 1)
            for part, mentions in (("who", deadline.who), ("to", deadline.to))
            for position, one in enumerate(mentions, 1)
        ],
        "remarks": [
            (number, at, one.code, one.message, one.place.part, one.place.row, one.place.column)
            for at, one in enumerate(notice.remarks, 1)
        ],
        "names": [
            (name, number, body.name)
            for body in own
            for name in _asked_by(body, notice.jurisdiction or "")
        ],
    }
    document = (number, source.sha256, source.file, *keys, dump(notice))
    agencies = [
        _agency(one, is_known=one.name in known.agencies) for one in dict.fromkeys((*bodies, *own))
    ]
    return Parsed(document, rows, agencies, list(rows_of(own, registry)))


def _notice(number: int, notice: Notice) -> Row:
    issued = notice.issued.isoformat() if notice.issued else None
    return (
        number,
        notice.document_number,
        notice.title,
        issued,
        issued or str(year_of(notice) or ""),
        notice.jurisdiction,
        notice.issuing_organ,
        notice.source.file,
        notice.source.sha256,
        len(notice.tasks),
        len(notice.deadlines),
        len(notice.remarks),
    )


def _task(number: int, task: Task) -> Row:
    return (number, task.number, task.label, task.title, " › ".join(task.under), *_due(task))


def _due(one: Task | Deadline) -> Row:
    return (one.due.isoformat() if one.due else None, one.due_text)


def _mention(position: int, mention: Mention) -> Row:
    return (position, mention.text, mention.agency, mention.derived)


def _names(mentions: Sequence[Mention]) -> str:
    return "、".join(one.text for one in mentions)


def fronts_of(place: str, level: str) -> tuple[tuple[str, str], ...]:
    """Return what names of bodies of `place` begin with, in full and as its officials say it.

    That is its own name, or that of its party committee; they say the `level`, which may be empty.
    """
    return ((place, level), (f"中共{place}委", level and f"{level}委"))


def _asked_by(body: Agency, place: str) -> set[str]:
    """Return the names that a question may have for `body`, as they are looked up.

    Those of `place`, the jurisdiction of the notice, are asked without it, too: 长沙市财政局 as
    市财政局 and as 财政局, 中共长沙市委宣传部 as 市委宣传部 and as 宣传部.
    """
    names = {body.name, *body.aliases, *body.former_names}
    if place:
        for full, level in fronts_of(place, place[-1]):
            rest = body.name.removeprefix(full)
            if rest != body.name and len(rest) >= SHORTEST:
                names |= {rest, level + rest}
        short = (LEVEL_IN_FRONT.sub("", one) for one in body.aliases)
        names |= {one for one in short if len(one) >= SHORTEST}
    return {normalise(name) for name in names - OFFICES}


@lru_cache(8192)
def _agency(body: Agency, *, is_known: bool) -> Row:
    return (body.name, body.kind, body.parent, body.since, not is_known, dump(body))
