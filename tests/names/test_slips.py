"""Slips of the pen, pinyin, hints and completion: what is near a name, and how near it may be."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT, Run

from gdquality import load
from gdquality.dataset import Dataset
from gdquality.names.registry import Registry
from gdquality.names.resolve import Ambiguous, Resolved, Resolver, Unknown
from gdquality.names.resolve.pinyin import initials
from gdquality.records import Agency


@pytest.fixture(scope="module")
def resolver(registry: Registry) -> Resolver:
    """Return a resolver of the packaged registry."""
    return Resolver(registry, load().readings)


def answer(resolver: Resolver, query: str) -> tuple[str, list[str]]:
    """Return the step that answers `query`, and with whom."""
    match resolver.resolve(query):
        case Resolved(method=method, agency=agency):
            return method, [agency.name]
        case Ambiguous(method=method, candidates=candidates):
            return method, [agency.name for agency in candidates]
        case Unknown():
            return "", []


@pytest.mark.parametrize(
    ("query", "agency"),
    [
        ("质监剧", "广东省质量技术监督局"),
        ("省质监剧", "广东省质量技术监督局"),
        ("商务听", "广东省商务厅"),
        ("发改为", "广东省发展和改革委员会"),
        ("扶贫半", "广东省扶贫开发办公室"),
        ("侨伴", "广东省人民政府侨务办公室"),
        ("宣传不", "中共广东省委宣传部"),
        ("总工回", "广东省总工会"),
        ("社科愿", "广东省社会科学院"),
        ("拱北海观", "中华人民共和国拱北海关"),
        ("卫生健康委员回", "广东省卫生健康委员会"),
        ("省质质监局", "广东省质量技术监督局"),
        ("商务厅厅", "广东省商务厅"),
        ("省改发委", "广东省发展和改革委员会"),
        ("政财厅", "广东省财政厅"),
        ("广东省质量监督技术局", "广东省质量技术监督局"),
        ("住健厅", "广东省住房和城乡建设厅"),
        ("尚务厅", "广东省商务厅"),
        ("还保厅", "广东省环境保护厅"),
        ("祖织部", "中共广东省委组织部"),
        ("是场监管局", "广东省市场监督管理局"),
        ("供北海关", "中华人民共和国拱北海关"),
        ("扶平办", "广东省扶贫开发办公室"),
        ("广东电网工司", "广东电网有限责任公司"),
        ("环境保沪厅", "广东省环境保护厅"),
        ("国士资源厅", "广东省国土资源厅"),
        ("环境保护", "广东省环境保护厅"),
    ],
)
def test_slips(query: str, agency: str, resolver: Resolver) -> None:
    """A rank by its sound, a doubled or swapped character, a homophone, one wrong in a long name."""
    assert answer(resolver, query) == ("slip", [agency])


@pytest.mark.parametrize(
    "query",
    [
        *("市市监局", "县县政府", "港澳版", "环保庭", "社科园", "深圳海馆", "省府办公听听"),
        *("局质监", "委改发", "监质", "省委编办公", "督办", "举办"),
        *("基建局", "直监局", "法改委", "省建委", "市药监局", "教监局", "水务局"),
        *("通航管理局", "邮票管理局", "金银管理局", "市容监督管理局", "监所管理局"),
        *("中国出入境检验检疫局", "广东电力公司", "中共广东省纪委", "上海出入境检验检疫局"),
        *("证券监管居", "政佛", "省赋", "环墙保炉厅"),
    ],
)
def test_no_slips(query: str, resolver: Resolver) -> None:
    """Levels, words of their own, other bodies, and two slips at once."""
    assert answer(resolver, query) == ("", [])


def test_a_slip_of_several_is_asked_back(registry: Registry) -> None:
    """Of two names that a slip may have been, none is chosen."""
    some = tuple(
        Agency(name, "other-organ", "high", aliases=(alias,))
        for name, alias in (("广东省甲乙局", "商务厅"), ("广东省丙丁局", "尚物厅"))
    )
    resolver = Resolver(
        Registry(replace(registry.data, agencies=some, changes=(), other_bodies=())),
        load().readings,
    )

    assert answer(resolver, "上务厅") == ("slip", ["广东省甲乙局", "广东省丙丁局"])


@pytest.mark.parametrize(
    ("letters", "agencies"),
    [
        ("zhijianju", ["广东省质量技术监督局"]),
        ("guangdongzhijianju", ["广东省质量技术监督局"]),
        ("guangdongshengzhijianju", ["广东省质量技术监督局"]),
        ("fazhanhegaigeweiyuanhui", ["广东省发展和改革委员会"]),
        ("gdfgw", ["广东省发展和改革委员会"]),
        ("sfgw", ["广东省发展和改革委员会"]),
        ("gdzjj", ["广东省质量技术监督局", "中国证券监督管理委员会广东监管局"]),
        ("gdgs", ["广东省国家税务局", "广东省工商行政管理局"]),
        ("yinhangyejianguanju", ["中国银行业监督管理委员会广东监管局"]),
        ("guangdongyinjianju", ["中国银行业监督管理委员会广东监管局"]),
        (
            "zhongguoyinhangyejianduguanliweiyuanhuiguangdongjianguanju",
            ["中国银行业监督管理委员会广东监管局"],
        ),
        ("zijianju", ["广东省质量技术监督局"]),
        ("jinrongban", ["广东省人民政府金融工作办公室"]),
        ("jinronban", ["广东省人民政府金融工作办公室"]),
        ("gongangting", ["广东省公安厅"]),
        ("longyeting", ["广东省农业厅"]),
        ("zongonghui", ["广东省总工会"]),
        ("luyouju", ["广东省旅游局"]),
        ("zhijijianju", ["广东省质量技术监督局"]),
        ("shengzhijijianju", ["广东省质量技术监督局"]),
        ("senzijijianju", ["广东省质量技术监督局"]),
        ("gongguanju", []),
        ("sjw", []),
        ("swb", []),
        ("jiwei", []),
        ("fzb", ["广东省人民政府法制办公室"]),
        ("bjj", ["中国保险监督管理委员会广东监管局"]),
        ("gd", []),
        ("gdi", []),
        ("qydw", []),
        ("jiaoyubu", []),
        ("shigongshangju", []),
    ],
)
def test_pinyin(letters: str, agencies: list[str], resolver: Resolver) -> None:
    """What typed characters would mean, north and south; short or foreign letters mean nobody."""
    method, found = answer(resolver, letters)

    assert sorted(found) == sorted(agencies)
    assert method == ("pinyin" if agencies else "")


@pytest.mark.parametrize(
    ("query", "agencies"),
    [
        ("zhijian局", ["广东省质量技术监督局"]),
        ("质jianju", ["广东省质量技术监督局"]),
        ("质JianJu", ["广东省质量技术监督局"]),
        ("省质jian局", ["广东省质量技术监督局"]),
        ("证jianju", ["中国证券监督管理委员会广东监管局"]),
        ("质zian局", []),
        ("局zhijian", []),
        ("教jianju", []),
        ("5G局", []),
    ],
)
def test_pinyin_beside_characters(query: str, agencies: list[str], resolver: Resolver) -> None:
    """The characters must be those of the name, and the letters their reading."""
    assert answer(resolver, query) == ("pinyin" if agencies else "", agencies)


def test_initials() -> None:
    """The first letter of each syllable."""
    assert initials(("zhi", "jian", "ju")) == "zjj"


def with_data_bureau(folder: Path) -> Dataset:
    """Return a data set like the packaged one, with a body more."""
    for name in ("agencies.yaml", "tasks.yaml"):
        shutil.copy(ROOT / "data" / name, folder)
    path = folder / "agencies.yaml"
    text = path.read_text(encoding="utf-8")
    new = """\
  - name: 广东省数据局
    aliases: [省数据局, 数据局]
    kind: provincial-department
    parent: 广东省人民政府
    since: "2024"
    confidence: low
"""
    path.write_text(text.replace("\nchanges:\n", f"\n{new}\nchanges:\n", 1), encoding="utf-8")
    return load(folder)


def test_readings_are_never_stale(tmp_path: Path) -> None:
    """A body that a data set adds is read like the others: sjj is asked back."""
    (tmp_path / "readings.yaml").write_text(
        "names: {省数据局: x}\nsyllables: {}\n", encoding="utf-8"
    )
    data = with_data_bureau(tmp_path)

    assert data.find("shujuju").agency.name == "广东省数据局"
    assert data.find("数剧局").agency.name == "广东省数据局"
    found = data.resolve("sjj")
    assert isinstance(found, Ambiguous)
    assert {agency.name for agency in found.candidates} == {
        "广东省市场监督管理局",
        "广东省数据局",
        "广东省质量技术监督局",
    }


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("环保局", "环保厅"),
        ("省环保局", "省环保厅"),
        ("农业局", "农业厅"),
        ("人社局", "人社厅"),
        ("直监局", "质监局"),
        ("教监局", "质监局"),
        ("制建局", "质监局"),
        ("zhijinju", "质监局"),
        ("caizhenting", "财政厅"),
        ("原省环保局。", "省环保厅"),
    ],
)
def test_nearest(query: str, first: str, resolver: Resolver) -> None:
    """Of another rank first, then by sound, then by looks; in pinyin by its letters."""
    assert resolver.nearest(query)[0] == first


def test_nearest_is_one_a_body(resolver: Resolver, registry: Registry) -> None:
    """Three bodies at most, each once; none for what is like nothing."""
    found = resolver.nearest("监管局")

    assert len(found) == 3
    assert len({registry.bearers[name][0].name for name in found}) == 3
    assert len(resolver.nearest("监管局", most=1)) == 1
    assert resolver.nearest("xyz") == ()
    assert resolver.nearest("火车局") == ()
    assert resolver.nearest("") == ()
    assert resolver.nearest("\ud800") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("质监", [("质监局", "质监局")]),
        ("zhijian", [("质监局", "zhijianju")]),
        ("zjj", [("质监局", "zjj"), ("证监局", "zjj")]),
        ("ZJJ", [("质监局", "zjj"), ("证监局", "zjj")]),
        ("質監", [("质监局", "質監局")]),
        ("“质监", [("质监局", "“质监局")]),
        ("教监", []),
        ("\ud800", []),
    ],
)
def test_completing(text: str, expected: list[tuple[str, str]], resolver: Resolver) -> None:
    """As it is typed, by pinyin, or in another script; each with what begins as was typed."""
    assert list(resolver.completing(text)) == expected


def test_completing_nothing(resolver: Resolver, registry: Registry) -> None:
    """Before anything is typed, every name may follow."""
    assert [name for name, _ in resolver.completing("")] == list(registry.bearers)


@pytest.mark.parametrize(
    "query", ["深圳市", "深圳", "广州市政府", "珠海市人民政府", "原珠海市政府。", "廣州市"]
)
def test_cities(query: str, resolver: Resolver) -> None:
    """A city's government is unknown, but one of those that a collective stands for."""
    found = resolver.resolve(query)

    assert isinstance(found, Unknown)
    assert found.included_in is not None
    assert found.included_in.name == "各地级以上市人民政府"


@pytest.mark.parametrize("query", ["黄埔", "上海市", "深圳市质监局", "市政府", "", "深圳海关办"])
def test_no_cities(query: str, resolver: Resolver) -> None:
    """Another place, a body of a city, or no place."""
    assert resolver.resolve(query) == Unknown(query)


def test_city_is_said(gdq: Run) -> None:
    """Asking for a city names the collective and the command that asks for it."""
    result = gdq("agency", "深圳市")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "“深圳市”，通知以“各地级以上市人民政府”统称" in result.stderr
    assert "gdq agency 各地级以上市人民政府  # 牵头 0 项，参与 1 项" in result.stderr
    assert "（“各地级以上市人民政府”之一）" in gdq("resolve", "深圳市").stdout


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("省发改委、省财政厅", ("省发改委", "省财政厅")),
        ("省发展改革委、财政厅", ("省发展改革委", "省财政厅")),
        ("质监局，工商局", ("质监局", "工商局")),
        ("质监局；工商局/财政厅\n教育厅", ("质监局", "工商局", "财政厅", "教育厅")),
        ("牵头单位：省质监局、工商局。", ("省质监局", "省工商局")),
        (
            "广东、深圳、珠海出入境检验检疫局",
            ("广东出入境检验检疫局", "深圳出入境检验检疫局", "珠海出入境检验检疫局"),
        ),
        ("省质监局、fgw", ("省质监局", "fgw")),
        ("省质监局、教育部", ("省质监局", "教育部")),
        ("各地、各有关部门", ("各地、各有关部门",)),
        ("省质监局、", ("省质监局、",)),
        ("质监局、、工商局", ("质监局", "工商局")),
        ("质监局", ("质监局",)),
        ("教育部", ("教育部",)),
        ("、", ("、",)),
        ("省质监局、" * 3000, ("省质监局、" * 3000,)),
    ],
)
def test_pasted_lists(text: str, names: tuple[str, ...]) -> None:
    """A list is its names in full, by its own grammar; what is no list is one name."""
    assert load().names_in(text) == names


def test_resolve_takes_a_list_apart(gdq: Run) -> None:
    """Each name of a pasted list is answered, in its place among the arguments."""
    result = gdq("resolve", "教育厅", "省发改委、财政厅", "fgw", "-f", "tsv")

    assert [line.split("\t")[0] for line in result.stdout.splitlines()] == [
        "query",
        "教育厅",
        "省发改委",
        "省财政厅",
        "fgw",
    ]
