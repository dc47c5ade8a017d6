"""`gdq tasks`: list and search."""

from collections.abc import Iterator
from typing import Annotated

import typer

from gdquality.cli.asking import load_to_ask, notices_to_ask
from gdquality.cli.conditions import Condition, narrowed
from gdquality.cli.options import (
    DataOption,
    FormatOption,
    InOption,
    NoticeOption,
    OutputOption,
    SinceOption,
    UntilOption,
    agency_option,
)
from gdquality.cli.output import emit_found
from gdquality.cli.output_file import ForceOption, destination
from gdquality.errors import quoted


def tasks(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="任务名称中的文字，或其拼音。", show_default=False)
    ] = "",
    lead: Annotated[list[str] | None, agency_option("由它牵头。")] = None,
    responsible: Annotated[list[str] | None, agency_option("由它负责（责任单位）。")] = None,
    support: Annotated[list[str] | None, agency_option("由它参与。")] = None,
    agency: Annotated[
        list[str] | None, agency_option("牵头、负责或参与；可写多次，须都有。")
    ] = None,
    notice: NoticeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    in_: InOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    data: DataOption = None,
) -> int:
    """列出任务，可按名称和单位查找。

    例：

    gdq tasks 品牌

    gdq tasks --agency 工商局 --agency 知识产权局
    """
    from gdquality.cli.names import all_canonical
    from gdquality.queries.answers import TaskList
    from gdquality.queries.facts import roles_given

    to = destination(format_, output, force=force)
    roles = {"lead": lead, "responsible": responsible, "support": support, "agencies": agency}
    asked = {role: [*(some or ())] for role, some in roles.items()}
    if many := notices_to_ask(data, notice, since, until, in_):
        from gdquality.cli.many import emit_per_notice, say_what_was_meant

        for name in dict.fromkeys(one for some in asked.values() for one in some):
            say_what_was_meant(name, many)
        to = narrowed(to, *_conditions(text, asked))
        return emit_per_notice(many.tasks(text, asked), to, many, "没有这样的任务")
    chosen = load_to_ask(data)
    names = {role: all_canonical(some, chosen) for role, some in asked.items()}
    found = chosen.tasks(
        text,
        lead=names["lead"],
        responsible=names["responsible"],
        support=names["support"],
        agency=names["agencies"],
    )
    to = narrowed(to, *_conditions(text, names))
    answer = TaskList(found, roles_given(chosen.notice))
    return emit_found(answer, to, found, chosen, "没有这样的任务")


def _conditions(text: str, names: dict[str, list[str]]) -> Iterator[Condition]:
    """Yield what the tasks of a list have in common: words of the title, and bodies by role."""
    from gdquality.formats.terms import SIDES

    yield "名称中有", text and quoted(text)
    for role, side in SIDES.items():
        yield side, names[role]
    yield "涉及单位", names["agencies"]
