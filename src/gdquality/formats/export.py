"""A whole notice as a file, of the kind that its ending says."""

from collections.abc import Callable

from gdquality.formats import as_csv, as_json, as_md
from gdquality.formats.sheet import sheet_of
from gdquality.queries.answers import (
    AgencyCount,
    AgencyList,
    DeadlineList,
    Particulars,
    TaskDetails,
    TaskList,
)
from gdquality.queries.facts import by_date, roles_given
from gdquality.records import Notice

Counts = tuple[AgencyCount, ...]
"""The agencies that have tasks, each with how many, in the order to show them in."""


def _csv(notice: Notice, _: Counts) -> bytes:
    return as_csv.render(TaskDetails(notice.tasks)).encode()


def _json(notice: Notice, _: Counts) -> bytes:
    return as_json.render(notice).encode()


def markdown(notice: Notice, counts: Counts) -> str:
    """Return the particulars of `notice`, and a table each of tasks, deadlines and agencies."""
    parts = (
        as_md.heading(1, notice.title) + as_md.render(Particulars(notice)),
        as_md.heading(2, "任务") + as_md.render(TaskList(notice.tasks, roles_given(notice))),
        as_md.heading(2, "报送要求") + as_md.render(DeadlineList(by_date(notice.deadlines))),
        as_md.heading(2, "单位") + as_md.render(AgencyList(counts, roles_given(notice))),
    )
    return "\n".join(parts)


def _md(notice: Notice, counts: Counts) -> bytes:
    return markdown(notice, counts).encode()


def _xlsx(notice: Notice, counts: Counts) -> bytes:
    from gdquality.formats.as_xlsx import workbook

    sheets = {
        "任务": sheet_of(TaskList(notice.tasks, roles_given(notice))),
        "单位": sheet_of(AgencyList(counts, roles_given(notice))),
        "分工": sheet_of(TaskDetails(notice.tasks)),
        "报送要求": sheet_of(DeadlineList(by_date(notice.deadlines))),
    }
    return workbook(" ".join(filter(None, (notice.document_number, notice.title))), sheets)


EXPORTS: dict[str, Callable[[Notice, Counts], bytes]] = {
    ".xlsx": _xlsx,
    ".csv": _csv,
    ".json": _json,
    ".md": _md,
}
"""What writes a file of each ending.

.csv has a row an assignment, .json the records as in tasks.yaml, .xlsx and .md tables to read.
"""
