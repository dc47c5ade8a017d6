"""What of a name tells whose it is: its parts, its words, its rank, what stands around it."""

from dataclasses import replace

import pytest

from gdquality.dataset import load
from gdquality.names.registry import Registry
from gdquality.names.resolve import Ambiguous, Resolved, Resolver, Unknown
from gdquality.names.resolve.abbreviation import MOST, Abbreviations
from gdquality.names.resolve.guard import Guard
from gdquality.names.resolve.lookup import Lookup, united
from gdquality.names.resolve.normal import compatible, normalise, prefix_variants, split_prefix
from gdquality.names.resolve.phrase import name_in, with_second_name
from gdquality.names.resolve.rank import distinguishing, ranks, stem
from gdquality.names.resolve.reading import Reader, southern
from gdquality.names.resolve.shape import Shapes, unofficial
from gdquality.names.resolve.wording import shortened
from gdquality.names.resolve.words import keeps_words, word_starts
from gdquality.records import Agency
from gdquality.records.readings import Readings


@pytest.fixture(scope="module")
def resolver(registry: Registry) -> Resolver:
    """Return a resolver of the packaged registry."""
    return Resolver(registry, load().readings)


@pytest.fixture(scope="module")
def shapes(registry: Registry) -> Shapes:
    """Return the shapes of the packaged registry."""
    return Shapes(registry)


def names_of(resolver: Resolver, query: str) -> list[str]:
    """Return the names of the agencies that `query` is answered or asked back with."""
    match resolver.resolve(query):
        case Resolved(agency=agency):
            return [agency.name]
        case Ambiguous(candidates=candidates):
            return [agency.name for agency in candidates]
        case Unknown():
            return []


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("省 财\u3000政\t厅", "省财政厅"),
        ("省\u200b财政厅\ufeff", "省财政厅"),
        ("省财\u00ad政\u200d厅\ufe0f", "省财政厅"),
        ("“省”《财》（政）【厅】", "省财政厅"),
        ("省-财–政—厅", "省财政厅"),
        ("ＡＢ", "AB"),
        ("⽔利厅", "水利厅"),
        ("省财政厅、", "省财政厅、"),
    ],
)
def test_normalise(typed: str, plain: str) -> None:
    """Width, spaces, hyphens, brackets and what is not seen make no difference; 、 does."""
    assert normalise(typed) == plain


def test_compatible_keeps_what_is_seen() -> None:
    """Brackets and spaces are told by later steps."""
    assert compatible("省质监局（牵头） \u200e") == "省质监局(牵头) "


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("广东省财政厅", ("广东省", "财政厅")),
        ("广东财政厅", ("广东", "财政厅")),
        ("省财政厅", ("省", "财政厅")),
        ("财政厅", ("", "财政厅")),
    ],
)
def test_split_prefix(name: str, expected: tuple[str, str]) -> None:
    """The longest of 广东省, 广东 and 省."""
    assert split_prefix(name, "广东省") == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("财政厅", ("省财政厅", "广东省财政厅")),
        ("省财政厅", ("广东省财政厅", "广东财政厅", "财政厅")),
        ("广东省财政厅", ("省财政厅", "广东财政厅", "财政厅")),
        ("省局", ()),
        ("局", ()),
        ("省侨办", ("广东省侨办", "广东侨办", "侨办")),
    ],
)
def test_prefix_variants(name: str, expected: tuple[str, ...]) -> None:
    """A bare name is not tried with 广东, nor a rank with anything."""
    assert prefix_variants(name, "广东省") == expected


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("省质监局。", "省质监局"),
        ("、省质监局？！…", "省质监局"),
        ("1、省质监局", "省质监局"),
        ("12.省质监局", "省质监局"),
        ("（三）省质监局", "省质监局"),
        ("①省质监局", "省质监局"),
        ("- **省质监局**", "省质监局"),
        ("牵头单位：省质监局", "省质监局"),
        ("主要配合部门: 省质监局", "主要配合部门: 省质监局"),
        ("牵头责任单位：省质监局", "省质监局"),
        ("主送：省质监局", "省质监局"),
        ("由省质监局牵头", "省质监局"),
        ("请省质监局配合", "省质监局"),
        ("省质监局（牵头）", "省质监局"),
        ("省质监局（牵头单位）", "省质监局"),
        ("省质监局（原）", "省质监局"),
        ("（原）省质监局", "省质监局"),
        ("原省质监局", "省质监局"),
        ("现省市场监管局", "省市场监管局"),
        ("我省质监局", "省质监局"),
        ("本省质监局", "省质监局"),
        ("我质监局", "我质监局"),
        ("1、由原省质监局牵头。", "省质监局"),
        ("省委组织", "省委组织"),
        ("省委组织部", "省委组织部"),
        ("牵头", "牵头"),
        ("原局", "原局"),
        ("2016年", "2016年"),
        ("省质监局（特种设备处）", "省质监局(特种设备处)"),
    ],
)
def test_name_in(phrase: str, name: str) -> None:
    """Marks, numbers, labels, roles, 原 and 我 are left out, and nothing that may be of a name."""
    assert name_in(phrase) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (" 省市场监管局（省知识产权局） ", ("省市场监管局", "省知识产权局")),
        ("各县（区）人民政府", None),
        ("（原）省质监局", None),
        ("省质监局", None),
        ("甲（乙）（丙）", None),
        ("甲（）", None),
    ],
)
def test_with_second_name(name: str, expected: tuple[str, str] | None) -> None:
    """A name and one in brackets after it, neither more nor less."""
    assert with_second_name(name) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("广东省质量技术监督局（质监局）", ["广东省质量技术监督局"]),
        ("省市场监管局（省知识产权局）", ["广东省市场监督管理局"]),
        ("省质监局（省工商局）", []),
        ("省知识产权局（省市场监管局）", []),
        ("省质监局（检验检疫局）", []),
        ("检验检疫局（省质监局）", []),
        ("省质监局（质技监局）", []),
    ],
)
def test_second_plates(query: str, expected: list[str], resolver: Resolver) -> None:
    """In brackets stands the same body, or one that it took over, and both for certain."""
    found = resolver.resolve(query)

    assert names_of(resolver, query) == expected
    assert not expected or (isinstance(found, Resolved) and found.method == "normalised")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("国家卫生健康委员会", {"委"}),
        ("港澳事务办公室", {"办"}),
        ("省政府办公厅", {"办公厅"}),
        ("税务总局", {"总局"}),
        ("海关总署", {"总署"}),
        ("电网公司", {"公司"}),
        ("发展研究中心", {"中心"}),
        *((f"某{rank}", {rank}) for rank in "部委厅局办院会署府组关社处科所"),
        ("扶贫", set()),
        ("", set()),
    ],
)
def test_ranks(name: str, expected: set[str]) -> None:
    """The rank that a name has in an abbreviation."""
    assert ranks(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("质监局", "质监"),
        ("卫生健康委员会", "卫生健康"),
        ("港澳事务办公室", "港澳事务"),
        ("扶贫", "扶贫"),
        ("局", ""),
    ],
)
def test_stem(name: str, expected: str) -> None:
    """A name without its rank."""
    assert stem(name) == expected


@pytest.mark.parametrize(
    ("core", "expected"),
    [
        ("质量技术监督局", "质量技术"),
        ("市场监督管理局", "市场"),
        ("工商行政管理局", "工商"),
        ("国有资产监督管理委员会", "国有资产"),
        ("质量强省工作领导小组办公室", "质量强省"),
        ("港澳事务办公室", "港澳"),
        ("电网有限责任公司", "电网"),
        ("发展研究中心", "发展"),
        ("深圳海关", "深圳海关"),
        ("质监局", "质监"),
        ("监管委", ""),
        ("管理局", ""),
        ("中国", ""),
        ("人民政府", ""),
        ("地方局", ""),
        ("", ""),
        ("关", "关"),
    ],
)
def test_distinguishing(core: str, expected: str) -> None:
    """What many bodies have in their names tells nobody from another."""
    assert distinguishing(core) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("中国共产党广东省委员会", "中共广东省委"),
        ("卫生和计划生育委员会", "卫生计划生育委"),
        ("港澳事务办公室", "港澳事务办"),
        ("食品药品监督管理局", "食品药品监管局"),
        ("广东电网有限责任公司", "广东电网公司"),
        ("广东电网有限公司", "广东电网公司"),
        ("质量强省工作领导小组", "质量强省领导小组"),
        ("佛山市顺德区人民政府", "佛山市顺德区政府"),
        ("住房与城乡建设厅", "住房城乡建设厅"),
        ("和平区", "和平区"),
        ("总和", "总和"),
        ("税和局", "税和局"),
    ],
)
def test_shortened(name: str, expected: str) -> None:
    """The usual words in short, and names put together without 和."""
    assert shortened(name) == expected


def test_word_starts() -> None:
    """Two characters a word, but for those known to have more; 和 begins none, the rank does."""
    assert word_starts("质量技术监督局") == {0, 2, 4, 6}
    assert word_starts("经济和信息化委员会") == {0, 3, 6, 8}
    assert word_starts("出入境检验检疫局") == {0, 3, 5, 7}
    assert word_starts("海关") == {0, 1}


@pytest.mark.parametrize(
    ("short", "core", "keeps"),
    [
        ("质监局", "质量技术监督局", True),
        ("质技监局", "质量技术监督局", True),
        ("质量局", "质量技术监督局", True),
        ("技术监督局", "质量技术监督局", True),
        ("量监局", "质量技术监督局", False),
        ("质术局", "质量技术监督局", False),
        ("监质局", "质量技术监督局", False),
        ("国税局", "国家税务局", True),
        ("国务局", "国家税务局", False),
        ("检疫局", "检验检疫局", True),
        ("港澳办", "港澳事务办公室", True),
        ("港务办", "港澳事务办公室", False),
        ("港事办", "港澳事务办公室", False),
        ("港澳事务办", "港澳事务办公室", True),
        ("港澳工作办", "港澳事务办公室", False),
        ("金融工作办", "金融工作办公室", True),
        ("粮和局", "粮食和物资储备局", False),
        ("卫生和计生委", "卫生和计划生育委员会", True),
        ("质监局局", "质量技术监督局", False),
    ],
)
def test_keeps_words(short: str, core: str, keeps: bool) -> None:  # noqa: FBT001
    """First characters of words, or more of them from the first on, in order."""
    assert keeps_words(short, core) is keeps


def test_unofficial() -> None:
    """What official full names have in front is left out once."""
    assert unofficial("中华人民共和国深圳海关") == "深圳海关"
    assert unofficial("中国共产党广东省委员会") == "广东省委员会"
    assert unofficial("中共广东省委") == "广东省委"
    assert unofficial("深圳海关") == "深圳海关"


@pytest.mark.parametrize(
    ("name", "superior", "prefix", "place", "core"),
    [
        ("广东省财政厅", None, "广东省", "", "财政厅"),
        ("省财政厅", None, "省", "", "财政厅"),
        ("财政厅", None, "", "", "财政厅"),
        ("中共广东省委宣传部", "中国共产党广东省委员会", "广东省", "", "宣传部"),
        ("中共广东省委员会宣传部", "中国共产党广东省委员会", "广东省", "", "宣传部"),
        ("省委编办", "中国共产党广东省委员会", "省", "", "编办"),
        ("省政府侨办", "广东省人民政府", "省", "", "侨办"),
        ("省府侨办", "广东省人民政府", "省", "", "侨办"),
        ("省委员会", None, "省", "", "委员会"),
        ("中华人民共和国深圳海关", None, "", "深圳", "海关"),
        ("深圳海关", None, "", "深圳", "海关"),
        ("国家税务总局广东省税务局", None, "", "", "国家税务总局税务局"),
        ("中国证券监督管理委员会广东监管局", None, "", "", "中国证券监督管理委员会监管局"),
        ("湖南省财政厅", None, "", "", "湖南省财政厅"),
    ],
)
def test_parts(
    name: str, superior: str | None, prefix: str, place: str, core: str, shapes: Shapes
) -> None:
    """The superior whose name comes first, the province wherever it stands, another place, the core."""
    parts = shapes.parts(name)

    assert (parts.superior and parts.superior.name) == superior
    assert (parts.prefix, parts.place, parts.core) == (prefix, place, core)


def test_shape(shapes: Shapes) -> None:
    """An agency is recognised by the cores of all its names, and by what follows 和."""
    by_name = {shape.agency.name: shape for shape in shapes.every}

    health = by_name["广东省卫生和计划生育委员会"]
    assert {"卫生和计划生育委员会", "卫计委", "计生委", "卫生厅"} <= set(health.cores[""])
    assert health.after_and == {"计划生育委"}
    assert health.ranks == {"委"}
    assert health.characters >= set("卫生和计划生育委员会厅")
    finance = by_name["国家金融监督管理总局广东监管局"]
    assert set(finance.cores[""]) >= {
        "国家金融监督管理总局监管局",
        "金融监督管理总局监管局",
        "金融监管局",
    }
    customs = by_name["中华人民共和国深圳海关"]
    assert customs.cores == {"深圳": ("海关",)}
    assert "广东省人民政府" not in by_name
    assert "各地" not in by_name


def test_is_under(shapes: Shapes, registry: Registry) -> None:
    """A body is under its parent, and under that whose name its own begins with."""
    by_name = {shape.agency.name: shape for shape in shapes.every}
    government = registry.agencies["广东省人民政府"]
    party = registry.agencies["中国共产党广东省委员会"]

    assert by_name["广东省财政厅"].is_under(government)
    assert not by_name["广东省财政厅"].is_under(party)
    assert by_name["中共广东省委宣传部"].is_under(party)
    assert by_name["中共广东省委机构编制委员会办公室"].is_under(party)
    assert not by_name["广东省监狱管理局"].is_under(government)


def test_stems(shapes: Shapes) -> None:
    """What agencies are called but for the rank; a rank alone is no name."""
    assert shapes.stems["国资"] == {"广东省人民政府国有资产监督管理委员会"}
    assert shapes.stems["监察"] == {"广东省监察厅", "广东省监察委员会"}
    assert "" not in shapes.stems


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("东海局", []),
        ("中心", []),
        ("物资局", []),
        ("物资储备局", ["广东省粮食和物资储备局"]),
        ("信息化委", ["广东省经济和信息化委员会"]),
        ("编制办", ["广东省机构编制委员会办公室", "中共广东省委机构编制委员会办公室"]),
        ("药品局", ["广东省食品药品监督管理局", "广东省药品监督管理局"]),
        ("国资厅", []),
        ("国金局", []),
        ("地监局", []),
        ("地税务局", ["广东省地方税务局"]),
        ("金监局", ["广东省地方金融监督管理局", "国家金融监督管理总局广东监管局"]),
        ("广东金监局", ["国家金融监督管理总局广东监管局"]),
        ("省金监局", ["广东省地方金融监督管理局", "国家金融监督管理总局广东监管局"]),
        ("省委教育厅", []),
        ("省政府财政厅", ["广东省财政厅"]),
        ("省政府宣传部", []),
        ("市监管局", []),
        ("市场局", ["广东省市场监督管理局"]),
        ("珠海局", []),
        ("珠海检疫局", ["中华人民共和国珠海出入境检验检疫局"]),
        ("省检疫局", ["中华人民共和国广东出入境检验检疫局"]),
        ("深关", []),
        ("省公安", ["广东省公安厅"]),
        ("公安", []),
        ("省工行", []),
        ("广东邮政", []),
        ("省扶", []),
        ("省税务", ["广东省地方税务局", "广东省国家税务局", "国家税务总局广东省税务局"]),
        ("监察", []),
        ("管理局", []),
        ("省侨", []),
        ("国安厅", ["广东省国家安全厅"]),
        ("深圳关", ["中华人民共和国深圳海关"]),
        (
            "国检",
            [f"中华人民共和国{place}出入境检验检疫局" for place in ("广东", "深圳", "珠海")],
        ),
    ],
)
def test_abbreviations(query: str, expected: list[str], resolver: Resolver) -> None:
    """Each condition of docs/names.md, by what it keeps out and what it lets in."""
    assert sorted(names_of(resolver, query)) == sorted(expected)


def test_a_name_that_fits_too_many_says_nothing(registry: Registry) -> None:
    """Up to twelve are asked back about; of more the name is no name."""
    some = [Agency(f"广东省水产{n}局", "other-organ", "high") for n in "一二三四五六七八九十甲乙丙"]
    for count, expected in ((MOST, MOST), (MOST + 1, 0)):
        data = replace(registry.data, agencies=tuple(some[:count]), changes=())

        assert len(Abbreviations(Registry(data)).meant_by("水产局")) == expected


def test_registry_order(resolver: Resolver, registry: Registry) -> None:
    """Candidates come in the registry's order."""
    found = names_of(resolver, "海关")

    assert found == [name for name in registry.agencies if name.endswith("海关")]
    assert len(found) == 7


def test_united() -> None:
    """Each agency once, in the order in which they come."""
    a, b, c = (Agency(name, "other-organ", "high") for name in "甲乙丙")

    assert united((b, a), (), (a, c)) == (b, a, c)


def test_lookup(registry: Registry) -> None:
    """省 in front of a central body is a habit, unless the province has one that fits."""
    lookup = Lookup(registry, Abbreviations(registry))

    assert [one.name for one in lookup.certain("省银监局")] == [
        "中国银行业监督管理委员会广东监管局"
    ]
    assert [one.name for one in lookup.certain("省金融监管局")] == [
        "国家金融监督管理总局广东监管局",
        "广东省地方金融监督管理局",
    ]
    assert {one.name for one in lookup.certain("税局")} == {
        "国家税务总局广东省税务局",
        "广东省地方税务局",
        "广东省国家税务局",
    }
    assert [one.name for one in lookup.certain("省税局")] == ["国家税务总局广东省税务局"]
    assert lookup.certain("教育部") == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("发展改革委员会", ["广东省发展和改革委员会"]),
        ("中共广东省委员会", ["中国共产党广东省委员会"]),
        ("省政府外事办", ["广东省人民政府外事办公室"]),
        ("委员会", []),
        ("省委员会", []),
        ("与委", []),
        ("省政府办公室", []),
        ("省府办公厅", ["广东省人民政府办公厅"]),
    ],
)
def test_reworded(name: str, expected: list[str], registry: Registry) -> None:
    """委员会 is 委, but an office of another rank is another."""
    lookup = Lookup(registry, Abbreviations(registry))

    assert [one.name for one in lookup.reworded(name)] == expected


@pytest.mark.parametrize(
    ("name", "is_other"),
    [
        ("水务局", True),
        ("省水务局", True),
        ("国家水务局", True),
        ("法治办公室", True),
        ("改革委员会", True),
        ("税务局", False),
        ("广州水务局", False),
    ],
)
def test_other_bodies(name: str, is_other: bool, registry: Registry) -> None:  # noqa: FBT001
    """Another body's name is known in other words, with a prefix, and with what many share."""
    assert Lookup(registry, Abbreviations(registry)).is_other(name) is is_other


def test_guard(registry: Registry) -> None:
    """Rank, level and place are unharmed by a slip, and so is the first character."""
    guard = Guard(registry)

    assert guard.core("中国共产党广东省委宣传部") == "委宣传部"
    assert guard.core("中国人民政府工作局") == "局"
    assert guard.may_be("环境报护厅", "环境保护厅")
    assert not guard.may_be("环境报护局", "环境保护厅")
    assert not guard.may_be("坏境保护厅", "环境保护厅")
    assert not guard.may_be("质量强市办", "质量强省办")
    assert not guard.may_be("国家环境保护厅", "环境保护厅")
    assert not guard.may_be("深圳检验检疫局", "珠海检验检疫局")
    assert not guard.may_be("省", "环境保护厅")
    assert not guard.may_be("环境保护厅", "省")
    assert guard.may_sound_like("是场监管局", "市场监管局")
    assert not guard.may_sound_like("市药监局", "食药监局")
    assert guard.may_sound_like("总工会", "中工会")
    assert not guard.may_sound_like("上海检疫局", "珠海检疫局")
    assert not guard.may_sound_like("环境保护局", "环境保护厅")


READINGS = Readings(
    {"yin": "银", "xing": "行", "hui": "会", "ji": "计"}, {"行 hang": "银行", "会 kuai": "会计"}
)


def test_reader() -> None:
    """A character is read by its word where that is known, else as usual; by sound always so."""
    reader = Reader(READINGS)

    assert reader.read("银行") == ("yin", "hang")
    assert reader.read("行银") == ("xing", "yin")
    assert reader.read("会计会") == ("kuai", "ji", "hui")
    assert reader.read("甲A") == ("甲", "A")
    assert reader.sound("银行") == ("yin", "xing")
    assert list(reader.sounds("银行")) == [("yin", "xing"), ("yin", "hang")]
    assert reader.syllables == {"yin", "xing", "hui", "ji"}


@pytest.mark.parametrize(
    ("letters", "said"),
    [
        ("zhuang", "zuan"),
        ("chang", "can"),
        ("sheng", "sen"),
        ("ling", "nin"),
        ("nv", "nu"),
        ("he", "he"),
    ],
)
def test_southern(letters: str, said: str) -> None:
    """Zh is z, ch c, sh s, ng n, l n, and ü typed u."""
    assert southern(letters) == said
