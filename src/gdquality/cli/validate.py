"""`gdq validate`: the data against the records, the registry, the source and itself."""

import os
from pathlib import Path
from typing import Annotated, Literal

import typer

from gdquality import load
from gdquality.cli.options import DataOption
from gdquality.cli.output import emit, say


def validate(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE...", help="不写则检查所用的数据。")
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
    data: DataOption = None,
) -> int:
    """检查任务数据和名录，逐条列出问题及其位置。

    例：

    gdq validate

    gdq validate data/tasks.yaml -f json
    """
    from gdquality.checker import check_files
    from gdquality.formats.report import render, summary

    report = check_files(files or [], load(data))
    if select is not None or ignore is not None:
        from gdquality.checker.selection import codes_in, selected

        report = selected(report, codes_in(select or []), codes_in(ignore or []))
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    kind = format_ or ("github" if in_actions else "text")
    emit(render(report, kind), kind)
    say(summary(report))
    return 1 if report.count("error") or (strict and report.findings) else 0
