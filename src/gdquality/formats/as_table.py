"""Answers as Rich tables, one below the other."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from gdquality.formats.agency_parts import (
    DEADLINES,
    TaskTable,
    history,
    summary,
    task_tables,
    who_leads_whom,
)
from gdquality.formats.controls import visible
from gdquality.formats.drawn import draw, plain_table, text_of
from gdquality.formats.matrix_blocks import matrix_lines
from gdquality.formats.name_list import NameList
from gdquality.formats.name_tables import (
    agency_list,
    partner_list,
    resolution_list,
    shown,
    splits_of,
)
from gdquality.formats.particulars import particulars
from gdquality.formats.terms import ROLES, SIDES, shown_name
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
from gdquality.records import Deadline, Mention, Task


def draw_answer(answer: Answer, console: Console) -> str:
    """Return `answer` as `console` draws it."""
    return draw(parts_of(answer, console.width), console)


def parts_of(  # noqa: C901, PLR0911 -- one a case
    answer: Answer, width: int
) -> Iterable[RenderableType]:
    """Return what `answer` is drawn as, one below the other, in `width` cells."""
    match answer:
        case AgencyAnswer():
            return _agency(answer)
        case TaskDetails(tasks):
            return _task_details(tasks)
        case TaskList():
            return [_task_list(answer)]
        case DeadlineList(deadlines):
            return [_deadlines("", deadlines)]
        case AgencyList():
            return [agency_list(answer)]
        case Particulars():
            return [_particulars(answer)]
        case Matrix():
            lines = matrix_lines(answer, width)
            return [Text(line, no_wrap=True, overflow="ignore") for line in lines]
        case Comparison():
            return _comparison(answer)
        case PartnerList(partners=partners):
            return [partner_list(partners)]
        case ResolutionList(resolutions):
            return [resolution_list(resolutions)]
        case SplitList(splits):
            return splits_of(splits)


def _task_details(tasks: Sequence[Task]) -> Iterator[RenderableType]:
    for index, task in enumerate(tasks):
        yield from [Text("")] if index else []
        yield from _task(task)


def _task_list(answer: TaskList) -> Table:
    limited = ["时限"] if any(task.due_text for task in answer.tasks) else []
    headings = (*(SIDES[role] for role in answer.roles), *limited)
    table = plain_table("", "序号", "重点工作任务", *headings)
    for task in answer.tasks:
        sides = (_names(task.mentions(role)) for role in answer.roles)
        limit = [text_of(task.due_text or "") for _ in limited]
        table.add_row(str(task.number), text_of(task.title), *sides, *limit)
    return table


def _comparison(answer: Comparison) -> Iterator[RenderableType]:
    yield text_of(who_leads_whom(answer))
    yield Text("")
    table = plain_table("", "序号", "重点工作任务", visible(answer.first), visible(answer.second))
    for one in answer.tasks:
        cells = text_of(one.task.title), ROLES[one.first], ROLES[one.second]
        table.add_row(str(one.task.number), *cells)
    yield table


def _particulars(answer: Particulars) -> Table:
    table = plain_table("", "", "")
    table.show_header = False
    table.columns[0].justify = "left"
    for heading, value in particulars(answer):
        table.add_row(heading, text_of(value))
    return table


def _agency(answer: AgencyAnswer) -> Iterator[RenderableType]:
    yield shown(answer.agency, "bold")
    yield Text(summary(answer))
    yield from map(NameList, history(answer))
    for part in task_tables(answer):
        yield from (Text(""), _assignments(part))
    if answer.deadlines:
        yield from (Text(""), _deadlines(DEADLINES, answer.deadlines))


def _assignments(part: TaskTable) -> Table:
    table = plain_table(part.title, *part.headings)
    for number, title, others, limit in part.rows:
        table.add_row(str(number), text_of(title), *map(_names, others), *map(text_of, limit))
    return table


def _deadlines(title: str, deadlines: Sequence[Deadline]) -> Table:
    table = plain_table(title, "期限", "事项", "责任单位", "报送")
    table.columns[0].justify = "left"
    for deadline in deadlines:
        due = deadline.due.isoformat() if deadline.due else deadline.due_text or "未注明"
        table.add_row(
            visible(due), text_of(deadline.what), _names(deadline.who), _names(deadline.to)
        )
    return table


def _task(task: Task) -> list[RenderableType]:
    table = plain_table("", "", "通知中的名称", "单位全称")
    table.columns[0].justify = "left"
    for role, side in SIDES.items():
        named = task.mentions(role)
        for index, mention in enumerate(named):
            heading = f"{side}（{len(named)}）" if index == 0 else ""
            agency = shown_name(mention.agency, derived=mention.derived)
            table.add_row(heading, text_of(mention.text), text_of(agency))
    parts: list[RenderableType] = [text_of(f"{task.number}  {task.title}", "bold")]
    parts += [text_of(" › ".join(task.under))] if task.under else []
    parts += [text_of(f"时限：{task.due_text}")] if task.due_text else []
    return [*parts, table]


def _names(named: Sequence[Mention]) -> NameList:
    return NameList([mention.text for mention in named])
