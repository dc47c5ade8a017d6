"""Notes that the first of each list leads, in the wordings that offices have for it."""

import pytest

from gdquality.parsing.marked_names import marks_that_lead
from gdquality.parsing.notes import role_of_others


@pytest.mark.parametrize(
    "note",
    [
        "均由排在第一位的部门负责牵头",
        "由排名第一的单位牵头",
        "排名第一的为牵头单位",
        "排在首位的责任单位作为牵头单位",
        "各项任务中列第一位者即为该项工作的牵头单位",
        "第一个单位为主办单位",
    ],
)
def test_first_leads(note: str) -> None:
    """Whoever stands first leads, and the others are responsible."""
    assert role_of_others(f"注：{note}。") == "responsible"


@pytest.mark.parametrize(
    "text", ["教育是第一位的工作", "坚持人才第一位，由市教育局牵头", "第一责任人为牵头领导"]
)
def test_first_is_no_body(text: str) -> None:
    """What is first is no body of a list, or leads nothing."""
    assert role_of_others(text) is None


@pytest.mark.parametrize(
    ("note", "marks"),
    [
        ("加“★”的为牵头单位", "★"),
        ("带▲号的责任单位均为牵头单位", "▲"),
        ("★表示该项工作牵头单位", "★"),
        ("★为配合单位", ""),
        ("★重点工作由市教育局牵头", ""),
    ],
)
def test_marks_that_lead(note: str, marks: str) -> None:
    """A mark leads where a note says that it does."""
    assert marks_that_lead(note) == frozenset(marks)
