"""Collectives, and whom they stand for where words and level tell."""

import pytest

from gdquality.names.government import packaged_places
from gdquality.names.government.collectives import collective


def places(text: str, place: str, year: int | None) -> tuple[str, ...] | None:
    """Return whose governments `text` stands for, or None if it is no collective."""
    (jurisdiction,) = packaged_places().named(place)
    found = collective(text, jurisdiction, year)
    return tuple(map(packaged_places().official, found.places)) if found else None


@pytest.mark.parametrize(
    ("text", "place", "year", "count", "first"),
    [
        ("各地级以上市人民政府", "广东省", 2016, 21, "广州市"),
        ("各市政府", "安徽省", 2021, 16, "合肥市"),
        ("各市（州）人民政府", "四川省", 2021, 21, "成都市"),
        ("各市州人民政府", "贵州省", 2021, 9, "贵阳市"),
        ("各盟行政公署、市人民政府", "内蒙古", 2021, 12, "呼和浩特市"),
        ("各设区市人民政府", "广西", 2021, 14, "南宁市"),
        # county-level cities of a province are among its 市、县
        ("各市、县、自治县人民政府", "海南省", 2021, 19, "海口市"),
        ("各市县人民政府", "海南省", 2021, 19, "海口市"),
        ("各县级市人民政府", "海南省", 2021, 5, "五指山市"),
        # a kind that the place has none of
        ("各地、州、市人民政府", "云南省", 2021, 16, "昆明市"),
        ("各地（市）行署（人民政府）", "黑龙江省", 2021, 13, "哈尔滨市"),
        ("各区政府", "广州市", 2024, 11, "广州市荔湾区"),
        ("各区县政府", "重庆市", 2021, 38, "重庆市万州区"),
        ("各省级人民政府", "全国", 2018, 31, "北京市"),
        ("省级人民政府", "全国", 2015, 31, "北京市"),
        ("各省、自治区、直辖市人民政府", "全国", 2015, 31, "北京市"),
    ],
)
def test_all_of_a_kind_right_below(
    text: str, place: str, year: int, count: int, first: str
) -> None:
    """All places of the kind, in order of their codes."""
    found = places(text, place, year)

    assert found
    assert (count, first) == (len(found), found[0])


@pytest.mark.parametrize(
    ("text", "place", "year"),
    [
        ("各市、州、县人民政府", "湖北省", 2021),  # some are not right below
        ("各市、县人民政府", "广东省", 2021),
        ("各市、州人民政府", "湖北省", 2021),  # 仙桃 may be one of them
        ("各地、州、市人民政府", "新疆", 2021),
        ("各市、区人民政府", "海南省", 2021),
        ("各盟人民政府", "广东省", 2021),  # there is none
        ("各有关市人民政府", "广东省", 2021),  # not all
        ("相关市人民政府", "安徽省", 2021),
        ("有关部门", "广东省", 2021),
        ("各部门", "全国", 2018),
        ("各基础电信企业", "安徽省", 2021),
        ("17个市级帮扶集团牵头单位", "重庆市", 2021),
        ("区直各部门", "鞍山市立山区", 2023),
        ("地方各级人民政府", "全国", 2015),
        ("各区、县级市", "广州市", 2012),  # 从化 and 增城 were cities then
        ("各市政府", "山东省", 2018),  # 莱芜 was one of them
        ("各市政府", "安徽省", None),  # of which year?
    ],
)
def test_what_does_not_tell_stands_for_nobody_in_particular(
    text: str, place: str, year: int | None
) -> None:
    """A collective all the same, whoever they are."""
    assert places(text, place, year) == ()


@pytest.mark.parametrize("text", ["省财政厅", "地方金融监管局", "市地方税务局", "联合会", "越秀区"])
def test_a_body_is_no_collective(text: str) -> None:
    """Nor is one that has 地方 in its name."""
    assert places(text, "广东省", 2021) is None
