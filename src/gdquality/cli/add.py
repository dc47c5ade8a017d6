"""`gdq add`: notices into the folder of a data set."""

from pathlib import Path
from typing import Annotated

import typer

from gdquality.cli.asking import official_place
from gdquality.cli.options import InOption
from gdquality.cli.talk import say, say_remarks
from gdquality.errors import GdqError, InputError


def add(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="通知的文件。", readable=False)
    ],
    in_: InOption = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="有任何警告就以 1 退出（照样加入），供 CI 使用。")
    ] = False,
    data: Annotated[
        str | None,
        typer.Option(
            "--data",
            metavar="FOLDER",
            envvar="GDQ_DATA",
            help="加到这个文件夹，没有则新建；必须写明。",
        ),
    ] = None,
) -> int:
    """把通知的文件加入一个数据文件夹，以后一起查询。

    例：

    gdq add 通知.docx --data mine

    gdq add 2023.pdf 2024.docx --data mine
    """
    from gdquality.collection.adding import Folder

    if not data:
        raise GdqError("没有写加到哪个文件夹", hint="gdq add 通知.docx --data 文件夹")
    folder = Folder(Path(data), official_place(in_))
    failed = warned = False
    for file in files:
        try:
            added = folder.add(file)
        except InputError as error:
            failed = True
            for message in error.messages:
                say(message, "错误")
            continue
        say_remarks(str(file), added.notice.remarks)
        warned |= bool(added.notice.remarks)
        say(f"{file}: {added.told()}")
        if not added.notice.tasks:
            say(f"{file}: 没有读到任务分工", "提示")
    if failed:
        return GdqError.exit_code
    return int(strict and warned)
