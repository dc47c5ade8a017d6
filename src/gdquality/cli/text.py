"""`gdq text`: what a file says, as its reader sees it."""

from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from gdquality.cli.output import emit
from gdquality.cli.talk import say_remarks

TextFormat = Literal["text", "json"]


def text(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="通知的文件。", readable=False)],
    format_: Annotated[
        TextFormat,
        typer.Option(
            "--format", "-f", metavar="FORMAT", help=f"{'、'.join(get_args(TextFormat))}。"
        ),
    ] = "text",
) -> None:
    """打印文件里的段落和表格，表格的单元格以制表符分隔。

    例：

    gdq text 通知.html

    gdq text 通知.html > 通知.txt
    """
    from gdquality.files import read_bytes
    from gdquality.formats.source import render
    from gdquality.sources.recognition import read_source

    document = read_source(read_bytes(file), str(file))
    say_remarks(document.file, document.remarks)
    emit(render(document, format_), format_)
