"""`gdq export`: the whole notice as a file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdquality.cli.asking import load_to_ask, notices_to_ask
from gdquality.cli.options import DataOption, InOption, NoticeOption, SinceOption, UntilOption
from gdquality.cli.output import say
from gdquality.cli.output_file import ForceOption, refuse_folder, writer
from gdquality.errors import GdqError

if TYPE_CHECKING:
    from gdquality import Dataset
    from gdquality.collection.questions import Collection


def export(
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="写入 FILE：.xlsx、.csv、.json、.md、.parquet 或 .db。",
        ),
    ],
    force: ForceOption = False,
    bom: Annotated[
        bool, typer.Option("--bom", help=".csv 前加 BOM，Excel 才认得出 UTF-8。")
    ] = False,
    notice: NoticeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    in_: InOption = None,
    data: DataOption = None,
) -> None:
    """把整个通知，或者许多通知，写成 Excel、CSV 等文件。

    例：

    gdq export -o 任务分工.xlsx

    gdq export -o tasks.csv --bom
    """
    from gdquality.formats.export_many import EXPORTS_OF_MANY

    ending = output.suffix.lower()
    refuse_folder(output, "任务分工.xlsx")
    if ending not in EXPORTS_OF_MANY:
        known = "、".join(EXPORTS_OF_MANY)
        raise GdqError(f"{output} 的扩展名应是 {known} 之一", hint="gdq export -o tasks.xlsx")
    if bom and ending != ".csv":
        raise GdqError("--bom 只用于 .csv", hint="gdq export -o tasks.csv --bom")
    write = writer(output, force=force)
    many = notices_to_ask(data, notice, since, until, in_)
    content, told = _of_many(many, ending) if many else _of_one(load_to_ask(data), ending)
    write(b"\xef\xbb\xbf" * bom + content)
    say(f"已写入 {output}：{told}")


def _of_many(many: "Collection", ending: str) -> tuple[bytes, str]:
    """Return what a file of many notices holds, and what is said of it."""
    from gdquality.formats.export_many import EXPORTS_OF_MANY

    entries = many.notices()
    told = f"{len(entries)} 份通知，{sum(one.tasks for one in entries)} 项任务"
    return EXPORTS_OF_MANY[ending](many), told


def _of_one(chosen: "Dataset", ending: str) -> tuple[bytes, str]:
    """Return what a file of one notice holds, and what is said of it."""
    from gdquality.formats.export import EXPORTS
    from gdquality.queries.agencies import sorted_counts

    with_tasks = (one for one in chosen.agencies() if one.has_tasks)
    counts = tuple(sorted_counts(with_tasks, "lead", chosen.readings))
    told = f"{len(chosen.notice.tasks)} 项任务，{len(counts)} 个单位"
    if ending in EXPORTS:
        return EXPORTS[ending](chosen.notice, counts), told
    from gdquality.collection.alone import alone

    return _of_many(alone(chosen), ending)[0], told
