"""Every agency that a notice names is in the registry, under its canonical name."""

from collections.abc import Iterator

from gdquality.records import ROLES, Mention
from gdquality.rules.examples import TASK
from gdquality.rules.rule import Findings, NoticeFile, Rule
from gdquality.store.yaml_document import KeyPath


def mentions_of(file: NoticeFile) -> Iterator[tuple[KeyPath, Mention]]:
    """Yield every mention in `file` with the path to it."""
    for index, task in file.tasks:
        for role in ROLES:
            for place, mention in enumerate(task.mentions(role)):
                yield ("tasks", index, role, place), mention
    for index, deadline in file.deadlines:
        for part, named in (("who", deadline.who), ("to", deadline.to)):
            for place, mention in enumerate(named):
                yield ("deadlines", index, part, place), mention


def check(file: NoticeFile) -> Findings:
    """Find mentions of agencies that the registry does not know and that are not derived."""
    for path, mention in mentions_of(file):
        if not mention.derived and mention.agency not in file.registry.agencies:
            yield ((*path, "agency"), f"名录中没有“{mention.agency}”")


RULE = Rule(
    code="GDQ301",
    name="known-agency",
    severity="error",
    title="每个单位都在名录里，用的是全称；推定的除外",
    why="全称是查名录的键；查不到，这个单位就没有答案。",
    passes=TASK,
    fails=TASK.replace("省财政厅, agency: 广东省财政厅", "省财政厅, agency: 财政厅"),
    check=check,
)
