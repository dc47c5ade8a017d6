"""Whoever the registry refers to is in it: the bodies of a change, the members of a collective."""

from gdquality.rules.examples import AGENCIES, CHANGES
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find references to bodies that the registry does not know."""
    known = {agency.name for _, agency in file.agencies}
    lists = [(("agencies", index, "members"), agency.members) for index, agency in file.agencies]
    for index, change in file.changes:
        lists.append((("changes", index, "before"), change.before))
        lists.append((("changes", index, "after"), change.after))
    for path, names in lists:
        for place, name in enumerate(names):
            if name not in known:
                yield ((*path, place), f"名录中没有“{name}”")


RULE = Rule(
    code="GDQ403",
    name="known-bodies",
    severity="error",
    title="变更和集合称谓提到的单位都在名录里",
    why="提到的单位查不到，前身和今名就断了。",
    passes=AGENCIES + CHANGES,
    fails=(AGENCIES + CHANGES).replace("[广东省水利厅", "[广东省水力厅"),
    check=check,
)
