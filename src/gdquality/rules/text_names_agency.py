"""The text of a mention is a name of the agency that it is said to mean."""

from gdquality.rules.examples import TASK
from gdquality.rules.known_agency import mentions_of
from gdquality.rules.rule import Findings, NoticeFile, Rule


def check(file: NoticeFile) -> Findings:
    """Find mentions whose text names another agency of the registry, or none.

    In a notice of another government the same text names another body: 卫生计生委 is the centre's.
    """
    ours = (None, file.own_registry.data.jurisdiction)
    is_ours = file.whole is None or file.whole.jurisdiction in ours
    for path, mention in mentions_of(file) if is_ours else ():
        if not mention.derived and mention.agency in file.registry.agencies:
            meant = file.registry.identify(mention.text, file.when)
            if meant is None:
                yield ((*path, "text"), f"“{mention.text}”不是名录中任何单位的名称")
            elif meant.name != mention.agency:
                message = f"“{mention.text}”是“{meant.name}”，不是“{mention.agency}”"
                yield ((*path, "agency"), message)


RULE = Rule(
    code="GDQ302",
    name="text-names-agency",
    severity="error",
    title="所印的名称确是这个单位的名称",
    why="名称是一个单位，全称是另一个，答案就错了。",
    passes=TASK,
    fails=TASK.replace("广东省财政厅", "广东省水利厅"),
    check=check,
)
