"""`gdq agency`: what one agency leads, supports and owes."""

from typing import TYPE_CHECKING, Annotated

import typer

from gdquality.cli.asking import load_to_ask, notices_to_ask
from gdquality.cli.completion import agency_names
from gdquality.cli.options import (
    DataOption,
    FormatOption,
    InOption,
    NoticeOption,
    OutputOption,
    SinceOption,
    UntilOption,
)
from gdquality.cli.output import emit_answer
from gdquality.cli.output_file import Destination, ForceOption, destination
from gdquality.cli.talk import say

if TYPE_CHECKING:
    from gdquality.collection.questions import Collection
    from gdquality.queries.answers import AgencyAnswer


ROWS = frozenset(("csv", "tsv", "json", "yaml"))
"""The formats that are for programs, and say nothing beside."""


def agency(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="全称、简称或通知中的写法。", autocompletion=agency_names
        ),
    ],
    notice: NoticeOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    in_: InOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    data: DataOption = None,
) -> int:
    """列出一个单位的任务和对它的报送要求。

    例：

    gdq agency 质监局

    gdq agency 省发改委 -f json
    """
    from gdquality.cli.names import say_if_later, say_if_uncertain

    to = destination(format_, output, force=force)
    if many := notices_to_ask(data, notice, since, until, in_):
        return _of_many(name, to, many)
    chosen = load_to_ask(data)
    answer = chosen.agency(name)
    say_if_uncertain(answer)
    if to.kind in ROWS:  # the others show where the body came from
        say_if_later(answer.agency.name, chosen)
    if to.kind in ("csv", "tsv"):
        _say_what_is_left_out(answer, to)
    emit_answer(answer, to, chosen)
    return 0


def _of_many(name: str, to: Destination, many: "Collection") -> int:
    from gdquality.cli.many import emit_per_notice, say_what_was_meant
    from gdquality.formats.agency_parts import not_in_rows

    say_what_was_meant(name, many)
    answer = many.agency(name)
    if to.kind in ("csv", "tsv") and any(not_in_rows(part) for _, part in answer.parts):
        say(f"{to.kind} 只有任务，不含报送要求和单位沿革；{_with_everything(to)} 都有", "提示")
    return emit_per_notice(answer, to, many, "这些通知里没有它的任务")


def _with_everything(to: Destination) -> str:
    """Return what else an answer can be that leaves nothing out."""
    return "-f md、json、yaml" if to.format else "-o .xlsx、.docx、.html"


def _say_what_is_left_out(answer: "AgencyAnswer", to: Destination) -> None:
    from gdquality.formats.agency_parts import not_in_rows

    if left_out := not_in_rows(answer):
        told = "、".join(left_out)
        say(f"{to.kind} 只有任务，不含：{told}；{_with_everything(to)} 都有", "提示")
