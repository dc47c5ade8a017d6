"""What says who has a part in the work and became no task is told; what says nothing of it is not."""

import pytest

from gdquality.names.registry import Registry
from gdquality.parsing import parse


def told(text: str, registry: Registry) -> int:
    """Return of how many sentences that allocate `text` is told."""
    remarks = parse(text.encode(), "notice.txt", registry).remarks
    return sum(remark.code == "unread-allocation" for remark in remarks)


@pytest.mark.parametrize(
    "text",
    [
        "由分管领导牵头，市信访局负责，市公安局配合。",
        "充分发挥牵头作用，由市教育局牵头，建立台账。",
        "鼓励社会力量参与，各方出力，市民政局牵头，市财政局安排资金。",
        "（三）由分管副市长牵头，市信访局配合，做好信访。",
        "区民政局为牵头单位，区财政局为配合单位，负责救助工作。",
        "救助工作的牵头单位是区民政局，配合单位是区财政局。",
        "市委组织部总牵头，市委党校、市人社局具体负责，各部门参加。",
        "十、区民政局牵总，区财政局配合。",
        "十二、以区民政局为主，区财政局协助。",
        "市退役军人局抓总，市民政局协同推进。",
        "市应急局统筹，市水利局、市气象局按职责分工做好相关工作。",
        "各乡镇（街道）：负责属地排查，配合做好综合治理。",
        "县公安局、县消防救援大队：负责消防安全检查。",
        "9.象州生态环境局：指导办理审批手续，负责查处违法行为。",
        "市市场监管局会同市税务局、市公安局，将开办企业时间压缩至1天以内。",
        "（九）加强保障。——市财政局、市发改委",
        "（九）加强保障。市财政局、市发改委。",
    ],
)
def test_role_in_any_words(text: str, registry: Registry) -> None:
    """A body is given a part, wherever in the sentence and however it is said."""
    assert told(text, registry) == 1


@pytest.mark.parametrize(
    "text",
    [
        "各部门要充分发挥牵头作用，密切配合，形成合力。",
        "坚持党委领导、政府负责、社会协同、公众参与。",
        "各有关部门要按照职责分工，抓好落实。",
        "各级各部门按照各自职责分工抓好工作落实。",
        "鼓励市农科院牵头组建创新联合体。",
        "市教育局负责人介绍了情况。",
        "以公立医院为主体，以县级医院为主，统筹城乡资源。",
        "谁主管谁负责，压实属地责任。",
        "各牵头单位要会同各配合单位制定方案。",
        "由本级主管部门会同有关部门协调处理。",
        "深化与省科技厅合作，支持市财政局建设。",
        "一、印发。\n市教育局　市财政局\n2023年3月1日",
    ],
)
def test_no_role(text: str, registry: Registry) -> None:
    """What exhorts, or only sounds like a role, allocates nothing."""
    assert told(text, registry) == 0
