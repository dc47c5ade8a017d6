"""Places: what they are called, what is above and below them, and what their notices print."""

import pytest

from gdquality.names.government import Jurisdiction, packaged_places

PLACES = packaged_places()


def the(name: str) -> Jurisdiction:
    """Return the one place called `name`."""
    (place,) = PLACES.named(name)
    return place


@pytest.mark.parametrize(
    ("name", "official", "code"),
    [
        ("全国", "全国", "000000"),
        ("湖南省", "湖南省", "430000"),
        ("湖南", "湖南省", "430000"),
        ("广西", "广西壮族自治区", "450000"),
        ("广西自治区", "广西壮族自治区", "450000"),
        ("恩施州", "恩施土家族苗族自治州", "422800"),
        ("延边", "延边朝鲜族自治州", "222400"),
        ("锡林郭勒盟", "锡林郭勒盟", "152500"),
        ("阿拉善盟", "阿拉善盟", "152900"),
        ("大兴安岭地区", "大兴安岭地区", "232700"),
        ("神农架", "神农架林区", "429021"),
        ("六枝", "六枝特区", "520203"),
        ("鄂温克旗", "鄂温克族自治旗", "150724"),
        ("阜蒙县", "阜新蒙古族自治县", "210921"),
        ("青浦", "上海市青浦区", "310118"),
        ("上海市青浦区", "上海市青浦区", "310118"),
        ("江苏省南京市鼓楼区", "南京市鼓楼区", "320106"),
        ("鞍山市立山区", "鞍山市立山区", "210304"),
        ("象州县", "象州县", "451322"),
        ("仙桃市", "仙桃市", "429004"),
        ("东莞市", "东莞市", "441900"),
        ("平潭综合实验区", "平潭综合实验区", ""),
        ("苏州工业园区", "苏州工业园区", "320571"),
    ],
)
def test_a_place_is_found_by_any_of_its_names(name: str, official: str, code: str) -> None:
    """Full, short and with those above; a district's official name begins with its city's."""
    place = the(name)

    assert official == PLACES.official(place)
    if code != "320571":
        assert code == place.code


def test_a_name_of_several_places_finds_them_all() -> None:
    """鼓楼区 is in four cities, and 吉林 a province and a city; none is chosen."""
    assert [
        parent.name for place in PLACES.named("鼓楼区") if (parent := PLACES.parent(place))
    ] == ["南京市", "徐州市", "福州市", "开封市"]
    assert [place.name for place in PLACES.named("吉林")] == ["吉林省", "吉林市"]
    assert PLACES.named("无此地") == ()
    assert PLACES.named("湖南省鼓楼区") == ()
    assert PLACES.named("北京市" * 10_000) == ()


@pytest.mark.parametrize(
    ("name", "level", "prefixes"),
    [
        ("全国", "national", ()),
        ("广东省", "province", ("省",)),
        ("广西壮族自治区", "province", ("自治区", "区")),
        ("重庆市", "province", ("市",)),
        ("广州市", "city", ("市",)),
        ("恩施土家族苗族自治州", "city", ("自治州", "州")),
        ("锡林郭勒盟", "city", ("盟",)),
        ("常熟市", "county", ("市",)),
        ("准格尔旗", "county", ("旗",)),
        ("平潭综合实验区", "zone", ("新区", "示范区", "实验区", "开发区", "区")),
    ],
)
def test_the_level_and_prefixes_are_those_of_the_kind(
    name: str, level: str, prefixes: tuple[str, ...]
) -> None:
    """What a notice prints for its own place is a matter of what kind of place it is."""
    assert (level, prefixes) == (the(name).level, the(name).prefixes)


def test_what_is_above_and_below() -> None:
    """A county is below its city, that below its province; a city of 直辖 has no city above."""
    assert [one.name for one in PLACES.above(the("象州县"))] == ["来宾市", "广西壮族自治区", "全国"]
    assert [one.name for one in PLACES.above(the("仙桃市"))] == ["湖北省", "全国"]
    cities = [one for one in PLACES.children(the("广东省")) if one.kind == "city"]
    assert len(cities) == 21
    assert len([one for one in PLACES.children(the("广州市")) if one.kind == "district"]) == 11


def test_every_row_of_the_table_is_whole() -> None:
    """Codes are unique, parents are places, and every place has a name and a known kind."""
    codes = [place.code for place in PLACES.all if place.code]

    assert len(codes) == len(set(codes)) > 3200
    assert (
        len(
            [
                one
                for one in PLACES.children(the("全国"))
                if one.name.endswith(("省", "自治区", "市", "特别行政区"))
            ]
        )
        == 34
    )
    for place in PLACES.all:
        assert place.name
        assert place.short
        assert isinstance(place.prefixes, tuple)
        assert place.parent in PLACES.by_code or place.level == "national"
