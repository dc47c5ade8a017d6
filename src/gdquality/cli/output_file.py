"""The file that a command writes with -o: whole or not at all, and over another only if asked."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from gdquality.errors import GdqError

ForceOption = Annotated[bool, typer.Option("--force", help="FILE 已存在也写。")]


def refuse_folder(path: Path, name: str) -> None:
    """Raise GdqError if `path` is a folder; its hint is the file `name` in there."""
    from gdquality.files import exists

    if exists(path) and path.is_dir():
        raise GdqError(f"{path} 是文件夹", hint=f"可写 -o {path / name}")


def writer(path: Path, *, force: bool) -> Callable[[bytes], None]:
    """Return what writes `path`; raises GdqError if there is something and no `force`.

    What has come there when it is written is kept as well, unless there is `force`.
    """
    from gdquality.files import exists, write_bytes, write_new_bytes

    if not force and exists(path):
        raise GdqError(f"{path} 已存在，没有改动", hint="加 --force 才写")
    write = write_bytes if force else write_new_bytes
    return lambda data: write(path, data)
