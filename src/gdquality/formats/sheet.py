"""Answers as rows and columns, for the formats that are nothing else."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import inf
from typing import Any, NamedTuple

from gdquality.formats.resolutions import FIELDS, cells_of
from gdquality.formats.splits import COLUMNS
from gdquality.formats.splits import cells_of as split_cells_of
from gdquality.formats.terms import KINDS, MARKS, METHODS, PARTS, ROLES, STATUSES
from gdquality.query import (
    AgencyAnswer,
    AgencyList,
    Answer,
    DeadlineList,
    Matrix,
    Particulars,
    PartnerList,
    ResolutionList,
    SplitList,
    TaskDetails,
    TaskList,
)
from gdquality.records import Mention, Task

Cell = str | int | date

_TASK = (("number", "序号"), ("title", "重点工作任务"))
_ROLE = ("role", "角色")
_MENTION = (("text", "通知中的名称"), ("agency", "单位全称"))
_SIDES = (("lead", "牵头单位"), ("support", "参与单位"))


class Sheet(NamedTuple):
    """Rows under columns, each of which has a key for programs and a heading for people."""

    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Cell, ...], ...]


def sheet_of(answer: Answer) -> Sheet:  # noqa: C901, PLR0911 -- one a case
    """Return the rows of `answer`: one an assignment, task, deadline, agency or particular."""
    match answer:
        case AgencyAnswer():
            return Sheet(
                (_ROLE, *_TASK, *_MENTION, *_SIDES),
                tuple(_assignments(answer)),
            )
        case TaskDetails(tasks):
            return Sheet(
                (*_TASK, _ROLE, *_MENTION),
                tuple(_mentions(tasks)),
            )
        case TaskList(tasks):
            return Sheet(
                (*_TASK, *_SIDES),
                tuple(
                    (one.number, one.title, names(one.lead), names(one.support)) for one in tasks
                ),
            )
        case DeadlineList(deadlines):
            return Sheet(
                (
                    ("due", "期限"),
                    ("due_text", "期限原文"),
                    ("what", "事项"),
                    ("who", "责任单位"),
                    ("to", "报送"),
                ),
                tuple(
                    (
                        one.due or "",
                        one.due_text or "",
                        one.what,
                        names(one.who),
                        names(one.to),
                    )
                    for one in deadlines
                ),
            )
        case AgencyList(counts):
            return Sheet(
                (
                    ("lead_count", "牵头"),
                    ("support_count", "参与"),
                    ("kind", "类别"),
                    ("agency", "单位"),
                ),
                tuple((one.lead, one.support, one.agency.kind, one.agency.name) for one in counts),
            )
        case Matrix(columns, rows):
            return Sheet(
                (*_TASK, *columns),
                tuple((n, title, *(MARKS[role] for role in roles)) for n, title, roles in rows),
            )
        case PartnerList(partners=partners):
            return Sheet(
                (("agency", "单位"), *PARTS.items()),
                tuple(tuple(one) for one in partners),
            )
        case ResolutionList(resolutions):
            return Sheet(
                tuple(zip(FIELDS, ("名称", "结果", "单位全称", "依据", "可指"), strict=True)),
                tuple(map(cells_of, resolutions)),
            )
        case SplitList(splits):
            return Sheet(COLUMNS, tuple(map(split_cells_of, splits)))
        case Particulars():
            return Sheet((("field", "项目"), ("value", "内容")), tuple(particulars(answer)))


def in_words(sheet: Sheet) -> Sheet:
    """Return `sheet` for people: its keys of roles, kinds and the like as they are called."""
    words: dict[str, dict[Any, str]] = {
        "role": ROLES,
        "kind": KINDS,
        "method": METHODS,
        "status": STATUSES,
    }
    of_columns = [words.get(key, {}) for key, _ in sheet.columns]
    rows = (
        tuple(called.get(cell, cell) for called, cell in zip(of_columns, row, strict=True))
        for row in sheet.rows
    )
    return sheet._replace(rows=tuple(rows))


def _assignments(answer: AgencyAnswer) -> Iterator[tuple[Cell, ...]]:
    for role, assignments in (("lead", answer.lead), ("support", answer.support)):
        for one in assignments:
            lead, support = names(one.task.lead), names(one.task.support)
            yield role, one.task.number, one.task.title, one.text, one.agency, lead, support


def _mentions(tasks: Sequence[Task]) -> Iterator[tuple[Cell, ...]]:
    for task in tasks:
        for role, mentions in (("lead", task.lead), ("support", task.support)):
            for one in mentions:
                yield task.number, task.title, role, one.text, one.agency


def names(mentions: Sequence[Mention]) -> str:
    """Return the names as the notice gives them, joined by 、."""
    return "、".join(mention.text for mention in mentions)


def particulars(answer: Particulars) -> Iterator[tuple[str, str]]:
    """Yield heading and value of each particular that the document has."""
    notice = answer.notice
    known = (
        ("发文字号", notice.document_number),
        ("标题", notice.title),
        ("发文机关", notice.issuing_organ),
        ("主送机关", "；".join(notice.main_recipients)),
        ("抄送机关", "；".join(notice.copy_recipients)),
        ("依据", notice.basis or ""),
        ("附件", notice.attachment or ""),
        ("公开方式", notice.disclosure or ""),
    )
    yield from ((heading, value) for heading, value in known if value)
    ends = [*(section.line for section in notice.sections), inf][1:]
    for section, end in zip(notice.sections, ends, strict=True):
        duties = [one.what for one in notice.deadlines if section.line <= one.line < end]
        yield "正文", "：".join([section.heading, *["；".join(duties)] * bool(duties)])
    yield "任务", f"{len(notice.tasks)} 项"
    yield "报送要求", f"{len(notice.deadlines)} 项"
    yield "来源", f"{notice.source.file}，SHA-256 {notice.source.sha256}"
