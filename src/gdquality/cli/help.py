"""Typer's help in the language of the users."""

from typing import Any

import typer.core

from gdquality.cli.shells import install_completion, show_completion

OPTIONS = {
    "help": "显示本说明。",
    "install_completion": "为当前的 shell 装上补全。",
    "show_completion": "打印当前 shell 的补全脚本，供查看或另存。",
}
"""What the options do that typer adds, by their names."""

COMPLETION = {"install_completion": install_completion, "show_completion": show_completion}
"""What carries out those of them that would speak English."""

PLACEHOLDERS = {"Usage:": "用法：", "[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]..."}
"""What typer writes in a line of usage, and how it is said here."""


class Command(typer.core.TyperCommand):
    """A command whose help is in Chinese."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return `--help`, explained."""
        return _explained(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:
        """Return the line of usage."""
        return _titled(super().get_usage(ctx))


class Group(typer.core.TyperGroup):
    """The group of all commands, whose help is in Chinese."""

    def get_params(self, ctx: Any) -> Any:
        """Return the options, with those that typer adds explained and carried out in Chinese."""
        parameters = [_explained(parameter) for parameter in super().get_params(ctx)]
        for parameter in parameters:
            parameter.callback = COMPLETION.get(parameter.name, parameter.callback)
        return parameters

    def get_usage(self, ctx: Any) -> str:
        """Return the line of usage."""
        return _titled(super().get_usage(ctx))


def _explained(parameter: Any) -> Any:
    if parameter is not None and parameter.name in OPTIONS:
        parameter.help = OPTIONS[parameter.name]
    return parameter


def _titled(usage: str) -> str:
    for english, chinese in PLACEHOLDERS.items():
        usage = usage.replace(english, chinese, 1)
    return usage


def translate_help() -> None:
    """Let rich draw the help in Chinese, and fold what it would cut; imported for help alone."""
    from rich import columns
    from rich.table import Table
    from typer import rich_utils

    class FoldingTable(Table):
        """A table that folds: Chinese has no spaces, and rich cuts a word that is too long."""

        def add_row(self, *cells: Any, **options: Any) -> None:
            super().add_row(*cells, **options)
            for column in self.columns:
                column.overflow = "fold"

    rich_utils.Table = columns.Table = FoldingTable  # type: ignore[attr-defined]
    rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
    rich_utils.OPTIONS_PANEL_TITLE = "选项"
    rich_utils.COMMANDS_PANEL_TITLE = "命令"
    rich_utils.DEFAULT_STRING = "[默认：{}]"
    rich_utils.ENVVAR_STRING = "[环境变量：{}]"
    rich_utils.REQUIRED_LONG_STRING = "[必需]"
