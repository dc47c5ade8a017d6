"""Notes that the first of each list leads, in the wordings that offices have for it."""

import pytest

from gdquality.names.registry import Registry
from gdquality.parsing import parse
from gdquality.parsing.marked_names import marks_that_lead
from gdquality.parsing.notes import notes_in, role_of_others


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


@pytest.mark.parametrize(
    ("note", "leading", "told"),
    [
        ("列首位的为牵头单位", [0, 1, 0], 1),
        ("列首位的为牵头单位，下同", [0, 1, 1], 0),
        ("以下各项列首位的为牵头单位", [0, 1, 1], 0),
    ],
)
def test_note_of_one_list(note: str, leading: list[int], told: int, registry: Registry) -> None:
    """What stands in one list is of that one, unless it says 下同; others are told of."""
    text = f"1.修路（市交通局、市财政局）\n2.建桥（市住建局、市财政局，{note}）\n3.绿化（市林业局、市财政局）"
    notice = parse(text.encode(), "notice.txt", registry)
    assert [len(task.lead) for task in notice.tasks] == leading
    assert sum(remark.code == "unread-note" for remark in notice.remarks) == told


def test_note_below_the_lists(registry: Registry) -> None:
    """What is said outside of the lists holds for all, whatever one of them says too."""
    text = (
        "1.修路（市交通局、市财政局）\n2.建桥（市住建局、市财政局，列首位的为牵头单位）\n"
        "注：各项任务列首位的均为牵头单位。"
    )
    notice = parse(text.encode(), "notice.txt", registry)
    assert [len(task.lead) for task in notice.tasks] == [1, 1]


def test_note_behind_name_with_brackets() -> None:
    """The end of a name whose bracket stands before it is no part of a note."""
    text = "1.修路（有关县（市、区）政府，列第一位的为牵头单位，下同）"
    assert notes_in(text) == ("列第一位的为牵头单位，下同",)
