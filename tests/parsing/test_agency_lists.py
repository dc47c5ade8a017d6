"""The grammar of agency lists by its properties; tests/cases/lists.tsv has the examples."""

from collections.abc import Sequence

import pytest
from growth import SQUARED, growth
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gdquality.parsing.agency_lists import expand
from gdquality.parsing.vocabulary import SEPARATORS, Vocabulary

PREFIXES = ("广东省", "广东", "深圳", "珠海", "省")
VOCABULARY = Vocabulary(PREFIXES, frozenset(("各地、各有关部门",)))
BODIES = ("质监局", "财政厅", "发展改革委", "通信管理局", "委宣传部", "出入境检验检疫局")
GROUP = st.tuples(st.sampled_from(PREFIXES), st.lists(st.sampled_from(BODIES), min_size=1))
TEXTS = st.text(
    alphabet="省市广东深圳各有关质监财政局厅政府区、，,；;。.（）()和及等与各由牵头 \n\t1一/"
)

NO_DEADLINE = settings(deadline=None)
"""Time is measured by a test of its own; the first example loads the words."""


def names(text: str) -> list[str]:
    """Return the names that `text` expands to."""
    return [item.text for item in expand(text, VOCABULARY)]


def join(groups: Sequence[tuple[str, list[str]]]) -> str:
    """Print groups of bodies that have one prefix each in the shorthand."""
    return "，".join(prefix + "、".join(bodies) for prefix, bodies in groups)


@NO_DEADLINE
@given(st.lists(GROUP, min_size=1))
def test_expanding_what_was_joined(groups: list[tuple[str, list[str]]]) -> None:
    """Carried prefixes are restored to the very names that were joined."""
    expected = [prefix + body for prefix, bodies in groups for body in bodies]

    assert names(join(groups)) == expected


@NO_DEADLINE
@given(st.lists(st.sampled_from(PREFIXES[1:4]), min_size=2, unique=True), st.sampled_from(BODIES))
def test_expanding_a_shared_tail(places: list[str], tail: str) -> None:
    """Places before a shared tail give as many names."""
    assert names("、".join(places) + tail) == [place + tail for place in places]


@NO_DEADLINE
@example("(等与。)")
@given(TEXTS)
def test_names_are_printed_in_the_list(text: str) -> None:
    """Each item stands in the list where it says, in order; a name ends as it is printed or shares.

    No name holds a separator but a collective or a known one, and brackets that hold one.
    """
    items = expand(text, Vocabulary())

    ends = [0, *(item.end for item in items)]
    for item, before in zip(items, ends, strict=False):
        printed = "".join(text[item.start : item.end].split())
        assert before <= item.start < item.end <= len(text)
        assert item.text.endswith(printed) or item.text.startswith(printed)
        outside = item.text.partition("（")[0].partition("(")[0]
        assert outside.startswith(("各", "有关", "省", "市", "区")) or set("、，；。").isdisjoint(
            outside
        )


@NO_DEADLINE
@given(TEXTS)
def test_names_known_whole_are_not_divided(text: str) -> None:
    """A name that the vocabulary knows with a separator inside is one, wherever it stands."""
    found = names(f"{text}，各地、各有\n关部门")

    assert found[-1] == "各地、各有关部门"


@pytest.mark.parametrize(
    "unit",
    [
        "、",
        "省",
        "和",
        "等",
        "（",
        "（）",
        "各市、",
        "省财政厅、",
        "市\n",
        "省财政厅和",
        "区局区",
        "公安局",
        "A",
        "1.",
        "广东、",
    ],
)
def test_time_is_proportional_to_length(unit: str) -> None:
    """A hostile list of 40,000 characters is read as quickly, for its length, as a short one."""
    assert growth(lambda size: expand(unit * (size // len(unit)), Vocabulary()), 40_000) < SQUARED


def test_separators_are_those_that_divide() -> None:
    """The signs by which a known name counts as undivided all divide a list."""
    for sign in SEPARATORS:
        assert names(f"省财政厅{sign}省质监局") == ["省财政厅", "省质监局"]
