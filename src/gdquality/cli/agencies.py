"""`gdq agencies`: every body with its counts."""

from typing import Annotated, Literal

import typer

from gdquality import Dataset
from gdquality.cli.asking import load_to_ask, may_hold_many, notices_to_ask
from gdquality.cli.completion import kinds
from gdquality.cli.conditions import narrowed
from gdquality.cli.options import (
    DataOption,
    FormatOption,
    InOption,
    NoticeOption,
    OutputOption,
    SinceOption,
    UntilOption,
)
from gdquality.cli.output import emit_answer
from gdquality.cli.output_file import ForceOption, destination
from gdquality.errors import GdqError, NotFoundError, quoted
from gdquality.formats.terms import KINDS
from gdquality.records import Kind

Sort = Literal["name", "lead", "responsible", "support"]


def agencies(
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND", help="只列这一类单位，如省政府组成部门。", autocompletion=kinds
        ),
    ] = None,
    sort: Annotated[
        Sort,
        typer.Option(
            metavar="BY", help="按 name（拼音）、lead、responsible 或 support（任务数）。"
        ),
    ] = "lead",
    everyone: Annotated[bool, typer.Option("--all", help="也列没有任务的单位。")] = False,
    in_: InOption = None,
    notice: NoticeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    data: DataOption = None,
) -> None:
    """列出各单位及其任务数。

    例：

    gdq agencies --kind 集合称谓 --all

    gdq agencies --in 全国
    """
    from gdquality.queries.agencies import roles_of, sorted_counts
    from gdquality.queries.answers import AgencyList
    from gdquality.queries.facts import roles_given

    to = destination(format_, output, force=force)
    many = notices_to_ask(data, notice, since, until, in_ if may_hold_many(data) else None)
    chosen = many or load_to_ask(data, in_)
    if isinstance(chosen, Dataset) and in_ is not None and not chosen.registry.agencies:
        hint = f"问一个名称：gdq resolve --in {in_} 财政局；从通知起草：gdq parse 通知 -o 文件夹/"
        raise NotFoundError(f"没有{chosen.registry.data.jurisdiction}的名录", hint=hint)
    wanted = None if kind is None else _kind(kind)
    # A place's registry is listed; of the notice of a data set, those that it gives a task.
    every = chosen.agencies()
    is_list = in_ is not None and not any(one.has_tasks for one in every)
    counts = [
        count
        for count in every
        if (everyone or is_list or count.has_tasks) and wanted in (None, count.agency.kind)
    ]
    counts = sorted_counts(counts, sort, chosen.readings)
    roles = roles_given(chosen.notice) if isinstance(chosen, Dataset) else roles_of(counts)
    roles = () if is_list else roles
    to = narrowed(to, ("类别", wanted and KINDS[wanted]))
    if not isinstance(chosen, Dataset):
        from gdquality.cli.many import told

        to = told(to, chosen)
    emit_answer(AgencyList(tuple(counts), roles), to, chosen)


def _kind(text: str) -> Kind:
    """Return the kind that is called `text`, or whose key it is."""
    for kind, name in KINDS.items():
        if text in (kind, name):
            return kind
    raise GdqError(f"没有{quoted(text)}这一类单位", hint=f"可写 {'、'.join(KINDS.values())}")
