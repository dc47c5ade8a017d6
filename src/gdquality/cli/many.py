"""Answers from many notices: written, and what is said beside them."""

from typing import TYPE_CHECKING

from gdquality.cli.conditions import narrowed, narrowed_to_notices
from gdquality.cli.output import DRAWN, console, is_encodable, show
from gdquality.cli.output_file import Destination
from gdquality.cli.talk import say

if TYPE_CHECKING:
    from gdquality.collection.questions import Collection
    from gdquality.queries.answers import Answer
    from gdquality.queries.per_notice import NoticeList, PerNotice

SKIPPED = "在这些通知里这个名称可指几个单位，没有列出"
"""What is said of notices that are in no answer."""

MOST_NAMED = 3
"""Notices that are named where there may be very many."""


def emit_per_notice(
    answer: "PerNotice[Answer] | NoticeList", to: Destination, many: "Collection", nothing: str
) -> int:
    """Write an answer from many notices, or say `nothing`; return 0, or 1 if there is nothing."""
    found, to = answer[0], narrowed_to_notices(to, many.store.narrowing)
    to = narrowed(to, (SKIPPED, _skipped(many)))
    if found or to.format not in DRAWN:
        if to.write:
            to.write(_content(answer, to))
            say(f"已写入 {to.file}")
        else:
            format_ = to.format or "table"
            show(_text(answer, format_), format_)
    say_what_is_skipped(many)
    if not found:
        say(nothing)
    return 0 if found else 1


def _text(answer: "PerNotice[Answer] | NoticeList", format_: str) -> str:
    from gdquality.formats.per_notice import objects, render

    text = render(answer, format_, console)
    if format_ == "yaml" and not is_encodable(text):
        from gdquality.formats.as_yaml import dump_ascii

        return dump_ascii(objects(answer))
    return text


def _content(answer: "PerNotice[Answer] | NoticeList", to: Destination) -> bytes:
    from gdquality.formats.per_notice import content_of, render

    if to.format:
        return render(answer, to.format, console).encode()
    return content_of(answer, to.ending, console, to.narrowing)


def say_what_is_skipped(many: "Collection") -> None:
    """Say in which notices a name means several bodies, so that they are in no answer."""
    if listed := _skipped(many):
        say(f"{SKIPPED}：{listed}", "警告")


def _skipped(many: "Collection") -> str:
    """Return which notices were left out, the first by name."""
    from gdquality.formats.per_notice import title

    names = list(dict.fromkeys(map(title, many.skipped)))
    rest = f" 等 {len(names)} 份" if len(names) > MOST_NAMED else ""
    return "、".join(names[:MOST_NAMED]) + rest


def say_what_was_meant(name: str, many: "Collection") -> None:
    """Say on standard error what a name was taken for, unless that is certain."""
    from gdquality.cli.names import say_if_uncertain

    meaning = many.meaning(name)
    if not meaning.registered:
        return
    say_if_uncertain(meaning.registered)
    agency = meaning.registered.agency
    if agency.since and len(meaning.bodies) > 1 and many.store.has_before(agency.since[:4]):
        say(f"“{agency.name}”{agency.since} 才有，此前的通知以其前身作答")
