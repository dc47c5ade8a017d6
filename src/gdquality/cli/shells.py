"""Completion installed in a shell, or its script shown: typer's own work, told in Chinese."""

import os
from pathlib import Path
from typing import Any

import typer

from gdquality.cli.output import emit
from gdquality.cli.talk import say
from gdquality.errors import GdqError
from gdquality.files import reason

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")
"""The shells that typer has a script for."""

BY_HAND = "可用 gdq --show-completion 打印脚本，自己装上"

PROGRAM, VARIABLE = "gdq", "_GDQ_COMPLETE"


def install_completion(_context: Any, _parameter: Any, asked: Any) -> None:
    """Install the completion of the shell that `gdq` was started from, and end."""
    if asked:
        from typer._completion_shared import install

        shell = _shell()
        try:
            _, path = install(shell, PROGRAM, VARIABLE)
        except (OSError, UnicodeError) as error:
            why = reason(error) if isinstance(error, OSError) else "它的配置文件不是 UTF-8 文本"
            raise GdqError(f"不能为 {shell} 装补全：{why}", hint=BY_HAND) from None
        say(f"已为 {shell} 装上补全：{path}")
        say("重新打开终端后生效")
        raise typer.Exit


def show_completion(_context: Any, _parameter: Any, asked: Any) -> None:
    """Print the script that would be installed, and end."""
    if asked:
        from typer._completion_shared import get_completion_script

        names = {"prog_name": PROGRAM, "complete_var": VARIABLE}
        emit(get_completion_script(shell=_shell(), **names) + "\n")
        raise typer.Exit


def _shell() -> str:
    """Return the shell that started `gdq`; raises GdqError where it is none that can complete."""
    from typer._completion_shared import _get_shell_name

    # What no shell has started (an editor, a service) has the shell of its user.
    shell = _get_shell_name() or Path(os.environ.get("SHELL", "")).name
    if shell not in SHELLS:
        found = f"{shell} 没有补全" if shell else "认不出当前的 shell"
        raise GdqError(found, hint=f"可在 {'、'.join(SHELLS)} 中用")
    return shell
