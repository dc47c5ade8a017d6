"""Completion of values in the shell: agency names, task numbers, rule codes.

Each TAB is a process of its own: only the data are read. Whatever is wrong with them, completion
has nothing to say, since there is nowhere to say it.
"""

import contextlib
import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from gdquality.errors import GdqError
from gdquality.formats.controls import visible

if TYPE_CHECKING:
    from gdquality import Dataset

_MEANS_SOMETHING = re.compile(r"""[\s\\"'`$;&|<>()*?\[\]{}~!#=]""")
"""What no name that is offered may hold: bash puts it on the line as it is."""

_FULL_WIDTH = {ord(character): ord(character) + 0xFEE0 for character in "\\\"'`$"}


def words_typed() -> list[str] | None:
    """Return the words after `gdq` up to the one to be completed, or None if none is to be."""
    if "_GDQ_COMPLETE" not in os.environ:
        return None
    typed = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS", "")
    # bash puts the words on lines.
    return re.split(r"\s", typed)[1:]


def take_help_as_text() -> None:
    """Keep typer from reading explanations as markup, for which it would import rich."""
    from typer import _completion_classes

    _completion_classes._sanitize_help_text = lambda text: text  # noqa: SLF001 -- there is no other way


def agency_names(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the registered names that begin as typed, each with the full name."""
    with contextlib.suppress(GdqError):
        for name, bearers in _dataset(ctx).registry.bearers.items():
            if name.startswith(incomplete) and _is_offered(name):
                yield name, _harmless("、".join(agency.name for agency in bearers))


def task_numbers(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the numbers that begin as typed, each with the title of its task."""
    with contextlib.suppress(GdqError):
        for task in _dataset(ctx).notice.tasks:
            if str(task.number).startswith(incomplete):
                yield str(task.number), _harmless(task.title)


def _dataset(ctx: typer.Context) -> "Dataset":
    # Imported by every command, for help and --version too: these need no data.
    from gdquality import load

    return load(ctx.params.get("data") or os.environ.get("GDQ_DATA"))


def _is_offered(name: str) -> bool:
    return visible(name) == name and not _MEANS_SOMETHING.search(name)


def _harmless(text: str) -> str:
    """Return `text` for a shell to show: zsh evaluates what it is told."""
    return visible(text).translate(_FULL_WIDTH)


def rule_codes(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the codes that begin as typed, each with what its rule holds."""
    from gdquality.rules.catalog import RULES

    for code, rule in RULES.items():
        if code.startswith(incomplete.upper()):
            # Shells drop what does not begin as it was typed: gdq2.
            yield incomplete + code[len(incomplete) :], rule.title


def kinds(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield what the kinds of agencies are called, each with its key."""
    from gdquality.formats.terms import KINDS

    for kind, name in KINDS.items():
        if name.startswith(incomplete):
            yield name, kind
