"""`gdq export`: the whole notice, or many, as a file, or each agency's part of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdquality.cli.asking import load_to_ask, may_hold_many, notices_to_ask
from gdquality.cli.options import DataOption, InOption, NoticeOption, SinceOption, UntilOption
from gdquality.cli.output_file import (
    Destination,
    ForceOption,
    refuse_ending,
    refuse_folder,
    writer,
)
from gdquality.cli.talk import say
from gdquality.errors import GdqError, NotFoundError

if TYPE_CHECKING:
    from gdquality import Dataset
    from gdquality.collection.questions import Collection

PAGES = (".html", ".htm")
"""Endings of what `gdq page` writes."""


def export(
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="写入文件，格式看扩展名：.xlsx .docx .csv .json .md .parquet .db",
        ),
    ],
    each_agency: Annotated[
        bool,
        typer.Option(
            "--each-agency", help="给每个有任务的单位各写一个 .xlsx，FILE 是放它们的文件夹。"
        ),
    ] = False,
    force: ForceOption = False,
    notice: NoticeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    in_: InOption = None,
    data: DataOption = None,
) -> None:
    """把整个通知，或者许多通知，写成 Excel、Word、CSV 等文件。

    例：

    gdq export -o 任务分工.xlsx

    gdq export --each-agency -o 各单位/
    """
    write = None if each_agency else _writer(output, data, force=force)
    many = notices_to_ask(data, notice, since, until, in_)
    if write is None:
        from gdquality.cli.agency_files import write_agency_files, write_agency_files_of_many

        if many:
            write_agency_files_of_many(output, many, force=force)
        else:
            write_agency_files(output, load_to_ask(data), force=force)
        return
    ending = output.suffix.lower()
    content, said = _of_many(many, ending) if many else _of_one(load_to_ask(data), ending)
    write(content)
    say(f"已写入 {output}：{said}")


def _writer(output: Path, data: str | None, *, force: bool) -> Callable[[bytes], None]:
    """Return what writes the notice, or the notices, of `data`; raises GdqError where none can."""
    from gdquality.formats.export import EXPORTS
    from gdquality.formats.export_many import EXPORTS_OF_MANY

    refuse_folder(output, "任务分工.xlsx")
    ending = output.suffix.lower()
    if ending in PAGES:
        raise GdqError("gdq export 不写网页", hint=f"gdq page -o {output}")
    is_of_many = may_hold_many(data)
    if is_of_many and ending in EXPORTS and ending not in EXPORTS_OF_MANY:
        known = "、".join(EXPORTS_OF_MANY)
        raise GdqError(f"多份通知不能写成 {ending}", hint=f"可用 {known}")
    refuse_ending(output, tuple(EXPORTS_OF_MANY if is_of_many else {**EXPORTS, **EXPORTS_OF_MANY}))
    return writer(output, force=force)


def _of_many(many: "Collection", ending: str) -> tuple[bytes, str]:
    """Return what a file of many notices holds, and what is said of it."""
    from gdquality.cli.many import told
    from gdquality.formats.export_many import EXPORTS_OF_MANY
    from gdquality.formats.handout_of_many import read_in_part

    entries = many.notices()
    if not entries:
        raise NotFoundError("没有这样的通知")
    lines = [*told(Destination(None), many).lines, *read_in_part(entries)]
    counts = f"{len(entries)} 份通知，{sum(one.tasks for one in entries)} 项任务"
    return EXPORTS_OF_MANY[ending](many, lines), "；".join((counts, *lines))


def _of_one(chosen: "Dataset", ending: str) -> tuple[bytes, str]:
    """Return what a file of one notice holds, and what is said of it."""
    from gdquality.formats.caption import caption_of
    from gdquality.formats.export import EXPORTS
    from gdquality.queries.agencies import sorted_counts

    with_tasks = (one for one in chosen.agencies() if one.has_tasks)
    counts = tuple(sorted_counts(with_tasks, "lead", chosen.readings))
    said = f"{len(chosen.notice.tasks)} 项任务，{len(counts)} 个单位"
    if ending in EXPORTS:
        content = EXPORTS[ending](chosen.notice, counts, chosen.matrix(), caption_of(chosen))
        return content, said
    from gdquality.collection.alone import alone
    from gdquality.formats.export_many import EXPORTS_OF_MANY

    return EXPORTS_OF_MANY[ending](alone(chosen), ()), said
