"""`gdq compare`: what two agencies share, and who leads whom."""

from typing import Annotated

import typer

from gdquality.cli.asking import load_to_ask, refuse_many
from gdquality.cli.completion import agency_names
from gdquality.cli.options import DataOption, FormatOption, OutputOption
from gdquality.cli.output import emit_found
from gdquality.cli.output_file import ForceOption, destination


def compare(
    first: Annotated[
        str, typer.Argument(metavar="A", help="一个单位。", autocompletion=agency_names)
    ],
    second: Annotated[
        str, typer.Argument(metavar="B", help="另一个单位。", autocompletion=agency_names)
    ],
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
    refuse_many(data)
    chosen = load_to_ask(data)
    found = chosen.compare(canonical(first, chosen), canonical(second, chosen))
    return emit_found(found, to, found.tasks, chosen, "通知中没有两个单位都有份的任务")
