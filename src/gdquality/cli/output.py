"""What commands write: the answer to standard output, talk to standard error."""

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from gdquality.errors import GdqError
from gdquality.files import reason
from gdquality.formats.controls import visible

if TYPE_CHECKING:
    from rich.console import Console

    from gdquality.formats import ChartFormat
    from gdquality.query import Answer

PIPED_WIDTH = 100
"""Columns of a table that goes to no terminal, unless COLUMNS says otherwise."""

NARROWEST = 40
"""Columns below which a table would lose its cells; a narrower terminal folds the lines."""


def emit(text: str) -> None:
    """Write an answer; a reader that has gone away is no error, and the rest goes nowhere.

    Raises GdqError where standard output takes no more, as on a full disk.
    """
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_output()
    except OSError as error:
        _discard_output()
        raise GdqError(f"无法写出：{reason(error)}") from None


def _discard_output() -> None:
    # Python flushes once more on its way out, and would complain.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def emit_answer(answer: "Answer", format_: "ChartFormat") -> None:
    """Write an answer in the format asked for."""
    from gdquality.formats import render

    emit(render(answer, format_, console))


def say(message: str) -> None:
    """Write one line to standard error, whatever stands in `message`."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(visible(message) + "\n")


def console() -> "Console":
    """Return the console that draws for standard output."""
    from rich.console import Console

    columns = os.environ.get("COLUMNS", "")
    is_set = columns.isascii() and columns.isdecimal()
    width = None if sys.stdout and sys.stdout.isatty() else PIPED_WIDTH
    if is_set or width:
        width = max(int(columns) if is_set else PIPED_WIDTH, NARROWEST)
    return Console(width=width, highlight=False, markup=False, emoji=False)
