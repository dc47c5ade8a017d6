"""`gdq export`: the whole notice as a file."""

from pathlib import Path
from typing import Annotated

import typer

from gdquality.cli.asking import load_to_ask
from gdquality.cli.options import DataOption
from gdquality.cli.output import say
from gdquality.cli.output_file import ForceOption, refuse_folder, writer
from gdquality.errors import GdqError


def export(
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="FILE", help="写入 FILE：.xlsx、.csv、.json 或 .md。"
        ),
    ],
    force: ForceOption = False,
    bom: Annotated[
        bool, typer.Option("--bom", help=".csv 前加 BOM，Excel 才认得出 UTF-8。")
    ] = False,
    data: DataOption = None,
) -> None:
    """把整个通知写成 Excel、CSV 等文件。

    例：

    gdq export -o 任务分工.xlsx

    gdq export -o tasks.csv --bom
    """
    from gdquality.formats.export import EXPORTS
    from gdquality.queries.agencies import sorted_counts

    ending = output.suffix.lower()
    refuse_folder(output, "任务分工.xlsx")
    if ending not in EXPORTS:
        known = "、".join(EXPORTS)
        raise GdqError(f"{output} 的扩展名应是 {known} 之一", hint="gdq export -o tasks.xlsx")
    if bom and ending != ".csv":
        raise GdqError("--bom 只用于 .csv", hint="gdq export -o tasks.csv --bom")
    write = writer(output, force=force)
    chosen = load_to_ask(data)
    with_tasks = (one for one in chosen.agencies() if one.has_tasks)
    counts = tuple(sorted_counts(with_tasks, "lead", chosen.readings))
    content = EXPORTS[ending](chosen.notice, counts)
    write(b"\xef\xbb\xbf" * bom + content)
    say(f"已写入 {output}：{len(chosen.notice.tasks)} 项任务，{len(counts)} 个单位")
