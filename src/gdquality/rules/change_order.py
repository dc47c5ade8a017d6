"""Changes stand in order of time, and happen to bodies that are in being."""

from gdquality.rules.examples import AGENCIES, CHANGES
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find changes that stand after a later one, or befall a body before it came to be."""
    since = {agency.name: agency.since for _, agency in file.agencies if agency.since}
    latest = ""
    for index, change in file.changes:
        path = ("changes", index, "date")
        if is_before(change.date, latest):
            yield (path, f"{change.date} 排在 {latest} 之后")
        latest = max(latest, change.date)
        for name in change.before:
            if is_before(change.date, since.get(name, "")):
                yield (path, f"“{name}”{since[name]} 才成立，不会在 {change.date} 变更")


def is_before(date: str, other: str) -> bool:
    """Tell whether `date` is before `other` to the precision that both have."""
    length = min(len(date), len(other))
    return date[:length] < other[:length]


RULE = Rule(
    code="GDQ405",
    name="change-order",
    severity="error",
    title="变更按时间先后排列，不早于单位成立",
    why="次序错了，多半是日期写错了。",
    passes=AGENCIES + CHANGES,
    fails=AGENCIES
    + CHANGES
    + """\
  - date: 2017-01
    kind: abolished
    before: [广东省财政厅]
    after: []
    confidence: low
""",
    check=check,
)
