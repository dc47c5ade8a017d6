"""Only a collective stands for others, and it is no body to which something happens."""

from gdquality.rules.examples import AGENCIES
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find bodies with members or roles, collectives over their parent, and those in a change."""
    collectives = {agency.name for _, agency in file.agencies if agency.kind == "collective"}
    for index, agency in file.agencies:
        path = ("agencies", index)
        for field in ("members", "roles"):
            if getattr(agency, field) and agency.kind != "collective":
                message = f"“{agency.name}”不是集合称谓，不代表别的单位"
                yield ((*path, field), message)
        if agency.parent in agency.members:
            place = agency.members.index(agency.parent)
            yield ((*path, "members", place), f"“{agency.parent}”是上级，不是成员")
    for index, change in file.changes:
        for field, names in (("before", change.before), ("after", change.after)):
            for place, name in enumerate(names):
                if name in collectives:
                    message = f"“{name}”是集合称谓，没有变更"
                    yield (("changes", index, field, place), message)


RULE = Rule(
    code="GDQ414",
    name="collectives",
    severity="error",
    title="只有集合称谓代表别的单位，变更的只是单位",
    why="不是集合称谓的单位有了成员或角色，报送要求就会算到别的单位头上。",
    passes=AGENCIES
    + """\
  - name: 省直有关部门
    kind: collective
    members: [广东省财政厅]
    confidence: high
""",
    fails=AGENCIES + "    members: [广东省财政厅]\n",
    check=check,
)
