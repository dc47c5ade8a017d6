"""Names as people type them: the right body, a question back, or a no."""

from pathlib import Path

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from names import KINDS, leave_one_out, ours

from gdquality.dataset import load
from gdquality.names.registry import Registry
from gdquality.names.resolve import Ambiguous, Resolved, Resolver, Unknown
from gdquality.names.resolve.reading import latin
from gdquality.records.readings import Readings


@pytest.fixture(scope="module")
def resolver(registry: Registry) -> Resolver:
    """Return a resolver of the packaged registry."""
    return Resolver(registry, load().readings)


@pytest.mark.parametrize(
    ("query", "method", "agency"),
    [
        ("广东省质量技术监督局", "exact", "广东省质量技术监督局"),
        ("质监局", "alias", "广东省质量技术监督局"),
        ("省质监局", "alias", "广东省质量技术监督局"),
        ("广东质监局", "alias", "广东省质量技术监督局"),
        (" 质 监 局 ", "normalised", "广东省质量技术监督局"),
        ("“质监局”", "normalised", "广东省质量技术监督局"),
        ("广东省财政厅　", "normalised", "广东省财政厅"),
        ("广东省林业厅", "exact", "广东省林业厅"),
        ("广东林业厅", "alias", "广东省林业厅"),
        ("县(区)政府", "alias", "各县（区）人民政府"),
        ("总工会", "alias", "广东省总工会"),
        ("質監局", "normalised", "广东省质量技术监督局"),
        ("省社会科学院", "alias", "广东省社会科学院"),
        ("zhijianju", "pinyin", "广东省质量技术监督局"),
        ("fgw", "pinyin", "广东省发展和改革委员会"),
        ("环境报护厅", "slip", "广东省环境保护厅"),
        ("广东省质检局", "slip", "广东省质量技术监督局"),
        ("住房与城乡建设厅", "abbreviation", "广东省住房和城乡建设厅"),
        ("省银监局", "alias", "中国银行业监督管理委员会广东监管局"),
        ("质技监局", "abbreviation", "广东省质量技术监督局"),
        ("广东质监", "abbreviation", "广东省质量技术监督局"),
        ("省住建", "abbreviation", "广东省住房和城乡建设厅"),
        ("质量强办", "abbreviation", "广东省质量强省工作领导小组办公室"),
    ],
)
def test_resolved(query: str, method: str, agency: str, resolver: Resolver) -> None:
    """Each step answers what the steps before it do not, and says which it was."""
    answer = resolver.resolve(query)

    assert isinstance(answer, Resolved)
    assert (answer.method, answer.agency.name) == (method, agency)


def test_every_registered_name(resolver: Resolver, registry: Registry) -> None:
    """Every canonical name and alias is answered with its own body."""
    for name, bearers in registry.bearers.items():
        answer = resolver.resolve(name)

        assert isinstance(answer, Resolved)
        assert (answer.agency,) == bearers


def test_ambiguous(resolver: Resolver) -> None:
    """Several bodies that fit are all given, none is chosen."""
    answer = resolver.resolve("检验检疫局")

    assert isinstance(answer, Ambiguous)
    assert [agency.name for agency in answer.candidates] == [
        "中华人民共和国广东出入境检验检疫局",
        "中华人民共和国深圳出入境检验检疫局",
        "中华人民共和国珠海出入境检验检疫局",
    ]


@pytest.mark.parametrize(
    "query",
    [
        *("", " ", "“”", "局", "厅", "省", "广东省", "广东", "省局", "深圳", "21", "x", "办公室"),
        *("教育部", "财政部", "国家发展改革委", "湖南省财政厅", "深圳市市场监管委"),
        *("教监局", "省委办公厅", "税务总局", "市食品药品监管局", "广东电力公司", "证监会"),
        *("国家电网公司", "腾讯公司", "各部", "\x1b[31m", "局" * 10**6),
    ],
)
def test_unknown(query: str, resolver: Resolver) -> None:
    """Other governments, bare ranks and places, misprints and nonsense are not answered."""
    assert isinstance(resolver.resolve(query), Unknown)


def test_leave_one_out(registry: Registry) -> None:
    """With an alias taken away, asking for it is answered rightly or not at all.

    The figures are those of docs/names.md; benchmarks/names.py prints them beside rapidfuzz's.
    """
    counts, wrong = leave_one_out(ours, registry)

    assert wrong == []
    page = (ROOT / "docs" / "names.md").read_text(encoding="utf-8")
    row = " | ".join(str(counts[kind]) for kind in KINDS)
    assert f"| the six steps | {row} |" in page
    assert f"each of the {counts.total()} aliases" in page


def read_names() -> list[tuple[str, str]]:
    """Return the hand-made table: what is typed, and the names expected."""
    lines = Path(__file__).with_name("names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [(line.split("\t")[0], line.split("\t")[1]) for line in lines]


def test_names_as_people_type_them(resolver: Resolver) -> None:
    """Of the hand-made table none is answered wrongly, and at most 2 % go unanswered."""
    wrong, unanswered, meant = [], [], 0
    for query, expected in read_names():
        answer = resolver.resolve(query)
        agencies = (
            [answer.agency]
            if isinstance(answer, Resolved)
            else [*answer.candidates]
            if isinstance(answer, Ambiguous)
            else []
        )
        found = {agency.name for agency in agencies}
        meant += expected != "-"
        if not found and expected != "-":
            unanswered.append((query, expected))
        elif found != (set() if expected == "-" else set(expected.split("|"))):
            wrong.append((query, expected, sorted(found)))

    assert wrong == []
    assert len(unanswered) <= 0.02 * meant, unanswered


def test_the_hand_made_table_is_large_enough(registry: Registry) -> None:
    """There are over 300 queries beside the aliases, 60 to refuse and 15 to ask back about."""
    rows = [row for row in read_names() if row[0] not in registry.bearers]

    assert len(rows) >= 300
    assert sum(expected == "-" for _, expected in rows) >= 60
    assert sum("|" in expected for _, expected in rows) >= 15


@pytest.mark.parametrize(
    ("query", "letters"),
    [
        ("zhijianju", "zhijianju"),
        ("Zhi Jian Ju", "zhijianju"),
        ("zhì'jiān-jú", "zhijianju"),
        ("ＦＧＷ", "fgw"),
        ("lǚyóujú", "lvyouju"),
        ("lüyouju", "lvyouju"),
        ("质jj", ""),
        ("z", ""),
        ("zj1", ""),
    ],
)
def test_latin(query: str, letters: str) -> None:
    """Pinyin is read with or without tones, spaces and apostrophes."""
    assert latin(query) == letters


def test_without_readings(registry: Registry) -> None:
    """A data set without readings does without pinyin and homophones, and nothing else."""
    resolver = Resolver(registry, lambda: Readings({}, {}))

    assert isinstance(resolver.resolve("fgw"), Unknown)
    assert isinstance(resolver.resolve("质检局"), Unknown)
    assert isinstance(resolver.resolve("住房与城乡建设厅"), Resolved)


def test_nearest(resolver: Resolver) -> None:
    """A name that is not known gets names that look like it, one a body."""
    assert resolver.nearest("教监局")[0] == "质监局"
    assert resolver.nearest("xyz") == ()
    assert len(resolver.nearest("监管局")) == 3


@given(st.text() | st.binary().map(lambda data: data.decode("utf-8", "surrogateescape")))
def test_no_query_raises(query: str) -> None:
    """Any text is resolved, ambiguous or unknown."""
    resolver = Resolver(load().registry, load().readings)

    assert resolver.resolve(query).query == query
    resolver.nearest(query)
