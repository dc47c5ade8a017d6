"""`gdq agencies`: every body with its counts."""

from typing import Annotated, Literal

import typer

from gdquality import load
from gdquality.cli.options import DataOption, FormatOption
from gdquality.cli.output import emit_answer
from gdquality.records import Kind

Sort = Literal["name", "lead", "support"]


def agencies(
    kind: Annotated[
        Kind | None, typer.Option(metavar="KIND", help="只列这一类单位，如 collective。")
    ] = None,
    sort: Annotated[
        Sort,
        typer.Option(metavar="BY", help="按 name（拼音）、lead（牵头数）或 support（参与数）。"),
    ] = "lead",
    everyone: Annotated[bool, typer.Option("--all", help="也列没有任务的单位。")] = False,
    format_: FormatOption = "table",
    data: DataOption = None,
) -> None:
    """列出各单位及其牵头、参与的任务数。

    例：

    gdq agencies --sort support

    gdq agencies --kind collective --all
    """
    from gdquality.query import AgencyList, sorted_counts

    chosen = load(data)
    counts = [
        count
        for count in chosen.agencies()
        if (everyone or count.lead or count.support) and kind in (None, count.agency.kind)
    ]
    counts = sorted_counts(counts, sort, chosen.readings)
    emit_answer(AgencyList(tuple(counts)), format_)
