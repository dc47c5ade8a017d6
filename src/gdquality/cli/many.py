"""Answers from many notices: written, and what is said beside them."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gdquality.cli.conditions import narrowed_to_notices
from gdquality.cli.output import DRAWN, console, is_encodable, show
from gdquality.cli.output_file import Destination
from gdquality.cli.talk import Label, say

if TYPE_CHECKING:
    from gdquality.collection.questions import Collection
    from gdquality.queries.answers import Answer
    from gdquality.queries.per_notice import NoticeList, PerNotice

MOST_NAMED = 3
"""Notices or bodies that are named where there may be very many."""


def emit_per_notice(
    answer: "PerNotice[Answer] | NoticeList", to: Destination, many: "Collection", nothing: str
) -> int:
    """Write an answer from many notices, or say `nothing`; return 0, or 1 if there is nothing."""
    found, to = answer[0], told(to, many)
    if not _says_who_answers(answer):
        to = told_who_answers(to, many)
    say_who_answers(many)
    if found or to.format not in DRAWN:
        if to.write:
            to.write(_content(answer, to))
            say(f"已写入 {to.file}")
        else:
            format_ = to.format or "table"
            show(_text(answer, format_), format_)
    say_what_is_left_out(many)
    if not found:
        say(nothing if any(many.notices()) else "没有这样的通知")
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
    return content_of(answer, to.ending, console, to.lines)


def told(to: Destination, many: "Collection") -> Destination:
    """Return `to` with what its file says of the notices that were asked, and of those in none."""
    to = narrowed_to_notices(to, many.store.narrowing)
    lines = (line for line, _ in of_notices(many))
    return to._replace(warnings=(*to.warnings, *lines, *_left_out(many)))


def told_who_answers(to: Destination, many: "Collection") -> Destination:
    """Return `to` with what its file says of bodies that were not in being yet."""
    return to._replace(warnings=(*to.warnings, *_who_answers(many)))


def _says_who_answers(answer: "PerNotice[Answer] | NoticeList") -> bool:
    """Tell whether an answer names in each row whom the notice names, as that about a body does."""
    from gdquality.queries.answers import AgencyAnswer
    from gdquality.queries.per_notice import PerNotice

    match answer:
        case PerNotice(((_, AgencyAnswer()), *_)):
            return True
        case _:
            return False


def of_notices(many: "Collection") -> Iterator[tuple[str, Label]]:
    """Yield what is to be known of the notices that are asked, whatever the question is."""
    from gdquality.formats.per_notice import named

    if undated := many.store.count_undated():
        yield f"另有 {undated} 份通知没有日期，不在其内", "提示"
    if outdated := many.store.outdated():
        names = listed(f"{named(one)}（{one.file}：{one.problem}）" for one in outdated)
        yield f"有的文件现在读不出，用的是以前读到的内容：{names}", "警告"
    if unread := many.store.count_unread():
        yield f"另有 {unread} 个文件读不出，不在其内（gdq validate 列出）", "警告"


def say_who_answers(many: "Collection") -> None:
    """Say which bodies answer for one that came of them after the notice."""
    for line in _who_answers(many):
        say(line)


def _who_answers(many: "Collection") -> Iterator[str]:
    for body, others in many.predecessors.items():
        if others:
            names = listed(sorted(others))
            yield f"“{body.name}”{body.since} 才有，此前的通知以其前身作答：{names}"


def say_what_is_left_out(many: "Collection") -> None:
    """Say in which notices it is not certain whom a name means, so that they are in no answer."""
    for line in _left_out(many):
        say(line, "警告")


def _left_out(many: "Collection") -> Iterator[str]:
    from gdquality.formats.per_notice import named

    if found := [*many.left_out]:
        notices = listed(named(one.entry) for one in found)
        bodies = listed(body for one in found for body in one.bodies)
        yield f"在有的通知里不能确定名称指哪个单位，没有列出：{notices}；可改问：{bodies}"


def listed(names: Iterable[str]) -> str:
    """Return the first of `names`, and of how many they are the first."""
    every = [*dict.fromkeys(names)]
    rest = f" 等 {len(every)} 个" if len(every) > MOST_NAMED else ""
    return "、".join(every[:MOST_NAMED]) + rest


def say_what_was_meant(name: str, many: "Collection") -> None:
    """Say on standard error what a name was taken for, unless that is certain."""
    from gdquality.cli.names import say_if_uncertain

    if registered := many.meaning(name).registered:
        say_if_uncertain(registered)
