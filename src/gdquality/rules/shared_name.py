"""A name belongs to one agency: no alias of two bodies, none that is another's full name."""

from collections.abc import Iterator

from gdquality.names.resolve.normal import normalise
from gdquality.rules.examples import AGENCIES
from gdquality.rules.rule import Found, RegistryFile, Rule


def check(file: RegistryFile) -> Iterator[Found]:
    """Find names that an agency bears, or is misprinted as, which another one bears already."""
    owners = {normalise(agency.name): agency.name for _, agency in file.agencies}
    canonical: set[str] = set()
    for index, agency in file.agencies:
        path = ("agencies", index)
        if agency.name in canonical:
            yield Found((*path, "name"), f"“{agency.name}”重复")
        canonical.add(agency.name)
        for field in ("aliases", "former_names", "misprints"):
            for place, name in enumerate(getattr(agency, field)):
                owner = owners.setdefault(normalise(name), agency.name)
                if owner != agency.name:
                    yield Found((*path, field, place), f"“{name}”已是“{owner}”的名称")


RULE = Rule(
    code="GDQ401",
    name="shared-name",
    severity="error",
    title="一个名称只属于一个单位",
    why="两个单位同有一个简称，问它就只能猜。",
    passes=AGENCIES,
    fails=AGENCIES.replace("省水利厅, 水利厅", "省水利厅, 财政厅"),
    check=check,
)
