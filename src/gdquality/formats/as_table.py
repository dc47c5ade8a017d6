"""Answers as Rich tables: nothing is cut, data is never markup, no right edge to shift."""

from collections.abc import Iterable, Iterator, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from gdquality.formats.controls import visible
from gdquality.formats.name_list import NameList
from gdquality.formats.resolutions import fields_of
from gdquality.formats.sheet import particulars
from gdquality.formats.terms import (
    CHANGES,
    CONFIDENCES,
    KINDS,
    MARKS,
    METHODS,
    PARTS,
    ROLES,
    STATUS_MARKS,
)
from gdquality.query import (
    AgencyAnswer,
    AgencyCount,
    AgencyList,
    Answer,
    Assignment,
    DeadlineList,
    Matrix,
    Particulars,
    Partner,
    PartnerList,
    ResolutionList,
    TaskDetails,
    TaskList,
)
from gdquality.records import Deadline, Mention, Role, Task
from gdquality.registry import Succession
from gdquality.resolve import Resolution, Unknown

WIDEST = 0.3
"""The part of the terminal's width that a title or a short list may take."""


def draw_answer(answer: Answer, console: Console) -> str:
    """Return `answer` as `console` draws it."""
    return draw(_parts(answer), console)


def _parts(answer: Answer) -> Iterable[RenderableType]:  # noqa: PLR0911 -- one a case
    match answer:
        case AgencyAnswer():
            return _agency(answer)
        case TaskDetails(tasks):
            return _task_details(tasks)
        case TaskList(tasks):
            return [_task_list(tasks)]
        case DeadlineList(deadlines):
            return [_deadlines("", deadlines)]
        case AgencyList(counts):
            return [_agency_list(counts)]
        case Particulars():
            return [_particulars(answer)]
        case Matrix():
            return _matrix(answer)
        case PartnerList(partners=partners):
            return [_partner_list(partners)]
        case ResolutionList(resolutions):
            return [_resolution_list(resolutions)]


def _task_details(tasks: Sequence[Task]) -> Iterator[RenderableType]:
    for index, task in enumerate(tasks):
        yield from [Text("")] if index else []
        yield from _task(task)


def _task_list(tasks: Sequence[Task]) -> Table:
    table = plain_table("", "序号", "重点工作任务", "牵头单位", "参与单位")
    for task in tasks:
        lead, support = _names(task.lead), _names(task.support)
        table.add_row(str(task.number), text_of(task.title), lead, support)
    return table


def _agency_list(counts: Sequence[AgencyCount]) -> Table:
    table = plain_table("", "牵头", "参与", "类别", "单位")
    table.columns[1].justify = "right"
    for one in counts:
        name, kind = text_of(one.agency.name), KINDS[one.agency.kind]
        table.add_row(str(one.lead), str(one.support), kind, name)
    return table


def _partner_list(partners: Sequence[Partner]) -> Table:
    table = plain_table("", *PARTS.values(), "单位")
    for one in partners:
        counts = map(str, (one.together, one.led, one.under, one.beside))
        table.add_row(*counts, text_of(one.agency))
    for column in table.columns[:-1]:
        column.justify = "right"
    return table


def _resolution_list(resolutions: Sequence[Resolution]) -> Table:
    table = plain_table("", "", "名称", "依据", "单位全称")
    for resolution in resolutions:
        query, status, agency, method, candidates = fields_of(resolution)
        found: RenderableType = text_of(agency or "")
        if isinstance(resolution, Unknown) and resolution.included_in:
            found = text_of(f"（“{resolution.included_in.name}”之一）")
        elif candidates:
            found = NameList(candidates)
        table.add_row(
            STATUS_MARKS[status], text_of(query), METHODS[method] if method else "", found
        )
    return table


def _matrix(answer: Matrix) -> Iterator[RenderableType]:
    """Yield lines as wide as the matrix is: names from top to bottom, then a line a task."""
    names = [visible(text) for _, text in answer.columns]
    digits = max((len(str(number)) for number, _, _ in answer.rows), default=0)
    titles = [f"{number:>{digits}}  {visible(title)}" for number, title, _ in answer.rows]
    margin = max(map(cell_len, titles), default=0)
    for level in range(-max(map(len, names), default=0), 0):
        cells = (_two_cells(name[level] if len(name) >= -level else "") for name in names)
        yield _wide(" " * margin + "".join(f" {cell}" for cell in cells))
    for title, (_, _, roles) in zip(titles, answer.rows, strict=True):
        cells = (f" {MARKS[role] or '·'} " for role in roles)
        yield _wide(title + " " * (margin - cell_len(title)) + "".join(cells))
    yield _wide("")
    yield _wide("  ".join(f"{MARKS[role]} {name}" for role, name in ROLES.items()))


def _two_cells(character: str) -> str:
    return character + " " * (2 - cell_len(character))


def _wide(line: str) -> Text:
    return Text(line.rstrip(), no_wrap=True, overflow="ignore")


def _particulars(answer: Particulars) -> Table:
    table = plain_table("", "", "")
    table.show_header = False
    table.columns[0].justify = "left"
    for heading, value in particulars(answer):
        table.add_row(heading, text_of(value))
    return table


def draw(parts: Iterable[RenderableType], console: Console) -> str:
    """Return `parts`, one below the other, as `console` draws them."""
    shown = [*parts]
    for table in shown:
        # The last column, the longest list, gets what the others leave.
        for column in table.columns[1:-1] if isinstance(table, Table) else ():
            column.max_width = round(console.width * WIDEST)
    with console.capture() as capture:
        console.print(Group(*shown), crop=False)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _agency(answer: AgencyAnswer) -> Iterator[RenderableType]:
    agency = answer.agency
    counts = f"牵头 {_count(answer.lead)} 项，参与 {_count(answer.support)} 项"
    yield text_of(agency.name, "bold")
    yield Text(f"{KINDS[agency.kind]}，{'前身' if answer.is_later else ''}{counts}")
    yield from _history(answer)
    if answer.lead:
        yield from (Text(""), _assignments(answer, "lead"))
    if answer.support:
        yield from (Text(""), _assignments(answer, "support"))
    if answer.deadlines:
        yield from (Text(""), _deadlines("报送要求", answer.deadlines))


def _count(assignments: Sequence[Assignment]) -> int:
    return len({one.task.number for one in assignments})


def _history(answer: AgencyAnswer) -> Iterator[NameList]:
    """Yield a line for what the agency was between, what it is today, and what it came of."""
    later = [step for step in answer.successors if not step.current]
    today = [step for step in answer.successors if step.current]
    whole = [step for step in answer.predecessors if step.kind in ("renamed", "merged")]
    part = [step for step in answer.predecessors if step not in whole]
    for label, steps in (
        ("后为", later),
        ("今为", today),
        ("前身", answer.predecessors if answer.is_later else []),
        ("并入", [] if answer.is_later else whole),
        ("划入", [] if answer.is_later else part),
    ):
        if steps:
            first, *others = map(_step, steps)
            yield NameList([f"{label}：{first}", *others])


def _step(step: Succession) -> str:
    # What is not certain says so (agencies.md).
    doubt = f"，{CONFIDENCES[step.confidence]}" if step.confidence != "high" else ""
    return f"{step.agency}（{step.date} {CHANGES[step.kind]}{doubt}）"


def _assignments(answer: AgencyAnswer, role: Role) -> Table:
    """Draw a row a task; of a later body, each says in brackets which body the notice names."""
    by_task: dict[int, list[Assignment]] = {}
    for one in answer.lead if role == "lead" else answer.support:
        by_task.setdefault(one.task.number, []).append(one)
    title = "任务（通知所列单位）" if answer.is_later else "重点工作任务"
    if role == "lead":
        table = plain_table("牵头任务", "序号", title, "共同牵头", "参与单位")
    else:
        table = plain_table("参与任务", "序号", title, "牵头单位", "其他参与单位")
    for same in by_task.values():
        task, own = same[0].task, {one.agency for one in same}
        named = f"（{'、'.join(one.text for one in same)}）" if answer.is_later else ""
        lead = _names([one for one in task.lead if one.agency not in own])
        support = _names([one for one in task.support if one.agency not in own])
        table.add_row(str(task.number), text_of(task.title + named), lead, support)
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
    for role, mentions in (("牵头单位", task.lead), ("参与单位", task.support)):
        for index, mention in enumerate(mentions):
            heading = f"{role}（{len(mentions)}）" if index == 0 else ""
            table.add_row(heading, text_of(mention.text), text_of(mention.agency))
    return [text_of(f"{task.number}  {task.title}", "bold"), table]


def _names(mentions: Sequence[Mention]) -> NameList:
    return NameList([mention.text for mention in mentions])


def plain_table(title: str, first: str, *columns: str) -> Table:
    """Return an empty table that folds what it cannot fit; the first column is never folded."""
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
        table.add_column(column, overflow="fold")
    return table


def text_of(text: str, style: str = "") -> Text:
    """Return `text` for a table: as data, never as markup, control characters made visible."""
    return Text(visible(text), style=style, overflow="fold")
