"""`gdq task`: tasks in detail."""

import re
from collections.abc import Iterator
from typing import Annotated
from unicodedata import normalize

import typer

from gdquality.cli.asking import load_to_ask, notices_to_ask
from gdquality.cli.completion import task_numbers
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
from gdquality.cli.output_file import ForceOption, destination
from gdquality.errors import GdqError, quoted

_RANGE = re.compile(r"(?P<first>[0-9]{1,20})(?:-(?P<last>[0-9]{1,20}))?")


def task(
    numbers: Annotated[
        list[str],
        typer.Argument(
            metavar="NUMBER...",
            help="序号，如 21；可写 1-5 或 1,2。",
            autocompletion=task_numbers,
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
    """显示任务的牵头单位和参与单位。

    例：

    gdq task 21

    gdq task 1-3 21 -f json
    """
    from gdquality.queries.answers import TaskDetails
    from gdquality.queries.tasks import find_tasks

    to = destination(format_, output, force=force)
    if many := notices_to_ask(data, notice, since, until, in_):
        from gdquality.cli.many import emit_per_notice

        answer = many.task(lambda highest: parse_numbers(numbers, highest))
        return emit_per_notice(answer, to, many, "这些通知里没有这样的任务")
    chosen = load_to_ask(data)
    asked = chosen.notice
    highest = max((task.number for task in asked.tasks), default=0)
    tasks = find_tasks(list(parse_numbers(numbers, highest)), asked)
    emit_answer(TaskDetails(tasks), to, chosen)
    return 0


def parse_numbers(texts: list[str], highest: int) -> Iterator[int]:
    """Yield the task numbers that `texts` ask for: 21, 1-5, or several between commas.

    Of what lies beyond `highest` only the last is yielded, so that an endless range ends. Raises
    GdqError for what is no number or runs backwards.
    """
    for text in texts:
        for part in re.split("[,，、]", text):
            match = _RANGE.fullmatch(normalize("NFKC", part).strip())
            first = int(match["first"]) if match else 0
            last = int(match["last"] or first) if match else -1
            if not match or last < first:
                message = f"{quoted(part)}不是任务序号"
                raise GdqError(message, hint="写作 21、1-5 或 1,2，例如 gdq task 21")
            yield from range(first, min(last, highest) + 1)
            if last > highest:
                yield last
