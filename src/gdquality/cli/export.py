"""`gdq export`: the whole notice as a file, or each agency's part of it."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gdquality.cli.asking import load_to_ask
from gdquality.cli.options import DataOption
from gdquality.cli.output import say
from gdquality.cli.output_file import ForceOption, refuse_ending, refuse_folder, writer
from gdquality.formats.controls import visible

if TYPE_CHECKING:
    from gdquality import Dataset
    from gdquality.queries.answers import AgencyCount

LONGEST_NAME = 60
"""Characters of a name of a file, whose bytes no system has too few of."""

_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|]')
"""What Windows, and some of it any system, takes in no name of a file."""


def export(
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="写入 FILE：.xlsx、.docx、.csv、.json 或 .md；与 --each-agency 同用时是文件夹。",
        ),
    ],
    each_agency: Annotated[
        bool,
        typer.Option("--each-agency", help="给每个有任务的单位各写一个 .xlsx，放进 FILE 文件夹。"),
    ] = False,
    force: ForceOption = False,
    data: DataOption = None,
) -> None:
    """把整个通知写成 Excel、Word、CSV 等文件。

    例：

    gdq export -o 任务分工.xlsx

    gdq export --each-agency -o 各单位/
    """
    from gdquality.queries.agencies import sorted_counts

    write = None if each_agency else _writer_of_one(output, force=force)
    chosen = load_to_ask(data)
    with_tasks = (one for one in chosen.agencies() if one.has_tasks)
    counts = tuple(sorted_counts(with_tasks, "lead", chosen.readings))
    if write is None:
        _write_each(output, chosen, counts, force=force)
        return
    from gdquality.formats.export import EXPORTS

    write(EXPORTS[output.suffix.lower()](chosen.notice, counts, chosen.matrix()))
    say(f"已写入 {output}：{len(chosen.notice.tasks)} 项任务，{len(counts)} 个单位")


def _writer_of_one(output: Path, *, force: bool) -> Callable[[bytes], None]:
    from gdquality.formats.export import EXPORTS

    refuse_folder(output, "任务分工.xlsx")
    refuse_ending(output, tuple(EXPORTS))
    return writer(output, force=force)


def _write_each(
    folder: Path, data: "Dataset", counts: "Sequence[AgencyCount]", *, force: bool
) -> None:
    """Write a workbook an agency into `folder`; none is written unless all of them can be made."""
    from gdquality.files import make_folder
    from gdquality.formats.answer_file import content_of
    from gdquality.formats.caption import caption_of

    names = [one.agency.name for one in counts]
    files = [folder / f"{stem}.xlsx" for stem in file_names(names)]
    writers = [writer(file, force=force) for file in files]
    caption = caption_of(data.notice)
    contents = [content_of(data.agency(name), ".xlsx", caption) for name in names]
    make_folder(folder)
    for write, content in zip(writers, contents, strict=True):
        write(content)
    say(f"已写入 {folder}：{len(files)} 个单位各一个文件")


def file_names(names: Sequence[str]) -> Iterator[str]:
    """Yield a name of a file for each of `names`: no two are one, whatever the system folds."""
    seen: set[str] = set()
    for name in names:
        plain = _NOT_IN_FILE_NAMES.sub("_", visible(name)).strip(" .")[:LONGEST_NAME] or "_"
        variants = chain([plain], (f"{plain}_{number}" for number in count(2)))
        chosen = next(one for one in variants if one.casefold() not in seen)
        seen.add(chosen.casefold())
        yield chosen
