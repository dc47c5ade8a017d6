"""Completion as it is installed and shown: in every shell, and told in Chinese."""

from pathlib import Path

import pytest
from conftest import Result, Run


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """Return what sets the shell that has started `gdq`, at home in `tmp_path`."""
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv("SHELL", raising=False)
    monkeypatch.delenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", raising=False)
    return monkeypatch


def started_from(name: str | None, shell: pytest.MonkeyPatch) -> None:
    """Let `gdq` be started from the shell of that name, or from none."""
    shell.setattr("typer._completion_shared._get_shell_name", lambda: name)


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("bash", ".bash_completions/gdq.sh"),
        ("zsh", ".zfunc/_gdq"),
        ("fish", ".config/fish/completions/gdq.fish"),
    ],
)
def test_install(
    name: str, script: str, gdq: Run, shell: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The script is where the shell looks for it, and what was done is said in Chinese."""
    started_from(name, shell)

    result = gdq("--install-completion")

    said = f"已为 {name} 装上补全：{tmp_path / script}\n重新打开终端后生效\n"
    assert result == Result(0, "", said)
    assert f"complete_{name}" in (tmp_path / script).read_text(encoding="utf-8")


def test_show(gdq: Run, shell: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The script is the answer, and nothing is installed."""
    started_from("zsh", shell)

    result = gdq("--show-completion")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("#compdef gdq\n")
    assert result.stdout.endswith("compdef _gdq_completion gdq\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
@pytest.mark.parametrize(
    ("name", "said"), [("dash", "dash 没有补全"), (None, "认不出当前的 shell")]
)
def test_no_such_shell(
    name: str | None, said: str, option: str, gdq: Run, shell: pytest.MonkeyPatch
) -> None:
    """A shell that cannot complete, or none at all, is an error that names those that can."""
    started_from(name, shell)

    assert gdq(option) == Result(
        2, "", f"错误：{said}\n提示：可在 bash、zsh、fish、powershell、pwsh 中用\n"
    )


def test_the_users_own_shell(gdq: Run, shell: pytest.MonkeyPatch) -> None:
    """Where no shell has started it, SHELL tells which one the user has."""
    started_from(None, shell)
    shell.setenv("SHELL", "/usr/bin/fish")

    assert "complete_fish" in gdq("--show-completion").stdout


def test_configuration_that_is_no_file(gdq: Run, shell: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where the system refuses, it is said why, and how to do it by hand."""
    started_from("bash", shell)
    (tmp_path / ".bashrc").mkdir()

    assert gdq("--install-completion") == Result(
        2,
        "",
        "错误：不能为 bash 装补全：这是文件夹\n"
        "提示：可用 gdq --show-completion 打印脚本，自己装上\n",
    )


def test_configuration_in_another_encoding(
    gdq: Run, shell: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A configuration that cannot be read as text is left as it is."""
    started_from("bash", shell)
    (tmp_path / ".bashrc").write_bytes(b"# \xd6\xd0\xff\n")

    result = gdq("--install-completion")

    assert result.exit_code == 2
    assert result.stderr.startswith("错误：不能为 bash 装补全：它的配置文件不是 UTF-8 文本\n")
    assert (tmp_path / ".bashrc").read_bytes() == b"# \xd6\xd0\xff\n"
