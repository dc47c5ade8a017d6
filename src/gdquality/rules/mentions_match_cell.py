"""The mentions of a task are those that its printed cells give, in that order."""

from collections.abc import Iterator, Sequence

from gdquality.notice.agency_list import ListSyntaxError, Vocabulary, expand
from gdquality.records import Mention
from gdquality.rules.examples import TASK
from gdquality.rules.rule import Found, NoticeFile, Rule
from gdquality.store.yaml_reader import Path


def check(file: NoticeFile) -> Iterator[Found]:
    """Find the first mention of each cell that differs from what is printed."""
    vocabulary = Vocabulary.of(file.registry.prefixes, file.registry.names)
    for index, task in file.tasks:
        cells = (
            ("lead", task.lead, task.printed.lead),
            ("support", task.support, task.printed.support),
        )
        for role, mentions, printed in cells:
            yield from _compare(mentions, printed, ("tasks", index), role, vocabulary)


def _compare(
    mentions: Sequence[Mention], printed: str, task: Path, role: str, vocabulary: Vocabulary
) -> Iterator[Found]:
    try:
        expected = [item.text for item in expand(printed, vocabulary)]
    except ListSyntaxError as error:
        yield Found((*task, "printed", role), f"{error}：“{printed}”")
        return
    for place, (mention, text) in enumerate(zip(mentions, expected, strict=False)):
        if mention.text != text:
            message = f"单元格此处印的是“{text}”，这里是“{mention.text}”"
            yield Found((*task, role, place, "text"), message)
            return
    if len(mentions) != len(expected):
        message = f"单元格印有 {len(expected)} 个单位，这里有 {len(mentions)} 个"
        yield Found((*task, role), message)


RULE = Rule(
    code="GDQ205",
    name="mentions-match-cell",
    severity="error",
    title="列出的单位就是单元格里印的单位",
    why="单元格是原文，列出的单位由它读出；两者不合，必有一处被改过。",
    passes=TASK,
    fails=TASK.replace("support: 省财政厅", "support: 省财政厅、水利厅"),
    check=check,
)
