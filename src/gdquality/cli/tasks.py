"""`gdq tasks`: list and search."""

from typing import Annotated

import typer

from gdquality.cli.asking import load_to_ask, notices_to_ask
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
    if many := notices_to_ask(data, notice, since, until, in_):
        from gdquality.cli.many import emit_per_notice, say_what_was_meant

        roles = {"lead": lead, "responsible": responsible, "support": support, "agencies": agency}
        names = {role: [*(some or ())] for role, some in roles.items()}
        for name in dict.fromkeys(one for some in names.values() for one in some):
            say_what_was_meant(name, many)
        return emit_per_notice(many.tasks(text, names), to, many, "没有这样的任务")
    chosen = load_to_ask(data)
    found = chosen.tasks(
        text,
        lead=all_canonical(lead, chosen),
        responsible=all_canonical(responsible, chosen),
        support=all_canonical(support, chosen),
        agency=all_canonical(agency, chosen),
    )
    answer = TaskList(found, roles_given(chosen.notice))
    return emit_found(answer, to, found, chosen, "没有这样的任务")
