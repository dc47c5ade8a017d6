"""Wrong usage of every kind, said in Chinese with the command that helps."""

import re
from pathlib import Path

import pytest
from conftest import Run

from gdquality.cli import COMMANDS
from gdquality.cli.usage import translated

ENGLISH = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")
"""Two English words together; the commands of hints aside, there is no reason for any."""

WRONG = (
    *(["--bad"], ["--dat", "x"], ["-z"], ["--help=1"], ["--data"], ["-f"], ["-f", "x"]),
    *(["--sort", "x"], ["--force=1"], ["--all=x"], ["--strict=no"], ["-o"], ["--"]),
    *(["x"] * 9, ["it's", '"'], [""], ["-"], ["-'"]),
)


@pytest.mark.parametrize("command", ["", "tsk", "it's", *COMMANDS])
def test_no_english(
    command: str, gdq: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Whatever is wrong with the arguments, no two English words are said of it."""
    monkeypatch.setattr("sys.stdin", None)
    monkeypatch.chdir(tmp_path)  # some of it is not wrong, and writes a folder
    for wrong in WRONG:
        said = gdq(*([command] if command else []), *wrong).stderr

        assert ENGLISH.findall(said.replace("gdq ", "")) == [], (wrong, said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["task"], "缺少参数 NUMBER..."),
        (["export"], "缺少选项 -o / --output"),
        (["export", "-o", "x.md", "--force=1"], "选项 --force 后面不写值"),
        (["agencies", "--sort", "x"], "--sort 的值不对：x，可用 name、lead、responsible、support"),
        (
            ["agencies", "--sort", "x'y"],
            "--sort 的值不对：x'y，可用 name、lead、responsible、support",
        ),
        (["tasks", "--agenc", "x"], "没有选项 --agenc，相近的有：--agency"),
        (["it's"], "没有命令“it's”"),
        (["ta'sk"], "没有命令“ta'sk”，相近的有：task、tasks"),
        (["--"], "没有写命令"),
        (["tasks", "a", ""], "多余的参数："),
        (["tasks", "a", "'"], "多余的参数：'"),
        (["tasks", "a", "x" * 99], f"多余的参数：{'x' * 40}……"),
    ],
)
def test_sayings(arguments: list[str], said: str, gdq: Run) -> None:
    """What was typed stands there as it was typed, what may be typed after it."""
    result = gdq(*arguments)

    assert result.exit_code == 2
    assert result.stderr.splitlines()[0] == f"错误：{said}"


@pytest.mark.parametrize(
    ("message", "said"),
    [
        # typer 0.26 and 0.28
        (
            "No such option: --dat ('(Possible options: --data, --format)',)",
            "没有选项 --dat，相近的有：--data、--format",
        ),
        (
            "No such option: --dat (Possible options: --data, --format)",
            "没有选项 --dat，相近的有：--data、--format",
        ),
        ("Invalid value for 'FILE' (env var: 'X'): nothing we know.", "FILE 的值不对"),
        ("Nobody has foreseen this.", "用法不对：Nobody has foreseen this."),
    ],
)
def test_what_typer_says(message: str, said: str) -> None:
    """The words of every version in the range are known; others are quoted."""
    assert translated(message) == said


@pytest.mark.parametrize(
    "argument", [". Did you mean " * 8_000, "x (Possible options: " * 8_000, "': '" * 30_000]
)
def test_long_arguments(argument: str, gdq: Run) -> None:
    """However long an argument is, it takes no time to say that it is wrong."""
    assert gdq(argument).exit_code == 2
    assert gdq("tasks", "-f", argument).exit_code == 2
    assert gdq("tasks", f"--{argument}").exit_code == 2


def test_bytes_that_are_no_text(gdq: Run) -> None:
    """An argument of other bytes is in no title, and no reason to give up."""
    result = gdq("tasks", "發\udcff")

    assert (result.exit_code, result.stderr) == (1, "没有这样的任务\n")
