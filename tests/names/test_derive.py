"""Names that no registry has, made canonical by pattern."""

import pytest

from gdquality.names.government import Derived, Unsettled, derive, packaged_places
from gdquality.names.government.derivation import by_pattern


def derived(text: str, place: str, year: int | None) -> Derived | Unsettled | None:
    """Derive `text` in a document of the one place that is called `place`."""
    (jurisdiction,) = packaged_places().named(place)
    return derive(text, jurisdiction, year)


CASES = [
    # the level in front, at every level
    ("省发改委", "湖南省", 2021, "湖南省发展和改革委员会"),
    ("省财政厅", "湖南省", 2021, "湖南省财政厅"),
    ("市人社局", "包头市", 2019, "包头市人力资源和社会保障局"),
    ("区经委", "上海市青浦区", 2020, "上海市青浦区经济委员会"),
    ("县财政局", "象州县", 2021, "象州县财政局"),
    ("自治区财政厅", "广西", 2021, "广西壮族自治区财政厅"),
    ("区财政厅", "广西", 2021, "广西壮族自治区财政厅"),
    ("州教育局", "恩施州", 2021, "恩施土家族苗族自治州教育局"),
    ("旗财政局", "准格尔旗", 2021, "准格尔旗财政局"),
    # no level in front, and words that begin like one
    ("发改委", "湖南省", 2021, "湖南省发展和改革委员会"),
    ("市场监管局", "广州市", 2021, "广州市市场监督管理局"),
    ("市市场监管局", "广州市", 2021, "广州市市场监督管理局"),
    ("市民政局", "重庆市", 2021, "重庆市民政局"),
    # spellings
    ("市發改委", "广州市", 2006, "广州市发展和改革委员会"),
    ("市 财政局", "广州市", 2020, "广州市财政局"),
    ("省市场监管局（省知识产权局）", "广东省", 2020, "广东省市场监督管理局"),
    ("省人力资源社会保障厅", "湖南省", 2020, "湖南省人力资源和社会保障厅"),
    # the body of another place
    ("省财政厅", "长沙市", 2021, "湖南省财政厅"),
    ("市财政局", "上海市青浦区", 2021, "上海市财政局"),
    ("长沙市财政局", "湖南省", 2021, "长沙市财政局"),
    ("长沙财政局", "湖南省", 2021, "长沙市财政局"),
    ("岳麓区教育局", "长沙市", 2021, "长沙市岳麓区教育局"),
    ("佛山市顺德区人民政府", "广东省", 2021, "佛山市顺德区人民政府"),
    ("浦东新区政府", "上海市", 2025, "上海市浦东新区人民政府"),
    ("湖南省财政厅", "广东省", 2021, "湖南省财政厅"),
    ("鼓楼区财政局", "南京市", 2021, "南京市鼓楼区财政局"),
    # central bodies, as they are called
    ("省税务局", "湖南省", 2021, "国家税务总局湖南省税务局"),
    ("省国税局", "湖南省", 2010, "湖南省国家税务局"),
    ("县税务局", "象州县", 2021, "国家税务总局象州县税务局"),
    ("湖南证监局", "湖南省", 2021, "中国证券监督管理委员会湖南监管局"),
    ("安徽银保监局", "安徽省", 2021, "中国银行保险监督管理委员会安徽监管局"),
    ("湖南银监局", "湖南省", 2012, "中国银行业监督管理委员会湖南监管局"),
    ("上海金融监管局", "上海市", 2025, "国家金融监督管理总局上海监管局"),
    ("人行合肥中心支行", "安徽省", 2021, "中国人民银行合肥中心支行"),
    ("人行武汉分行", "湖北省", 2021, "中国人民银行武汉分行"),
    ("人行重庆营管部", "重庆市", 2021, "中国人民银行重庆营业管理部"),
    ("人民银行湖北省分行", "湖北省", 2024, "中国人民银行湖北省分行"),
    ("重庆海关", "重庆市", 2021, "中华人民共和国重庆海关"),
    ("省气象局", "湖北省", 2021, "湖北省气象局"),
    ("省通信管理局", "湖北省", 2021, "湖北省通信管理局"),
    ("市邮政管理局", "重庆市", 2021, "重庆市邮政管理局"),
    ("象州生态环境局", "象州县", 2021, "来宾市象州生态环境局"),
    # the party, mass organisations, courts
    ("省委", "湖南省", 2021, "中国共产党湖南省委员会"),
    ("省委宣传部", "湖南省", 2021, "中共湖南省委宣传部"),
    ("自治区党委组织部", "广西", 2021, "中共广西壮族自治区委员会组织部"),
    ("团市委", "广州市", 2021, "中国共产主义青年团广州市委员会"),
    ("团省委", "广东省", 2021, "中国共产主义青年团广东省委员会"),
    ("市法院", "广州市", 2021, "广州市中级人民法院"),
    # eras
    ("市环保局", "临汾市", 2018, "临汾市环境保护局"),
    ("省经贸委", "广东省", 2007, "广东省经济贸易委员会"),
    ("市外经贸局", "广州市", 2006, "广州市对外贸易经济合作局"),
    ("省委网信办", "安徽省", 2016, "中共安徽省委网络安全和信息化领导小组办公室"),
    ("省委网信办", "安徽省", 2021, "中共安徽省委网络安全和信息化委员会办公室"),
    # zones
    ("广州空港经济区管委会", "广州市", 2024, "广州空港经济区管理委员会"),
    ("区经济发展局", "平潭综合实验区", 2022, "平潭综合实验区经济发展局"),
]


@pytest.mark.parametrize(("text", "place", "year", "name"), CASES)
def test_a_pattern_tells_the_canonical_name(text: str, place: str, year: int, name: str) -> None:
    """Every name has its pattern's source and a confidence, and its text as it was."""
    found = derived(text, place, year)

    assert isinstance(found, Derived)
    assert (text, name) == (found.text, found.name)
    assert found.source or "经济发展局" in name
    assert found.confidence in {"high", "medium", "low"}


@pytest.mark.parametrize(
    ("text", "place", "name"),
    [
        ("市留检办", "广州市", "广州市留检办"),
        ("省推进工业互联网专项工作组", "安徽省", "安徽省推进工业互联网专项工作组"),
        ("区财政金融局", "平潭综合实验区", "平潭综合实验区财政金融局"),
        ("数字转型局", "象州县", "象州县数字转型局"),
        ("市高新区管委会", "临汾市", "临汾市高新区管委会"),  # short for what?
        # what has a place or a name of its own keeps it
        ("成都高新区管委会", "成都市", "成都高新区管委会"),
        ("中关村科学城管理局", "北京市", "中关村科学城管理局"),
        ("象州公路养护中心", "象州县", "象州公路养护中心"),
        ("重庆警备区政治工作局", "重庆市", "重庆警备区政治工作局"),
        ("华南理工大学", "广东省", "华南理工大学"),
        ("国务院审改办", "全国", "国务院审改办"),
        ("民航新疆管理局", "新疆", "民航新疆管理局"),
        ("公安青浦分局", "上海市青浦区", "公安青浦分局"),
        ("人行上海总部", "上海市", "人行上海总部"),
        ("广铁集团长沙办事处", "湖南省", "广铁集团长沙办事处"),
        ("首都文明办", "北京市", "首都文明办"),
        # the longest name of a place: 内蒙 is one, too
        ("内蒙古电力（集团）有限责任公司", "内蒙古", "内蒙古电力（集团）有限责任公司"),
        ("内蒙古某某办", "内蒙古", "内蒙古某某办"),
    ],
)
def test_what_no_pattern_knows_keeps_its_text_behind_its_place(
    text: str, place: str, name: str
) -> None:
    """Nothing supports such a name but the document, and it says so."""
    found = derived(text, place, 2021)

    assert isinstance(found, Derived)
    assert (name, "low", "") == (found.name, found.confidence, found.source)


@pytest.mark.parametrize(
    ("text", "place", "year", "name", "candidates"),
    [
        ("市规划局", "广州市", 2012, "广州市规划局", {"广州市规划局", "广州市城乡规划局"}),
        ("市交委", "苏州市", 2012, "苏州市交委", {"苏州市交通委员会", "苏州市交通运输委员会"}),
        (
            *("鼓楼区财政局", "全国", 2021, "鼓楼区财政局"),
            {f"{city}鼓楼区财政局" for city in ("南京市", "徐州市", "福州市", "开封市")},
        ),
    ],
)
def test_what_may_be_several_is_asked_back(
    text: str, place: str, year: int, name: str, candidates: set[str]
) -> None:
    """None of them is chosen; the name stays the text behind its place."""
    found = derived(text, place, year)

    assert isinstance(found, Unsettled)
    assert (name, candidates) == (found.name, {one.name for one in found.candidates})


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("市财政局", "湖南省"),  # of which city?
        ("县财政局", "长沙市"),
        ("地区财政局", "新疆"),
        ("省财政厅", "全国"),
        ("", "湖南省"),
        ("省" + "很长" * 40 + "局", "湖南省"),
    ],
)
def test_what_is_no_ones_is_not_answered(text: str, place: str) -> None:
    """A city's body is never answered for the province's, nor the other way round."""
    assert derived(text, place, 2021) is None


def test_a_name_of_another_era_is_less_sure() -> None:
    """环境保护局 in 2023 is a body of before; its name is still the one, with low confidence."""
    before, after = derived("市环保局", "临汾市", 2017), derived("市环保局", "临汾市", 2023)

    assert isinstance(before, Derived)
    assert isinstance(after, Derived)
    assert (before.confidence, after.confidence) == ("high", "low")
    assert before.name == after.name


def test_a_district_may_have_bodies_as_a_city_has_them() -> None:
    """The pattern of another level is taken where the own one has none, and is less sure."""
    found = derived("经信委", "常熟市", 2018)

    assert isinstance(found, Derived)
    assert (found.name, found.confidence) == ("常熟市经济和信息化委员会", "low")


def test_no_word_is_taken_for_a_place() -> None:
    """公安 and 资源 are counties, too: 公安局 is none of theirs, and none of a province's."""
    found = derived("公安联络处", "湖北省", 2021)

    assert isinstance(found, Derived)
    assert found.name == "湖北省公安联络处"
    assert derived("公安局", "湖北省", 2021) is None


def test_kind_and_parent_are_told_where_the_pattern_knows_them() -> None:
    """They go into the draft of a registry."""
    finance = derived("省财政厅", "湖南省", 2021)
    party = derived("省委宣传部", "湖南省", 2021)

    assert isinstance(finance, Derived)
    assert isinstance(party, Derived)
    assert (finance.kind, finance.parent) == ("government-department", "湖南省人民政府")
    assert (party.kind, party.parent) == ("party-organ", "中国共产党湖南省委员会")


@pytest.mark.parametrize(
    ("text", "place", "year", "name"),
    [
        # a province's own has been a 厅 since 2009, and those of cities a 局 for ten years more
        ("环保局", "湖南省", 2016, None),
        ("环保局", "湖南省", 2005, "湖南省环境保护局"),
        ("省环保局", "湖南省", 2005, "湖南省环境保护局"),
        # cities follow a year or two behind, which says nothing
        ("质监局", "湖南省", 2018, "湖南省质量技术监督局"),
        # two companies share the grid of the country between them
        ("湖南省电力公司", "湖南省", 2020, "国网湖南省电力有限公司"),
        ("国网湖南省电力公司", "湖南省", 2016, "国网湖南省电力公司"),
        ("国网新疆电力公司", "新疆", 2021, "国网新疆电力有限公司"),
        ("新疆电力公司", "新疆", 2021, "国网新疆电力有限公司"),
        ("区消防支队", "上海市青浦区", 2021, "上海市青浦区消防救援支队"),
        ("区消防支队", "上海市青浦区", 2016, "上海市青浦区公安消防支队"),
        ("自治区党委宣传部", "新疆", 2021, "中共新疆维吾尔自治区委员会宣传部"),
        ("广东电网公司", "湖南省", 2020, "广东电网有限责任公司"),
        # called by its seat, and by its province
        ("人行长沙中心支行", "湖南省", 2020, "中国人民银行长沙中心支行"),
        ("长沙海关", "湖南省", 2020, "中华人民共和国长沙海关"),
        ("深圳证监局", "广东省", 2020, "中国证券监督管理委员会深圳监管局"),
    ],
)
def test_what_bodies_there_are(text: str, place: str, year: int, name: str | None) -> None:
    """A pattern gives no body that is none, as far as that is known in general."""
    found = derived(text, place, year)

    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("广东电力公司", "广东省"),
        ("广州证监局", "广东省"),
        # bodies of the centre that have their seats
        ("长沙证监局", "湖南省"),
        ("长沙银监局", "湖南省"),
        ("湖南海关", "湖南省"),
        ("湖南海事局", "湖南省"),
        ("云南海关", "云南省"),
        # the west of 内蒙古 has a grid of its own
        ("供电公司", "包头市"),
        ("内蒙古电力公司", "内蒙古"),
    ],
)
def test_what_bodies_there_are_not(text: str, place: str) -> None:
    """Kept as printed at most."""
    (jurisdiction,) = packaged_places().named(place)
    found = by_pattern(text, jurisdiction, 2020)

    assert found is None
