"""The parser on the notice itself, against expectations typed by reading it."""

import re
from datetime import date
from pathlib import Path

import pytest
from conftest import ROOT

from gdquality.names.registry import Registry
from gdquality.parsing import parse
from gdquality.records import Notice, Place, Remark

SOURCE = ROOT / "data" / "notice.txt"
EXPECTED = Path(__file__).with_name("expected_tasks.txt")


@pytest.fixture(scope="module")
def parsed(registry: Registry) -> Notice:
    """Return the notice as parsed from its source."""
    return parse(SOURCE.read_bytes(), str(SOURCE), registry)


def read_expected() -> tuple[list[tuple[str, list[str], list[str]]], dict[str, str]]:
    """Return (number and title, lead, support) of every task, and the names' full forms."""
    text = EXPECTED.read_text(encoding="utf-8")
    rows, names = "\n".join(line for line in text.split("\n") if not line.startswith("#")).split(
        "names:\n"
    )
    tasks: list[tuple[str, list[str], list[str]]] = []
    for line in filter(None, rows.split("\n")):
        label, _, listed = line.strip().partition(": ")
        if label == "lead":
            tasks[-1][1].extend(listed.split())
        elif label == "support":
            tasks[-1][2].extend(listed.split())
        else:
            tasks.append((line, [], []))
    pairs = (line.strip().split(": ") for line in filter(None, names.split("\n")))
    return tasks, {name: canonical for name, canonical in pairs}  # noqa: C416 -- says what is what


def test_all_rows(parsed: Notice) -> None:
    """All 35 titles and 262 mentions are those of the notice, with the bodies they mean."""
    expected, canonical = read_expected()

    tasks = parsed.tasks
    assert [
        (
            f"{task.number} {task.title}",
            [mention.text for mention in task.lead],
            [mention.text for mention in task.support],
        )
        for task in tasks
    ] == expected
    mentions = [mention for task in tasks for mention in (*task.lead, *task.support)]
    assert [mention.agency for mention in mentions] == [
        canonical[mention.text] for mention in mentions
    ]
    assert (sum(len(task.lead) for task in tasks), len(mentions)) == (50, 262)
    assert len({mention.agency for mention in mentions}) == 48


def test_where_rows_stand(parsed: Notice) -> None:
    """Each task knows its line and what its cells print."""
    lines = SOURCE.read_text(encoding="utf-8").split("\n")

    for task in parsed.tasks:
        assert lines[task.place.row - 1] == "\t".join(
            (task.label, task.title, *(one.text for one in task.printed))
        )


def test_particulars(parsed: Notice) -> None:
    """The document's own data are healed: no stray space, no broken document number."""
    notice = parsed

    assert notice.source.file == "notice.txt"
    assert notice.document_number == "粤办函〔2016〕553号"
    assert notice.title == "广东省人民政府办公厅关于进一步做好质量强省战略实施工作的通知"
    assert notice.issuing_organ == "广东省人民政府办公厅"
    assert notice.main_recipients == (
        "各地级以上市人民政府",
        "顺德区人民政府",
        "省政府各部门、各直属机构",
    )
    assert notice.copy_recipients == (
        "省委有关部委办",
        "省人大常委会办公厅",
        "省政协办公厅",
        "省纪委办公厅",
        "中直驻粤有关单位",
    )
    assert notice.basis == "粤发〔2016〕9号"
    assert notice.attachment == "实施质量强省战略重点工作任务分工表"
    assert notice.disclosure == "主动公开"
    assert [(one.heading, one.place.row) for one in notice.sections] == [
        ("加强组织协调", 13),
        ("加强政策扶持", 17),
        ("完善考核评价", 19),
    ]


def test_deadlines(parsed: Notice) -> None:
    """The duties of the three sections, with whom they bind, to whom, and until when."""
    found = [
        (
            deadline.place.row,
            deadline.due,
            deadline.due_text,
            " ".join(mention.text for mention in deadline.who),
            deadline.what,
            " ".join(mention.text for mention in deadline.to),
        )
        for deadline in parsed.deadlines
    ]

    december = date(2016, 12, 15)
    office = "省质量强省办"
    assert found == [
        (13, None, None, "各地", "制定实施方案和具体行动计划", ""),
        (13, None, None, "省直牵头部门 参与单位", "制定牵头任务的实施方案", ""),
        (
            13,
            december,
            "2016年12月15日前",
            "各地 省直牵头部门 参与单位",
            "实施方案、行动计划及组织实施情况",
            office,
        ),
        (
            13,
            date(2016, 12, 31),
            "12月底前",
            office,
            "汇总起草贯彻落实粤发〔2016〕9号文的情况报告",
            "省委 省政府",
        ),
        (17, december, "12月15日前", "各地、各有关部门", "相关政策措施制订及实施情况", office),
        (19, None, None, office, "组织开展地级以上市政府质量工作考核", ""),
        (19, None, None, office, "指导地市政府组织开展对县（区）政府的质量工作考核", ""),
        (19, None, None, office, "组织开展年度评价、专项评价及第三方评价", ""),
    ]


def test_misprint_is_kept_and_reported(parsed: Notice) -> None:
    """Row 23 keeps 省环境保护 as printed, means the body, and is reported at its place."""
    text = "“省环境保护”当为误印，按“广东省环境保护厅”处理"
    assert parsed.remarks == (Remark("misprint", text, Place(58, 47)),)
    line = SOURCE.read_text(encoding="utf-8").split("\n")[57]
    assert line[46:].startswith("环境保护、")


def test_packaged_data_are_what_the_parser_gives(parsed: Notice, notice: Notice) -> None:
    """data/tasks.yaml holds the notice as parsed."""
    assert notice == parsed


def test_no_contact_person() -> None:
    """The source is masked: no run of digits in it is long enough for a telephone number."""
    text = SOURCE.read_text(encoding="utf-8")

    assert re.findall(r"[0-9０-９][-0-9０-９ ]{5,}", text) == []
    assert "联系人：×××，电话：×××" in text
