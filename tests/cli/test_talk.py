"""Talk on standard error: what each line is, in colours where they are seen."""

import contextlib
import io

import pytest
from conftest import Run

from gdquality.cli import run as run_gdq

RED, YELLOW, BLUE, PLAIN = "\x1b[1;31m", "\x1b[1;33m", "\x1b[1;34m", "\x1b[0m"


class Terminal(io.StringIO):
    """Standard error that is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def on_terminal(*arguments: str) -> str:
    """Return what a run of `gdq` says on a terminal."""
    terminal = Terminal()
    with contextlib.redirect_stderr(terminal), contextlib.redirect_stdout(io.StringIO()):
        run_gdq([*arguments])
    return terminal.getvalue()


@pytest.fixture(autouse=True)
def terminal(gdq: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Let the variables be as on an ordinary terminal."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("WT_SESSION", "1")
    return gdq


def test_labels_in_colours() -> None:
    """Only the label has a colour: red for an error, blue for a hint, yellow for a warning."""
    assert on_terminal("task", "36") == (
        f"{RED}错误：{PLAIN}没有第 36 项任务\n{BLUE}提示：{PLAIN}任务序号从 1 到 35\n"
    )
    assert on_terminal("parse", "data/notice.txt").startswith(
        f"{YELLOW}警告：{PLAIN}data/notice.txt:58:47: "
    )


def test_other_talk_has_no_colour() -> None:
    """What is neither an error nor a warning is plain."""
    said = "“质技监局”按缩写理解为“广东省质量技术监督局”\n"

    assert on_terminal("agency", "质技监局", "-f", "json") == said


def test_no_terminal_no_colour(gdq: Run) -> None:
    """A file or a pipe gets no codes."""
    assert "\x1b" not in gdq("task", "36").stderr


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({}, "yes"),
        ({"NO_COLOR": "1"}, "no"),
        ({"NO_COLOR": ""}, "yes"),
        ({"TERM": "dumb"}, "no"),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, "yes"),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, "no"),
    ],
)
def test_variables(
    variables: dict[str, str], coloured: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR is obeyed first, then FORCE_COLOR, then what the terminal is."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    said = on_terminal("task", "36")

    assert said.startswith({"yes": f"{RED}错误：{PLAIN}", "no": "错误："}[coloured])


def test_colour_asked_for_without_a_terminal(gdq: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """FORCE_COLOR is for logs that show colours and are no terminal."""
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert gdq("task", "36").stderr.startswith(f"{RED}错误：{PLAIN}")


def test_colours_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The old console shows the codes themselves; Windows Terminal, which says so, has colours."""
    monkeypatch.setattr("gdquality.cli.talk.ON_WINDOWS", True)
    assert "\x1b" in on_terminal("task", "36")

    monkeypatch.delenv("WT_SESSION")
    assert "\x1b" not in on_terminal("task", "36")
