"""One notice as a collection of one: every question has the answer that it has of the notice."""

from collections.abc import Iterator

import pytest

import gdquality
from gdquality.collection.alone import alone
from gdquality.errors import AmbiguousError, GdqError, NotFoundError
from gdquality.records import ROLES

SOURCES = (None, "tests/cases/notices/three-roles.txt", "tests/cases/notices/duties.txt")


@pytest.fixture(params=SOURCES, ids=str)
def data(request: pytest.FixtureRequest) -> gdquality.Dataset:
    """Return a notice, of several kinds."""
    return gdquality.load(request.param)


def outcome(question: "object", *arguments: object) -> object:
    """Return what comes of asking: an answer, or which error."""
    assert callable(question)
    try:
        return question(*arguments)
    except GdqError as error:
        return (type(error),)


def names(data: gdquality.Dataset) -> Iterator[str]:
    """Yield names of every kind: canonical, short, pinyin, wrong, of several and of none."""
    for agency in data.registry.data.agencies:
        yield agency.name
        yield from agency.aliases[:1]
    yield from ("质監局", "zhijianju", "质监剧", "检验检疫局", "没有", "", "深圳市", "市场监管局")


def test_agencies_and_partners(data: gdquality.Dataset) -> None:
    """Each body has its tasks, its duties and its partners, and what it was before."""
    many = alone(data)

    for name in names(data):
        expected = outcome(data.agency, name)
        found = outcome(many.agency, name)
        if isinstance(expected, tuple):
            assert found == expected, name
            continue
        assert isinstance(expected, gdquality.AgencyAnswer)
        if not any(map(expected.assignments, ROLES)) and not expected.deadlines:
            # A body that no notice names need not even be known to many of them.
            assert isinstance(found, tuple)
            assert not isinstance(found, gdquality.PerNotice) or found.parts == ()
            continue
        assert isinstance(found, gdquality.PerNotice)
        [(entry, answer)] = found.parts
        for field in ("lead", "responsible", "support", "deadlines", "is_later", "predecessors"):
            assert getattr(answer, field) == getattr(expected, field), (name, field)
        assert answer.agency.name == expected.agency.name
        assert entry.title == data.notice.title
        partners = {one.agency: one for one in data.partners(name)}
        assert {one.agency: one for one in many.partners(name)[1]} == partners


def test_lists(data: gdquality.Dataset) -> None:
    """Tasks, duties, counts, matrix and facts are those of the notice."""
    many = alone(data)
    [(_, whole)] = many.whole()

    assert whole == data.notice
    assert tuple(many.facts()) == data.facts()
    for text in ("", "品牌", "pp", "學校", "没有这样的"):
        parts = many.tasks(text, {}).parts
        assert tuple(one for _, part in parts for one in part.tasks) == data.tasks(text)
    for name in list(dict.fromkeys(fact.agency for fact in data.facts()))[:20]:
        parts = many.tasks("", {"lead": [name]}).parts
        assert tuple(one for _, part in parts for one in part.tasks) == data.tasks(lead=name)
        matrix = [one for _, one in many.matrix([name]).parts]
        expected = data.matrix([name])
        assert [one.rows for one in matrix] == [expected.rows] * bool(expected.rows)
    due = [one for _, part in many.deadlines().parts for one in part.deadlines]
    assert tuple(due) == data.deadlines()
    for after, before in ((None, "2016-12"), ("2016-11-15", None), ("2017", "2017-02")):
        found_due = many.deadlines(after=after, before=before).parts
        due = [one for _, part in found_due for one in part.deadlines]
        assert tuple(due) == data.deadlines(after=after, before=before)
    counts = {one.agency.name: (one.lead, one.responsible, one.support) for one in data.agencies()}
    found = {one.agency.name: (one.lead, one.responsible, one.support) for one in many.agencies()}
    assert {name: one for name, one in found.items() if any(one)} == {
        name: one for name, one in counts.items() if any(one)
    }


def test_errors_are_the_same() -> None:
    """A name of none, and one of several, raise what they raise of one notice."""
    many = alone(gdquality.load())

    with pytest.raises(NotFoundError):
        many.agency("没有这个单位")
    with pytest.raises(AmbiguousError) as error:
        many.agency("检验检疫局")
    assert len(error.value.candidates) == 3
