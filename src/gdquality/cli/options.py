"""The options that several commands share."""

from typing import Annotated

import typer

from gdquality.formats import AnswerFormat, ChartFormat

DataOption = Annotated[
    str | None,
    typer.Option("--data", metavar="DIR", envvar="GDQ_DATA", help="换用 DIR 中的数据。"),
]

FormatOption = Annotated[
    AnswerFormat,
    typer.Option("--format", "-f", metavar="FORMAT", help="table、json、yaml、csv、tsv 或 md。"),
]

ChartFormatOption = Annotated[
    ChartFormat,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help="table、json、yaml、csv、tsv、md 或 svg。"
    ),
]
