"""A whole notice as a file, of the kind that its ending says."""

from collections.abc import Callable

from gdquality.formats import as_json, as_md
from gdquality.formats.answer_file import content_of, content_of_handout
from gdquality.formats.caption import Caption
from gdquality.formats.handout import handout_of_all
from gdquality.queries.answers import (
    AgencyCount,
    AgencyList,
    Answer,
    DeadlineList,
    Matrix,
    Particulars,
    TaskDetails,
    TaskList,
)
from gdquality.queries.facts import by_date, roles_given
from gdquality.records import Notice

Counts = tuple[AgencyCount, ...]
"""The agencies that have tasks, each with how many, in the order to show them in."""

Export = Callable[[Notice, Counts, Matrix, Caption], bytes]
"""What writes a notice, with its agencies, the matrix of them, and what is said of it."""


def _csv(notice: Notice, _counts: Counts, _matrix: Matrix, _caption: Caption) -> bytes:
    return content_of(TaskDetails(notice.tasks), ".csv", None)


def _json(notice: Notice, _counts: Counts, _matrix: Matrix, _caption: Caption) -> bytes:
    return as_json.render(notice).encode()


def markdown(notice: Notice, counts: Counts) -> str:
    """Return the particulars of `notice`, and a table each of tasks, deadlines and agencies."""
    tasks, deadlines, agencies = _answers(notice, counts)
    parts = (
        as_md.heading(1, notice.title) + as_md.render(Particulars(notice)),
        as_md.heading(2, "任务") + as_md.render(tasks),
        as_md.heading(2, "报送要求") + as_md.render(deadlines),
        as_md.heading(2, "单位") + as_md.render(agencies),
    )
    return "\n".join(parts)


def _md(notice: Notice, counts: Counts, _matrix: Matrix, caption: Caption) -> bytes:
    return (markdown(notice, counts) + as_md.source_line(caption)).encode()


def _xlsx(notice: Notice, counts: Counts, matrix: Matrix, caption: Caption) -> bytes:
    tasks, deadlines, agencies = _answers(notice, counts)
    every = (tasks, TaskDetails(notice.tasks), agencies, matrix, deadlines)
    handout = handout_of_all(notice.title, every, caption)
    return content_of_handout(handout, ".xlsx")


def _docx(notice: Notice, counts: Counts, _matrix: Matrix, caption: Caption) -> bytes:
    handout = handout_of_all(notice.title, _answers(notice, counts), caption)
    return content_of_handout(handout, ".docx")


def _answers(notice: Notice, counts: Counts) -> tuple[Answer, Answer, Answer]:
    roles = roles_given(notice)
    return (
        TaskList(notice.tasks, roles),
        DeadlineList(by_date(notice.deadlines)),
        AgencyList(counts, roles),
    )


EXPORTS: dict[str, Export] = {
    ".xlsx": _xlsx,
    ".docx": _docx,
    ".csv": _csv,
    ".json": _json,
    ".md": _md,
}
"""What writes a file of each ending.

.csv has a row an assignment, .json the records as in tasks.yaml, the others tables to read.
"""
