"""Names on standard input: one a line, as they come, in UTF-8 or GB18030."""

import contextlib
import os
import stat
import sys
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from gdquality.cli.progress import ProgressBar
from gdquality.cli.talk import say
from gdquality.errors import GdqError, Problem
from gdquality.files import encoding_of, reason, refuse_utf16
from gdquality.queries.answers import NotAName

FILE = "<stdin>"
"""What standard input is called in an error."""

CHUNK = 1 << 16
"""Bytes that are taken at once, or as many as there are; what they hold tells the encoding."""

LONGEST = CHUNK
"""Bytes of the longest line that is kept."""

MOST_ERRORS = 10
"""Lines that cannot be read, of which each is reported."""

CALLED = {"utf-8": "UTF-8", "gb18030": "GB18030"}


def names_of_lines(bar: ProgressBar) -> Iterator[list[str | NotAName]]:
    """Yield a name a line of standard input, several at once, as they come; `bar` shows how far.

    A blank line, and one that cannot be read, are no names but have their place; the latter is
    reported, too. Raises GdqError where nothing can be read, or all of it is UTF-16.
    """
    encoding, number, unread = None, 0, 0
    for lines in _lines(sys.stdin.buffer, bar) if sys.stdin else ():
        encoding = encoding or encoding_of(lines)
        names: list[str | NotAName] = []
        for line in lines:
            number += 1
            name = _name(line, encoding or "utf-8")
            if isinstance(name, Problem):
                unread += 1
                if unread <= MOST_ERRORS:
                    say(Problem(name.message, number, name.column).at(FILE), "错误")
                shown = line[:LONGEST].decode(encoding or "utf-8", "backslashreplace").strip()
                names.append(NotAName(shown, "unreadable"))
            else:
                names.append(name or NotAName("", "blank"))
        yield names
    if unread > MOST_ERRORS:
        say(f"{FILE}: 另有 {unread - MOST_ERRORS} 行读不出来", "错误")


def _name(line: bytes, encoding: str) -> str | Problem:
    """Return the name on a line, or what keeps it from being read."""
    if len(line) > LONGEST:
        return Problem(f"这一行超过 {LONGEST // 1024} KB，不是名称")
    try:
        return line.decode(encoding).removeprefix("\ufeff").strip()
    except UnicodeDecodeError as error:
        column = len(line[: error.start].decode(encoding)) + 1
        return Problem(f"不是 {CALLED[encoding]}", column=column)


def _lines(stream: BinaryIO, bar: ProgressBar) -> Iterator[list[bytes]]:
    """Yield the lines of `stream`, as many at once as have come.

    Of one longer than LONGEST no more is kept than shows that it is.
    """
    rest: list[bytes] = []
    first = True
    with bar:
        while chunk := _read(stream):
            if first:
                refuse_utf16(chunk, FILE)
                first = False
            *lines, end = chunk.split(b"\n")
            if lines:
                lines[0] = b"".join([*rest, lines[0]])
                rest = []
                yield lines
            if sum(map(len, rest)) <= LONGEST:
                rest.append(end)
            bar.advance(len(chunk))
    if any(rest):
        yield [b"".join(rest)]


def _read(stream: BinaryIO) -> bytes:
    """Return as many bytes as have come; raises GdqError where there are none to be had."""
    try:
        return bytes(stream.read1(CHUNK))  # type: ignore[attr-defined]
    except OSError as error:
        raise GdqError(f"{FILE}: 无法读取：{reason(error)}") from None


def size_of(stream: TextIO | None) -> int | None:
    """Return the size of the file that `stream` reads, or None of what is no file."""
    if stream is not None:
        with contextlib.suppress(OSError):
            status = os.fstat(stream.fileno())
            return status.st_size if stat.S_ISREG(status.st_mode) else None
    return None
