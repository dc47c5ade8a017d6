"""`gdq page`: the notice as a page that anybody can open and search."""

from pathlib import Path
from typing import Annotated

import typer

from gdquality.cli.asking import load_to_ask, refuse_many
from gdquality.cli.options import DataOption
from gdquality.cli.output import say
from gdquality.cli.output_file import ForceOption, refuse_ending, refuse_folder, writer

ENDINGS = (".html", ".htm")
"""How the name of a page may end."""


def page(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="写入 FILE：.html。")
    ],
    force: ForceOption = False,
    data: DataOption = None,
) -> None:
    """把整个通知写成一个网页：能查单位和任务，不用安装任何东西。

    例：

    gdq page -o notice.html

    gdq page --data 通知.docx -o 通知.html
    """
    from gdquality.formats.page import page as page_of

    refuse_folder(output, "notice.html")
    refuse_ending(output, ENDINGS)
    write = writer(output, force=force)
    refuse_many(data)
    chosen = load_to_ask(data)
    write(page_of(chosen))
    say(f"已写入 {output}：{len(chosen.notice.tasks)} 项任务")
