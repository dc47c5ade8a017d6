"""A change is recorded once."""

from gdquality.rules.examples import AGENCIES, CHANGES
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find changes of the same bodies as an earlier one; duties may be given again, later."""
    first: dict[tuple[object, ...], int] = {}
    for index, change in file.changes:
        when = change.date if change.kind == "transferred" else ""
        event = (frozenset(change.before), frozenset(change.after), when)
        if event in first:
            message = f"与第 {first[event] + 1} 项变更是同一件事"
            yield (("changes", index), message)
        first.setdefault(event, index)


RULE = Rule(
    code="GDQ409",
    name="repeated-change",
    severity="error",
    title="一次变更只记一次",
    why="同样的单位变更两次，多半是抄了两遍，或有一次写错了单位。",
    passes=AGENCIES + CHANGES,
    fails=AGENCIES + CHANGES + CHANGES.removeprefix("changes:\n").replace("2018-10", "2018-11"),
    check=check,
)
