"""`gdq matrix`: tasks against agencies."""

from typing import Annotated

from gdquality.cli.asking import load_to_ask, notices_to_ask
from gdquality.cli.conditions import narrowed
from gdquality.cli.options import (
    ChartFormatOption,
    ChartOutputOption,
    DataOption,
    InOption,
    NoticeOption,
    SinceOption,
    UntilOption,
    agency_option,
)
from gdquality.cli.output import emit_found
from gdquality.cli.output_file import PICTURES, ForceOption, destination
from gdquality.cli.talk import say


def matrix(
    agency: Annotated[
        list[str] | None, agency_option("只列这些单位和它们的任务；可写多次。")
    ] = None,
    notice: NoticeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    in_: InOption = None,
    format_: ChartFormatOption = None,
    output: ChartOutputOption = None,
    force: ForceOption = False,
    data: DataOption = None,
) -> int:
    """画出任务与单位的对照表：牵 牵头，责 责任，参 参与。

    例：

    gdq matrix --agency 工商局 --agency 质监局

    gdq matrix -f csv
    """
    from gdquality.cli.names import all_canonical
    from gdquality.queries.facts import asked_about

    to = destination(format_, output, force=force, endings=PICTURES)
    if many := notices_to_ask(data, notice, since, until, in_):
        from gdquality.cli.many import emit_per_notice, say_what_was_meant

        to = narrowed(to, ("单位", agency))
        for name in agency or ():
            say_what_was_meant(name, many)
        answer = many.matrix(agency or [])
        return emit_per_notice(answer, to, many, "这些通知里没有这样的任务")
    chosen = load_to_ask(data)
    agencies = all_canonical(agency, chosen)
    to = narrowed(to, ("单位", agencies))
    found = chosen.matrix(agencies)
    nothing = "" if agencies else "通知中没有任务"
    exit_code = emit_found(found, to, found.rows, chosen, nothing)
    shown = {name for name, _ in found.columns}
    for name in agencies:
        if not shown & asked_about(name, chosen.notice, chosen.registry):
            say(f"通知中没有“{name}”的任务")
    return exit_code
