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
            say_what_is_left_out,
            say_what_was_meant,
            say_who_answers,
            told,
        )

        say_what_was_meant(name, many)
        called, found = many.partners(name)
        say_who_answers(many)
        say_what_is_left_out(many)
        answer = PartnerList(called, found)
        nothing = "这些通知里没有与它共事的单位"
        return emit_found(answer, told(to, many), found, many, nothing)
    chosen = load_to_ask(data)
    agency = canonical(name, chosen)
    found = chosen.partners(agency)
    answer = PartnerList(agency, found, predecessors(agency, chosen))
    return emit_found(answer, to, found, chosen, "通知中没有与它共事的单位")
