"""Role sentences by their properties; tests/cases/lists.tsv has the examples."""

from itertools import pairwise

import pytest
from growth import SQUARED, growth
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gdquality.parsing.allocation import Leftover, RoleMention
from gdquality.parsing.role_sentences import read_allocation
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import ROLES, Role

WORDS = st.sampled_from(
    [
        *(
            "省财政厅",
            "市教育局",
            "教育部",
            "各市、县人民政府",
            "张三",
            "有关部门",
            "3分",
            "《办法》",
        ),
        *(
            "牵头",
            "配合",
            "负责",
            "会同",
            "按职责分工负责",
            "责任单位：",
            "牵头单位：",
            "完成时限：",
        ),
        *(
            "（牵头）",
            "（",
            "）",
            "、",
            "，",
            "；",
            "。",
            "等",
            "和",
            "\n",
            " ",
            "2025年底前",
            "由",
            "做好工作",
        ),
        *("列第一位者为牵头单位，下同", "牽頭單位:"),
    ]
)
PASSAGES = st.lists(WORDS, max_size=14).map("".join)

NO_DEADLINE = settings(deadline=None)
"""Time is measured by a test of its own; the first example loads the words."""


@NO_DEADLINE
@example("责任单位：会同省财政厅，省财政厅配合", None)
@given(PASSAGES, st.sampled_from([None, *ROLES]))
def test_nothing_is_said_that_is_not_printed(text: str, heading: Role | None) -> None:
    """Mentions and leftovers stand where they say, and no two in one place; no sign is a name."""
    found = read_allocation(text, Vocabulary(), heading)
    if found is None:
        return

    parts: list[RoleMention | Leftover] = [*found.mentions, *found.leftovers]
    places = sorted((one.start, one.end) for one in parts)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    for mention in found.mentions:
        printed = "".join(text[mention.start : mention.end].split())
        assert mention.role in ROLES
        assert mention.text.endswith(printed) or printed.startswith(mention.text[:2])
        assert set("；。：").isdisjoint(mention.text)
    for leftover in found.leftovers:
        assert leftover.text == "".join(text[leftover.start : leftover.end].split())


@NO_DEADLINE
@given(PASSAGES)
def test_a_heading_loses_no_word(text: str) -> None:
    """Under a heading, whatever the passage says lies in a mention, a leftover, a date or a sign."""
    found = read_allocation(text, Vocabulary(), "responsible")
    if found is None:
        return

    said: set[int] = set()
    parts: list[RoleMention | Leftover] = [*found.mentions, *found.leftovers]
    for one in parts:
        said.update(range(one.start, one.end))
    for name in ("省财政厅", "市教育局", "教育部", "张三"):
        at = text.find(name)
        inside_field = found.due_text is not None and name in found.due_text
        assert at < 0 or inside_field or said.issuperset(range(at, at + len(name)))


@NO_DEADLINE
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    """No text at all makes the reader raise anything."""
    for heading in (None, *ROLES):
        read_allocation(text, Vocabulary(), heading)


@pytest.mark.parametrize(
    "unit",
    [
        "牵头",
        "按职责分工",
        "责任单位：",
        "（",
        "（牵头）",
        "市教育局负责，",
        "2025年",
        "列",
        "其中第一位",
        "（（））",
        "会同",
        "、",
        "A：",
        "组织实施推进",
        "1.",
        "市教育局参与宣传",
        "市教育局保障经费、",
    ],
)
def test_time_is_proportional_to_length(unit: str) -> None:
    """A hostile passage of 40,000 characters is read as quickly, for its length, as a short one."""

    def read(size: int) -> None:
        read_allocation(unit * (size // len(unit)), Vocabulary(), None)

    assert growth(read, 40_000) < SQUARED
