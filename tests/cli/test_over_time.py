"""What agencies became, what they came of, and how a later one answers about 2016."""

import json

import pytest
from conftest import Run

from gdquality.names.registry import Registry


@pytest.mark.parametrize(
    ("agency", "expected"),
    [
        ("广东省质量技术监督局", [("广东省市场监督管理局", "2018-10-19", True)]),
        (
            "广东省人民政府金融工作办公室",
            [("广东省地方金融监督管理局", "2018", False), ("广东省地方金融管理局", "2024", True)],
        ),
        (
            "广东省新闻出版广电局",
            [("广东省广播电视局", "2018", True), ("中共广东省委宣传部", "2018", True)],
        ),
        (
            "广东省食品药品监督管理局",
            [("广东省药品监督管理局", "2018", True), ("广东省市场监督管理局", "2018-10-19", True)],
        ),
        (
            "广东省海洋与渔业局",
            [
                ("广东省海洋与渔业厅", "2017", False),
                ("广东省自然资源厅", "2018-10", True),
                ("广东省农业农村厅", "2018-10", True),
            ],
        ),
        ("广东省财政厅", []),
    ],
)
def test_successors(agency: str, expected: list[tuple[str, str, bool]], registry: Registry) -> None:
    """Every step onward is told, with its date; a body that was split names every part."""
    steps = registry.successors(agency)

    assert [(step.agency, step.date, step.current) for step in steps] == expected


def test_predecessors(registry: Registry) -> None:
    """Every step back is told."""
    steps = registry.predecessors("广东省市场监督管理局")

    assert [step.agency for step in steps] == [
        "广东省工商行政管理局",
        "广东省质量技术监督局",
        "广东省食品药品监督管理局",
        "广东省知识产权局",
    ]


def test_later_body(gdq: Run) -> None:
    """A later body answers with the tasks of those it came of, each marked with its body."""
    answer = json.loads(gdq("agency", "市场监管局", "-f", "json").stdout)

    assert answer["agency"]["since"] == "2018-10-19"
    assert {one["agency"] for one in answer["lead"]} == {
        "广东省工商行政管理局",
        "广东省质量技术监督局",
        "广东省知识产权局",
    }
    assert [one["text"] for one in answer["support"] if one["number"] == 1] == [
        "省工商局",
        "省食品药品监督管理局",
    ]
    assert [one["due"] for one in answer["deadlines"]] == ["2016-12-15", "2016-12-15", None]


def test_later_body_in_a_table(gdq: Run) -> None:
    """The table counts tasks once, and names the bodies in each row."""
    lines = gdq("agency", "卫健委").stdout.splitlines()

    assert lines[:3] == [
        "广东省卫生健康委员会",
        "省政府组成部门，前身牵头 0 项，参与 3 项",
        "前身：广东省卫生和计划生育委员会（2018 更名）",
    ]
    assert any("提升现代服务业质量（省" in line for line in lines)


def test_body_that_took_over_later(gdq: Run) -> None:
    """A body that was in being answers for itself, and says what was merged into it since."""
    result = gdq("agency", "司法厅")

    assert result.stdout == (
        "广东省司法厅\n省政府组成部门，牵头 0 项，参与 0 项\n"
        "并入：广东省人民政府法制办公室（2018 合并，可信度中）\n"
    )


def test_today(gdq: Run) -> None:
    """An abolished body says what it is called today, and since when."""
    lines = gdq("agency", "金融办").stdout.splitlines()

    assert lines[2:4] == [
        "后为：广东省地方金融监督管理局（2018 更名，可信度中）",
        "今为：广东省地方金融管理局（2024 更名，可信度中）",
    ]


def test_every_change_is_in_order_of_time(registry: Registry) -> None:
    """The changes of the packaged registry are sorted by date."""
    dates = [change.date for change in registry.data.changes]

    assert dates == sorted(dates)
