"""`gdq deadlines`: what is due, by whom, to whom."""

from typing import Annotated

import typer

from gdquality.cli.asking import load_to_ask, notices_to_ask
from gdquality.cli.conditions import narrowed, period
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
from gdquality.cli.talk import say
from gdquality.errors import GdqError


def deadlines(
    agency: Annotated[str | None, agency_option("只列对这个单位的要求。")] = None,
    after: Annotated[
        str | None, typer.Option("--after", metavar="DATE", help="只列这一天起到期的。")
    ] = None,
    before: Annotated[
        str | None, typer.Option("--before", metavar="DATE", help="只列到这一天为止到期的。")
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
    """列出报送要求：何时、何事、由谁、报给谁。

    例：

    gdq deadlines --agency 农业厅 -f json

    gdq deadlines --after 2016-12 --before 2017-06-30
    """
    from gdquality.cli.names import canonical
    from gdquality.queries.answers import DeadlineList
    from gdquality.queries.dates import checked_date, is_backwards

    to = destination(format_, output, force=force)
    first = None if after is None else checked_date(after, "--after")
    last = None if before is None else checked_date(before, "--before")
    if first and last and is_backwards(first, last):
        raise GdqError(f"--after {first} 在 --before {last} 之后", hint="两天都包括在内")
    to = narrowed(to, ("期限", period(first, last)))
    if many := notices_to_ask(data, notice, since, until, in_):
        from gdquality.cli.many import emit_per_notice, say_what_was_meant

        to = narrowed(to, ("责任单位", agency))
        if agency is not None:
            say_what_was_meant(agency, many)
        answer = many.deadlines(agency, after=first, before=last)
        if many.store.has_limits_of_tasks():
            say("任务有自己的时限，见 gdq tasks", "提示")
        return emit_per_notice(answer, to, many, "没有这样的报送要求")
    chosen = load_to_ask(data)
    whose = None if agency is None else canonical(agency, chosen)
    to = narrowed(to, ("责任单位", whose))
    found = chosen.deadlines(whose, after=first, before=last)
    if any(task.due_text for task in chosen.notice.tasks):
        say(f"任务有自己的时限，见 gdq tasks{chosen.data.option}", "提示")
    return emit_found(DeadlineList(found), to, found, chosen, "没有这样的报送要求")
