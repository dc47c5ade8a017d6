"""The lines of standard input, for commands that answer a stream of them."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from gdquality.cli.output import say
from gdquality.cli.progress import ProgressBar
from gdquality.errors import GdqError, Problem
from gdquality.files import reason

CHUNK = 1 << 16
"""Bytes of standard input that are taken at once, or as many as there are."""


def size_of(stream: TextIO | None) -> int | None:
    """Return the size of the file that `stream` reads, or None of what is no file."""
    if stream is not None:
        with contextlib.suppress(OSError):
            status = os.fstat(stream.fileno())
            return status.st_size if stat.S_ISREG(status.st_mode) else None
    return None


def lines_of_standard_input(bar: ProgressBar) -> Iterator[list[str | None]]:
    """Yield the lines of standard input as they come, several at once, without blanks around them.

    In place of a line that is not UTF-8 stands None, and it is reported.
    """
    number = 0
    for chunk in _chunks(sys.stdin.buffer, bar) if sys.stdin else ():
        lines: list[str | None] = []
        for line in chunk:
            number += 1
            try:
                lines.append(line.decode("utf-8-sig" if number == 1 else "utf-8").strip())
            except UnicodeDecodeError as error:
                column = len(line[: error.start].decode()) + 1
                say(f"error: {Problem('不是 UTF-8', number, column).at('<stdin>')}")
                lines.append(None)
        yield lines


def _chunks(stream: BinaryIO, bar: ProgressBar) -> Iterator[list[bytes]]:
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
    if last := b"".join(rest):
        yield [last]


def _read(stream: BinaryIO) -> bytes:
    """Return as many bytes as have come; raises GdqError where there are none to be had."""
    try:
        return bytes(stream.read1(CHUNK))  # type: ignore[attr-defined]
    except OSError as error:
        raise GdqError(f"<stdin>: 无法读取：{reason(error)}") from None
