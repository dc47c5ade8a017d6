"""An answer for people who were not there when it was asked: titled tables, and the source.

What Word files, workbooks and pages of an answer have in common; each of them lays it out.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from gdquality.formats.agency_parts import (
    DEADLINES,
    LIMIT,
    history,
    named_by,
    summary,
    who_leads_whom,
)
from gdquality.formats.caption import Caption
from gdquality.formats.sheet import Cell, Sheet, in_words, names, sheet_of
from gdquality.formats.terms import MARKS, ROLES, SIDES, shown_name
from gdquality.queries.answers import (
    AgencyAnswer,
    AgencyList,
    Answer,
    Comparison,
    DeadlineList,
    Matrix,
    Particulars,
    PartnerList,
    ResolutionList,
    SplitList,
    TaskDetails,
    TaskList,
)

TASKS = "任务"
"""What a table of tasks is called."""


OF_SOME_ROWS = frozenset(("candidates", "copies", "derived", "due_text", "problem"))
"""Keys of columns that say something of a few rows, and often of none."""


class Called(NamedTuple):
    """What the table of an answer is called, and the answer alone."""

    part: str
    title: str


CALLED: dict[type[Any], Called] = {
    AgencyAnswer: Called(TASKS, ""),
    TaskDetails: Called("分工", "重点工作任务"),
    TaskList: Called(TASKS, "重点工作任务"),
    DeadlineList: Called(DEADLINES, DEADLINES),
    AgencyList: Called("单位", "各单位任务数"),
    Matrix: Called("对照表", "任务与单位对照表"),
    PartnerList: Called("共事单位", ""),
    Comparison: Called(TASKS, ""),
    ResolutionList: Called("名称", "名称对照"),
    SplitList: Called("拆分", "单位清单"),
    Particulars: Called("通知", ""),
}
"""What each answer is called; the title of some is what they are about."""


Line = str | tuple[str, ...]
"""A line of text, or names in one, which are never broken."""


class Part(NamedTuple):
    """A table under its name, and the lines that a reader of it has to know.

    The headings of the columns from `upright` on stand upright. The column with the key `divided`
    makes a table for each of its values where there is no filter to do that. `under` is the notice
    that the part is from, where there are several: its lines stand below that.
    """

    name: str
    sheet: Sheet
    upright: int | None = None
    lines: tuple[Line, ...] = ()
    divided: str = ""
    under: str = ""


class Handout(NamedTuple):
    """A title, lines below it, tables in words, and the notice that all this is from."""

    title: str
    lines: tuple[Line, ...]
    parts: tuple[Part, ...]
    caption: Caption | None = None

    def after(self, lines: "Iterable[Line]") -> "Handout":
        """Return it with `lines` before its own."""
        return self._replace(lines=(*lines, *self.lines))


def handout_of(answer: Answer, caption: Caption | None) -> Handout:
    """Return `answer` as it is handed on."""
    parts: Iterable[Part] = (_part(answer),)
    title = CALLED[type(answer)].title
    match answer:
        case AgencyAnswer():
            title = shown_name(answer.agency.name, derived=answer.agency.is_derived)
            parts = _of_agency(answer)
        case TaskDetails(tasks):
            roles = tuple(role for role in ROLES if any(one.mentions(role) for one in tasks))
            parts = (_part(TaskList(tasks, roles)), _part(answer))
        case PartnerList():
            title = f"与{answer.agency}共事的单位"
        case Comparison(first, second):
            title = f"{first}与{second}"
        case Particulars(notice):
            title = notice.title
        case _:
            pass
    return Handout(title, tuple(_lines(answer)), tuple(parts), caption)


def _lines(answer: Answer) -> Iterator[Line]:
    match answer:
        case AgencyAnswer():
            yield summary(answer)
            yield from map(tuple, history(answer))
        case PartnerList(predecessors=(first, *others)):
            yield (f"以其前身计：{first}", *others)
        case Comparison():
            yield who_leads_whom(answer)
        case _:
            pass


def marks_of(matrix: Matrix) -> str:
    """Return what the marks of a matrix mean."""
    return "  ".join(f"{MARKS[role]} {ROLES[role]}" for role in matrix.roles)


def handout_of_all(title: str, answers: Iterable[Answer], caption: Caption) -> Handout:
    """Return several answers about one notice, a table each."""
    return Handout(title, (), tuple(map(_part, answers)), caption)


def _part(answer: Answer) -> Part:
    name, sheet = CALLED[type(answer)].part, in_words(sheet_of(answer))
    if isinstance(answer, Matrix):
        return Part(name, sheet, upright=2, lines=(marks_of(answer),))
    return Part(name, without_empty(sheet))


def without_empty(sheet: Sheet) -> Sheet:
    """Return `sheet` without those columns of exceptions in which there is none."""
    kept = [
        at
        for at, (key, _) in enumerate(sheet.columns)
        if key not in OF_SOME_ROWS or any(row[at] for row in sheet.rows)
    ]
    columns = tuple(sheet.columns[at] for at in kept)
    return Sheet(columns, tuple(tuple(row[at] for at in kept) for row in sheet.rows))


def _of_agency(answer: AgencyAnswer) -> Iterator[Part]:
    """Yield its tasks, with everybody's part in them, and the deadlines that bind it."""
    later = (("agency", "通知所列单位"),) if answer.is_later else ()
    columns = (
        *(("number", "序号"), ("title", "重点工作任务"), ("role", "本单位角色")),
        *later,
        *((role, SIDES[role]) for role in answer.roles),
        ("due_text", LIMIT),
    )
    tasks = without_empty(Sheet(columns, tuple(_rows(answer))))
    yield Part(TASKS, in_words(tasks), divided="role")
    if answer.deadlines:
        yield _part(DeadlineList(answer.deadlines))


def _rows(answer: AgencyAnswer) -> Iterator[tuple[Cell, ...]]:
    for role in answer.roles:
        for task, same in named_by(answer.assignments(role)):
            own = (tuple(one.text for one in same),) if answer.is_later else ()
            sides = (names(task.mentions(side)) for side in answer.roles)
            yield task.number, task.title, role, *own, *sides, task.due_text or ""
