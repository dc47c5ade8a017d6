"""The options that several commands share."""

from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from gdquality.cli.completion import agency_names, notice_numbers, places
from gdquality.cli.output_file import ANSWERS, PICTURES
from gdquality.formats import AnswerFormat, ChartFormat

DataOption = Annotated[
    str | None,
    typer.Option(
        "--data", metavar="PATH", envvar="GDQ_DATA", help="换用 PATH 中的数据：文件夹或文件。"
    ),
]

NamesDataOption = Annotated[
    str | None,
    typer.Option(
        "--data", metavar="PATH", envvar="GDQ_DATA", help="换用 PATH 中的单位名录：文件夹或文件。"
    ),
]
"""The option of a command that asks a data set for its names alone."""

NoticeOption = Annotated[
    str | None,
    typer.Option(
        "--notice",
        metavar="NOTICE",
        help="只问这份通知：号数、发文字号或标题中的文字。",
        autocompletion=notice_numbers,
    ),
]
SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="只问这一天起成文的通知。")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="只问到这一天成文的通知。")
]
InOption = Annotated[
    str | None,
    typer.Option(
        "--in",
        metavar="PLACE",
        help="哪里的单位，如湖南省、长沙、青浦区；全国是中央的。",
        autocompletion=places,
    ),
]

FORMATS = "、".join(get_args(AnswerFormat))
CHART_FORMATS = "、".join(get_args(ChartFormat))
"""The formats that an option takes, for its help."""

FormatOption = Annotated[
    AnswerFormat | None,
    typer.Option("--format", "-f", metavar="FORMAT", help=f"{FORMATS}；默认 table。"),
]

StreamFormatOption = Annotated[
    AnswerFormat | None,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help=f"{FORMATS}；默认 table，读标准输入时 tsv。"
    ),
]

ChartFormatOption = Annotated[
    ChartFormat | None,
    typer.Option("--format", "-f", metavar="FORMAT", help=f"{CHART_FORMATS}；默认 table。"),
]

OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help=f"写入文件，格式看扩展名：{' '.join(ANSWERS)}"
    ),
]

ChartOutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help=f"写入文件，格式看扩展名：{' '.join(PICTURES)}"
    ),
]


def agency_option(explanation: str) -> Any:
    """Return an option that takes the name of an agency."""
    return typer.Option(metavar="NAME", help=explanation, autocompletion=agency_names)
