"""`gdq validate`: the data against the records, the registry, the source and itself."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from gdquality.cli.options import DataOption
from gdquality.cli.output import emit
from gdquality.cli.talk import say
from gdquality.data_folder import REGISTRY_FILE, DataFolder
from gdquality.errors import GdqError

MOST_FILES = 5
"""Files that are named where there may be very many."""


def validate(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...",
            help="文件或文件夹；不写则查 --data、GDQ_DATA 或 ./data，都没有则查自带的数据。",
        ),
    ] = None,
    format_: Annotated[
        Literal["text", "json", "github", "sarif", "junit"] | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text、json、github、sarif 或 junit；在 GitHub Actions 中默认 github。",
        ),
    ] = None,
    select: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="只查这些规则，可写开头如 GDQ2。")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODE", help="不查这些规则。")] = None,
    strict: Annotated[bool, typer.Option("--strict", help="有警告也以 1 退出。")] = False,
    skip_foreign: Annotated[
        bool, typer.Option("--skip-foreign", help="略过看来是别的程序的文件，供 pre-commit 用。")
    ] = False,
    data: DataOption = None,
) -> int:
    """检查任务数据和名录，逐条列出问题及其位置。

    例：

    gdq validate

    gdq validate data/tasks.yaml -f json
    """
    from gdquality.checker import check_files
    from gdquality.checker.folders import told_apart
    from gdquality.checker.selection import codes_in, selected
    from gdquality.formats.report import render, summary

    selecting, ignoring = codes_in(select or []), codes_in(ignore or [])
    paths = files or []
    named, in_folders = told_apart(paths)
    named, found = ([], named + in_folders) if skip_foreign else (named, in_folders)
    in_use = _data_in_use(data, paths)
    _say_what_is_checked(named + found, in_use)
    report = check_files(named, in_use, found)
    if report.passed_over:
        say(f"略过看来是别的程序的：{_listed(report.passed_over)}")
    if not report.texts and not skip_foreign:
        raise GdqError("没有检查任何文件", hint="是 gdq 的文件，可直接写出：gdq validate FILE")
    report = selected(report, selecting, ignoring)
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    kind = format_ or ("github" if in_actions else "text")
    emit(render(report, kind), kind)
    say(summary(report))
    return 1 if report.count("error") or (strict and report.count("warning")) else 0


def _data_in_use(named: str | None, paths: Sequence[Path]) -> DataFolder:
    """Return the data set that is named, else that in ./data, else our own.

    Beside files to check it only serves those without a registry, and has to have one.
    """
    here = Path("data")
    is_there = (here / REGISTRY_FILE).is_file() if paths else here.is_dir()
    folder = Path(named) if named else here if is_there else None
    return DataFolder(folder)


def _say_what_is_checked(paths: Sequence[Path], data: DataFolder) -> None:
    from gdquality.checker import files_of

    where = "检查 " if paths or not data.is_packaged else "没有 ./data，检查自带的数据："
    say(f"{where}{_listed(map(str, paths or files_of(data)))}")


def _listed(paths: Iterable[str]) -> str:
    """Return the first of `paths`, and how many there are."""
    every = [*paths]
    more = f" 等 {len(every)} 个文件" if len(every) > MOST_FILES else ""
    return "、".join(every[:MOST_FILES]) + more
