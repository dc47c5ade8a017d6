"""Long answers on a terminal: through a pager, and nowhere else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, posix_only

pytestmark = posix_only

MARK = "sed s/^/>>/"


def on_terminal(
    *arguments: str, environment: dict[str, str] | None = None, lines: int = 24, **more: str
) -> str:
    """Return what `gdq` shows on a terminal of so many lines and 80 columns."""
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 80, 0, 0))
    dropped = ("PAGER", "GDQ_PAGER", "LESS", "COLUMNS", "LINES", "GDQ_DATA")
    kept = {key: value for key, value in os.environ.items() if key not in dropped}
    process = subprocess.Popen(
        [sys.executable, "-m", "gdquality", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=slave,
        stderr=slave,
        cwd=ROOT,
        env={**kept, "TERM": "dumb", "PYTHONUTF8": "1", **(environment or {}), **more},
    )
    os.close(slave)
    chunks = []
    try:
        while chunk := os.read(master, 65536):
            chunks.append(chunk)
    except OSError:  # the terminal is gone with the process
        pass
    os.close(master)
    assert process.wait() == 0
    return b"".join(chunks).decode().replace("\r\n", "\n")


def test_long_answer() -> None:
    """What is longer than the terminal goes to the pager whole, what fits does not."""
    long = on_terminal("tasks", GDQ_PAGER=MARK)
    short = on_terminal("task", "27", GDQ_PAGER=MARK)
    high = on_terminal("task", "27", GDQ_PAGER=MARK, lines=4)

    assert all(line.startswith(">>") for line in long.splitlines())
    assert "  35   加强考核评价" in long
    assert ">>" not in short
    assert high.startswith(">>27  加强质量安全多元救济\n")


@pytest.mark.parametrize(
    ("environment", "is_paged"),
    [
        ({"PAGER": MARK}, True),
        ({"PAGER": MARK, "GDQ_PAGER": ""}, False),
        ({"PAGER": MARK, "GDQ_PAGER": "cat"}, False),
        ({"PAGER": "cat", "GDQ_PAGER": MARK}, True),
        ({"GDQ_PAGER": "no-such-pager"}, False),
        ({"GDQ_PAGER": "sed '"}, False),
    ],
)
def test_which_pager(environment: dict[str, str], *, is_paged: bool) -> None:
    """GDQ_PAGER is before PAGER; an empty one is none, and without one the answer is shown."""
    shown = on_terminal("tasks", environment=environment)

    assert ("加强考核评价" in shown, ">>" in shown) == (True, is_paged)


def test_less_as_git_calls_it(tmp_path: Path) -> None:
    """The pager is told what git tells its own, unless LESS says otherwise."""
    told = tmp_path / "told"
    pager = tmp_path / "pager"
    pager.write_text(f'#!/bin/sh\necho "$LESS $LV" > {told}\ncat > /dev/null\n', encoding="utf-8")
    pager.chmod(0o755)

    on_terminal("tasks", PAGER=str(pager))
    assert told.read_text(encoding="utf-8") == "FRX -c\n"
    on_terminal("tasks", PAGER=str(pager), LESS="S")
    assert told.read_text(encoding="utf-8") == "S -c\n"


def test_pager_that_is_left() -> None:
    """A pager that ends before all is shown is no error."""
    assert on_terminal("export", "--help", GDQ_PAGER="true")
    assert on_terminal("matrix", "-f", "json", GDQ_PAGER="head -1") == "[\n"


def test_no_pager_in_a_pipe() -> None:
    """What another program reads goes to no pager."""
    result = subprocess.run(
        [sys.executable, "-m", "gdquality", "tasks"],
        cwd=ROOT,
        env={**os.environ, "PAGER": MARK, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert result.stdout.startswith("序号")
