"""`gdq split`: texts taken apart, from arguments and from a stream."""

import json
from pathlib import Path

import pytest
from conftest import Result, Run
from test_standard_input import Stdin


def test_table(gdq: Run) -> None:
    """A text is a table of roles and names; several have their text above them."""
    result = gdq("split", "省农业厅牵头，省财政厅、市教育局配合", "无")

    assert result == Result(
        0,
        """\
省农业厅牵头，省财政厅、市教育局配合
       名称       单位全称
------------------------------
牵头   省农业厅   广东省农业厅
配合   省财政厅   广东省财政厅
       市教育局

无
""",
        "",
    )


def test_json(gdq: Run) -> None:
    """Each text has its mentions and remarks; no role is given that the text does not state."""
    result = gdq("split", "省农业厅，广东银监局、保监局", "张三负责", "-f", "json")

    assert result.exit_code == 1
    assert json.loads(result.stdout) == [
        {
            "text": "省农业厅，广东银监局、保监局",
            "mentions": [
                {"role": None, "text": "省农业厅", "agency": "广东省农业厅", "derived": False},
                {
                    "role": None,
                    "text": "广东银监局",
                    "agency": "中国银行业监督管理委员会广东监管局",
                    "derived": False,
                },
                {
                    "role": None,
                    "text": "广东保监局",
                    "agency": "中国保险监督管理委员会广东监管局",
                    "derived": False,
                },
            ],
            "remarks": [],
        },
        {"text": "张三负责", "mentions": [], "remarks": ["未读懂“张三”"]},
    ]


def test_remarks(gdq: Run) -> None:
    """Dates, notes, misprints and words that are not understood are told."""
    text = "省环境保护、省农业厅负责，2016年底前完成。列第一位者为牵头单位，下同；张三"
    [found] = json.loads(gdq("split", text, "-f", "json").stdout)

    assert [(one["role"], one["agency"]) for one in found["mentions"]] == [
        ("lead", "广东省环境保护厅"),
        ("responsible", "广东省农业厅"),
    ]
    assert found["remarks"] == [
        "“省环境保护”当为误印，按“广东省环境保护厅”处理",
        "注明列首位者为牵头单位",
        "时限：2016年底前完成",
        "未读懂“张三”",
    ]


def test_as(gdq: Run) -> None:
    """--as is the role of those to whom the text gives none, and of nobody else."""
    result = gdq("split", "省农业厅（牵头）、省财政厅", "--as", "support", "-f", "tsv")

    assert result.stdout == (
        "text\tlead\tresponsible\tsupport\tunstated\tremarks\n"
        "省农业厅（牵头）、省财政厅\t省农业厅\t\t省财政厅\t\t\n"
    )
    assert gdq("split", "省农业厅", "--as", "boss").exit_code == 2


def test_beside_who_leads(gdq: Run) -> None:
    """Whoever is named beside A（牵头） is responsible, as in a cell."""
    result = gdq("split", "省农业厅（牵头）、省财政厅", "-f", "tsv")

    assert result.stdout.endswith("\t省农业厅\t省财政厅\t\t\t\n")


def test_standard_input(gdq: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line in, a line out: blank ones too, and those that cannot be decoded."""
    data = "\ufeff省财政厅、水利厅\r\n\n市教育局\t负责\n".encode() + b"\xff\n" + "无".encode()
    monkeypatch.setattr("sys.stdin", Stdin(data))

    assert gdq("split", "-") == Result(
        1,
        "text\tlead\tresponsible\tsupport\tunstated\tremarks\n"
        "省财政厅、水利厅\t\t\t\t省财政厅；省水利厅\t\n"
        "\t\t\t\t\t\n"
        "市教育局\\t负责\t\t市教育局\t\t\t\n"
        "\t\t\t\t\t\n"
        "无\t\t\t\t\t\n",
        "错误：<stdin>:4:1: 不是 UTF-8\n",
    )


@pytest.mark.parametrize(("data", "count"), [(b"", 0), (b"\n\n", 2), ("省财政厅".encode(), 1)])
def test_standard_input_as_json(
    data: bytes, count: int, gdq: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As many objects as lines, in one array."""
    monkeypatch.setattr("sys.stdin", Stdin(data))

    result = gdq("split", "-", "-f", "json")

    assert result.exit_code == 0
    assert len(json.loads(result.stdout)) == count


def test_markdown(gdq: Run) -> None:
    """The formats of rows have a row a text, under the names of the roles."""
    result = gdq("split", "省农业厅负责", "-f", "md")

    assert result.stdout.splitlines()[0] == (
        "| 原文 | 牵头单位 | 责任单位 | 配合单位 | 未注明角色 | 说明 |"
    )
    assert result.stdout.splitlines()[2] == "| 省农业厅负责 |  | 省农业厅 |  |  |  |"


def test_dash_with_texts(gdq: Run) -> None:
    """- stands alone."""
    assert gdq("split", "-", "省财政厅").exit_code == 2


def test_of_another_government(gdq: Run) -> None:
    """In a place names mean what they mean there; what may be several bodies is none."""
    result = gdq("split", "省发改委、财政厅，财政部、市财政局", "--in", "湖南", "-f", "json")

    (answer,) = json.loads(result.stdout)
    assert [(one["agency"], one["derived"]) for one in answer["mentions"]] == [
        ("湖南省发展和改革委员会", True),
        ("湖南省财政厅", True),
        ("中华人民共和国财政部", False),
        (None, False),
    ]


def test_of_a_data_set_without_a_notice(tmp_path: Path, gdq: Run) -> None:
    """As `gdq resolve` answers it there."""
    gdq("init", str(tmp_path / "mine"), "--in", "湖南")

    result = gdq("split", "省教育厅", "--data", str(tmp_path / "mine"), "-f", "json")

    assert json.loads(result.stdout)[0]["mentions"][0]["agency"] == "湖南省教育厅"
