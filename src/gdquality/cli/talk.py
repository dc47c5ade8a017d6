"""What is said on standard error, beside an answer: each line after what it is."""

import contextlib
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, TextIO

from gdquality.formats.controls import visible

if TYPE_CHECKING:
    from pathlib import Path

    from gdquality.records import Notice, Remark

Label = Literal["错误", "警告", "提示"]
"""What a line of talk is, written before it."""

COLOURS: dict[Label, str] = {"错误": "1;31", "警告": "1;33", "提示": "1;34"}
"""The colour of each label on a terminal, as ANSI wants it: red, yellow, blue."""

ON_WINDOWS = os.name == "nt"


def say(message: str, label: Label | None = None) -> None:
    """Write one line to standard error, whatever stands in `message`, after what it is."""
    if sys.stderr is not None:
        before = _shown(label, sys.stderr) if label else ""
        with contextlib.suppress(OSError):
            sys.stderr.write(f"{before}{visible(message)}\n")


def say_remarks(file: str, remarks: Iterable["Remark"]) -> None:
    """Write each remark on what was read of `file`, with its place, as a warning."""
    from gdquality.records.places import located

    for remark in remarks:
        say(f"{located(file, remark.place)}: {remark.message}", "警告")


def say_written(file: "Path", notice: "Notice") -> None:
    """Say that a notice was written to `file`, and how much it has."""
    mentions = sum(len(task.every_mention) for task in notice.tasks)
    say(f"已写入 {file}：{len(notice.tasks)} 项任务，提及单位 {mentions} 次")


def _shown(label: Label, stream: TextIO) -> str:
    text = f"{label}："
    return f"\x1b[{COLOURS[label]}m{text}\x1b[0m" if _has_colours(stream) else text


def _has_colours(stream: TextIO) -> bool:
    """Tell whether to write colours, as rich does, whose import an error need not wait for."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    # The old console of Windows shows the codes themselves.
    understood = not ON_WINDOWS or "WT_SESSION" in os.environ
    return understood and os.environ.get("TERM") != "dumb" and stream.isatty()
