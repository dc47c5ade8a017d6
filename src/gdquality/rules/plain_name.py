"""A name is one name: no blanks in it, and nothing that separates names."""

import re
from collections.abc import Iterator

from gdquality.rules.examples import AGENCIES
from gdquality.rules.rule import Findings, RegistryFile, Rule
from gdquality.store.yaml_document import KeyPath

_NO_PART = re.compile(r"[\s、，,；;。：:/|]")
"""What no name has in it; a collective may list: 各地、各有关部门."""

_OPEN, _CLOSED = "（(", "）)"


def is_plain(name: str) -> bool:
    """Tell whether nothing stands in `name` that separates names."""
    return not _NO_PART.search(name)


def check(file: RegistryFile) -> Findings:
    """Find names with a blank or a separator in them, or half a pair of brackets."""
    for path, name, may_list in _names(file):
        found = _NO_PART.search(name.replace("、", "") if may_list else name)
        if found:
            yield (path, f"名称“{name}”里有“{found[0]}”")
        elif sum(name.count(one) for one in _OPEN) != sum(name.count(one) for one in _CLOSED):
            yield (path, f"名称“{name}”的括号不成对")


def _names(file: RegistryFile) -> Iterator[tuple[KeyPath, str, bool]]:
    for index, agency in file.agencies:
        path, may_list = ("agencies", index), agency.kind == "collective"
        yield (*path, "name"), agency.name, may_list
        for field in ("aliases", "former_names", "misprints"):
            for place, name in enumerate(getattr(agency, field)):
                yield (*path, field, place), name, may_list
    for key, names in file.names.items():
        for place, name in names:
            yield (key, place), name, False


RULE = Rule(
    code="GDQ417",
    name="plain-name",
    severity="error",
    title="一个名称里没有空格和标点",
    why="“省水利厅、水利厅”写成了一项，两个名称就都查不到。",
    passes=AGENCIES,
    fails=AGENCIES.replace("[省水利厅, 水利厅]", "[省水利厅、水利厅]"),
    check=check,
)
