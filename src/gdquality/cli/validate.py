"""`gdq validate`: the data against the records, the registry, the source and itself."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from gdquality.cli.options import DataOption
from gdquality.cli.output import emit
from gdquality.cli.talk import say
from gdquality.data_folder import REGISTRY_FILE, DataFolder
from gdquality.errors import GdqError

if TYPE_CHECKING:
    from gdquality.checker import Report

Format = Literal["text", "json", "github", "sarif", "junit"]
"""The formats of reports, without importing what writes them."""

MOST_SHOWN = 20
"""Findings of a database that are shown as text, beside the errors: how many more, is said."""

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
        Format | None,
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

    selecting, ignoring = codes_in(select or []), codes_in(ignore or [])
    paths = files or []
    if database := _file_to_check(data, paths):
        report = _of_database(database)
        return _end(selected(report, selecting, ignoring), format_, strict=strict, most=MOST_SHOWN)
    named, in_folders = told_apart(paths)
    named, found = ([], named + in_folders) if skip_foreign else (named, in_folders)
    in_use = _data_in_use(data, paths)
    _say_what_is_checked(named + found, in_use)
    report = check_files(named, in_use, found)
    if report.passed_over:
        say(f"略过看来是别的程序的：{_listed(report.passed_over)}")
    if not report.texts and not skip_foreign:
        raise GdqError("没有检查任何文件", hint="是 gdq 的文件，可直接写出：gdq validate FILE")
    return _end(selected(report, selecting, ignoring), format_, strict=strict)


def _end(report: "Report", format_: Format | None, *, strict: bool, most: int | None = None) -> int:
    """Show `report`, as text its errors and `most` of what is less; return the exit code."""
    from gdquality.formats.report import render, summary

    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    kind = format_ or ("github" if in_actions else "text")
    shown = report if most is None or kind != "text" else _shortened(report, most)
    emit(render(shown, kind), kind)
    say(summary(report))
    if rest := len(report.findings) - len(shown.findings):
        say(f"另有 {rest} 处没有列出，用 -f json 列出全部", "提示")
    return 1 if report.count("error") or (strict and report.count("warning")) else 0


def _shortened(report: "Report", most: int) -> "Report":
    """Return `report` with its errors, and the first of its other findings, `most` at the most."""
    less = [index for index, one in enumerate(report.findings) if one.severity != "error"]
    left_out = set(less[most:])
    shown = (one for index, one in enumerate(report.findings) if index not in left_out)
    return replace(report, findings=tuple(shown))


def _file_to_check(data: str | None, paths: Sequence[Path]) -> Path | None:
    """Return the file of --data, which is to be a database, or the one database of `paths`."""
    if not data and not paths:
        return None
    from gdquality.collection.schema import is_database

    if not paths:
        path = Path(data or "")
        return path if path.is_file() or is_database(path) else None
    return paths[0] if len(paths) == 1 and is_database(paths[0]) else None


def _of_database(path: Path) -> "Report":
    """Return what the database at `path` tells of the files that it was built from.

    Raises GdqError for a file that is none: a document is checked by whoever reads it.
    """
    from gdquality.collection.checking import check_database
    from gdquality.collection.schema import is_database

    if not is_database(path):
        hint = f"数据文件：gdq validate {path}；通知的文件：gdq parse {path}"
        raise GdqError(f"{path} 不是数据文件夹，也不是数据库", hint=hint)
    say(f"检查 {path}：读不出的文件，和没有读或读得没有把握的地方")
    return check_database(path)


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
