"""The registry: who bears a name, who came of whom, whom a collective stands for."""

from dataclasses import replace

import pytest

from gdquality.names.registry import Registry, Succession
from gdquality.records import Agency, Change, RegistryData, Role

FINANCE = Agency(
    name="广东省财政厅",
    kind="provincial-department",
    confidence="high",
    aliases=("省财政厅", "财政厅", "省厅"),
    former_names=("旧财政厅", "财政厅"),
    misprints=("省财征厅", "省厅"),
    since="2009-06",
)
WATER = Agency(
    name="广东省水利厅",
    kind="provincial-department",
    confidence="high",
    aliases=("省水利厅", "省厅"),
    misprints=("省水力厅",),
)
FORESTS = Agency(name="广东省林业局", kind="department-managed", confidence="high")
LEADERS = Agency(name="牵头部门", kind="collective", confidence="high", roles=("lead",))
ALL = Agency(
    name="各有关单位",
    kind="collective",
    confidence="high",
    members=("牵头部门", "广东省林业局", "某单位", "各有关单位"),
    roles=("support",),
)
DATA = RegistryData(
    jurisdiction="广东省",
    places=("深圳", "广东", "佛山顺德"),
    agencies=(FINANCE, WATER, FORESTS, LEADERS, ALL),
    changes=(),
)
REGISTRY = Registry(DATA)


def test_agencies() -> None:
    """Every agency by its full name, in the registry's order."""
    assert [*REGISTRY.agencies.items()] == [(one.name, one) for one in DATA.agencies]


@pytest.mark.parametrize(
    ("name", "bearers"),
    [
        ("广东省财政厅", (FINANCE,)),
        ("省财政厅", (FINANCE,)),
        ("旧财政厅", (FINANCE,)),
        ("财政厅", (FINANCE,)),  # an alias, and a former name: once
        ("省厅", (FINANCE, WATER)),
        ("省财征厅", ()),
        ("厅", ()),
    ],
)
def test_bearers(name: str, bearers: tuple[Agency, ...]) -> None:
    """Who bears a name, each body once and in order; a misprint is nobody's name."""
    assert REGISTRY.bearers.get(name, ()) == bearers


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("省财政厅", FINANCE),
        ("省水力厅", WATER),
        ("省厅", FINANCE),  # two bear it, and one is misprinted so
        ("厅", None),
    ],
)
def test_identify(text: str, agency: Agency | None) -> None:
    """The one that bears a name; else the one that is misprinted so."""
    assert REGISTRY.identify(text) == agency


def test_names_and_prefixes() -> None:
    """Names hold the misprints; prefixes come longest first, then in order of characters."""
    assert REGISTRY.prefixes == ("佛山顺德", "广东省", "广东", "深圳", "省")
    assert {"省财征厅", "省水力厅", "省厅", "广东省林业局"} <= set(REGISTRY.names)
    assert REGISTRY.names[-1] == "省水力厅"


@pytest.mark.parametrize(
    ("since", "year", "expected"),
    [
        (None, 1, True),
        ("2016", 2016, True),
        ("2016-12", 2016, True),
        ("2017-01", 2016, False),
        ("2015", 2016, True),
    ],
)
def test_was_there(since: str | None, year: int, *, expected: bool) -> None:
    """A body was there in the year that it came to be, and ever since."""
    registry = Registry(replace(DATA, agencies=(replace(WATER, since=since),)))

    assert registry.was_there("广东省水利厅", year) is expected


@pytest.mark.parametrize(
    ("collective", "agency", "roles", "expected"),
    [
        ("广东省财政厅", "广东省财政厅", set(), True),
        ("广东省财政厅", "广东省水利厅", {"lead"}, False),
        ("牵头部门", "广东省财政厅", {"lead", "support"}, True),
        ("牵头部门", "广东省财政厅", {"support"}, False),
        ("各有关单位", "广东省财政厅", {"lead"}, True),  # by a member that is a collective
        ("各有关单位", "广东省财政厅", {"support"}, True),
        ("各有关单位", "广东省林业局", set(), True),
        ("各有关单位", "广东省水利厅", set(), False),
        ("某单位", "某单位", {"lead"}, False),
    ],
)
def test_stands_for(collective: str, agency: str, roles: set[Role], *, expected: bool) -> None:
    """A collective stands for its members, theirs, and whoever has one of its roles."""
    assert REGISTRY.stands_for(collective, agency, roles) is expected


def change(date: str, kind: str, before: str, after: str) -> Change:
    """Return a change; names stand between blanks."""
    return Change(date, kind, tuple(before.split()), tuple(after.split()), "medium")  # type: ignore[arg-type]


OVER_TIME = Registry(
    replace(
        DATA,
        changes=(
            change("2010", "renamed", "甲", "乙"),
            change("2011", "split", "乙", "丙 丁"),
            change("2012", "transferred", "丙", "戊"),
            change("2013", "merged", "丁 己", "戊"),
            change("2014", "renamed", "戊", "乙"),
        ),
    )
)


def test_successors() -> None:
    """Step by step, nearest first, each body once, although it comes back to where it was."""
    assert OVER_TIME.successors("甲") == (
        Succession("乙", "2010", "renamed", "medium", current=False),
        Succession("丙", "2011", "split", "medium", current=True),
        Succession("丁", "2011", "split", "medium", current=False),
        Succession("戊", "2012", "transferred", "medium", current=False),
    )
    assert OVER_TIME.successors("无") == ()


def test_predecessors() -> None:
    """The same way back; a body is not its own predecessor."""
    steps = [(one.agency, one.date) for one in OVER_TIME.predecessors("戊")]

    assert steps == [
        ("丙", "2012"),
        ("丁", "2013"),
        ("己", "2013"),
        ("乙", "2011"),
        ("甲", "2010"),
    ]


def test_a_chain_goes_one_way_in_time() -> None:
    """What 乙 gave away before 甲 became it is nothing that 甲 became; equal dates may follow."""
    registry = Registry(
        replace(
            DATA,
            changes=(
                change("2008-03", "split", "乙", "丙"),
                change("2013-03-14", "merged", "甲 己", "乙"),
                change("2013", "renamed", "乙", "丁"),
            ),
        )
    )

    assert [one.agency for one in registry.successors("甲")] == ["乙", "丁"]
    assert [one.agency for one in registry.predecessors("丁")] == ["乙", "甲", "己"]
    assert registry.predecessors("丙")[0].agency == "乙"
    assert len(registry.predecessors("丙")) == 1


def test_duties_that_are_handed_over_end_a_chain() -> None:
    """Who took over a duty came of nobody thereby, and what becomes of it is its own affair."""
    registry = Registry(
        replace(
            DATA,
            changes=(
                change("2010", "renamed", "甲", "乙"),
                change("2018", "transferred", "乙", "丙"),
                change("2019", "renamed", "丙", "丁"),
                change("2019", "merged", "戊 乙", "己"),
            ),
        )
    )

    assert [one.agency for one in registry.successors("甲")] == ["乙", "丙", "己"]
    assert [one.agency for one in registry.predecessors("丁")] == ["丙", "乙"]
    assert registry.origins("丁") == {"丙"}
    assert registry.origins("丙") == set()
    assert registry.origins("己") == {"戊", "乙", "甲"}
