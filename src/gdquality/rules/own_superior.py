"""No body is above itself, and no collective is a member of itself."""

from gdquality.rules.change_cycle import on_circles
from gdquality.rules.examples import AGENCIES
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find parents that lead back to the body, and members that lead back to the collective."""
    parents = {(agency.name, agency.parent) for _, agency in file.agencies if agency.parent}
    members = {(agency.name, name) for _, agency in file.agencies for name in agency.members}
    above, within = on_circles(parents), on_circles(members)
    for index, agency in file.agencies:
        path = ("agencies", index)
        if agency.name in above and agency.parent in above:
            yield ((*path, "parent"), f"“{agency.name}”成了自己的上级")
        for place, name in enumerate(agency.members):
            if agency.name in within and name in within:
                yield ((*path, "members", place), f"“{agency.name}”成了自己的成员")


RULE = Rule(
    code="GDQ408",
    name="own-superior",
    severity="error",
    title="没有单位是自己的上级，没有集合称谓包括自己",
    why="上级的上级又是自己，归属就没有尽头。",
    passes=AGENCIES,
    fails=AGENCIES.replace(
        "    aliases: [省水利厅, 水利厅]\n",
        "    aliases: [省水利厅, 水利厅]\n    parent: 广东省水利厅\n",
    ),
    check=check,
)
