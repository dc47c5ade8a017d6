"""A list does not hold a thing twice, and a name stands once in its body."""

from collections.abc import Iterable

from gdquality.records import Agency
from gdquality.rules.examples import AGENCIES
from gdquality.rules.rule import Findings, RegistryFile, Rule
from gdquality.store.yaml_document import KeyPath

SORTS = {"aliases": "简称", "former_names": "旧称", "misprints": "误印"}


def check(file: RegistryFile) -> Findings:
    """Find items that stand in one list before, and names that their body has already."""
    for key, names in file.names.items():
        yield from _repeated(names, (key,))
    for index, agency in file.agencies:
        path = ("agencies", index)
        yield from _repeated_names(agency, path)
        for field in ("members", "roles", "sources"):
            yield from _repeated(enumerate(getattr(agency, field)), (*path, field))
    for index, change in file.changes:
        for field in ("before", "after", "sources"):
            yield from _repeated(enumerate(getattr(change, field)), ("changes", index, field))


def _repeated(items: Iterable[tuple[int, str]], path: KeyPath) -> Findings:
    seen: set[str] = set()
    for place, item in items:
        if item in seen:
            yield ((*path, place), f"“{item}”重复")
        seen.add(item)


def _repeated_names(agency: Agency, path: KeyPath) -> Findings:
    seen = {agency.name: "全称"}
    for field, sort in SORTS.items():
        for place, name in enumerate(getattr(agency, field)):
            if name in seen:
                yield ((*path, field, place), f"“{name}”已列为本单位的{seen[name]}")
            seen.setdefault(name, sort)


RULE = Rule(
    code="GDQ407",
    name="repeated-item",
    severity="error",
    title="一个列表里没有重复的项，一个名称在本单位只列一次",
    why="列两次的，多半有一次本该是别的；一个名称也不会既是简称又是误印。",
    passes=AGENCIES,
    fails=AGENCIES.replace("省水利厅, 水利厅", "省水利厅, 省水利厅"),
    check=check,
)
