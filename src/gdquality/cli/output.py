"""What commands write: answers, to standard output or a file."""

import contextlib
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence, Sized
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from gdquality.cli.output_file import Destination
from gdquality.cli.talk import say
from gdquality.errors import GdqError
from gdquality.files import reason
from gdquality.formats.controls import escaped_json

if TYPE_CHECKING:
    from rich.console import Console

    from gdquality.collection.questions import Collection
    from gdquality.dataset import Dataset
    from gdquality.queries.answers import Answer

    Asked = Dataset | Collection

T = TypeVar("T")

PIPED_WIDTH = 100
"""Columns of a table that goes to no terminal, unless COLUMNS says otherwise."""

DRAWN = frozenset(("table", "svg", None))
"""The formats for people to look at, those of files included."""

JSON = frozenset(("json", "sarif"))
XML = frozenset(("svg", "junit"))
"""The kinds of text that have an escape of their own for what an encoding lacks."""

NARROWEST = 40
"""Columns below which a table would lose its cells; a narrower terminal folds the lines."""


def emit(text: str, kind: str = "text") -> None:
    """Write an answer; a reader that has gone away is no error, and the rest goes nowhere.

    What standard output cannot encode is escaped as text of that `kind` can bear it. Raises
    GdqError where it cannot, and where standard output takes no more, as on a full disk.
    """
    if sys.stdout is None:
        return
    try:
        _write(_encodable(text, kind))
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output()
    except OSError as error:
        discard_output()
        raise GdqError(f"无法写出：{reason(error)}") from None


def _encodable(text: str, kind: str) -> str:
    encoding = sys.stdout.encoding or "utf-8"
    if kind in XML and encoding.lower().replace("-", "") != "utf8":
        # Without a declaration it is read as UTF-8, of which ASCII is a part.
        return text.encode("ascii", "xmlcharrefreplace").decode()
    if is_encodable(text):
        return text
    if kind in JSON:
        return escaped_json(text, encoding)
    if kind == "yaml":
        message = f"标准输出的编码是 {encoding}，写不出这些文字"
        raise GdqError(message, hint="可用 -o FILE，或设 PYTHONIOENCODING=utf-8")
    _say_what_is_escaped(encoding)
    return text.encode(encoding, "backslashreplace").decode(encoding)


def is_encodable(text: str) -> bool:
    """Tell whether standard output has bytes for all of `text`."""
    try:
        text.encode((sys.stdout and sys.stdout.encoding) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _say_what_is_escaped(encoding: str) -> None:
    hint = "可设 PYTHONIOENCODING=utf-8"
    say(f"标准输出的编码是 {encoding}，写不出的字写作 \\uXXXX；{hint}", "警告")


def _write(text: str) -> None:
    raw = getattr(sys.stdout, "buffer", None)
    if not isinstance(raw, io.RawIOBase):
        sys.stdout.write(text)
        return
    # Of what is not buffered (python -u) Python drops what a first write has left.
    rest = memoryview(text.encode(sys.stdout.encoding))
    while rest:
        rest = rest[raw.write(rest) or 0 :]


def discard_output() -> None:
    """Let go nowhere what is still to be written: Python flushes once more on its way out."""
    if sys.stdout is not None:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def emit_answer(answer: "Answer", to: Destination, data: "Asked | None" = None) -> None:
    """Write an answer to where it is to go; `data` is what was asked, if notices were."""
    if to.write is None:
        format_ = to.format or "table"
        text = _text(answer, to._replace(format=format_), data)
        if format_ == "yaml" and not is_encodable(text):
            from gdquality.formats.as_yaml import render_ascii

            text = render_ascii(answer)
        show(text, format_)
    else:
        to.write(
            _text(answer, to, data).encode() if to.format else _content(answer, to.ending, to, data)
        )
        say(f"已写入 {to.file}")


def show(text: str, format_: str) -> None:
    """Write an answer, by a pager if it is too long for the terminal."""
    if sys.stdout is not None and sys.stdout.isatty():
        from gdquality.cli.pager import show_by_pages

        if show_by_pages(text):
            return
    emit(text, format_)


def _text(answer: "Answer", to: Destination, data: "Asked | None") -> str:
    if to.format == "svg":
        return _content(answer, ".svg", to, data).decode()
    from gdquality.formats import render

    assert to.format
    return render(answer, to.format, console)


def _content(answer: "Answer", ending: str, to: Destination, data: "Asked | None") -> bytes:
    from gdquality.formats.answer_file import content_of
    from gdquality.formats.caption import caption_of

    caption = caption_of(data) if data else None
    return content_of(answer, ending, caption, to.lines)


def emit_one_by_one(
    chunks: Iterable[Sequence[T]],
    to: Destination,
    fields: Sequence[str],
    cells_of: Callable[[T], Sequence[str]],
    object_of: Callable[[T], dict[str, Any]],
    listed: "Callable[[tuple[T, ...]], Answer]",
) -> None:
    """Write answers as they come, as TSV and JSON; else when all are there, `listed`.

    `fields` are the columns of TSV, `cells_of` and `object_of` an answer's row and object.
    """
    from gdquality.formats import streams

    match to.format if to.write is None else "":
        case "tsv":
            for text in streams.tsv(fields, chunks, cells_of):
                emit(text)
        case "json":
            for text in streams.json_array(chunks, object_of):
                emit(text, "json")
        case _:
            emit_answer(listed(tuple(chain.from_iterable(chunks))), to)


def emit_found(
    answer: "Answer", to: Destination, found: Sized, data: "Asked | None", nothing: str = ""
) -> int:
    """Write an answer that holds `found`, or say `nothing`; return 0, or 1 if there is nothing.

    Nothing is data, too, but neither a table nor a picture, nor worth a file for people.
    """
    if found or to.format not in DRAWN:
        emit_answer(answer, to, data)
    if nothing and not found:
        say(nothing)
    return 0 if found else 1


def console() -> "Console":
    """Return the console that draws for standard output."""
    from rich.console import Console

    columns = os.environ.get("COLUMNS", "")
    is_set = columns.isascii() and columns.isdecimal()
    width = None if sys.stdout and sys.stdout.isatty() else PIPED_WIDTH
    if is_set or width:
        width = max(int(columns) if is_set else PIPED_WIDTH, NARROWEST)
    return Console(width=width, highlight=False, markup=False, emoji=False)
