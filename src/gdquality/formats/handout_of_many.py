"""Answers from many notices for people: under each notice its answer, or all rows in one table."""

from collections.abc import Iterable, Iterator
from typing import Any

from gdquality.formats.agency_parts import count_of_tasks, history, in_all, who_leads_whom
from gdquality.formats.caption import made_from
from gdquality.formats.handout import CALLED, Handout, Line, Part, handout_of, without_empty
from gdquality.formats.per_notice import WHICH, named, notices_sheet, which_cells
from gdquality.formats.sheet import Cell, Sheet, in_words
from gdquality.formats.terms import ROLES
from gdquality.queries.answers import AgencyAnswer, Comparison
from gdquality.queries.per_notice import NoticeEntry, NoticeList, PerNotice
from gdquality.records import ROLES as EVERY_ROLE

NOTICES = "通知"
"""What a list of notices is called."""

MOST_BODIES = 3
"""Bodies that a title names where a name means one in each of many governments."""

BODY = ("body", "所问单位")
"""The column that says which body a row is about, where there are several."""

Answered = list[tuple[NoticeEntry, tuple[str, ...], Handout]]
"""Notices, the body that is meant there if there are several, and the answer as handed on alone."""


def handout_of_many(answer: PerNotice[Any] | NoticeList, ending: str) -> Handout:
    """Return `answer` as it is handed on in a file with that `ending`.

    A workbook, which has filters, has all rows of one kind in one table; what is read from top to
    bottom has each notice with its answer.
    """
    if isinstance(answer, NoticeList):
        table = without_empty(in_words(notices_sheet(answer)))
        return Handout(f"{len(answer.entries)} 份通知", (), (Part(NOTICES, table),))
    bodies = [one for _, one in answer.parts if isinstance(one, AgencyAnswer)]
    alone = [(entry, handout_of(one, None)) for entry, one in answer.parts]
    pairs = [one for _, one in answer.parts if isinstance(one, Comparison)]
    names = list(dict.fromkeys(one.title for _, one in alone)) if bodies or pairs else []
    handouts = [(entry, (one.title,) * (len(names) > 1), one) for entry, one in alone]
    is_table = ending == ".xlsx"
    lines: list[Line] = [_counted(len(handouts), bodies)]
    if whole := in_all(pairs):
        lines.append(who_leads_whom(whole))
    if is_table:
        lines += read_in_part(entry for entry, _ in alone)
    if is_table and bodies and len(names) == 1:
        lines += map(tuple, history(bodies[0]))
    parts = _in_one(handouts) if is_table else _under_each(handouts)
    return Handout(_title(answer, names), tuple(lines), tuple(parts))


def read_in_part(entries: Iterable[NoticeEntry]) -> Iterator[str]:
    """Yield a line that says how many notices were not read whole, or not for certain, if any."""
    if unsure := sum(entry.remarks > 0 for entry in entries):
        yield f"其中 {unsure} 份有没有读，或读得没有把握的地方"


def _title(answer: PerNotice[Any], bodies: list[str]) -> str:
    if bodies:
        rest = f"等 {len(bodies)} 个单位" if len(bodies) > MOST_BODIES else ""
        return "、".join(bodies[:MOST_BODIES]) + rest
    called = (CALLED[type(one)].title for _, one in answer.parts)
    return next(called, "") or NOTICES


def _counted(notices: int, bodies: list[AgencyAnswer]) -> str:
    given = [role for role in EVERY_ROLE if any(role in one.roles for one in bodies)]
    counts = (
        f"{ROLES[role]} {sum(count_of_tasks(one.assignments(role)) for one in bodies)} 项"
        for role in given
    )
    return "，".join((f"{notices} 份通知", *counts))


def _under_each(handouts: Answered) -> Iterator[Part]:
    """Yield the parts of each answer under its notice."""
    for entry, body, handout in handouts:
        dated = f"成文日期：{entry.dated or '未注明'}，{made_from(entry.file, entry.remarks)}"
        lines = (dated, *body, *handout.lines)
        for part in handout.parts:
            yield part._replace(lines=(*lines, *part.lines), under=named(entry))
            lines = ()


def _in_one(handouts: Answered) -> Iterator[Part]:
    """Yield a part of each name, whose rows say of which notice they are, and of which body."""
    which = (*WHICH, *[BODY] * any(body for _, body, _ in handouts))
    for name in dict.fromkeys(part.name for *_, one in handouts for part in one.parts):
        own = [
            (entry, body, part)
            for entry, body, one in handouts
            for part in one.parts
            if part.name == name
        ]
        columns = tuple(dict.fromkeys(column for *_, part in own for column in part.sheet.columns))
        rows = tuple(
            (*which_cells(entry), *body, *row)
            for entry, body, part in own
            for row in _under(columns, part.sheet)
        )
        first = own[0][-1]
        upright = None if first.upright is None else first.upright + len(which)
        yield Part(name, Sheet((*which, *columns), rows), upright, first.lines)


def _under(columns: tuple[tuple[str, str], ...], sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of `sheet` under `columns`; a cell that it has not is empty."""
    for row in sheet.rows:
        cells = dict(zip(sheet.columns, row, strict=True))
        yield tuple(cells.get(column, "") for column in columns)
