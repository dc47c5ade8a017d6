"""The command line: arguments in, an answer out, every error one line and an exit code."""

import os
from typing import Any

import typer

from gdquality.cli import (
    agencies,
    agency,
    deadlines,
    matrix,
    notice,
    parse,
    partners,
    resolve,
    rule,
    schema,
    task,
    tasks,
    validate,
)
from gdquality.cli.output import say
from gdquality.errors import GdqError

INTERNAL_ERROR = 2
USAGE_ERROR: Any = typer.BadParameter.__base__
"""What typer raises for wrong usage; it is exported by none of the versions in range."""

app = typer.Typer(
    name="gdq",
    help="""读懂政府通知的任务分工表：谁牵头，谁参与，何时报送。

    例：

    gdq agency 质监局

    gdq task 21
    """,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("agency")(agency.agency)
app.command("agencies")(agencies.agencies)
app.command("task")(task.task)
app.command("tasks")(tasks.tasks)
app.command("deadlines")(deadlines.deadlines)
app.command("partners")(partners.partners)
app.command("matrix")(matrix.matrix)
app.command("notice")(notice.notice)
app.command("resolve")(resolve.resolve)
app.command("parse")(parse.parse)
app.command("validate")(validate.validate)
app.command("rule")(rule.rule)
app.command("schema")(schema.schema)


def run(arguments: list[str]) -> int:
    """Run `gdq` with `arguments` and return its exit code (DESIGN §5); nothing is raised."""
    try:
        return app(arguments, prog_name="gdq", standalone_mode=False) or 0
    except GdqError as error:
        return _report(error.messages, error.hint, error.exit_code)
    except USAGE_ERROR as error:
        context = error.ctx
        command = context.command_path if context else "gdq"
        message = error.format_message()
        # Without arguments the help has been shown, and there is nothing to say.
        hint = f"{command} --help" if message else ""
        return _report((message,) if message else (), hint, error.exit_code)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if os.environ.get("GDQ_DEBUG"):
            raise
        message = f"内部错误：{type(error).__name__}: {error}"
        return _report((message,), "请报告这个错误；设 GDQ_DEBUG=1 可看详情", INTERNAL_ERROR)


def _report(messages: tuple[str, ...], hint: str, exit_code: int) -> int:
    for message in messages:
        say(f"error: {message}")
    if hint:
        say(f"hint: {hint}")
    return exit_code
