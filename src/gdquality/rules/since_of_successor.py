"""When a body came to be agrees with the changes that it came of."""

from collections.abc import Mapping

from gdquality.records import Change
from gdquality.rules.change_order import is_before
from gdquality.rules.examples import AGENCIES, CHANGES
from gdquality.rules.rule import Findings, RegistryFile, Rule

RENAMED = AGENCIES.replace("    kind:", "    since: 2018-10\n    kind:", 1) + CHANGES.replace(
    "merged", "renamed"
)


def check(file: RegistryFile) -> Findings:
    """Find successors that came to be at another time, and changes told the wrong way round."""
    since = {agency.name: agency.since for _, agency in file.agencies}
    for index, change in file.changes:
        if _is_the_wrong_way_round(change, since):
            yield (("changes", index), "变更前后的单位对调了：前面的此时才成立")
            continue
        for place, name in enumerate(change.after):
            if name in since and (message := _message(change, name, since[name])):
                yield (("changes", index, "after", place), message)


def _is_the_wrong_way_round(change: Change, since: Mapping[str, str | None]) -> bool:
    """Tell whether those before came to be by this change, and those after were there."""
    begun = [since.get(name) for name in change.before]
    were_there = all(is_before(since.get(name) or "0", change.date) for name in change.after)
    return (
        bool(change.after)
        and were_there
        and any(one and _may_be(one, change.date) for one in begun)
    )


def _message(change: Change, name: str, since: str | None) -> str:
    if change.kind == "renamed" and since is None:
        return f"“{name}”由更名而来，应有成立时间（since）"
    if since and is_before(change.date, since):
        return f"“{name}”{since} 才成立，不会在 {change.date} 承接"
    if since and change.kind == "renamed" and not _may_be(since, change.date):
        return f"“{name}”由 {change.date} 更名而来，却写着 {since} 成立"
    return ""


def _may_be(date: str, other: str) -> bool:
    """Tell whether the two may be one day, as far as is known."""
    return not (is_before(date, other) or is_before(other, date))


RULE = Rule(
    code="GDQ412",
    name="since-of-successor",
    severity="error",
    title="后来的单位何时成立，与变更的日期相合",
    why="两处日期不合，必有一处写错；前后对调的变更，会把今天的单位说成当年的。",
    passes=RENAMED,
    fails=RENAMED.replace("since: 2018-10", "since: 2019-10"),
    check=check,
)
