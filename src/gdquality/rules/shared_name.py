"""A name belongs to one agency at a time: another has it only if one came of the other."""

from gdquality.names.resolve.normal import normalise
from gdquality.rules.change_order import is_before
from gdquality.rules.examples import AGENCIES
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find names that an agency bears, or is misprinted as, which another one bears already."""
    owners = {normalise(agency.name): agency.name for _, agency in file.agencies}
    canonical: set[str] = set()
    for index, agency in file.agencies:
        path = ("agencies", index)
        if agency.name in canonical:
            yield ((*path, "name"), f"“{agency.name}”重复")
        canonical.add(agency.name)
        for field in ("aliases", "former_names", "misprints"):
            for place, name in enumerate(getattr(agency, field)):
                owner = owners.setdefault(normalise(name), agency.name)
                if owner != agency.name and not _passed_on(owner, agency.name, file):
                    yield ((*path, field, place), f"“{name}”已是“{owner}”的名称")


def _passed_on(one: str, other: str, file: RegistryFile) -> bool:
    """Tell whether a name may have gone from one body to the other, as 广电总局 did in 2018."""
    if other in _what_became_of(one, file) or one in _what_became_of(other, file):
        return True
    since = {agency.name: agency.since or "" for _, agency in file.agencies}
    if not _are_for_one_matter(one, other, file.jurisdiction):
        return False
    return _ended_by(since[other], one, file) or _ended_by(since[one], other, file)


def _are_for_one_matter(one: str, other: str, jurisdiction: str) -> bool:
    """Tell whether what two bodies are for has a word in common: 食品药品, 药品."""
    first, second = (_matter(name.removeprefix(jurisdiction)) for name in (one, other))
    return any(first[at : at + 2] in second for at in range(len(first) - 1))


def _matter(name: str) -> str:
    # Every answer imports this rule, and hardly one has two bodies of one name.
    from gdquality.names.resolve.rank import FRONTS, distinguishing

    front = FRONTS.match(name)
    return distinguishing(name[front.end() :] if front else name)


def _ended_by(date: str, name: str, file: RegistryFile) -> bool:
    """Tell whether `name` had ended when another began at `date`: 国家药监局 was two bodies'."""
    return bool(date) and any(
        name in change.before and change.kind != "transferred" and not is_before(date, change.date)
        for _, change in file.changes
    )


def _what_became_of(name: str, file: RegistryFile) -> set[str]:
    reached = {name}
    for _, change in file.changes:
        if change.kind != "transferred" and not reached.isdisjoint(change.before):
            reached.update(change.after)
    return reached


RULE = Rule(
    code="GDQ401",
    name="shared-name",
    severity="error",
    title="一个名称同时只属于一个单位；后来的单位可以沿用前身的简称",
    why="两个单位同有一个简称，问它就只能猜。",
    passes=AGENCIES,
    fails=AGENCIES.replace("省水利厅, 水利厅", "省水利厅, 财政厅"),
    check=check,
)
