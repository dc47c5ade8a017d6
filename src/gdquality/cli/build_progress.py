"""How far a build has come, on standard error, for someone who sits there."""

import sys
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress

    from gdquality.collection.building import Tally

EVERY = 0.1
"""Seconds after which the bar is drawn anew."""


class BuildProgress:
    """A bar with files, rate, time left, remarks and failures; only on a terminal."""

    def __init__(self) -> None:
        """Begin without a bar: how many files there are is not known yet."""
        self._bar: Progress | None = None
        self._is_wanted = sys.stderr is not None and sys.stderr.isatty()
        self._began = self._shown = monotonic()

    def show(self, tally: "Tally") -> None:
        """Show how far a build has come."""
        if not self._is_wanted:
            return
        now = monotonic()
        if self._bar is None:
            self._bar = _drawn(tally.files)
        elif now - self._shown < EVERY and tally.done < tally.files:
            return
        self._shown = now
        rate = (tally.read + tally.failures) / max(now - self._began, EVERY)
        told = f"{rate:.0f} 份/秒  说明 {tally.remarks}  读不出 {tally.failures}"
        self._bar.update(self._bar.task_ids[0], completed=tally.done, description=told)

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


def _drawn(total: int) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    columns = (MofNCompleteColumn(), BarColumn(), TimeLeft(), TextColumn("{task.description}"))
    console = Console(stderr=True)
    bar = Progress(*columns, console=console, transient=True, redirect_stdout=False)
    bar.add_task("", total=total)
    bar.start()
    return bar
