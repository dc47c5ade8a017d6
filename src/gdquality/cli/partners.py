"""`gdq partners`: with whom an agency works."""

from typing import Annotated

import typer

from gdquality.cli.completion import agency_names
from gdquality.cli.options import DataOption, FormatOption, dataset
from gdquality.cli.output import emit_answer, say


def partners(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="单位名称。", autocompletion=agency_names)
    ],
    format_: FormatOption = "table",
    data: DataOption = None,
) -> int:
    """列出与一个单位共事的单位，共事多的在前。

    例：

    gdq partners 质监局

    gdq partners 工商局 -f csv
    """
    from gdquality.cli.names import resolve_one
    from gdquality.relations import partners as partners_of

    chosen = dataset(data)
    found = partners_of(resolve_one(name, chosen).agency, chosen.notice, chosen.registry)
    if found.partners or format_ != "table":
        emit_answer(found, format_)
    if not found.partners:
        say("通知中没有与它共事的单位")
    return 0 if found.partners else 1
