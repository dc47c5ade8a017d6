"""Plain text: lines are paragraphs, and what is certainly a table is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seen import Seen, seen

from gdquality.errors import InputError
from gdquality.records import Place
from gdquality.sources import text
from gdquality.sources.interface import Table


def read(source: str) -> Seen:
    """Return the blocks of a text."""
    return seen(text.read(source.encode(), "n.txt"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("甲\n\n　乙 \r\n丙\r", ["甲", "乙", "丙"]),
        ("甲\t乙\n1\t2\n丙", [[["甲", "乙"], ["1", "2"]], "丙"]),
        ("甲\t乙\t丙\n1\n2\t3", [[["甲", "乙", "丙"], ["1", "", ""], ["2", "3", ""]]]),
        ("甲\t乙\t丙\n1\n\n2\t3", [[["甲", "乙", "丙"]], "1", "2 3"]),
        ("甲\t乙\n- 1 -\n2\t3", ["甲 乙", "- 1 -", "2 3"]),
        (
            "甲\t乙\n1\t2\n表二\n甲\t丙\n3\t4",
            [[["甲", "乙"], ["1", "2"]], "表二", [["甲", "丙"], ["3", "4"]]],
        ),
        (
            "序\t甲\t乙\n1\t二\n再三\t四\n2\t五\t六",
            [[["序", "甲", "乙"], ["1", "二\n再三", "四"], ["2", "五", "六"]]],
        ),
        (
            "甲\t乙\n二，\n再三\t四、\n五\n六\t七",
            [[["甲", "乙"], ["二，\n再三", "四、\n五"], ["六", "七"]]],
        ),
        ("甲\t乙\t丙\n1\t\n\t\t2", [[["甲", "乙", "丙"], ["1", "", ""], ["", "", "2"]]]),
        ("甲\t乙\t丙\n\t\t\n1\t2\t3", [[["甲", "乙", "丙"], ["1", "2", "3"]]]),
        ("甲\t乙\n\n\n1\t2", [[["甲", "乙"], ["1", "2"]]]),
        (
            "甲\t乙\n1\t2\n\n甲\t乙\t丙\n3\t4\t5",
            [[["甲", "乙"], ["1", "2"]], [["甲", "乙", "丙"], ["3", "4", "5"]]],
        ),
        ("甲\t乙\t丙\n1\t2\t3\n\t公开方式", [[["甲", "乙", "丙"], ["1", "2", "3"]], "公开方式"]),
        ("甲\t\t乙\t丙\n1\t2\t\t\t3", [[["甲", "乙", "丙"], ["1", "2", "3"]]]),
        ("甲\t\t丙\n1\t\t3", [[["甲", "", "丙"], ["1", "", "3"]]]),
        ("一、\t甲\n二、\t乙", ["一、 甲", "二、 乙"]),
        ("落款\t日期", ["落款 日期"]),
        ("序号\t任务\t单位", [[["序号", "任务", "单位"]]]),
    ],
)
def test_blocks(source: str, expected: Seen) -> None:
    """Tabs separate cells, but where they only indent a line or follow the number of an item."""
    assert read(source) == expected


def test_places() -> None:
    """Everything stands at its line and column."""
    title, table = text.read("\n　甲\n\n乙\t 丙\t丁\n1\t2\n".encode(), "n.txt").blocks

    assert title.place == Place(2, 2)
    assert isinstance(table, Table)
    assert [cell.place for cell in table.rows[0]] == [Place(4, 1), Place(4, 4), Place(4, 6)]
    assert table.rows[1][2].place == Place(5, 3)


HEADING = ["序号", "任务", "单位"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("| 序号 | 任务 | 单位 |\n| 1 | 甲\\|乙 | - |\n后", [[HEADING, ["1", "甲|乙", "-"]], "后"]),
        (
            "| 分工表 |\n| 序号 | 任务 | 单位 |\n| 1 |  | 乙 |",
            [[["分工表"] * 3, HEADING, ["1", "", "乙"]]],
        ),
        (
            "+----+----+----+\n|序号|任务|单位|\n+====+====+====+\n| 1  |甲  |乙、|\n|    |    |丙  |\n"
            "+----+----+----+\n| 2  |丁  |戊  |\n+----+----+----+",
            [[HEADING, ["1", "甲", "乙、\n丙"], ["2", "丁", "戊"]]],
        ),
        (
            "┌──┬──┬──┐\n│序号│任务│单位│\n├──┼──┼──┤\n│1 │甲│乙│\n│  ├──┼──┤\n│  │丙│丁│\n└──┴──┴──┘",
            [[HEADING, ["1", "甲", "乙"], ["1", "丙", "丁"]]],
        ),
        (
            "+---+---+\n|序号|任务|\n+---+---+\n|1|甲|\n|2|乙|\n+---+---+\n|计|2|\n+---+---+",
            [[["序号", "任务"], ["1", "甲"], ["2", "乙"], ["计", "2"]]],
        ),
        (
            "|序号|任务|单位|\n|1|甲|乙、|\n| | |丙|\n| |丁|戊|",
            [[HEADING, ["1", "甲", "乙、\n丙"], ["", "丁", "戊"]]],
        ),
        ("甲|乙\n丙|丁", ["甲|乙", "丙|丁"]),
        ("|甲|乙|", ["|甲|乙|"]),
        ("----\n+--+", ["----", "+--+"]),
    ],
)
def test_bars(source: str, expected: Seen) -> None:
    """Bars separate cells; rules between rows let a row have several lines, and cells merge."""
    assert read(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "|序号|任务|单位|\n|1|甲|\n|2|乙|丙|",
        "+--+--+\n|序号|任务|\n+--+--+\n|1|甲|\n|2|乙|\n| |丙|\n+--+--+\n|3|丁|\n+--+--+",
    ],
)
def test_uncertain_bars(source: str) -> None:
    """What bars do not tell apart stays text, and a remark says so."""
    document = text.read(source.encode(), "n.txt")

    assert seen(document) == source.split("\n")
    assert [(remark.code, remark.place) for remark in document.remarks] == [
        ("unread-table", Place(1, 1))
    ]


def test_a_cell_over_rows_is_one() -> None:
    """A cell that no rule divides is one object in both rows."""
    source = "+--+--+\n|序号|任务|\n+--+--+\n|1 |甲|\n|  +--+\n|  |乙|\n+--+--+"
    (table,) = text.read(source.encode(), "n.txt").blocks

    assert isinstance(table, Table)
    assert table.rows[1][0] is table.rows[2][0]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "序号    任务        单位\n  1     甲          省质监局、\n                    省财政厅\n  2     乙",
            [[HEADING, ["1", "甲", "省质监局、\n省财政厅"], ["2", "乙", ""]]],
        ),
        (
            "序号  任务              单位\n----  ----------------  ----\n1     加强质量统计分析  甲\n      工作\n2     加强              乙\n　　后面的段落",
            [[HEADING, ["1", "加强质量统计分析\n工作", "甲"], ["2", "加强", "乙"]], "后面的段落"],
        ),
        (
            "序号  任务  单位\n1  加强质量工作  甲\n2  加强  乙",
            [[HEADING, ["1", "加强质量工作", "甲"], ["2", "加强", "乙"]]],
        ),
        (
            "序　号  任　　务  单　位\n1       加强      甲",
            [[["序　号", "任　　务", "单　位"], ["1", "加强", "甲"]]],
        ),
        (
            "序号    任务    单位\n               甲、\n 1      乙     丙、\n               丁",
            ["序号    任务    单位", "甲、", "1      乙     丙、", "丁"],
        ),
        (
            "序号    任务      单位\n 1      甲        省质监局\n                  乙、丙",
            ["序号    任务      单位", "1      甲        省质监局", "乙、丙"],
        ),
        (
            "序号    任务      单位\n 1      甲        省质监局\n 2\n                  丙",
            [[HEADING, ["1", "甲", "省质监局"]], "2", "丙"],
        ),
        (
            "序号    任务      单位\n 1      甲  乙    丙\n 2      加强监管  丁",
            ["序号    任务      单位", "1      甲  乙    丙", "2      加强监管  丁"],
        ),
        ("甲局   乙局   丙局\n2021年   1月", ["甲局   乙局   丙局", "2021年   1月"]),
        (
            "第一章  总则\n第二章  组织\n第三章  附则",
            ["第一章  总则", "第二章  组织", "第三章  附则"],
        ),
    ],
)
def test_columns(source: str, expected: Seen) -> None:
    """Blanks make columns where these are certain; a number in the middle of its row makes none."""
    assert read(source) == expected


def test_a_long_line() -> None:
    """A line of 9,000 characters is one paragraph."""
    assert read("通知  " * 2250) == [("通知  " * 2250).strip()]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("\t".join("甲" * 2000) + "\n" + "甲\t乙\n" * 2000, "表格太大"),
        ("|" * 600_000 + "\n" + "|" * 600_000, "表格太大"),
        ("甲\n" * 100_001, "文字太多：超过 100000 行"),
        ("甲" * 4_000_001, "文字太多：超过 4000000 字"),
    ],
    ids=range(4),
)
def test_too_large(source: str, message: str) -> None:
    """Endless rows and lines are no notice, and no reason to run out of memory."""
    with pytest.raises(InputError, match=message):
        read(source)


ROWS = [
    "序号\t任务\t单位",
    "| 甲 | 乙 |",
    "+--+--+",
    "│ ├──┤",
    "序号  任务  单位",
    "    甲  乙",
    "",
    "甲、",
    "1\t",
]


@given(st.lists(st.sampled_from(ROWS) | st.text("甲、|+- \t─│", max_size=12)))
def test_nothing_is_lost(lines: list[str]) -> None:
    """Whatever stands in a text stands in its blocks, but for blanks and rules."""
    source = "\n".join(lines)
    shown = "".join(
        "".join(cell for row in block for cell in row) if isinstance(block, list) else block
        for block in read(source)
    )

    assert shown.count("甲") >= source.count("甲")
    assert read(source) == read(source + "\n")
