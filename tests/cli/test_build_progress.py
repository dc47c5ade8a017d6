"""The bar of `gdq build`: on a terminal alone, with all that a build is doing."""

import io
import sys

import pytest

from gdquality.cli.build_progress import BuildProgress
from gdquality.collection.building import Tally


class Terminal(io.StringIO):
    """A stream that people look at."""

    def isatty(self) -> bool:
        """Tell that they do."""
        return True


def shown(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return what is drawn on `stream` of a build of three files."""
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("TERM", "xterm")
    with BuildProgress() as progress:
        progress.show(Tally(3))
        progress.show(Tally(3, unchanged=1, read=1, remarks=7))
        progress.show(Tally(3, unchanged=1, read=1, remarks=7, failures=1))
    return stream.getvalue()


def test_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files, rate, remarks and failures are shown, and the bar goes at the end."""
    text = shown(Terminal(), monkeypatch)

    for part in ("0/3", "3/3", "份/秒", "说明 7", "读不出 1"):
        assert part in text
    assert text.endswith("\x1b[2K")


def test_into_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is drawn where nobody looks."""
    assert shown(io.StringIO(), monkeypatch) == ""
