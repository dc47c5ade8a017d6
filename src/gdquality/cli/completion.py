"""Completion of values in the shell: agency names, task numbers, rule codes.

Each TAB is a process of its own: only the data are read. Whatever is wrong with them, completion
has nothing to say, since there is nowhere to say it.
"""

import contextlib
import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from gdquality.errors import GdqError
from gdquality.formats.controls import visible

if TYPE_CHECKING:
    from gdquality import Dataset
    from gdquality.collection.questions import Collection

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


def adapt_typer() -> None:
    """Let typer offer a name for what is typed otherwise, where the shell puts up with it.

    Explanations are taken as text: to read them as markup typer would import rich.
    """
    from typer import _completion_classes as classes

    classes._sanitize_help_text = lambda text: text  # noqa: SLF001 -- there is no other way
    zsh: Any = classes.ZshComplete
    usual = zsh.complete

    def complete(self: Any) -> str:
        items = self.get_completions(*self.get_completion_args())
        if not any(isinstance(item.value, Understood) for item in items):
            return str(usual(self))
        return _replacing([(_name_of(item.value), item.help) for item in items])

    zsh.complete = complete
    bash: Any = classes.BashComplete
    bash.format_completion = lambda _self, item: _name_of(item.value)


class Understood(str):
    """What begins as it was typed, and is understood as a `name`: typer drops all else."""

    __slots__ = ("name",)
    name: str

    @classmethod
    def of(cls, typed: str, name: str) -> "Understood":
        """Return `typed`, which is understood as `name`."""
        understood = cls(typed)
        understood.name = name
        return understood


def _name_of(value: str) -> str:
    return value.name if isinstance(value, Understood) else value


def _replacing(offered: list[tuple[str, str]]) -> str:
    """Return what zsh is to evaluate in order to put one of `offered` in place of what is typed."""
    shown = " ".join(f'"{value} -- {explanation}"' for value, explanation in offered)
    values = " ".join(f'"{value}"' for value, _ in offered)
    # Nothing that they share begins as it was typed: each in turn, and not what they share.
    menu = "compstate[insert]=menu; " if len(offered) > 1 else ""
    return f"local -a shown; shown=({shown}); {menu}compadd -U -l -d shown -- {values}"


def agency_names(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the registered names that begin as typed, or are read so, each with the full name."""
    with contextlib.suppress(GdqError):
        many = _many(ctx) if _is_of_many(ctx) else None
        data = many.base if many else _dataset(ctx)
        yield from _of_notices(many, incomplete) if many else ()
        for name, typed in data.completing(incomplete):
            if not _is_offered(name):
                continue
            bearers = "、".join(agency.name for agency in data.registry.bearers[name])
            if typed == name:
                yield name, _harmless(bearers)
            else:
                value = Understood.of(typed, name)
                yield value, _harmless(bearers if _is_replaced() else f"{name}：{bearers}")


def _is_replaced() -> bool:
    """Tell whether the shell is shown a name in place of what is typed; others show both."""
    return os.environ.get("_GDQ_COMPLETE", "").endswith(("bash", "zsh"))


def notice_numbers(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the serials of document numbers that begin as typed, each with the title."""
    with contextlib.suppress(GdqError):
        for entry in _many(ctx).notices() if _is_of_many(ctx) else ():
            number = (entry.document_number or "").rpartition("〕")[2].removesuffix("号")
            if number and number.startswith(incomplete):
                yield number, _harmless(f"{entry.dated} {entry.title}")


def task_numbers(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the numbers that begin as typed, each with the title of its task."""
    with contextlib.suppress(GdqError):
        for task in () if _is_of_many(ctx) else _dataset(ctx).notice.tasks:
            if str(task.number).startswith(incomplete):
                yield str(task.number), _harmless(task.title)


def _is_of_many(ctx: typer.Context) -> bool:
    from gdquality.cli.asking import may_hold_many

    return may_hold_many(_data(ctx))


def _many(ctx: typer.Context) -> "Collection":
    from gdquality.collection.opening import load_collection

    return load_collection(_data(ctx) or "")


def _of_notices(many: "Collection", typed: str) -> Iterator[tuple[str, str]]:
    """Yield the names that notices alone know, and that begin as typed, each with the body."""
    for name, agency in many.store.names_beginning(typed):
        if _is_offered(name):
            yield name, _harmless(agency)


def _data(ctx: typer.Context) -> str | None:
    return ctx.params.get("data") or os.environ.get("GDQ_DATA")


def _dataset(ctx: typer.Context) -> "Dataset":
    # Imported by every command, for help and --version too: these need no data.
    from gdquality import load

    return load(_data(ctx), ctx.params.get("in_"))


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


def places(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the names of places that begin as typed, each with the place in full."""
    from gdquality.names.government import packaged_places

    known = packaged_places()
    for place in known.all if incomplete else known.provinces:
        for name in dict.fromkeys((place.name, place.short)):
            if name.startswith(incomplete) and len(known.named(name)) == 1:
                yield name, known.official(place)
                break


def kinds(incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield what the kinds of agencies are called, each with its key."""
    from gdquality.formats.terms import KINDS

    for kind, name in KINDS.items():
        if name.startswith(incomplete):
            yield name, kind
