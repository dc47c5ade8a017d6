"""Whom a notice names was in being when it was issued."""

from gdquality.rules.change_cycle import ENDS
from gdquality.rules.examples import TASK
from gdquality.rules.known_agency import mentions_of
from gdquality.rules.rule import Findings, NoticeFile, Rule


def check(file: NoticeFile) -> Findings:
    """Find mentions of bodies that ended before the year of the notice, or began after it."""
    if file.year is None:
        return
    ended = {
        name: change.date
        for change in file.registry.data.changes
        if change.kind in ENDS and int(change.date[:4]) < file.year
        for name in change.before
    }
    for path, mention in mentions_of(file):
        place = (*path, "agency")
        if mention.agency in ended:
            yield (place, f"“{mention.agency}”已于 {ended[mention.agency]} 不复存在")
        elif mention.agency in file.registry.agencies and not file.registry.was_there(
            mention.agency, file.year
        ):
            since = file.registry.agencies[mention.agency].since
            yield (place, f"“{mention.agency}”{since} 才成立")


RULE = Rule(
    code="GDQ406",
    name="not-in-being",
    severity="error",
    title="通知提到的单位，当时存在",
    why="当时还没有、或已经没有的单位，不会是通知所指的单位。",
    passes=TASK,
    fails=TASK.replace(
        "{text: 省财政厅, agency: 广东省财政厅}",
        "{text: 省市场监管局, agency: 广东省市场监督管理局}",
    ).replace("support, text: 省财政厅", "support, text: 省市场监管局"),
    check=check,
)
