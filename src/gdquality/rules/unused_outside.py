"""A body named among those outside is the parent of some."""

from gdquality.rules.examples import AGENCIES
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find bodies outside of the registry below which nothing of it stands."""
    parents = {agency.parent for _, agency in file.agencies}
    for place, name in file.names["outside"]:
        if name not in parents:
            yield (("outside", place), f"没有单位的上级是“{name}”")


RULE = Rule(
    code="GDQ416",
    name="unused-outside",
    severity="warning",
    title="列在 outside 里的，都是单位的上级",
    why="用不上的，多半是哪个单位的上级写成了别的。",
    passes=AGENCIES,
    fails=AGENCIES + "outside: [水利部]\n",
    check=check,
)
