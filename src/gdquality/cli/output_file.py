"""The file that a command writes with -o: whole or not at all, and over another only if asked."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from gdquality.errors import GdqError

if TYPE_CHECKING:
    from gdquality.formats import ChartFormat

ForceOption = Annotated[bool, typer.Option("--force", help="FILE 已存在也写。")]

ANSWERS = (".xlsx", ".docx", ".html", ".csv", ".md", ".json")
"""Endings of the files that an answer can be."""

PICTURES = (*ANSWERS, ".svg", ".png")
"""Endings of the files that an answer can be which is also a picture."""


class Destination(NamedTuple):
    """Where an answer goes, and as what: to standard output, or as a `file` that `write` writes.

    It is of the `format` of -f, or else, for people, of the kind that the `file`'s ending says;
    such a file says the `conditions` that the answer was narrowed by, and the `warnings` that its
    reader is to know.
    """

    format: "ChartFormat | None"
    file: Path | None = None
    write: Callable[[bytes], None] | None = None
    conditions: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def ending(self) -> str:
        """How the name of the file ends: .xlsx."""
        return self.file.suffix.lower() if self.file else ""

    @property
    def narrowing(self) -> str:
        """The line that says by what the answer was narrowed, empty if by nothing."""
        return f"只列：{'；'.join(self.conditions)}" if self.conditions else ""

    @property
    def lines(self) -> tuple[str, ...]:
        """What a file says of the answer as a whole: how it was narrowed, and the warnings."""
        return (self.narrowing,) * bool(self.conditions) + self.warnings

    @property
    def kind(self) -> str:
        """The format, or the kind of file that the ending says: md."""
        return self.format or self.ending[1:]


def destination(
    format_: "ChartFormat | None",
    output: Path | None,
    *,
    force: bool,
    endings: Sequence[str] = ANSWERS,
    usual: "ChartFormat" = "table",
) -> Destination:
    """Return where an answer goes, by the options -f, -o and --force.

    `endings` are those that it can have, `usual` is its format on standard output. Raises GdqError
    for a file that cannot be, before anything is asked.
    """
    if output is None:
        if force:
            raise GdqError("--force 要与 -o FILE 同用")
        return Destination(format_ or usual)
    refuse_folder(output, "答复.xlsx")
    if format_ is None:
        refuse_ending(output, endings)
    return Destination(format_, output, writer(output, force=force))


def refuse_ending(path: Path, endings: Sequence[str]) -> None:
    """Raise GdqError if `path` ends in none of `endings`."""
    if path.suffix.lower() not in endings:
        known = "、".join(endings)
        hint = f"可写 -o {_with_ending(path, endings[0])}"
        raise GdqError(f"{path} 的扩展名应是 {known} 之一", hint=hint)


def _with_ending(path: Path, ending: str) -> str:
    try:
        return str(path.with_suffix(ending))
    except ValueError:  # a path without a name
        return f"答复{ending}"


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
