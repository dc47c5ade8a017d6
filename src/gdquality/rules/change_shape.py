"""As many bodies change into as many others as the kind of change says."""

import sys

from gdquality.rules.change_cycle import ENDS
from gdquality.rules.examples import AGENCIES, CHANGES
from gdquality.rules.rule import Findings, RegistryFile, Rule

NONE, ONE, SOME = range(1), range(1, 2), range(1, sys.maxsize)

SHAPES: dict[str, tuple[range, range, str]] = {
    "renamed": (ONE, ONE, "更名是一个单位改为一个"),
    "merged": (SOME, ONE, "合并是并成一个单位"),
    "split": (ONE, SOME, "拆分是从一个单位分出"),
    "transferred": (SOME, SOME, "职能划转要有承接的单位"),
    "abolished": (SOME, NONE, "撤销没有后来的单位；有则是合并或更名"),
}
"""How many bodies may be there before and after, and what to say of others."""


def check(file: RegistryFile) -> Findings:
    """Find changes with too many or too few bodies, and those that give something to themselves."""
    for index, change in file.changes:
        path = ("changes", index)
        before, after, message = SHAPES[change.kind]
        for field, names, sizes in (
            ("before", change.before, before),
            ("after", change.after, after),
        ):
            if len(names) not in sizes:
                yield ((*path, field), f"{message}，这里有 {len(names)} 个")
        for place, name in enumerate(change.after):
            if name in change.before and change.kind not in ENDS:
                yield ((*path, "after", place), f"“{name}”既在变更前，又在变更后")


RULE = Rule(
    code="GDQ411",
    name="change-shape",
    severity="error",
    title="变更前后各有几个单位，合乎变更的种类",
    why="更名一对一，合并多对一，拆分一对多，撤销没有后来的单位；数目不合，不是漏了单位，就是种类写错了。",
    passes=AGENCIES + CHANGES,
    fails=(AGENCIES + CHANGES).replace("after: [广东省财政厅]", "after: []"),
    check=check,
)
