"""The draft of a registry: every derived body once, clean by the rules of a registry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdquality.names.government import (
    Meanings,
    jurisdiction_of,
    layers_with,
    packaged_places,
)
from gdquality.names.government.draft import draft_registry
from gdquality.records import RegistryData
from gdquality.rules.registry_rules import REGISTRY_RULES
from gdquality.rules.rule import RegistryFile, run
from gdquality.store.validation import validate_document
from gdquality.store.yaml_reader import read_yaml
from gdquality.store.yaml_writer import dump_registry

NAMES = (
    *("省发改委", "省发展改革委", "发改委", "省国资委", "省委宣传部", "团省委", "湖南证监局"),
    *(
        "长沙市财政局",
        "各市州人民政府",
        "有关部门",
        "省投资公司",
        "省某某领导小组",
        "人行长沙中心支行",
    ),
    *("财政部", "省大数据局", "省税务局", "省湘江办"),
)


def draft(place: str, *names: str) -> RegistryData:
    """Return the draft of a registry for a document of 2021 that names `names`."""
    (jurisdiction,) = packaged_places().named(place)
    meanings = Meanings(jurisdiction, "2021", layers_with(None))
    empty = RegistryData(packaged_places().official(jurisdiction), (), (), ())
    return draft_registry(empty, map(meanings.of, names))


def test_spellings_of_a_body_stand_together() -> None:
    """As aliases; what a registry has is not drafted."""
    data = draft("湖南省", *NAMES)
    bodies = {one.name: one for one in data.agencies}

    body = bodies["湖南省发展和改革委员会"]
    assert body.aliases == ("省发改委", "省发展改革委", "发改委")
    assert (body.kind, body.parent) == ("government-department", "湖南省人民政府")
    assert {one.confidence for one in data.agencies} == {"low"}
    assert all(one.note.startswith("推定") for one in data.agencies)
    assert bodies["有关部门"].kind == "collective"
    assert "湖南省大数据发展管理局" in bodies["湖南省大数据局"].note
    assert "中华人民共和国财政部" not in bodies


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ("湖南省", NAMES),
        ("上海市青浦区", ("区经委", "区委组织部", "市财政局", "朱家角镇政府")),
        ("内蒙古", ("自治区农牧厅", "自治区党委宣传部", "各盟行政公署、市人民政府")),
        ("平潭综合实验区", ("区经济发展局", "区行政审批局", "各片区管理局")),
    ],
)
def test_a_draft_is_valid_and_clean(place: str, names: tuple[str, ...]) -> None:
    """Written and read again it keeps every rule of a registry."""
    document = read_yaml(dump_registry(draft(place, *names)), "agencies.yaml")
    data = validate_document(document, RegistryData)

    found = [*run(REGISTRY_RULES, RegistryFile.of(data), document)]
    assert [str(one) for one in found if one.severity != "note"] == []
    assert len(found) == len(data.agencies)


@given(st.text(max_size=70), st.sampled_from(["湖南省", "象州县", "全国", "平潭综合实验区"]))
def test_no_text_is_too_strange(text: str, place: str) -> None:
    """Whatever stands where a name should, there is an outcome and no error."""
    (jurisdiction,) = packaged_places().named(place)

    Meanings(jurisdiction, "", ()).of(text)
    jurisdiction_of(text, text, text)


@pytest.mark.parametrize("text", ["（" * 20_000, "各" * 20_000, "北京市" * 5_000, "省委" * 9_000])
def test_a_long_text_takes_no_time(text: str) -> None:
    """And is no name."""
    (jurisdiction,) = packaged_places().named("湖南省")

    Meanings(jurisdiction, "2021", layers_with(None)).of(text)
    jurisdiction_of(text, text, text)
