"""`gdq validate`: the data against the records, the registry and itself."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from gdquality.cli.options import DataOption, dataset
from gdquality.cli.output import emit, say

ReportFormat = Literal["text", "json"]
"""How findings are written."""


def validate(
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE...", help="不写则检查所用的数据。")
    ] = None,
    format_: Annotated[ReportFormat, typer.Option("--format", "-f", help="输出格式。")] = ("text"),
    data: DataOption = None,
) -> int:
    """检查任务数据和名录，逐条列出问题及其位置。

    例：

    gdq validate

    gdq validate data/tasks.yaml -f json
    """
    from gdquality.checker import check_files
    from gdquality.formats.findings import count, findings_json, findings_text, summary

    findings, number = check_files(files or [], dataset(data))
    if format_ == "json":
        emit(findings_json(findings, number))
    else:
        emit(findings_text(findings))
        say(summary(findings, number))
    return 1 if count(findings, "error") else 0
