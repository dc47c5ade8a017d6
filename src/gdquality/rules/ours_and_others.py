"""What is said to be another's is not ours."""

from gdquality.names.place_name import place_name
from gdquality.names.resolve.normal import normalise
from gdquality.rules.examples import AGENCIES
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find bodies elsewhere or outside that are entries, and places elsewhere that are ours."""
    owners = {
        normalise(name): agency.name
        for _, agency in file.agencies
        for name in (agency.name, *agency.aliases, *agency.former_names, *agency.misprints)
    }
    for key in ("other_bodies", "outside"):
        for place, name in file.names[key]:
            if owner := owners.get(normalise(name)):
                yield ((key, place), f"“{name}”就是名录中的“{owner}”")
    ours = {name for _, name in file.names["places"]} | {
        file.jurisdiction,
        place_name(file.jurisdiction).short,
    }
    for place, name in file.names["elsewhere"]:
        if name in ours:
            yield (("elsewhere", place), f"“{name}”是本地的地名")


RULE = Rule(
    code="GDQ415",
    name="ours-and-others",
    severity="error",
    title="列为别处的单位和地名，不是本名录的",
    why="本名录的单位列进 other_bodies，缩写和笔误就再也认不出它；列进 outside，它就有了两个身份。",
    passes=AGENCIES + "other_bodies: [水务局]\n",
    fails=AGENCIES + "other_bodies: [水利厅]\n",
    check=check,
)
