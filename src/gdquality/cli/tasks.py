"""`gdq tasks`: list and search."""

from typing import Annotated

import typer

from gdquality import load
from gdquality.cli.options import DataOption, FormatOption, agency_option
from gdquality.cli.output import emit_found


def tasks(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="任务名称中的文字，或其拼音。", show_default=False)
    ] = "",
    lead: Annotated[list[str] | None, agency_option("由它牵头。")] = None,
    support: Annotated[list[str] | None, agency_option("由它参与。")] = None,
    agency: Annotated[list[str] | None, agency_option("牵头或参与；可写多次，须都有。")] = None,
    format_: FormatOption = "table",
    data: DataOption = None,
) -> int:
    """列出任务，可按名称和单位查找。

    例：

    gdq tasks 品牌

    gdq tasks --agency 工商局 --agency 知识产权局
    """
    from gdquality.cli.names import all_canonical
    from gdquality.query import TaskList

    chosen = load(data)
    found = chosen.tasks(
        text,
        lead=all_canonical(lead, chosen),
        support=all_canonical(support, chosen),
        agency=all_canonical(agency, chosen),
    )
    return emit_found(TaskList(found), format_, found, "没有这样的任务")
