"""`gdq compare`: what two agencies share, and who leads whom."""

from typing import TYPE_CHECKING, Annotated

import typer

from gdquality.cli.asking import load_to_ask, notices_to_ask
from gdquality.cli.completion import agency_names
from gdquality.cli.options import (
    DataOption,
    FormatOption,
    InOption,
    NoticeOption,
    OutputOption,
    SinceOption,
    UntilOption,
)
from gdquality.cli.output import emit_found
from gdquality.cli.output_file import Destination, ForceOption, destination
from gdquality.cli.talk import say

if TYPE_CHECKING:
    from gdquality.collection.questions import Collection


def compare(
    first: Annotated[
        str, typer.Argument(metavar="A", help="一个单位。", autocompletion=agency_names)
    ],
    second: Annotated[
        str, typer.Argument(metavar="B", help="另一个单位。", autocompletion=agency_names)
    ],
    notice: NoticeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    in_: InOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    data: DataOption = None,
) -> int:
    """列出两个单位都有份的任务，谁牵头，谁参与。

    例：

    gdq compare 质监局 工商局

    gdq compare 质监局 商务厅 -f csv
    """
    from gdquality.cli.names import canonical

    to = destination(format_, output, force=force)
    if many := notices_to_ask(data, notice, since, until, in_):
        return _of_many(first, second, to, many)
    chosen = load_to_ask(data)
    found = chosen.compare(canonical(first, chosen), canonical(second, chosen))
    return emit_found(found, to, found.tasks, chosen, "通知中没有两个单位都有份的任务")


def _of_many(first: str, second: str, to: Destination, many: "Collection") -> int:
    from gdquality.cli.many import emit_per_notice, say_what_was_meant
    from gdquality.formats.agency_parts import in_all, who_leads_whom

    for name in (first, second):
        say_what_was_meant(name, many)
    found = many.compare(first, second)
    if len(found.parts) > 1 and (whole := in_all([part for _, part in found.parts])):
        say(f"{len(found.parts)} 份通知{who_leads_whom(whole)}")
    return emit_per_notice(found, to, many, "这些通知里没有两个单位都有份的任务")
