"""The progress bar: on a terminal, beside an answer that goes elsewhere, and in no answer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

pty = pytest.importorskip("pty", reason="Windows has no such terminals")

SCRIPT = """
import sys
from gdquality.cli import progress, run
progress.PATIENCE = {patience}
sys.exit(run(["resolve", "-", "-f", "{format_}"]))
"""
NAMES = "质监局\n" * 40_000
BAR = "━"


def resolve(
    names: Path, patience: float, *, answer_to_terminal: bool = False, format_: str = "tsv"
) -> tuple[str, str]:
    """Return what `gdq resolve -` writes to its output and to a terminal that is its stderr."""
    ours, theirs = pty.openpty()
    answer = names.with_name("answer.tsv")
    with names.open("rb") as stdin, answer.open("wb") as stdout:
        process = subprocess.Popen(
            [sys.executable, "-c", SCRIPT.format(patience=patience, format_=format_)],
            cwd=ROOT,
            stdin=stdin,
            stdout=theirs if answer_to_terminal else stdout,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm", "PYTHONUTF8": "1", "COLUMNS": "80"},
        )
        os.close(theirs)
        shown = []
        try:
            while text := os.read(ours, 1 << 16):
                shown.append(text)
        except OSError:  # how Linux says that the other end is closed
            pass
        os.close(ours)
        process.wait()
    return answer.read_text(encoding="utf-8"), b"".join(shown).decode()


@pytest.fixture
def names(tmp_path: Path) -> Path:
    """Return a file of names that takes several reads."""
    path = tmp_path / "names.txt"
    path.write_text(NAMES, encoding="utf-8")
    return path


def test_bar(names: Path) -> None:
    """The bar is drawn and wiped on the terminal, and the answer is what it is without."""
    answer, shown = resolve(names, patience=0)
    without, nothing = resolve(names, patience=3600)

    assert BAR in shown
    assert "400.0/400.0 kB" in shown
    assert shown.endswith("\x1b[2K")
    assert "质监局" not in shown
    assert answer == without
    assert len(answer.splitlines()) == 40_001
    assert nothing == ""


def test_no_bar_through_the_answer(names: Path) -> None:
    """Where the answer goes to the same terminal, there is no bar in it."""
    names.write_text("质监局\n", encoding="utf-8")

    _, shown = resolve(names, patience=0, answer_to_terminal=True)

    assert BAR not in shown
    assert "广东省质量技术监督局" in shown


def test_bar_before_the_answer(names: Path) -> None:
    """An answer that follows when all is read leaves the terminal to the bar until then."""
    _, shown = resolve(names, patience=0, answer_to_terminal=True, format_="csv")

    bar, _, answer = shown.partition("query,status")
    assert BAR in bar
    assert BAR not in answer
    assert answer.count("广东省质量技术监督局") == 40_000
