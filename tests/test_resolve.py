"""Names as people type them: the right body, a question back, or a no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdquality.dataset import Dataset
from gdquality.registry import Registry
from gdquality.resolve import Ambiguous, Resolved, Resolver, Unknown


@pytest.fixture(scope="module")
def resolver(registry: Registry) -> Resolver:
    """Return a resolver of the packaged registry."""
    return Resolver(registry)


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
        ("省银监局", "alias", "中国银行业监督管理委员会广东监管局"),
        ("质技监局", "abbreviation", "广东省质量技术监督局"),
        ("质量监督", "abbreviation", "广东省质量技术监督局"),
        ("住建", "abbreviation", "广东省住房和城乡建设厅"),
        ("强省办", "abbreviation", "广东省质量强省工作领导小组办公室"),
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
        *("", " ", "“”", "局", "厅", "省", "广东省", "广东", "省局", "深圳", "21", "x"),
        *("教育部", "财政部", "国家发展改革委", "湖南省财政厅", "深圳市市场监管委"),
        *("国家电网公司", "腾讯公司", "各部", "\x1b[31m", "局" * 10**6),
    ],
)
def test_unknown(query: str, resolver: Resolver) -> None:
    """Other governments, bare ranks and places, misprints and nonsense are not answered."""
    assert isinstance(resolver.resolve(query), Unknown)


def test_nearest(resolver: Resolver) -> None:
    """A name that is not known gets names that look like it, one a body."""
    assert resolver.nearest("质检局")[0] == "质监局"
    assert resolver.nearest("xyz") == ()
    assert len(resolver.nearest("监管局")) == 3


@given(st.text())
def test_no_query_raises(query: str) -> None:
    """Any text is resolved, ambiguous or unknown."""
    resolver = Resolver(Dataset().registry)

    assert resolver.resolve(query).query == query
    resolver.nearest(query)
