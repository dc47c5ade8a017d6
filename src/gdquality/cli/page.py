"""`gdq page`: a notice, or many, as a page that anybody can open and search."""

from pathlib import Path
from typing import Annotated

import typer

from gdquality.cli.asking import load_to_ask, notices_to_ask
from gdquality.cli.options import DataOption, InOption, NoticeOption, SinceOption, UntilOption
from gdquality.cli.output_file import ForceOption, refuse_ending, refuse_folder, writer
from gdquality.cli.talk import say
from gdquality.errors import NotFoundError

ENDINGS = (".html", ".htm")
"""How the name of a page may end."""


def page(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="写入 FILE：.html。")
    ],
    force: ForceOption = False,
    notice: NoticeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    in_: InOption = None,
    data: DataOption = None,
) -> None:
    """把整个通知，或者许多通知，写成一个网页：能查单位和任务，不用安装任何东西。

    例：

    gdq page -o notice.html

    gdq page --data 通知.docx -o 通知.html

    gdq page --data notices.db --since 2020 -o 通知.html
    """
    from gdquality.formats.page import page as page_of
    from gdquality.formats.page import page_of_many

    refuse_folder(output, "notice.html")
    refuse_ending(output, ENDINGS)
    write = writer(output, force=force)
    if many := notices_to_ask(data, notice, since, until, in_):
        entries = many.notices()
        if not entries:
            raise NotFoundError("没有这样的通知")
        write(page_of_many(many, Path(data or "")))
        say(f"已写入 {output}：{len(entries)} 份通知，{sum(one.tasks for one in entries)} 项任务")
        return
    chosen = load_to_ask(data)
    write(page_of(chosen))
    say(f"已写入 {output}：{len(chosen.notice.tasks)} 项任务")
