"""`gdq parse`: the file of a notice → tasks.yaml, or a whole data set."""

import difflib
import os
from pathlib import Path
from typing import Annotated

import typer

from gdquality import Dataset, Notice
from gdquality.cli.asking import load_names
from gdquality.cli.options import InOption, NamesDataOption
from gdquality.cli.output import emit
from gdquality.cli.output_file import ForceOption, writer
from gdquality.cli.talk import say, say_remarks, say_written
from gdquality.data_folder import NOTICE_FILE, DataFolder
from gdquality.errors import GdqError
from gdquality.formats.controls import visible


def parse(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="通知的文件。", readable=False)],
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="写入 FILE，不写则打印；FILE 是文件夹（如 mine/），则连名录、原文一起写入。",
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="只与 -o 的 FILE 比较，不同则打印差异并以 1 退出。")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="有任何警告就以 1 退出，供 CI 使用。")
    ] = False,
    force: ForceOption = False,
    in_: InOption = None,
    data: NamesDataOption = None,
) -> int:
    """把通知里的任务分工整理成 YAML 数据。

    例：

    gdq parse 通知.docx -o mine/

    gdq parse data/notice.txt --check -o data/tasks.yaml

    没有读到任务分工，也以 1 退出。
    """
    if output is None and (check or force):
        option = "--check" if check else "--force"
        raise GdqError(f"{option} 要与 -o FILE 同用", hint=f"gdq parse SOURCE {option} -o FILE")
    if output:
        _refuse_source(Path(output), source)
    asked = load_names(data, in_)
    if output is None:
        notice = _read(source, asked)
        emit(_yaml(notice), "yaml")
    elif check:
        file, asked = _in_data_set(output) if _is_folder(output) else (Path(output), asked)
        notice = _read(source, asked)
        if difference := _compare(file, _yaml(notice), source):
            return difference
    elif _is_folder(output):
        from gdquality.cli.data_set import write_data_set

        notice = write_data_set(source, Path(output), asked, force=force)
        say_remarks(str(source), notice.remarks)
    else:
        notice = _write(source, Path(output), asked, force=force)
    if not notice.tasks:
        say("没有读到任务分工", "提示")
    return int(not notice.tasks or (strict and bool(notice.remarks)))


def _refuse_source(output: Path, source: Path) -> None:
    from gdquality.files import exists

    if exists(output) and exists(source) and output.samefile(source):
        raise GdqError(f"{output} 就是原文，不能写入")


def _is_folder(output: str) -> bool:
    """Tell whether a folder is named: one that is there, or by what ends as one."""
    from gdquality.files import exists

    return output.endswith(("/", os.sep)) or (exists(Path(output)) and Path(output).is_dir())


def _in_data_set(folder: str) -> tuple[Path, Dataset]:
    """Return the tasks.yaml of a data set, and the data set as the notice was read with it."""
    data = DataFolder(Path(folder))
    return data.path(NOTICE_FILE), Dataset(data, data.registry.data.jurisdiction)


def _read(source: Path, asked: Dataset) -> Notice:
    """Return the notice, after a warning for everything that was not read for certain."""
    notice = asked.parse(source)
    say_remarks(str(source), notice.remarks)
    return notice


def _write(source: Path, output: Path, asked: Dataset, *, force: bool) -> Notice:
    write = writer(output, force=force)
    notice = _read(source, asked)
    write(_yaml(notice).encode())
    say_written(output, notice)
    return notice


def _yaml(notice: Notice) -> str:
    from gdquality.store.yaml_writer import dump_notice

    return dump_notice(notice)


def _compare(output: Path, text: str, source: Path) -> int:
    """Print how `output` differs from `text`, and return 1 if it does."""
    from gdquality.files import decode, read_bytes

    old = read_bytes(output)
    if old == text.encode():
        return 0
    emit("".join(_diff(decode(old, str(output)), text, str(output), str(source))))
    return 1


def _diff(old: str, new: str, file: str, source: str) -> list[str]:
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), file, f"gdq parse {source}", lineterm=""
    )
    return [f"{visible(line)}\n" for line in lines] or ["编码或换行不同\n"]
