"""`gdq parse`: the file of a notice → tasks.yaml."""

import difflib
from pathlib import Path
from typing import Annotated

import typer

from gdquality.cli.asking import load_names
from gdquality.cli.options import DataOption
from gdquality.cli.output import emit, say, say_remarks
from gdquality.cli.output_file import ForceOption, refuse_folder, writer
from gdquality.errors import GdqError
from gdquality.formats.controls import visible
from gdquality.records import Notice


def parse(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="通知的文件。", readable=False)],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="写入 FILE，不写则打印。")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="只与 FILE 比较，不同则打印差异并以 1 退出。")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="有任何警告就以 1 退出，供 CI 使用。")
    ] = False,
    force: ForceOption = False,
    data: DataOption = None,
) -> int:
    """把通知里的任务分工整理成 YAML 数据。

    例：

    gdq parse data/notice.txt -o tasks.yaml

    gdq parse data/notice.txt --check -o data/tasks.yaml
    """
    from gdquality.files import exists
    from gdquality.store.yaml_writer import dump_notice

    if output is None and (check or force):
        option = "--check" if check else "--force"
        raise GdqError(f"{option} 要与 -o FILE 同用", hint=f"gdq parse SOURCE {option} -o FILE")
    if output and exists(output) and exists(source) and output.samefile(source):
        raise GdqError(f"{output} 就是原文，不能写入")
    write = None
    if output and not check:
        refuse_folder(output, "tasks.yaml")
        write = writer(output, force=force)
    notice = load_names(data).parse(source)
    say_remarks(str(source), notice.remarks)
    text = dump_notice(notice)
    if output is None:
        emit(text, "yaml")
    elif write:
        write(text.encode())
        say(f"已写入 {output}：{len(notice.tasks)} 项任务，提及单位 {_mentions(notice)} 次")
    elif difference := _compare(output, text, source):
        return difference
    if not notice.tasks:
        say("没有读到任务分工", "提示")
    return int(not notice.tasks or (strict and bool(notice.remarks)))


def _mentions(notice: Notice) -> int:
    return sum(len(task.every_mention) for task in notice.tasks)


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
