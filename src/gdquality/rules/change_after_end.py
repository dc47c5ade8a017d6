"""A body that has ended takes part in no later change."""

from gdquality.rules.change_cycle import ENDS
from gdquality.rules.change_order import is_before
from gdquality.rules.examples import AGENCIES, CHANGES
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find bodies that end a second time, or give or take something after their end."""
    ended: dict[str, str] = {}
    for index, change in file.changes:
        for field, names in (("before", change.before), ("after", change.after)):
            for place, name in enumerate(names):
                ends_again = field == "before" and change.kind in ENDS and name in ended
                if ends_again or is_before(ended.get(name, "9"), change.date):
                    message = f"“{name}”已于 {ended[name]} 不复存在"
                    yield (("changes", index, field, place), message)
        for name in change.before if change.kind in ENDS else ():
            ended.setdefault(name, change.date)


RULE = Rule(
    code="GDQ410",
    name="change-after-end",
    severity="error",
    title="已不复存在的单位不再变更",
    why="单位更名、并入别处或撤销之后，不会再变一次；多半是单位写错了。",
    passes=AGENCIES + CHANGES,
    fails=AGENCIES
    + CHANGES
    + """\
  - date: "2020"
    kind: abolished
    before: [广东省水利厅]
    after: []
    confidence: low
""",
    check=check,
)
