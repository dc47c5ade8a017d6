"""The foot of a web page below a document: 主办单位 is who keeps the site, or who does a task."""

import pytest

from gdquality.names.registry import Registry
from gdquality.parsing import parse

GIVEN_OUT = "一、深化改革。（区教育局牵头，区发改局配合）\n"
EVENT = "一、举办科技节\n主办单位：区科技局\n承办单位：区科协\n"


def read(text: str, registry: Registry) -> tuple[list[str], int]:
    """Return who leads and is responsible for each task, and how many allocations are told."""
    notice = parse(text.encode(), "notice.txt", registry)
    named = [one.text for task in notice.tasks for one in (*task.lead, *task.responsible)]
    return named, sum(remark.code == "unread-allocation" for remark in notice.remarks)


@pytest.mark.parametrize(
    ("foot", "told"),
    [
        ("主办单位：武侯区人民政府办公室 承办单位：武侯区智慧治理中心", 0),
        ("下一篇：检查通知\n主办单位：武侯区教育局\n承办单位：武侯区智慧治理中心", 0),
        ("【打印】【关闭】\n主办单位：武侯区教育局\n联系电话：028-12345", 0),
        ("网站主办单位：武侯区教育局\n网站承办单位：区信息中心", 0),
        ("主办：武侯区教育局\n地址：武侯祠大街264号", 1),
        ("武侯区教育局\n2024年3月5日\n主办单位：武侯区教育局", 1),
        ("版权所有：武侯区人民政府 主办：武侯区教育局 维护：区信息中心", 1),
        ("主 管：武侯区人民政府 主 办：武侯区教育局 承 办：区信息中心", 1),
        ("投诉举报电话：12345（区市场监管局负责）", 1),
        ("主持人：李四\n主办单位：武侯区教育局", 1),
    ],
)
def test_foot_gives_nothing(foot: str, told: int, registry: Registry) -> None:
    """Who keeps the site has no part in the task above, and is told where it is not certain."""
    assert read(GIVEN_OUT + foot, registry) == (["区教育局"], told)


def test_foot_in_the_same_line(registry: Registry) -> None:
    """A document saved as one line has the foot in it."""
    foot = "主办单位：武侯区人民政府办公室 承办单位：武侯区智慧治理中心"
    assert read(f"{GIVEN_OUT.strip()} {foot}", registry)[0] == ["区教育局"]


@pytest.mark.parametrize(
    "text",
    [
        EVENT,
        EVENT + "联系电话：028-12345",
        "分享到：微信\n打印\n" + EVENT,
        EVENT + "技术支持：区电视台\n二、注意安全。",
        EVENT.replace("\n", "\n时间：5月\n", 1),
    ],
)
def test_hosts_of_event(text: str, registry: Registry) -> None:
    """Those who hold an event are its own, wherever else such labels stand."""
    assert read(text, registry) == (["区科技局", "区科协"], 0)
