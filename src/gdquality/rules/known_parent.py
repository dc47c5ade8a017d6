"""The parent of an agency is known: an entry itself, or named among those outside."""

from gdquality.rules.examples import AGENCIES
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find parents that are neither in the registry nor listed as outside of it."""
    known = {agency.name for _, agency in file.agencies}
    known |= {name for _, name in file.names["outside"]}
    for index, agency in file.agencies:
        if agency.parent and agency.parent not in known:
            message = f"上级“{agency.parent}”不在名录里，也不在 outside 里"
            yield (("agencies", index, "parent"), message)


RULE = Rule(
    code="GDQ402",
    name="known-parent",
    severity="error",
    title="上级单位在名录里，或列在 outside 里",
    why="上级写错一个字，单位就没有了归属。",
    passes=AGENCIES + "    parent: 广东省人民政府\noutside: [广东省人民政府]\n",
    fails=AGENCIES + "    parent: 广东省人民攻府\noutside: [广东省人民政府]\n",
    check=check,
)
