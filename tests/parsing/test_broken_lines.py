"""Lines that a break ends in mid-label, mid-name or mid-clause are read as if it were not there."""

from collections.abc import Iterator

import pytest

from gdquality.names.registry import Registry
from gdquality.parsing import parse
from gdquality.parsing.broken_lines import goes_on
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import ROLES

VOCABULARY = Vocabulary()


@pytest.mark.parametrize(
    "line",
    [
        "牵头单位：市交通局，配|合单位：市财政局",
        "修路。牵头|单位：市交通局",
        "修路。责任单位：|市交通局",
        "责任单位：市交通局、|市财政局",
        "责任单位：市交通局|、市财政局",
        "责任单位：市交通局、市|财政局",
        "责任单位：市财政|局",
        "责任单位：市交通局、市农业|农村局",
        "责任单位：市交通局、市委|宣传部",
        "责任单位：市财政局，各|区人民政府",
        "责任单位：市财政局，各区|人民政府",
        "责任单位：市林业局|（市绿委办）、市财政局",
        "责任单位：教育部、人力资源社|会保障部",
        "由市住建局牵头，市财|政局配合。",
        "由市住建局牵头，市财政局|配合。",
        "做好绿化。县林业|局牵头，县水利局配合。",
        "责任单位：市财政局、各县（市、区）|人民政府",
        "由市住建局会|同市财政局负责。",
        "由国家发展改革委会同工业|和信息化部负责落实。",
        "责任单位：教育部、中国人民|银行、国家卫生健康委",
        "责任单位：教育部、国家市|场监督管理总局",
        "市财政局、市住房和城乡|建设局配合。",
        "责任单位：各镇人民政府、街道|办事处",
    ],
)
def test_goes_on(line: str) -> None:
    """What is cut in two goes on."""
    above, below = line.split("|")

    assert goes_on(above, below, VOCABULARY)


@pytest.mark.parametrize(
    "line",
    [
        "责任单位：市交通局|市财政局",
        "责任单位：市交通局|财政局",
        "责任单位：长沙市|教育局",
        "牵头单位：市应急局|成员单位：市水务局",
        "责任单位：市财政|市水利局",
        "责任单位：市交通局|配合单位：市财政局",
        "责任单位：市交通局|完成时限：2024年底",
        "各区人民政府，各责任单位：|修好公路。",
        "增强改革意识，提高服务水平|市教育局",
        "任务分工的通知|市教育局、市财政局：",
        "一、修路|市交通局负责修路。",
        "市教育局|负责教师培训。",
        "责任单位：市交通局|附件：任务表",
        "修路（责任单位：市交通局）|建桥（责任单位：市住建局）",
        "修路（市交通局牵头，市财政局配合）|建桥（市住建局牵头）",
        "单位：市财政局、市水利局）|市民中心（市住建局）",
    ],
)
def test_ends(line: str) -> None:
    """What is whole on both sides of a break are two."""
    above, below = line.split("|")

    assert not goes_on(above, below, VOCABULARY)


LABELS = (
    "1.修路。牵头单位：市交通局，配合单位：市财政局、市发展改革委。",
    "2.建桥（市住建局牵头，市财政局、市水利局配合）。",
)
SENTENCES = (
    "一、修路。责任单位：市交通局、市人力资源社会保障局，各区人民政府",
    "二、建桥。由市住建局会同市财政局、市自然资源局、市生态环境局负责落实。",
)
PAGE = (
    "为深入贯彻落实上级决策部署，结合我县实际，现就进一步做好全县农村公路建设养护管理工作，"
    "制定本实施方案，请各单位认真抓好贯彻落实。",
    "各单位要切实提高思想认识，加强组织领导，强化协同配合，形成工作合力，推动全县农村公路"
    "高质量发展，为乡村全面振兴提供坚强交通保障。",
    *LABELS,
)


@pytest.mark.parametrize("paragraphs", [LABELS, SENTENCES, PAGE])
def test_any_width(paragraphs: tuple[str, ...], registry: Registry) -> None:
    """A text gives the same tasks wherever its lines are broken."""
    expected = list(_read("\n".join(paragraphs), registry))

    assert len(expected) == 2
    for width in range(13, 46):
        lines = [one[at : at + width] for one in paragraphs for at in range(0, len(one), width)]
        assert list(_read("\n".join(lines), registry)) == expected, width


def _read(text: str, registry: Registry) -> Iterator[list[tuple[str, list[str]]]]:
    for task in parse(text.encode(), "notice.txt", registry).tasks:
        yield [(role, [one.text for one in task.mentions(role)]) for role in ROLES]
