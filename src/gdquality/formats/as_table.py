"""Answers as Rich tables: nothing is cut, data is never markup, no right edge to shift."""

from collections.abc import Iterator, Sequence

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from gdquality.formats.controls import visible
from gdquality.formats.name_list import NameList
from gdquality.query import AgencyAnswer, Assignment
from gdquality.records import Deadline, Kind, Mention, Task

KINDS: dict[Kind, str] = {
    "provincial-department": "省政府组成部门",
    "provincial-special": "省政府直属特设机构",
    "provincial-directly-affiliated": "省政府直属机构",
    "department-managed": "部门管理机构",
    "people-government": "人民政府",
    "party-organ": "党的机关",
    "party-office": "党委办事机构",
    "mass-organisation": "群团组织",
    "research-institute": "科研机构",
    "state-owned-enterprise": "国有企业",
    "central-vertical": "中央垂直管理机构",
    "coordinating-body": "议事协调机构",
    "collective": "集合称谓",
    "other-organ": "其他机关",
}
"""What each kind of agency is called."""


WIDEST = 24
"""Columns of the terminal that a title or a short list may take."""


def agency_table(answer: AgencyAnswer, console: Console) -> str:
    """Return the answer about one agency as `console` draws it."""
    return _draw(_agency(answer), console)


def tasks_table(tasks: Sequence[Task], console: Console) -> str:
    """Return tasks in detail as `console` draws them, one below the other."""
    parts: list[RenderableType] = []
    for task in tasks:
        parts += [Text(""), *_task(task)] if parts else _task(task)
    return _draw(parts, console)


def _draw(parts: Iterator[RenderableType] | list[RenderableType], console: Console) -> str:
    with console.capture() as capture:
        console.print(Group(*parts))
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _agency(answer: AgencyAnswer) -> Iterator[RenderableType]:
    agency = answer.agency
    yield _text(agency.name, "bold")
    yield Text(f"{KINDS[agency.kind]}，牵头 {len(answer.lead)} 项，参与 {len(answer.support)} 项")
    if answer.lead:
        table = _table("牵头任务", "序号", "重点工作任务", "共同牵头", "参与单位")
        for one in answer.lead:
            others = [mention for mention in one.task.lead if mention.agency != one.agency]
            _add_row(table, one, others, one.task.support)
        yield from (Text(""), table)
    if answer.support:
        table = _table("参与任务", "序号", "重点工作任务", "牵头单位", "其他参与单位")
        for one in answer.support:
            others = [mention for mention in one.task.support if mention.agency != one.agency]
            _add_row(table, one, one.task.lead, others)
        yield from (Text(""), table)
    if answer.deadlines:
        yield from (Text(""), _deadlines(answer.deadlines))


def _add_row(
    table: Table, one: Assignment, first: Sequence[Mention], second: Sequence[Mention]
) -> None:
    table.add_row(str(one.task.number), _text(one.task.title), _names(first), _names(second))


def _deadlines(deadlines: Sequence[Deadline]) -> Table:
    table = _table("报送要求", "期限", "事项", "责任单位", "报送")
    table.columns[0].justify = "left"
    for deadline in deadlines:
        due = deadline.due.isoformat() if deadline.due else deadline.due_text or "未注明"
        table.add_row(visible(due), _text(deadline.what), _names(deadline.who), _names(deadline.to))
    return table


def _task(task: Task) -> list[RenderableType]:
    table = _table("", "", "通知中的名称", "单位全称")
    table.columns[0].justify = "left"
    for role, mentions in (("牵头单位", task.lead), ("参与单位", task.support)):
        for index, mention in enumerate(mentions):
            heading = f"{role}（{len(mentions)}）" if index == 0 else ""
            table.add_row(heading, _text(mention.text), _text(mention.agency))
    return [_text(f"{task.number}  {task.title}", "bold"), table]


def _names(mentions: Sequence[Mention]) -> NameList:
    return NameList([mention.text for mention in mentions])


def _table(title: str, first: str, *columns: str) -> Table:
    table = Table(
        title=title or None,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
    )
    table.add_column(first, no_wrap=True, justify="right")
    for column in columns:
        # The last column, the longest list, gets what the others leave.
        widest = None if column == columns[-1] else WIDEST
        table.add_column(column, overflow="fold", max_width=widest)
    return table


def _text(text: str, style: str = "") -> Text:
    return Text(visible(text), style=style, overflow="fold")
