"""`gdq parse`: the text of a notice → tasks.yaml."""

import difflib
from pathlib import Path
from typing import Annotated

import typer

from gdquality import load
from gdquality.cli.options import DataOption
from gdquality.cli.output import emit, say
from gdquality.errors import GdqError
from gdquality.formats.controls import visible


def parse(
    source: Annotated[
        Path, typer.Argument(metavar="SOURCE", help="通知的文本文件。", readable=False)
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="写入 FILE，不写则打印。")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="只与 FILE 比较，不同则打印差异并以 1 退出。")
    ] = False,
    data: DataOption = None,
) -> int:
    """把通知的任务分工表整理成 YAML 数据。

    例：

    gdq parse data/notice.txt -o data/tasks.yaml

    gdq parse data/notice.txt --check -o data/tasks.yaml
    """
    from gdquality.files import decode, exists, read_bytes, write_bytes
    from gdquality.store.yaml_writer import dump_notice

    if output and exists(output) and exists(source) and output.samefile(source):
        raise GdqError(f"{output} 就是原文，不能写入")
    if check and output is None:
        raise GdqError("--check 要与 -o FILE 同用", hint="gdq parse SOURCE --check -o FILE")
    parsed = load(data).parse(source)
    for remark in parsed.remarks:
        say(remark.at(str(source)), "警告")
    text = dump_notice(parsed.notice)
    if output is None:
        emit(text, "yaml")
    elif check:
        old = read_bytes(output)
        if old == text.encode():
            return 0
        emit("".join(_diff(decode(old, str(output)), text, str(output), str(source))))
        return 1
    else:
        write_bytes(output, text.encode())
        tasks = parsed.notice.tasks
        mentions = sum(len(task.lead) + len(task.support) for task in tasks)
        say(f"已写入 {output}：{len(tasks)} 项任务，提及单位 {mentions} 次")
    return 0


def _diff(old: str, new: str, file: str, source: str) -> list[str]:
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), file, f"gdq parse {source}", lineterm=""
    )
    return [f"{visible(line)}\n" for line in lines] or ["编码或换行不同\n"]
