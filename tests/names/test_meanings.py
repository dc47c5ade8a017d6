"""What the names of a document mean by its registries, the patterns and its place together."""

import pytest

from gdquality.data_folder import DataFolder
from gdquality.names.government import (
    Collective,
    Derived,
    Meaning,
    Meanings,
    Registered,
    Unsettled,
    layers_with,
    packaged_places,
    registry_of,
)
from gdquality.names.registry import Registry
from gdquality.records import Agency, RegistryData

GUANGDONG = DataFolder().registry
LAYERS = layers_with(GUANGDONG)


def meaning(text: str, place: str, when: str = "2016-11") -> Meaning:
    """Return what `text` means in a document of `place`, issued `when`."""
    (jurisdiction,) = packaged_places().named(place)
    return Meanings(jurisdiction, when, LAYERS).of(text)


def agency(found: Meaning) -> tuple[str, str]:
    """Return the registered body, with the jurisdiction of its registry."""
    assert isinstance(found, Registered)
    return found.agency.name, found.registry.data.jurisdiction


@pytest.mark.parametrize(
    ("text", "place", "name", "registry"),
    [
        # the document's own registry
        ("省质监局", "广东省", "广东省质量技术监督局", "广东省"),
        ("发展改革委", "广东省", "广东省发展和改革委员会", "广东省"),
        ("发展改革委", "全国", "国家发展和改革委员会", "全国"),
        ("省市场监管局（省知识产权局）", "广东省", "广东省市场监督管理局", "广东省"),
        # those above it
        ("省财政厅", "广州市", "广东省财政厅", "广东省"),
        ("广东省财政厅", "湖南省", "广东省财政厅", "广东省"),
        ("财政部", "湖南省", "中华人民共和国财政部", "全国"),
        ("国家卫生计生委", "广东省", "中华人民共和国国家卫生和计划生育委员会", "全国"),
        ("证监会", "广州市", "中国证券监督管理委员会", "全国"),
        ("中组部", "湖南省", "中共中央组织部", "全国"),
        ("人民银行", "湖南省", "中国人民银行", "全国"),
        ("全国总工会", "湖南省", "中华全国总工会", "全国"),
        ("国家原子能机构", "湖南省", "国家原子能机构", "全国"),
    ],
)
def test_what_a_registry_has_is_registered(text: str, place: str, name: str, registry: str) -> None:
    """The own registry comes first, then those above by names that are theirs for sure."""
    assert agency(meaning(text, place)) == (name, registry)


def test_a_misprint_is_registered() -> None:
    """省环境保护 is what the notice prints for 省环境保护厅."""
    found = meaning("省环境保护", "广东省")

    assert isinstance(found, Registered)
    assert found.agency.name == "广东省环境保护厅"


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("财政局", "广州市", "广州市财政局"),
        ("质监局", "广州市", "广州市质量技术监督局"),
        ("发改委", "湖南省", "湖南省发展和改革委员会"),
        ("统计局", "湖南省", "湖南省统计局"),
        ("深圳市财政局", "广东省", "深圳市财政局"),
        ("省财政厅", "湖南省", "湖南省财政厅"),
        ("省财政厅", "长沙市", "湖南省财政厅"),
    ],
)
def test_the_body_of_one_place_is_never_answered_for_that_of_another(
    text: str, place: str, name: str
) -> None:
    """An alias of Guangdong's or of the centre's body is no name of it elsewhere."""
    found = meaning(text, place)

    assert isinstance(found, Derived)
    assert found.name == name


def test_what_is_several_or_together_or_no_ones() -> None:
    """The other outcomes of a name."""
    assert isinstance(meaning("市规划局", "广州市", "2012"), Unsettled)
    together = meaning("各市人民政府", "安徽省", "2021")
    assert isinstance(together, Collective)
    assert len(together.places) == 16
    assert meaning("市财政局", "广东省") is None


@pytest.mark.parametrize(
    ("when", "name"),
    [
        ("2010-05", "国家广播电影电视总局"),
        ("2015", "国家新闻出版广电总局"),
        ("2018-09-18", "国家广播电视总局"),
        ("2024", "国家广播电视总局"),
    ],
)
def test_a_name_is_that_of_the_body_that_bore_it_then(when: str, name: str) -> None:
    """广电总局 has been three bodies."""
    assert agency(meaning("广电总局", "全国", when))[0] == name


@pytest.mark.parametrize("when", ["2018", "2018-03", ""])
def test_a_name_is_nobodys_where_the_date_does_not_tell(when: str) -> None:
    """In March 2018 it went from one to the other."""
    assert not isinstance(meaning("广电总局", "全国", when), Registered)


def test_what_became_of_a_body_of_the_centre_is_told() -> None:
    """As for Guangdong's bodies: 文化部 is 文化和旅游部 today, 银保监会 国家金融监督管理总局."""
    registry = registry_of("全国")

    assert [one.agency for one in registry.successors("中华人民共和国文化部")] == [
        "中华人民共和国文化和旅游部"
    ]
    steps = registry.successors("中国保险监督管理委员会")
    assert [(one.agency, one.date) for one in steps] == [
        ("中国银行保险监督管理委员会", "2018-03-17"),
        ("国家金融监督管理总局", "2023-03-10"),
    ]


def test_a_registry_of_the_users_own_comes_first() -> None:
    """What it has is registered there, and says so."""
    body = Agency(name="长沙市财政局", kind="government-department", confidence="high")
    own = Registry(RegistryData("长沙市", (), (body,), ()))
    (place,) = packaged_places().named("长沙市")
    meanings = Meanings(place, "2021", layers_with(own))

    assert agency(meanings.of("长沙市财政局")) == ("长沙市财政局", "长沙市")
    assert isinstance(meanings.of("市教育局"), Derived)


def test_exact_names_are_looked_up_nowhere_else() -> None:
    """A name that the own registry has costs one look, however many registries there are."""
    (place,) = packaged_places().named("广东省")
    names = [name for name in GUANGDONG.bearers if GUANGDONG.identify(name)]
    others = [layer._replace(load=unasked) for layer in LAYERS if layer.place != place]
    own = [layer for layer in LAYERS if layer.place == place]

    meanings = Meanings(place, "2016-11", [*others, *own])

    assert len(names) > 300
    assert all(isinstance(meanings.of(name), Registered) for name in names)


def unasked() -> Registry:
    """Stand for a registry that is not to be asked."""
    raise AssertionError("asked for a name that the own registry has")


@pytest.mark.parametrize(
    ("text", "when", "name"),
    [
        ("国家药监局", "2010", "国家食品药品监督管理局"),
        ("国家药监局", "2020", "国家药品监督管理局"),
        ("国家药监局", "2015", None),  # the one had ended, the other not begun
        ("国家药品监管局", "2010", None),
        ("国家药品监管局", "2019", "国家药品监督管理局"),
        ("生态环境部", "2015", None),
        ("国信办", "2006", "国务院信息化工作办公室"),
        ("国信办", "2016", "国家互联网信息办公室"),
        # what has ended is still what its name says
        ("国家食药监局", "2015", "国家食品药品监督管理局"),
        ("国家卫生计生委", "2020", "中华人民共和国国家卫生和计划生育委员会"),
    ],
)
def test_a_short_name_is_that_of_a_body_of_the_time(text: str, when: str, name: str | None) -> None:
    """A body that had not begun is no one's meaning."""
    found = meaning(text, "全国", when)

    assert (agency(found)[0] if isinstance(found, Registered) else None) == name
