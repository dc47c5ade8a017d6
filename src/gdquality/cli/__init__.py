"""The command line: arguments in, an answer out, every error one line and an exit code."""

import importlib
import os
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from gdquality import __version__
from gdquality.cli.completion import adapt_typer, words_typed
from gdquality.cli.help import Command, Group, translate_help
from gdquality.cli.output import discard_output, emit
from gdquality.cli.talk import say
from gdquality.cli.usage import translated
from gdquality.errors import GdqError
from gdquality.files import reason

INTERNAL_ERROR = 2
MOST_ERRORS = 10
"""Errors that are shown where `gdq validate` shows them all."""

USAGE_ERROR: Any = typer.BadParameter.__base__
"""What typer raises for wrong usage; it is exported by none of the versions in range."""

COMMANDS = (
    *("agency", "agencies", "task", "tasks", "deadlines", "partners", "compare", "matrix"),
    *("notice", "notices", "add", "build", "network"),
    *("export", "page", "resolve", "split", "parse", "init"),
    *("text", "validate", "rule", "schema"),
)
"""The commands in the order of the help; each is a function in the module of its name."""


def app_for(arguments: Sequence[str]) -> typer.Typer:
    """Return the application with the command that `arguments` begin with, or with all of them.

    An answer is to be quick, and takes no other command's module, nor typer's look at it.
    """
    app = typer.Typer(
        cls=Group,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(gdq)
    for name in _command_in(arguments) or COMMANDS:
        module = importlib.import_module(f"gdquality.cli.{name}")
        app.command(name, cls=Command)(getattr(module, name))
    return app


def _command_in(arguments: Sequence[str]) -> tuple[str, ...]:
    """Return the command that `arguments` begin with, if they do with one."""
    return tuple(one for one in arguments[:1] if one in COMMANDS)


def show_version(asked: bool) -> None:  # noqa: FBT001 -- the signature is typer's
    """Print the version and end, where `--version` asks for it."""
    if asked:
        emit(f"gdq {__version__}\n")
        raise typer.Exit


def gdq(
    _version: Annotated[
        bool,
        typer.Option("--version", help="显示版本。", is_eager=True, callback=show_version),
    ] = False,
) -> None:
    """读懂政府通知的任务分工表：谁牵头，谁参与，何时报送。

    例：

    gdq agency 质监局

    gdq task 21
    """


def run(arguments: list[str]) -> int:
    """Run `gdq` with `arguments` and return its exit code; nothing is raised."""
    try:
        return _answer(arguments)
    except KeyboardInterrupt:
        return 130
    except SystemExit as end:
        # So typer ends a completion, and rich a help that nobody reads on, which is no error.
        return int(end.code or 0) if words_typed() is not None else 0
    except Exception as error:  # noqa: BLE001 -- no traceback reaches a user
        return _failed(error, arguments)


def _answer(arguments: list[str]) -> int:
    typed = words_typed()
    if typed is not None:
        adapt_typer()
    elif not arguments or not {"-h", "--help"}.isdisjoint(arguments):
        translate_help()
    # While it is being typed a command may become another: task, tasks.
    known = arguments if typed is None else typed[:-1]
    return app_for(known)(arguments, prog_name="gdq", standalone_mode=False) or 0


def _failed(error: Exception, arguments: list[str]) -> int:
    match error:
        case GdqError():
            messages = error.messages
            if error.hint.startswith("gdq validate") and len(messages) > MOST_ERRORS:
                rest = len(messages) - MOST_ERRORS
                messages = (*messages[:MOST_ERRORS], f"另有 {rest} 处")
            return _report(messages, error.hint, error.exit_code)
        case OSError():
            # Typer writes help and completions itself.
            discard_output()
            if isinstance(error, BrokenPipeError):
                return 0
            return _report((f"无法写出：{reason(error)}",), "", GdqError.exit_code)
        case _ if isinstance(error, USAGE_ERROR):
            command = " ".join(("gdq", *_command_in(arguments)))
            message = error.format_message()
            if not message:  # without arguments the help has been shown
                return _report((), "", error.exit_code)
            return _report((translated(message),), f"{command} --help", error.exit_code)
    if os.environ.get("GDQ_DEBUG"):
        raise error
    return _report(*_unforeseen(error))


def _unforeseen(error: Exception) -> tuple[tuple[str, ...], str, int]:
    """Return what is said of an error of the program, or of a database damaged far inside."""
    from sqlite3 import DatabaseError

    if isinstance(error, DatabaseError):
        message, hint = f"数据库读不下去，可能已损坏：{error}", "用 gdq build 重新生成"
        return (message,), hint, GdqError.exit_code
    message = f"内部错误：{type(error).__name__}: {error}"
    return (message,), "请报告这个错误；设 GDQ_DEBUG=1 可看详情", INTERNAL_ERROR


def _report(messages: tuple[str, ...], hint: str, exit_code: int) -> int:
    for message in messages:
        say(message, "错误")
    for line in hint.splitlines():
        say(line, "提示")
    return exit_code
