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
    SinceOption,
    UntilOption,
)
from gdquality.cli.output import emit_answer, say

if TYPE_CHECKING:
    from gdquality.collection.questions import Collection
    from gdquality.formats import AnswerFormat
    from gdquality.queries.answers import AgencyAnswer


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
    format_: FormatOption = "table",
    data: DataOption = None,
) -> int:
    """列出一个单位的任务和对它的报送要求。

    例：

    gdq agency 质监局

    gdq agency 省发改委 -f json
    """
    from gdquality.cli.names import say_if_later, say_if_uncertain

    if many := notices_to_ask(data, notice, since, until, in_):
        return _of_many(name, format_, many)
    chosen = load_to_ask(data)
    answer = chosen.agency(name)
    say_if_uncertain(answer)
    if format_ not in ("table", "md"):  # which show where the body came from
        say_if_later(answer.agency.name, chosen)
    if format_ in ("csv", "tsv"):
        _say_what_is_left_out(answer, format_)
    emit_answer(answer, format_)
    return 0


def _of_many(name: str, format_: "AnswerFormat", many: "Collection") -> int:
    from gdquality.cli.many import emit_per_notice, say_what_was_meant
    from gdquality.formats.agency_parts import not_in_rows

    say_what_was_meant(name, many)
    answer = many.agency(name)
    if format_ in ("csv", "tsv") and any(not_in_rows(part) for _, part in answer.parts):
        say(f"{format_} 只有任务，不含报送要求和单位沿革；-f md、json、yaml 都有", "提示")
    return emit_per_notice(answer, format_, many, "这些通知里没有它的任务")


def _say_what_is_left_out(answer: "AgencyAnswer", format_: str) -> None:
    from gdquality.formats.agency_parts import not_in_rows

    if left_out := not_in_rows(answer):
        say(f"{format_} 只有任务，不含：{'、'.join(left_out)}；-f md、json、yaml 都有", "提示")
