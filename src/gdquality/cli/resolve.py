"""`gdq resolve`: names → canonical names, one by one or a stream of them."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Annotated, BinaryIO, TextIO

import typer

from gdquality import load
from gdquality.cli.completion import agency_names
from gdquality.cli.options import FORMATS, DataOption
from gdquality.cli.output import emit, emit_answer, say
from gdquality.cli.progress import ProgressBar
from gdquality.errors import GdqError, Problem
from gdquality.files import reason
from gdquality.formats import AnswerFormat

if TYPE_CHECKING:
    from gdquality import Dataset
    from gdquality.resolve import Resolution

CHUNK = 1 << 16
"""Bytes of standard input that are taken at once, or as many as there are."""


def resolve(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="NAME...",
            help="单位名称；- 从标准输入逐行读取。",
            autocompletion=agency_names,
        ),
    ],
    format_: Annotated[
        AnswerFormat | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"{FORMATS}；默认 table，读标准输入时 tsv。",
        ),
    ] = None,
    data: DataOption = None,
) -> int:
    """把各种叫法对应到单位全称。

    例：

    gdq resolve 质监局 fgw 環境保護廳

    gdq resolve - < names.txt
    """
    from gdquality.formats import resolutions
    from gdquality.query import ResolutionList

    if "-" in names and len(names) > 1:
        raise GdqError("- 不能与名称同用", hint="gdq resolve - < names.txt")
    chosen = load(data)
    tally = Tally()
    from_stdin = names == ["-"]
    kind = format_ or ("tsv" if from_stdin else "table")
    bar = ProgressBar(_size(sys.stdin), answer_follows=kind not in ("tsv", "json"))
    chunks = tally.standard_input(bar) if from_stdin else iter([_listed(names, chosen)])
    answers = (tally.count([chosen.resolve(name) for name in chunk]) for chunk in chunks)
    match kind:
        case "tsv":
            for text in resolutions.resolutions_tsv(answers):
                emit(text)
        case "json":
            for text in resolutions.resolutions_json(answers):
                emit(text, "json")
        case other:
            emit_answer(ResolutionList(tuple(chain.from_iterable(answers))), other)
    return tally.exit_code()


def _listed(arguments: list[str], data: "Dataset") -> list[str]:
    """Return the names of the arguments, several of one that is a list as it is pasted."""
    return [name for argument in arguments for name in data.names_in(argument)]


class Tally:
    """What became of the names so far, for the exit code."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.failed = False
        self.ambiguous = False

    def count(self, answers: "list[Resolution]") -> "list[Resolution]":
        """Take note of `answers`, and return them."""
        from gdquality.resolve import Ambiguous, Unknown

        self.failed |= any(isinstance(answer, Unknown) for answer in answers)
        self.ambiguous |= any(isinstance(answer, Ambiguous) for answer in answers)
        return answers

    def exit_code(self) -> int:
        """Return 1 if a name was not resolved, else 3 if one was ambiguous, else 0."""
        if self.failed:
            return 1
        return 3 if self.ambiguous else 0

    def standard_input(self, bar: ProgressBar) -> Iterator[list[str]]:
        """Yield the lines of standard input as they come, several at once, without blank ones.

        A line that is not UTF-8 is reported, and counted as not resolved.
        """
        number = 0
        for lines in _lines(sys.stdin.buffer, bar) if sys.stdin else ():
            names = []
            for line in lines:
                number += 1
                try:
                    names.append(line.decode("utf-8-sig" if number == 1 else "utf-8").strip())
                except UnicodeDecodeError as error:
                    column = len(line[: error.start].decode()) + 1
                    say(f"error: {Problem('不是 UTF-8', number, column).at('<stdin>')}")
                    self.failed = True
            yield [name for name in names if name]


def _lines(stream: BinaryIO, bar: ProgressBar) -> Iterator[list[bytes]]:
    """Yield the lines of `stream`, as many at once as have come; show how far that is."""
    rest: list[bytes] = []
    with bar:
        while chunk := _read(stream):
            *lines, end = chunk.split(b"\n")
            if lines:
                lines[0] = b"".join([*rest, lines[0]])
                rest = []
            rest.append(end)
            if lines:
                yield lines
            bar.advance(len(chunk))
    yield [b"".join(rest)]


def _read(stream: BinaryIO) -> bytes:
    """Return as many bytes as have come; raises GdqError where there are none to be had."""
    try:
        return bytes(stream.read1(CHUNK))  # type: ignore[attr-defined]
    except OSError as error:
        raise GdqError(f"<stdin>: 无法读取：{reason(error)}") from None


def _size(stream: TextIO | None) -> int | None:
    """Return the size of the file that `stream` reads, or None of what is no file."""
    if stream is not None:
        with contextlib.suppress(OSError):
            status = os.fstat(stream.fileno())
            return status.st_size if stat.S_ISREG(status.st_mode) else None
    return None
