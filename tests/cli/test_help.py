"""The help: examples first, in Chinese, nothing of it cut at any width."""

import re
import subprocess
import sys

import pytest
from conftest import Run
from rich.cells import cell_len

from gdquality import __version__
from gdquality.cli import COMMANDS

ENGLISH = re.compile(r"Usage|Show this|completion|required|default|env var|Options|Arguments")


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_nothing_is_cut(
    gdq: Run, monkeypatch: pytest.MonkeyPatch, command: str, width: int
) -> None:
    """No help has an ellipsis or a line beyond the edge, and its words are the users'."""
    monkeypatch.setenv("COLUMNS", str(width))

    result = gdq(*command.split(), "--help")

    words = re.sub(r"--\S+|\[OPTIONS\]", "", result.stdout)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "…" not in result.stdout
    assert max(map(cell_len, result.stdout.splitlines())) <= width
    assert ENGLISH.findall(words) == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_opens_with_two_examples(gdq: Run, command: str) -> None:
    """After what the command is for come two lines to paste."""
    text = gdq(*command.split(), "--help").stdout
    lines = [line.strip() for line in text.splitlines() if line.strip()]

    assert lines[2] == "例："
    assert [line.startswith(f"gdq {command}".strip()) for line in lines[3:6]] == [True, True, False]


def test_help_twice() -> None:
    """The help is drawn the second time as it was the first."""
    script = "import sys; from gdquality.cli import run; run(['task', '-h']); run(['task', '-h'])"
    result = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script], capture_output=True, check=True
    )
    text = result.stdout.decode()

    assert text[: len(text) // 2] == text[len(text) // 2 :]


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "agency", "x"]])
def test_version(gdq: Run, arguments: list[str]) -> None:
    """The version is what the package says, whatever else is asked."""
    result = gdq(*arguments)

    assert (result.exit_code, result.stdout, result.stderr) == (0, f"gdq {__version__}\n", "")
