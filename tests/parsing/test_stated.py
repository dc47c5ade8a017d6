"""Clauses of a sentence that say who is to do what an item is about, where that is certain."""

import pytest

from gdquality.names.registry import Registry
from gdquality.parsing import parse


def read(text: str, registry: Registry) -> list[str]:
    """Return each task of `text` as title, who leads, is responsible and supports, and its limit."""
    tasks = parse(text.encode(), "notice.txt", registry).tasks
    names = ((one.lead, one.responsible, one.support) for one in tasks)
    roles = ["/".join("、".join(body.text for body in part) for part in one) for one in names]
    return [
        f"{task.title}|{said}|{task.due_text or ''}"
        for task, said in zip(tasks, roles, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "支持企业技术改造，由市工信局牵头，市财政局配合。",
            "支持企业技术改造|市工信局//市财政局|",
        ),
        (
            "一、深化改革。鼓励社会力量参与，市民政局牵头，市财政局配合。",
            "深化改革|市民政局//市财政局|",
        ),
        (
            "二、强化督导。充分发挥牵头作用，由市教育局牵头，市财政局配合，建立台账。",
            "强化督导|市教育局//市财政局|",
        ),
        (
            "一、加强宣传。由区委宣传部牵头，区教育局、区文旅局配合，广泛开展宣传。",
            "加强宣传|区委宣传部//区教育局、区文旅局|",
        ),
        (
            "三、由区民政局牵头，区财政局配合，做好救助工作",
            "由区民政局牵头，区财政局配合，做好救助工作|区民政局//区财政局|",
        ),
        (
            "1.修路\n由县交通局牵头，县财政局配合，于2024年6月底前完成。",
            "修路|县交通局//县财政局|于2024年6月底前完成",
        ),
        (
            "1.培训。市委组织部总牵头，市委党校、市人社局具体负责，各部门参加。",
            "培训|市委组织部/市委党校、市人社局/各部门|",
        ),
        ("一、救助。区民政局牵总，会同区财政局，做好救助。", "救助|区民政局//区财政局|"),
    ],
)
def test_certain(text: str, expected: str, registry: Registry) -> None:
    """An item that is one sentence below its heading is given to whom its clauses name."""
    assert read(text, registry) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "一、加强宣传。由市教育局牵头，市文旅局配合，开展宣传。各部门要重视。",
        "一、加强宣传。由市教育局牵头，市文旅局配合，市财政局提供资金。",
        "一、加强宣传。由市教育局牵头，市民政局，市文旅局配合，开展宣传。",
        "一、加强宣传。由市教育局牵头，会同市财政局制定方案。",
        "一、加强领导。建立由市教育局牵头，市财政局配合，各部门参加的联席会议制度。",
        "一、基本情况。去年以来，由市教育局牵头，市财政局配合，开展了调查。",
        "一、工作任务。由市教育局牵头，市财政局配合，实施以下任务：",
        "一、会议。会议由市教育局主办，市财政局协助。",
        "根据省政府要求，由市教育局牵头，市财政局配合。",
        "十、区民政局牵总，区财政局配合。",
    ],
)
def test_not_certain(text: str, registry: Registry) -> None:
    """What may be only a part of an item, or of the work, is told and makes no task."""
    notice = parse(text.encode(), "notice.txt", registry)
    assert not notice.tasks
    assert "unread-allocation" in [remark.code for remark in notice.remarks]


def test_no_second_task(registry: Registry) -> None:
    """Where another sentence is the allocation, this one makes no task."""
    text = "一、修路。由市交通局牵头，市财政局配合，开展修路。\n（责任单位：市交通局）"
    assert read(text, registry) == ["修路|/市交通局/|"]
