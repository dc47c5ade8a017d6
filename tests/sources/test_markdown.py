"""Markdown: lines without their marks, and the tables of GitHub."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seen import Seen, seen

from gdquality.records import Place
from gdquality.sources import markdown
from gdquality.sources.interface import Table
from gdquality.sources.markdown_marks import without_marks


def read(source: str) -> Seen:
    """Return the blocks of a text in Markdown."""
    return seen(markdown.read(source.encode(), "n.md"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("一、**加强领导。**省质监局", "一、加强领导。省质监局"),
        ("*甲* __乙__ _丙_ ~~丁~~ ***戊***", "甲 乙 丙 丁 戊"),
        ("5*3 ** 甲 a_b_c 联系人：____", "5*3 ** 甲 a_b_c 联系人：____"),
        (r"\*甲\* \| `*乙*` ``丙``", "*甲* | *乙* 丙"),
        (
            '[甲](http://a.cn/b?c "题") ![图](a.png) <http://b.cn> [2016](9号) 〔2016〕',
            "甲  http://b.cn [2016](9号) 〔2016〕",
        ),
        ("甲<br>乙<BR/>丙<b class=x>丁</b><!-- 戊 --> 1<2", "甲\n乙\n丙丁 1<2"),
        ("甲&nbsp;乙&amp;丙&#20001; &无; AT&T", "甲\xa0乙&丙両 &无; AT&T"),
    ],
)
def test_marks(source: str, expected: str) -> None:
    """Marks are taken away, also where the standard leaves them beside Chinese punctuation."""
    assert without_marks(source) == expected.replace("両", "\u4e21")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("# 通知 #\n\n## **一** \n正文\n续行\\\n---\n* * *", ["通知", "一", "正文", "续行"]),
        ("> 引\n>> 文", ["引", "文"]),
        (
            "1. 甲\n1. 乙\n\n   段\n1. 丙\n- 丁\n- [x] 戊\n正文\n1. 己",
            ["1. 甲", "2. 乙", "段", "3. 丙", "丁", "戊", "正文", "1. 己"],
        ),
        ("1. 甲\n3. 乙\n5) 丙", ["1. 甲", "3. 乙", "5) 丙"]),
        ("1. 甲\n   1. 子\n   1. 丑\n1. 乙", ["1. 甲", "1. 子", "2. 丑", "2. 乙"]),
        (
            "```\n**甲**\na\tb\tc\n1\t2\t3\n```\n乙",
            ["**甲**", [["a", "b", "c"], ["1", "2", "3"]], "乙"],
        ),
        ("~~~\n甲", ["甲"]),
        ("<!-- 甲\n\n乙 -->\n丙", ["丙"]),
        ("<div align=center>\n<b>甲</b>\n</div>\n\n**乙**", ["甲", "乙"]),
        ("#标题\n#1 号", ["标题", "#1 号"]),
        ("甲<br>乙", ["甲", "乙"]),
    ],
)
def test_lines(source: str, expected: Seen) -> None:
    """A line is a paragraph; numbers of lists stay, marks of lists and headings go."""
    assert read(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "| 序号 | **任务** |\n|---|:-:|\n| 1 | 甲<br>乙 |\n后",
            [["序号", "任务"], ["1", "甲\n乙"]],
        ),
        ("序号 | 任务\n--- | ---\n1 | 甲\\|乙\n", [["序号", "任务"], ["1", "甲|乙"]]),
        (
            "|序号|任务|\n|-|-|\n|1|甲|乙|\n|2|\n",
            [["序号", "任务", ""], ["1", "甲", "乙"], ["2", "", ""]],
        ),
        ("  |序号|任务|\n  |---|---|\n  ||`a*b*`|\n", [["序号", "任务"], ["", "a*b*"]]),
        ("|序号|任务|\n|-|-|\n|\n|1|甲|\n", [["序号", "任务"], ["", ""], ["1", "甲"]]),
    ],
)
def test_tables(source: str, expected: list[list[str]]) -> None:
    """A table has what its rows have, those with too many cells included."""
    assert [block for block in read(source) if isinstance(block, list)] == [expected]


def test_a_table_of_html() -> None:
    """A table of HTML is read as in a page, and its place says where it begins."""
    source = "# 表\n\n<table>\n<tr><td rowspan=2>1</td><td>甲</td></tr>\n\n<tr><td>乙</td></tr></table>\n完"
    title, table, end = markdown.read(source.encode(), "n.md").blocks

    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["1", "甲"], ["1", "乙"]]
    assert table.rows[0][0] is table.rows[1][0]
    assert table.rows[1][1].place == Place(2, 2, "第3行")
    assert [title.place, end.place] == [Place(1, 1), Place(7, 1)]


@given(st.text("甲*_~`[]()<>|\\&;#-:1. \n!", max_size=80))
def test_any_text(source: str) -> None:
    """Any text is read."""
    markdown.read(source.encode(), "n.md")


@pytest.mark.parametrize(
    "mark",
    [
        "[",
        "![",
        "*甲",
        "**甲",
        "**甲 ",
        "`甲",
        "<a ",
        "<!--",
        "&",
        "\\",
        "> ",
        "- ",
        "~~甲 ",
        "__甲 ",
        "|甲",
        "[甲](",
        "[甲](x ",
    ],
)
def test_long_lines(mark: str) -> None:
    """Marks without their other half take time in proportion to their number."""
    read(mark * 20_000)
