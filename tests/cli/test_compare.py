"""`gdq compare`: what two agencies share."""

import json
from itertools import combinations
from pathlib import Path

from conftest import Run

from gdquality import load, load_collection


def test_table(gdq: Run) -> None:
    """The shared tasks with both roles, and in how many who leads whom."""
    result = gdq("compare", "编办", "质监局")

    lines = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert lines[0] == (
        "共事 2 项：广东省机构编制委员会办公室牵头 0 项，广东省质量技术监督局牵头 1 项，并列 1 项"
    )
    assert [line.split() for line in lines[-2:]] == [
        ["12", "加强检验检测服务能力建设", "牵头", "牵头"],
        ["18", "推动质量准入改革", "参与", "牵头"],
    ]
    assert gdq("compare", "编办", "质监局", "-f", "md").stdout.startswith(f"{lines[0]}\n\n| 序号")


def test_agrees_with_partners() -> None:
    """Of any two bodies the numbers are those of `partners`, from either side."""
    data = load()
    names = [one.agency.name for one in data.agencies() if one.has_tasks][:12]
    for one, other in combinations(names, 2):
        found, turned = data.compare(one, other), data.compare(other, one)
        counts = (len(found.tasks), found.led, found.under, found.beside)
        partner = {each.agency: each for each in data.partners(one)}.get(other)
        known = partner and (partner.together, partner.led, partner.under, partner.beside)
        assert counts == (known or (0, 0, 0, 0))
        assert (turned.led, turned.under) == (found.under, found.led)


def test_json(gdq: Run) -> None:
    """As data it has the names, the numbers and the tasks."""
    value = json.loads(gdq("compare", "编办", "质监局", "-f", "json").stdout)

    assert value["first"] == "广东省机构编制委员会办公室"
    assert [value[key] for key in ("together", "led", "under", "beside")] == [2, 0, 1, 1]
    assert value["tasks"][1] == {
        "number": 18,
        "title": "推动质量准入改革",
        "first": "support",
        "second": "lead",
    }


def test_later_body(gdq: Run) -> None:
    """A body of today has the highest role of those it came of."""
    result = gdq("compare", "市场监管局", "知识产权局", "-f", "csv")
    other = gdq("compare", "市场监管局", "商务厅", "-f", "csv")

    assert result.exit_code == 2  # it is one of them
    assert "在通知里是同一个单位" in result.stderr
    assert "4,提升现代服务业质量,support,lead" in other.stdout
    assert "17,加强品牌推广和保护,support,lead" in other.stdout


def test_nothing(gdq: Run) -> None:
    """Nothing shared is said, and is an empty list as data."""
    result = gdq("compare", "编办", "审计厅")
    data = gdq("compare", "编办", "审计厅", "-f", "json")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "通知中没有两个单位都有份的任务\n"
    assert (data.exit_code, json.loads(data.stdout)["tasks"]) == (1, [])


def test_same_body(gdq: Run) -> None:
    """Two names of one body are no comparison."""
    result = gdq("compare", "质监局", "質監局")

    assert result.exit_code == 2
    assert result.stderr == "错误：广东省质量技术监督局在通知里是同一个单位，没有可比的\n"


def test_many(gdq: Run) -> None:
    """Of many notices each has its shared tasks, and all together are counted."""
    asked = ("compare", "市场监管局", "财政厅", "--data", "docs/examples/many")
    result = gdq(*asked)
    value = json.loads(gdq(*asked, "-f", "json").stdout)

    assert result.exit_code == 0
    assert "《关于做好质量工作的通知》 2016-03-01" in result.stdout
    assert [one["together"] for one in value] == [1, 1]
    total = "共事 2 项：广东省市场监督管理局牵头 1 项，广东省财政厅牵头 0 项，并列 1 项"
    assert f"2 份通知{total}\n" in result.stderr


def test_many_agree_with_partners(database: Path) -> None:
    """Over all notices the numbers are those of `partners`, which lists bodies as they are named."""
    many = load_collection(database)
    origins = many.base.registry.origins
    with_tasks = (one.agency.name for one in many.agencies() if one.has_tasks)
    names = [name for name in with_tasks if not origins(name)]
    for one, other in combinations(names, 2):
        parts = [part for _, part in many.compare(one, other).parts]
        counts = [
            sum(len(part.tasks) for part in parts),
            *(sum(getattr(part, key) for part in parts) for key in ("led", "under", "beside")),
        ]
        _, partners = many.partners(one)
        known = [
            [each.together, each.led, each.under, each.beside]
            for each in partners
            if each.agency == other
        ]
        assert [counts] == (known or [[0, 0, 0, 0]])


def test_many_of_one_body(gdq: Run, database: Path) -> None:
    """Two names of one body are no comparison; one that stands for the other is none there."""
    data = ("--data", str(database))
    same = gdq("compare", "质监局", "質監局", *data)
    later = gdq("compare", "质监局", "市场监管局", *data)

    assert (same.exit_code, same.stderr) == (
        2,
        "错误：广东省质量技术监督局是同一个单位，没有可比的\n",
    )
    assert later.exit_code == 2
    assert later.stderr == (
        "错误：广东省质量技术监督局与广东省市场监督管理局在这些通知里是同一个单位，没有可比的\n"
    )
