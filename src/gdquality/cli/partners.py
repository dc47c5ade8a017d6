"""`gdq partners`: with whom an agency works."""

from typing import Annotated

import typer

from gdquality.cli.asking import load_to_ask, notices_to_ask
from gdquality.cli.completion import agency_names
from gdquality.cli.options import (
    ChartFormatOption,
    ChartOutputOption,
    DataOption,
    InOption,
    NoticeOption,
    SinceOption,
    UntilOption,
)
from gdquality.cli.output import emit_found
from gdquality.cli.output_file import PICTURES, ForceOption, destination
from gdquality.cli.talk import say


def partners(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="单位名称。", autocompletion=agency_names)
    ],
    notice: NoticeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    in_: InOption = None,
    format_: ChartFormatOption = None,
    output: ChartOutputOption = None,
    force: ForceOption = False,
    data: DataOption = None,
) -> int:
    """列出与一个单位共事的单位，共事多的在前。

    例：

    gdq partners 质监局

    gdq partners 工商局 -f csv
    """
    from gdquality.cli.names import canonical, predecessors
    from gdquality.queries.answers import PartnerList

    to = destination(format_, output, force=force, endings=PICTURES)
    if many := notices_to_ask(data, notice, since, until, in_):
        from gdquality.cli.many import (
            listed,
            say_what_is_left_out,
            say_what_was_meant,
            say_who_answers,
            told,
            told_who_answers,
        )

        say_what_was_meant(name, many)
        called, found = many.partners(name)
        to = told_who_answers(told(to, many), many)
        say_who_answers(many)
        if len(called) > 1:
            summed = f"各通知里的“{name}”是 {len(called)} 个单位，合在一起：{listed(called)}"
            to = to._replace(warnings=(summed, *to.warnings))
            say(f"{summed}；只问一个请写全称", "提示")
        say_what_is_left_out(many)
        answer = PartnerList("、".join(called), found)
        return emit_found(answer, to, found, many, "这些通知里没有与它共事的单位")
    chosen = load_to_ask(data)
    agency = canonical(name, chosen)
    found = chosen.partners(agency)
    answer = PartnerList(agency, found, predecessors(agency, chosen))
    return emit_found(answer, to, found, chosen, "通知中没有与它共事的单位")
