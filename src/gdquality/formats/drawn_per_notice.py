"""Answers from many notices as Rich tables: each under its notice, or the list of them."""

from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from gdquality.formats.as_table import parts_of
from gdquality.formats.drawn import draw, plain_table, text_of
from gdquality.formats.own_roles import with_own_roles
from gdquality.formats.per_notice import others, title
from gdquality.queries.answers import Answer, TaskDetails
from gdquality.queries.per_notice import NoticeList, PerNotice


def drawn(answer: PerNotice[Answer] | NoticeList, console: Console) -> str:
    """Return `answer` as `console` draws it."""
    if isinstance(answer, NoticeList):
        return draw([_notice_table(answer)], console)

    def lines() -> Iterator[RenderableType]:
        for index, (entry, part) in enumerate(answer.parts):
            yield from [Text("")] if index else []
            yield text_of(title(entry), "bold")
            if not isinstance(part, TaskDetails):
                yield Text("")
            yield from parts_of(with_own_roles(part), console.width)

    return draw(lines(), console)


def _notice_table(answer: NoticeList) -> Table:
    table = plain_table("", "成文日期", "发文字号", "任务", "报送", "说明", "标题")
    table.columns[0].justify = "left"
    for column in table.columns[2:5]:
        column.justify = "right"
    for one in answer.entries:
        counts = map(str, (one.tasks, one.deadlines, one.remarks))
        # A line may end at a blank, so that it need not inside the name of a file.
        said = [*others(one, "、 "), *([f"读不出：{one.problem}"] if one.problem else [])]
        name = Text("\n").join((text_of(one.title), *(text_of(f"（{each}）") for each in said)))
        table.add_row(one.dated or "未注明", text_of(one.document_number or ""), *counts, name)
    return table
