"""Many notices as one file, of the kind that its ending says."""

import json
from collections.abc import Callable, Sequence
from dataclasses import astuple
from typing import TYPE_CHECKING

from gdquality.formats import export
from gdquality.formats.answer_file import content_of_handout
from gdquality.formats.as_csv import csv_for_people
from gdquality.formats.as_json import plain
from gdquality.formats.as_md import after_lines
from gdquality.formats.controls import visible_in_json
from gdquality.formats.handout import Handout, Part
from gdquality.formats.per_notice import sheet
from gdquality.formats.sheet import Cell, Sheet, in_words, sheet_of
from gdquality.queries.agencies import count_tasks, roles_of, sorted_counts
from gdquality.queries.answers import AgencyList, DeadlineList, TaskList
from gdquality.queries.fact_table import Fact
from gdquality.queries.facts import by_date
from gdquality.queries.per_notice import NoticeList, PerNotice
from gdquality.records import Notice

if TYPE_CHECKING:
    from gdquality.collection.questions import Collection

_FACT = (
    ("notice", "通知编号"),
    ("document_number", "发文字号"),
    ("issued", "成文日期"),
    ("jurisdiction", "地方"),
    ("task", "序号"),
    ("title", "重点工作任务"),
    ("role", "角色"),
    ("text", "通知中的名称"),
    ("agency", "单位全称"),
    ("derived", "推定"),
)


def _fact_sheet(many: "Collection") -> Sheet:
    return Sheet(_FACT, tuple(map(_cells, many.facts())))


def _cells(fact: Fact) -> tuple[Cell, ...]:
    # A number of 16 digits is none to Excel, which keeps 15.
    number, *rest, derived = astuple(fact)
    return (str(number), *("" if one is None else one for one in rest), int(derived))


def _csv(many: "Collection", _lines: Sequence[str]) -> bytes:
    return csv_for_people(in_words(_fact_sheet(many))).encode()


def _json(many: "Collection", _lines: Sequence[str]) -> bytes:
    notices = [plain(notice) for _, notice in many.whole()]
    return visible_in_json(json.dumps(notices, ensure_ascii=False, indent=2) + "\n").encode()


def _md(many: "Collection", lines: Sequence[str]) -> bytes:
    parts = [export.markdown(one, _counts(one, many)) for _, one in many.whole()]
    return after_lines("\n".join(parts), lines).encode()


def _counts(notice: Notice, many: "Collection") -> export.Counts:
    """Return the bodies of one of many notices, each with its tasks in it."""
    bodies = {one.agency for task in notice.tasks for one in task.every_mention}
    found = count_tasks(notice, many.store.registry_with(sorted(bodies)))
    with_tasks = (one for one in found if one.has_tasks)
    return tuple(sorted_counts(with_tasks, "lead", many.readings))


def _xlsx(many: "Collection", lines: Sequence[str]) -> bytes:
    notices = list(many.whole())
    roles = many.store.roles_given(entry.notice for entry, _ in notices)
    tasks = [(entry, TaskList(one.tasks, roles)) for entry, one in notices]
    due = [(entry, DeadlineList(by_date(one.deadlines))) for entry, one in notices]
    with_tasks = (one for one in many.agencies() if one.has_tasks)
    counts = tuple(sorted_counts(with_tasks, "lead", many.readings))
    sheets = {
        "通知": sheet(NoticeList(many.notices())),
        "任务": sheet(PerNotice(tuple(tasks))),
        "单位": sheet_of(AgencyList(counts, roles_of(counts))),
        "分工": _fact_sheet(many),
        "报送要求": sheet(PerNotice(tuple(due))),
    }
    parts = tuple(Part(name, in_words(one)) for name, one in sheets.items())
    return content_of_handout(Handout(f"{len(notices)} 份通知", tuple(lines), parts), ".xlsx")


def _parquet(many: "Collection", _lines: Sequence[str]) -> bytes:
    from gdquality.formats.as_parquet import parquet

    return parquet(many.facts())


def _db(many: "Collection", _lines: Sequence[str]) -> bytes:
    return many.serialized()


ExportOfMany = Callable[["Collection", Sequence[str]], bytes]
"""What writes notices, after lines that say which they are and what is to be known of them."""

EXPORTS_OF_MANY: dict[str, ExportOfMany] = {
    ".xlsx": _xlsx,
    ".csv": _csv,
    ".json": _json,
    ".md": _md,
    ".parquet": _parquet,
    ".db": _db,
}
"""What writes a file of each ending.

.csv and .parquet are the long table of facts, .db the database that `gdq build` writes, .json the
records of each notice, .xlsx and .md tables to read.
"""
