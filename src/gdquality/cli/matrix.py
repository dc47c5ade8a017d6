"""`gdq matrix`: tasks against agencies."""

from typing import Annotated

import typer

from gdquality import load
from gdquality.cli.completion import agency_names
from gdquality.cli.options import ChartFormatOption, DataOption
from gdquality.cli.output import emit_answer


def matrix(
    agency: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME", help="只列这些单位和它们的任务；可写多次。", autocompletion=agency_names
        ),
    ] = None,
    format_: ChartFormatOption = "table",
    data: DataOption = None,
) -> None:
    """画出任务与单位的对照表：● 牵头，○ 参与。

    例：

    gdq matrix --agency 工商局 --agency 质监局

    gdq matrix -f csv
    """
    from gdquality.cli.names import all_canonical

    chosen = load(data)
    emit_answer(chosen.matrix(all_canonical(agency, chosen)), format_)
