"""How far a long piece of work has come, on standard error, for someone who sits there."""

import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds before a bar is drawn: most work is over by then."""


class ProgressBar:
    """A bar that appears if the work lasts, and goes when it ends.

    Only on a terminal, and only if neither the answer goes through the bar nor what is typed.
    """

    def __init__(self, total: int | None, *, answer_follows: bool = False) -> None:
        """Begin work on `total` bytes, None where their number is not known.

        An answer that follows when all is done goes through no bar.
        """
        self.total = total
        self.done = 0
        self._began = monotonic()
        self._bar: Progress | None = None
        in_the_way = (sys.stdin,) if answer_follows else (sys.stdin, sys.stdout)
        self._is_wanted = _is_terminal(sys.stderr) and not any(map(_is_terminal, in_the_way))

    def advance(self, done: int) -> None:
        """Take note of so many bytes more."""
        self.done += done
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=self.done)
        elif self._is_wanted and monotonic() - self._began >= PATIENCE:
            self._bar = _drawn(self.done, self.total)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Wipe the bar from the terminal, however the work has ended."""
        if self._bar:
            self._bar.stop()


def _is_terminal(stream: object) -> bool:
    return stream is not None and getattr(stream, "isatty", bool)()


def _drawn(done: int, total: int | None) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), DownloadColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    # Left to itself it would take the answer, too, for something to show above the bar.
    bar = Progress(*columns, console=console, transient=True, redirect_stdout=False)
    bar.add_task("", completed=done, total=total)
    bar.start()
    return bar
