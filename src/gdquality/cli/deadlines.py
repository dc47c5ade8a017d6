"""`gdq deadlines`: what is due, by whom, to whom."""

from typing import Annotated

import typer

from gdquality import load
from gdquality.cli.completion import agency_names
from gdquality.cli.options import DataOption, FormatOption
from gdquality.cli.output import emit_answer, say


def deadlines(
    agency: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="只列对这个单位的要求。", autocompletion=agency_names),
    ] = None,
    format_: FormatOption = "table",
    data: DataOption = None,
) -> int:
    """列出报送要求：何时、何事、由谁、报给谁。

    例：

    gdq deadlines

    gdq deadlines --agency 农业厅 -f json
    """
    from gdquality.cli.names import canonical
    from gdquality.query import DeadlineList

    chosen = load(data)
    found = chosen.deadlines(None if agency is None else canonical(agency, chosen))
    if found or format_ != "table":
        emit_answer(DeadlineList(found), format_)
    if not found:
        say("没有这样的报送要求")
    return 0 if found else 1
