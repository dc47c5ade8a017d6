"""A misprint of the source is kept as printed, and pointed out."""

from gdquality.rules.examples import TASK
from gdquality.rules.known_agency import mentions_of
from gdquality.rules.rule import Findings, NoticeFile, Rule


def check(file: NoticeFile) -> Findings:
    """Find mentions whose text the registry knows as a wrong spelling only."""
    registry = file.registry
    for path, mention in mentions_of(file):
        if mention.text in registry.misprints and mention.text not in registry.bearers:
            message = f"“{mention.text}”当为误印，按“{registry.misprints[mention.text].name}”处理"
            yield ((*path, "text"), message)


RULE = Rule(
    code="GDQ303",
    name="misprint",
    severity="warning",
    title="原文的误印照录，并且指出",
    why="误印不改，以便与原文核对；读的人应当知道它当作什么。",
    passes=TASK,
    fails=TASK.replace(
        "{text: 省财政厅, agency: 广东省财政厅}", "{text: 省环境保护, agency: 广东省环境保护厅}"
    ).replace("support, text: 省财政厅", "support, text: 省环境保护"),
    check=check,
)
