"""Answers from many notices: each format says, in one place, of which notice an answer is."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from gdquality.errors import GdqError
from gdquality.formats.answer_file import HANDOUTS, content_of_handout
from gdquality.formats.as_csv import csv_for_people, csv_of
from gdquality.formats.as_json import plain
from gdquality.formats.as_md import after_lines
from gdquality.formats.as_tsv import tsv_of
from gdquality.formats.sheet import Cell, Sheet, in_words, sheet_of
from gdquality.formats.streams import json_array
from gdquality.queries.answers import Answer
from gdquality.queries.per_notice import NoticeEntry, NoticeList, PerNotice

if TYPE_CHECKING:
    from rich.console import Console

RELATIONS = {"copy": "另有同一份", "former": "取代"}
"""What a notice is to another document of it."""

WHICH = (("notice", "通知"), ("document_number", "发文字号"), ("issued", "成文日期"))
"""The columns that say of which notice a row is, before those of the answer."""


def render(
    answer: PerNotice[Answer] | NoticeList, format_: str, console: "Callable[[], Console]"
) -> str:
    """Return `answer` as text in `format_`; `console` gives what a table is drawn for.

    JSON has an object a line: answers may be very many, and a program reads them.
    """
    match format_:
        case "table":
            from gdquality.formats.drawn_per_notice import drawn

            return drawn(answer, console())
        case "json":
            return "".join(json_array([objects(answer)], dict))
        case "yaml":
            from gdquality.formats.as_yaml import dump

            return dump(objects(answer))
        case "md":
            return _markdown(answer)
        case "csv":
            return csv_of(sheet(answer))
        case "tsv":
            return tsv_of(sheet(answer))
        case _:
            hint = "先用 --notice 指明一份通知，gdq notices 列出有哪些"
            raise GdqError(f"多份通知的答案不能画成 {format_}", hint=hint)


def content_of(
    answer: PerNotice[Answer] | NoticeList,
    ending: str,
    console: "Callable[[], Console]",
    lines: Sequence[str] = (),
) -> bytes:
    """Return `answer` as the content of a file for people, after what `lines` say of it.

    Raises GdqError for a picture.
    """
    if ending == ".csv":
        return csv_for_people(in_words(sheet(answer))).encode()
    if ending not in HANDOUTS:
        text = render(answer, ending[1:], console)
        return (after_lines(text, lines) if ending == ".md" else text).encode()
    from gdquality.formats.handout_of_many import handout_of_many

    return content_of_handout(handout_of_many(answer, ending).after(lines), ending)


def named(entry: NoticeEntry) -> str:
    """Return how a notice is called: by its number and title."""
    return f"{entry.document_number or ''}《{entry.title}》"


def title(entry: NoticeEntry) -> str:
    """Return how a notice is called above its answer: number, title, date."""
    return f"{named(entry)} {entry.dated}".rstrip()


def objects(answer: PerNotice[Answer] | NoticeList) -> list[dict[str, Any]]:
    """Return an object an answer, or one an item where an answer is a list; each has `notice`."""
    if isinstance(answer, NoticeList):
        return [_whole(entry) for entry in answer.entries]
    found: list[dict[str, Any]] = []
    for entry, part in answer.parts:
        value = plain(part)
        items = value if isinstance(value, list) else [value]
        found += ({"notice": which(entry), **one} for one in items)
    return found


def which(entry: NoticeEntry) -> dict[str, Any]:
    """Return what an object says of its notice."""
    keys = ("document_number", "title", "issued", "jurisdiction", "file")
    return {"id": entry.notice, **{key: getattr(entry, key) for key in keys}}


def _whole(entry: NoticeEntry) -> dict[str, Any]:
    counts = {key: getattr(entry, key) for key in ("tasks", "deadlines", "remarks")}
    copies = [
        {"relation": one.relation, "file": one.file, "sha256": one.sha256} for one in entry.copies
    ]
    return {
        **which(entry),
        "issuing_organ": entry.issuing_organ,
        "sha256": entry.sha256,
        **counts,
        "copies": copies,
        "problem": entry.problem,
    }


def sheet(answer: PerNotice[Answer] | NoticeList) -> Sheet:
    """Return the rows of all answers under the columns of any; a cell that one lacks is empty."""
    if isinstance(answer, NoticeList):
        return notices_sheet(answer)
    sheets = [(entry, sheet_of(part)) for entry, part in answer.parts]
    columns = dict.fromkeys(column for _, one in sheets for column in one.columns)
    rows = []
    for entry, one in sheets:
        for row in one.rows:
            cells: dict[tuple[str, str], Cell] = dict(zip(one.columns, row, strict=True))
            rows.append((*which_cells(entry), *(cells.get(column, "") for column in columns)))
    return Sheet((*WHICH, *columns), tuple(rows))


def which_cells(entry: NoticeEntry) -> tuple[Cell, ...]:
    """Return what the columns WHICH say of a notice."""
    return entry.title, entry.document_number or "", _day(entry)


def _day(entry: NoticeEntry) -> Cell:
    """Return the date of a notice, or the year if no more is known, or nothing."""
    return date.fromisoformat(entry.issued) if entry.issued else entry.dated


def notices_sheet(answer: NoticeList) -> Sheet:
    """Return a row a notice: which it is, how much it holds, what other documents there are."""
    columns = (
        ("document_number", "发文字号"),
        ("title", "标题"),
        ("issued", "成文日期"),
        ("jurisdiction", "地方"),
        ("tasks", "任务"),
        ("deadlines", "报送要求"),
        ("remarks", "说明"),
        ("file", "文件"),
        ("copies", "其他文件"),
        ("problem", "读不出"),
    )
    rows = tuple(
        (
            one.document_number or "",
            one.title,
            _day(one),
            one.jurisdiction or "",
            one.tasks,
            one.deadlines,
            one.remarks,
            one.file,
            "；".join(others(one)),
            one.problem or "",
        )
        for one in answer.entries
    )
    return Sheet(columns, rows)


def others(entry: NoticeEntry, between: str = "、") -> list[str]:
    """Return what the other documents of a notice are to it, with their files."""
    files: dict[str, list[str]] = {}
    for one in entry.copies:
        files.setdefault(one.relation, []).append(one.file)
    return [f"{RELATIONS[relation]} {between.join(some)}" for relation, some in files.items()]


def _markdown(answer: PerNotice[Answer] | NoticeList) -> str:
    from gdquality.formats import as_md
    from gdquality.formats.own_roles import with_own_roles

    if isinstance(answer, NoticeList):
        return as_md.table_of(in_words(notices_sheet(answer)))
    parts = (
        as_md.heading(1, title(entry)) + as_md.render(with_own_roles(part), deeper=1)
        for entry, part in answer.parts
    )
    return "\n".join(parts)
