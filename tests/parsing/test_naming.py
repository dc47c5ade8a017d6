"""Whose notice it is, and which bodies its names mean there."""

from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

from gdquality.names.registry import Registry
from gdquality.parsing import parse
from gdquality.records import Mention, Notice

TABLE = "序号\t任务\t牵头单位\t配合单位\n1\t办好学校\t{lead}\t{support}\n"


def notice(
    title: str,
    lead: str,
    support: str,
    registry: Registry,
    number: str = "",
    jurisdiction: str | None = None,
) -> Notice:
    """Return a notice of one task, in the layout of GB/T 9704."""
    text = f"{number}\n\n{title}\n\n" + TABLE.format(lead=lead, support=support)
    return parse(text.encode(), "n.txt", registry, jurisdiction)


def named(found: Notice) -> list[tuple[str, bool]]:
    """Return the bodies meant, and whether they are derived."""
    return [(one.agency, one.derived) for task in found.tasks for one in task.every_mention]


def codes(found: Notice) -> list[str]:
    """Return the codes of the remarks."""
    return [one.code for one in found.remarks]


@pytest.mark.parametrize(
    ("number", "title", "jurisdiction"),
    [
        ("湘政办发〔2021〕5号", "湖南省人民政府办公厅关于印发分工方案的通知", "湖南省"),
        ("沪府办发〔2021〕5号", "关于印发分工方案的通知", "上海市"),
        ("", "上海市青浦区人民政府关于一件事的通知", "上海市青浦区"),
        ("", "教育部 财政部关于一件事的通知", "全国"),
        ("", "广东省广州市人民政府关于贯彻落实广东省质量强省意见的通知", "广州市"),
        ("", "广州市人民政府关于贯彻落实广东省质量强省意见的通知", "广州市"),
        ("", "广东省市场监督管理局关于一件事的通知", "广东省"),
        ("", "县政府办公室关于一件事的通知", None),
        ("", "关于一件事的通知", None),
    ],
)
def test_whose_it_is(number: str, title: str, jurisdiction: str | None, registry: Registry) -> None:
    """By organ, number and title; what does not tell is not guessed."""
    assert notice(title, "财政局", "", registry, number).jurisdiction == jurisdiction


def test_names_of_another_province_are_derived(registry: Registry) -> None:
    """省财政厅 in a notice of Hunan is Hunan's, whatever Guangdong's registry calls so."""
    title = "湖南省人民政府关于一件事的通知"
    found = notice(title, "省发改委", "财政厅、湖南证监局、财政部", registry, "湘政发〔2021〕5号")

    assert named(found) == [
        ("湖南省发展和改革委员会", True),
        ("湖南省财政厅", True),
        ("中国证券监督管理委员会湖南监管局", True),
        ("中华人民共和国财政部", False),
    ]
    assert codes(found) == []


def test_the_registry_above_is_asked(registry: Registry) -> None:
    """省财政厅 in a notice of Guangzhou is registered: the province has a registry."""
    found = notice("广州市人民政府关于一件事的通知", "市财政局", "省财政厅", registry)

    assert named(found) == [("广州市财政局", True), ("广东省财政厅", False)]


def test_what_the_own_registry_lacks(registry: Registry) -> None:
    """It is derived and told; a body of the centre is registered, and no remark."""
    found = notice("广东省人民政府关于一件事的通知", "省妇联", "深圳市财政局、商务部", registry)

    assert named(found) == [
        ("广东省妇女联合会", True),
        ("深圳市财政局", True),
        ("中华人民共和国商务部", False),
    ]
    assert codes(found) == ["unknown-agency", "unknown-agency"]
    assert found.remarks[0].message == "名录中没有“省妇联”，推定为“广东省妇女联合会”"


def test_nobody_in_particular(registry: Registry) -> None:
    """市财政局 in a notice of a province is no one's, 市规划局 of that year may be two."""
    title = "湖南省人民政府关于一件事的通知"
    province = notice(title, "市财政局", "", registry)
    city = notice("广州市人民政府关于一件事的通知", "市规划局", "", registry, "穗府〔2012〕5号")

    assert (named(province), codes(province)) == ([("市财政局", True)], ["unknown-place"])
    assert (named(city), codes(city)) == ([("广州市规划局", True)], ["ambiguous-agency"])
    assert "广州市规划局、广州市城乡规划局" in city.remarks[0].message


def test_a_collective_is_told_by_its_form(registry: Registry) -> None:
    """It has no remark, though no registry has it."""
    found = notice("广东省人民政府关于一件事的通知", "省财政厅", "各市县人民政府", registry)

    assert named(found)[1] == ("各市县人民政府", True)
    assert codes(found) == []


def test_unknown_jurisdiction(registry: Registry) -> None:
    """Names stay as printed, and one remark says so, unless the user tells the place."""
    unknown = notice("关于一件事的通知", "市财政局", "市教育局", registry)
    told = notice("关于一件事的通知", "市财政局", "市教育局", registry, jurisdiction="长沙市")

    assert unknown.tasks[0].lead == (Mention("市财政局", "市财政局", derived=True),)
    assert codes(unknown) == ["unknown-jurisdiction"]
    assert named(told) == [("长沙市财政局", True), ("长沙市教育局", True)]
    assert (told.jurisdiction, codes(told)) == ("长沙市", [])


def test_a_name_that_was_passed_on(registry: Registry) -> None:
    """广电总局 is the body that bore the name at the date of the notice."""
    title = "国务院关于一件事的通知"
    found = notice(title, "广电总局", "", registry, "国发〔2015〕5号")

    assert named(found) == [("国家新闻出版广电总局", False)]


def test_the_own_government_needs_no_other(process: Callable[..., CompletedProcess[str]]) -> None:
    """A notice whose names the registry has is read without places and patterns."""
    script = (
        "import sys; from gdquality.cli import run; run(['parse', 'data/notice.txt']);"
        "sys.exit('gdquality.names.government' in sys.modules)"
    )

    assert process("-c", script).returncode == 0


@pytest.mark.parametrize(
    "heading",
    [
        "重庆市人民政府\n四川省人民政府\n渝府发〔2021〕30号\n\n关于印发方案的通知",
        "重庆市人民政府\n四川省人民政府\n文件\n渝府发〔2021〕30号\n\n关于印发方案的通知",
        "渝府发〔2021〕30号\n\n重庆市人民政府\n四川省人民政府\n关于印发方案的通知",
        "渝府发〔2021〕30号\n\n重庆市人民政府 四川省人民政府关于印发方案的通知",
        "粤府〔2021〕30号\n\n广东省人民政府 国家发展改革委关于印发方案的通知",
        "粤府〔2021〕30号\n\n广东省人民政府\n香港特别行政区政府\n关于印发方案的通知",
    ],
)
def test_a_joint_notice_of_several_governments_is_none_of_theirs(
    heading: str, registry: Registry
) -> None:
    """A remark says so, and the names stay as printed."""
    text = f"{heading}\n\n各有关单位：\n\n序号\t任务\t牵头单位\n1\t办学\t市教育局\n"
    found = parse(text.encode(), "n.txt", registry)

    assert found.jurisdiction is None
    assert codes(found)[0] == "unknown-jurisdiction"
    assert named(found) == [("市教育局", True)]


def test_a_notice_of_another_government_than_it_is_read_for(registry: Registry) -> None:
    """What the user says holds, and that the notice says otherwise is told."""
    title = "湖南省人民政府办公厅关于一件事的通知"
    found = notice(title, "省财政厅", "省教育厅", registry, jurisdiction="湖北省")

    assert found.jurisdiction == "湖北省"
    assert "other-jurisdiction" in codes(found)
    assert codes(notice(title, "省财政厅", "省教育厅", registry, jurisdiction="湖南省")) == []
