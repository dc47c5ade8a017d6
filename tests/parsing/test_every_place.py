"""Every place of China that issues notices can be named in a list, whatever its name looks like.

比如县 begins no explanation, 南山区 is no 山区, 高要区 has no duty, 江门市 is no person, 五家渠市 is not
five of them, and 天等县 has no 等.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest

from gdquality.names.government import packaged_places
from gdquality.names.government.layers import registry_of
from gdquality.names.government.place import Jurisdiction
from gdquality.parsing.agency_lists import expand
from gdquality.parsing.shapes import KINDS
from gdquality.parsing.vocabulary import Vocabulary

VOCABULARY = Vocabulary()
DIVISIONS = [one for one in packaged_places().all if one.kind != "zone" and one.name[-1] in KINDS]


def misread(text: str, expected: list[str]) -> Iterator[str]:
    """Yield what a list is read as, unless it is what it should be."""
    names = [item.text for item in expand(text, VOCABULARY)]
    if names != expected:
        yield f"{text}: {names}"


def neighbours() -> Iterator[tuple[Jurisdiction, Jurisdiction]]:
    """Yield two places of one superior, as a list would name them."""
    of_superior: dict[str, list[Jurisdiction]] = defaultdict(list)
    for one in DIVISIONS:
        of_superior[one.parent].append(one)
    for places in of_superior.values():
        yield from pairwise(places)


def test_may_be_bodies() -> None:
    """Where a document says that bodies stand, each place is one, alone or with its government."""
    names = [one.name + tail for one in DIVISIONS for tail in ("", "人民政府", "教育局")]

    assert [name for name in names if not VOCABULARY.may_be_body(name)] == []


FORMS: dict[str, tuple[Callable[[str, str], str], str]] = {
    "alone": (lambda a, b: f"{a}、{b}", ""),
    "shared tail": (lambda a, b: f"{a}、{b}人民政府", "人民政府"),
    "shared short tail": (lambda a, b: f"{a}、{b}政府", "政府"),
    "and": (lambda a, b: f"{a}和{b}人民政府", "人民政府"),
    "departments": (lambda a, b: f"{a}教育局、{b}教育局", "教育局"),
}


@pytest.mark.parametrize("form", FORMS)
def test_beside_each_other(form: str) -> None:
    """Two places of one superior are two, and share what is printed once."""
    printed, tail = FORMS[form]
    wrong = [
        reading
        for a, b in neighbours()
        for reading in misread(printed(a.name, b.name), [a.name + tail, b.name + tail])
    ]

    assert wrong == []


def test_kind_printed_once() -> None:
    """南昌、景德镇市人民政府: the kind of both is printed behind the last."""
    wrong = [
        reading
        for a, b in neighbours()
        if a.kind == b.kind == "city" and a.name == f"{a.short}市" and b.name == f"{b.short}市"
        for reading in misread(
            f"{a.short}、{b.short}市人民政府", [f"{a.name}人民政府", f"{b.name}人民政府"]
        )
    ]

    assert wrong == []


def test_national_bodies() -> None:
    """Every body of the centre, and each of its short names, may stand in a list as it is printed."""
    bodies = registry_of("全国").data.agencies
    # 是 in a name is taken for that of a sentence, and the remark tells of it.
    names = [
        name for one in bodies for name in (one.name, *one.aliases) if not name.startswith("求是")
    ]
    wrong = [
        reading
        for name in names
        for reading in misread(f"财政部、{name}、商务部", ["财政部", name, "商务部"])
    ]

    assert wrong == []
    assert [name for name in names if not VOCABULARY.may_be_body(name)] == []
