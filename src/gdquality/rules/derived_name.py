"""A name that no registry has is pointed out."""

from gdquality.rules.examples import TASK
from gdquality.rules.known_agency import mentions_of
from gdquality.rules.rule import Findings, NoticeFile, Rule


def check(file: NoticeFile) -> Findings:
    """Find the first mention of each derived body that is no entry, not even a draft."""
    told: set[str] = set()
    for path, mention in mentions_of(file):
        is_new = mention.agency not in told and mention.agency not in file.registry.agencies
        if mention.derived and is_new:
            told.add(mention.agency)
            yield ((*path, "agency"), f"名录中没有“{mention.agency}”，是推定的")


RULE = Rule(
    code="GDQ305",
    name="derived-name",
    severity="note",
    title="推定的名称指出来",
    why="推定的全称没有人确认过；用 gdq parse -o 文件夹/，就连名录一起起草，可以逐个核对。",
    passes=TASK,
    fails=TASK.replace(
        "省财政厅, agency: 广东省财政厅", "省某厅, agency: 广东省某厅, derived: true"
    ).replace("support, text: 省财政厅", "support, text: 省某厅"),
    check=check,
)
