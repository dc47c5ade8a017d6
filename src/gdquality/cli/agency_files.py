"""A workbook for each agency of a notice, named after it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from gdquality.cli.output import console
from gdquality.cli.output_file import Destination, writer
from gdquality.cli.talk import say
from gdquality.errors import NotFoundError
from gdquality.formats.controls import visible

if TYPE_CHECKING:
    from gdquality import Dataset
    from gdquality.collection.questions import Collection

ENDING = ".xlsx"
"""What each file is."""

LONGEST_NAME = 60
"""Characters of a name of a file, whose bytes no system has too few of."""

_NOT_IN_FILE_NAMES = re.compile(r'[\\/:*?"<>|]')
"""What Windows, and some of it any system, takes in no name of a file."""


def write_agency_files(folder: Path, data: "Dataset", *, force: bool) -> None:
    """Write a workbook for each agency with a task into `folder`; none unless all can be made."""
    from gdquality.formats.answer_file import content_of
    from gdquality.formats.caption import caption_of

    names = [one.agency.name for one in data.agencies() if one.has_tasks]
    caption = caption_of(data)
    _write(
        folder,
        names,
        (content_of(data.agency(name), ENDING, caption) for name in names),
        force=force,
    )


def write_agency_files_of_many(folder: Path, many: "Collection", *, force: bool) -> None:
    """Write the same of many notices: what each of them says of the agency."""
    from gdquality.cli.many import told
    from gdquality.collection.each_body import answers_of_each
    from gdquality.formats.per_notice import content_of

    to = told(Destination(None), many)
    answers = dict(answers_of_each(many))
    contents = (content_of(one, ENDING, console, to.lines) for one in answers.values())
    _write(folder, [*answers], contents, force=force)


def _write(folder: Path, names: Sequence[str], contents: Iterable[bytes], *, force: bool) -> None:
    from gdquality.files import make_folder

    if not names:
        raise NotFoundError("没有单位有任务")
    files = [folder / f"{stem}{ENDING}" for stem in file_names(names)]
    writers = [writer(file, force=force) for file in files]
    made = [*contents]
    make_folder(folder)
    for write, content in zip(writers, made, strict=True):
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
