"""A body that came to be since the first change came of some, or its note says when it began."""

from gdquality.rules.change_order import is_before
from gdquality.rules.examples import AGENCIES, CHANGES
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find bodies that began within the time of the changes, and came of none of them.

    One that was set up anew has the date of its beginning in its note.
    """
    if not file.changes:
        return
    first = min(change.date for _, change in file.changes)
    made = {name for _, change in file.changes for name in change.after}
    for index, agency in file.agencies:
        if not agency.since or agency.name in made or agency.since in agency.note:
            continue
        if not is_before(agency.since, first):
            message = f"“{agency.name}”{agency.since} 成立，变更里没有说从何而来"
            yield (("agencies", index, "since"), message)


RULE = Rule(
    code="GDQ420",
    name="unknown-origin",
    severity="warning",
    title="变更期间成立的单位，变更里有它的来历，或 note 里说明成立的日期",
    why="没有来历的单位，问它的前身就没有答案；新设的单位也该核对一遍。",
    passes=AGENCIES + CHANGES,
    fails=AGENCIES + "    since: 2018-10\n" + CHANGES,
    check=check,
)
