"""`gdq export`: the whole notice as a file."""

from pathlib import Path
from typing import Annotated

import typer

from gdquality import load
from gdquality.cli.options import DataOption
from gdquality.cli.output import say
from gdquality.errors import GdqError


def export(
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="FILE", help="写入 FILE：.xlsx、.csv、.json 或 .md。"
        ),
    ],
    force: Annotated[bool, typer.Option("--force", help="FILE 已存在也写。")] = False,
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
    from gdquality.files import exists, write_bytes, write_new_bytes
    from gdquality.formats.export import EXPORTS
    from gdquality.query import sorted_counts

    ending = output.suffix.lower()
    is_there = exists(output)
    if is_there and output.is_dir():
        raise GdqError(f"{output} 是文件夹", hint=f"gdq export -o {output / '任务分工.xlsx'}")
    if ending not in EXPORTS:
        known = "、".join(EXPORTS)
        raise GdqError(f"{output} 的扩展名应是 {known} 之一", hint="gdq export -o tasks.xlsx")
    if bom and ending != ".csv":
        raise GdqError("--bom 只用于 .csv", hint="gdq export -o tasks.csv --bom")
    if is_there and not force:
        raise GdqError(f"{output} 已存在，没有改动", hint="加 --force 才写")
    chosen = load(data)
    with_tasks = (one for one in chosen.agencies() if one.lead or one.support)
    counts = tuple(sorted_counts(with_tasks, "lead", chosen.readings))
    content = EXPORTS[ending](chosen.notice, counts)
    write = write_bytes if force else write_new_bytes
    write(output, b"\xef\xbb\xbf" * bom + content)
    say(f"已写入 {output}：{len(chosen.notice.tasks)} 项任务，{len(counts)} 个单位")
