"""A name that was out of date when the notice was issued is pointed out."""

from gdquality.rules.examples import TASK
from gdquality.rules.known_agency import mentions_of
from gdquality.rules.rule import Findings, NoticeFile, Rule


def check(file: NoticeFile) -> Findings:
    """Find mentions whose text is a former name of the agency meant."""
    for path, mention in mentions_of(file):
        agency = file.registry.agencies.get(mention.agency)
        if agency and mention.text in agency.former_names:
            yield ((*path, "text"), f"“{mention.text}”是“{agency.name}”的旧称")


RULE = Rule(
    code="GDQ304",
    name="outdated-name",
    severity="warning",
    title="不用早已改掉的旧称",
    why="旧称还认得，但引用时应当写当时的名称。",
    passes=TASK,
    fails=TASK.replace(
        "{text: 省财政厅, agency: 广东省财政厅}", "{text: 省交通厅, agency: 广东省交通运输厅}"
    ).replace("support, text: 省财政厅", "support, text: 省交通厅"),
    check=check,
)
