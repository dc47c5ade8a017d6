"""The grammar of an agency list, by example and by property."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdquality.notice.agency_list import ListSyntaxError, Vocabulary, expand
from gdquality.registry import Registry

PREFIXES = ("广东省", "广东", "深圳", "珠海", "省")
VOCABULARY = Vocabulary(PREFIXES, frozenset(("各地、各有关部门",)))


def names(cell: str) -> list[str]:
    """Return the names that `cell` expands to."""
    return [item.text for item in expand(cell, VOCABULARY)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("省质监局", ["省质监局"]),
        ("省发展改革委、科技厅", ["省发展改革委", "省科技厅"]),
        ("省农业厅，广东银监局、保监局", ["省农业厅", "广东银监局", "广东保监局"]),
        ("省农业厅,广东银监局、保监局", ["省农业厅", "广东银监局", "广东保监局"]),
        (
            "省通信管理局、邮政管理局、广东证监局",
            ["省通信管理局", "省邮政管理局", "广东证监局"],
        ),
        (
            "广东、深圳、珠海出入境检验检疫局",
            ["广东出入境检验检疫局", "深圳出入境检验检疫局", "珠海出入境检验检疫局"],
        ),
        ("省质监局，广东、深圳海关", ["省质监局", "广东海关", "深圳海关"]),
        ("省编办，省质监局", ["省编办", "省质监局"]),
        ("省质监局，质监局", ["省质监局", "质监局"]),
        ("省委宣传部、文化厅", ["省委宣传部", "省文化厅"]),
        ("省农业厅、各地级以上市政府、水利厅", ["省农业厅", "各地级以上市政府", "省水利厅"]),
        ("各地、各有关部门", ["各地、各有关部门"]),
        ("省质监局，各地、各有关部门", ["省质监局", "各地、各有关部门"]),
        ("广东、深圳海关、银监局", ["广东海关", "深圳海关", "银监局"]),
        ("省财政厅、深圳", ["省财政厅", "深圳"]),
        (" 省财政 厅 、水利厅", ["省财政厅", "省水利厅"]),
        ("", []),
        ("  ", []),
    ],
)
def test_expand(cell: str, expected: list[str]) -> None:
    """Prefixes carry over 、, places share a tail, ， starts afresh."""
    assert names(cell) == expected


def test_places_in_the_cell() -> None:
    """Each item says where it is printed; one of a shared tail spans its place."""
    cell = "省质监局， 广东、珠海出入境检验检疫局"

    printed = [cell[item.start : item.end] for item in expand(cell, VOCABULARY)]

    assert printed == ["省质监局", "广东", "珠海出入境检验检疫局"]


@pytest.mark.parametrize(
    ("cell", "start"), [("、省质监局", 0), ("省质监局、", 5), ("省质监局、，省农业厅", 5)]
)
def test_nothing_between_separators(cell: str, start: int) -> None:
    """A missing item is an error at its place, not a name left out."""
    with pytest.raises(ListSyntaxError) as caught:
        expand(cell, VOCABULARY)

    assert caught.value.start == start


BODIES = ("质监局", "财政厅", "发展改革委", "通信管理局", "委宣传部", "出入境检验检疫局")
RUN = st.tuples(st.sampled_from(PREFIXES), st.lists(st.sampled_from(BODIES), min_size=1))


def join(runs: Sequence[tuple[str, list[str]]]) -> str:
    """Print runs of bodies that have one prefix each in the shorthand."""
    return "，".join(prefix + "、".join(bodies) for prefix, bodies in runs)


@given(st.lists(RUN, min_size=1))
def test_expanding_what_was_joined(runs: list[tuple[str, list[str]]]) -> None:
    """Carried prefixes are restored to the very names that were joined."""
    expected = [prefix + body for prefix, bodies in runs for body in bodies]

    assert names(join(runs)) == expected


@given(st.lists(st.sampled_from(PREFIXES), min_size=2, unique=True), st.sampled_from(BODIES))
def test_expanding_a_shared_tail(places: list[str], tail: str) -> None:
    """Places before a shared tail give as many names."""
    assert names("、".join(places) + tail) == [place + tail for place in places]


@given(st.text(alphabet="省广东深圳各质监局、，, \t"))
def test_no_character_is_lost(cell: str) -> None:
    """Whatever a cell holds, the items cover all that is neither separator nor blank."""
    try:
        items = expand(cell, Vocabulary(PREFIXES))
    except ListSyntaxError:
        return

    printed = "".join(cell[item.start : item.end] for item in items)
    assert "".join(printed.split()) == "".join(
        cell.replace("，", "").replace("、", "").replace(",", "").split()
    )


def test_names_with_a_separator_inside(registry: Registry) -> None:
    """The registry's own names that hold a separator are not divided."""
    vocabulary = Vocabulary.of(registry.prefixes, registry.names)

    assert vocabulary.undivided == {
        "各地、各有关部门",
        "各县（市、区）人民政府",
        "各县（市、区）政府",
        "省政府各部门、各直属机构",
    }
