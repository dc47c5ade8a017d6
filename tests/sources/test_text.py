"""Plain text: lines are paragraphs, and what is certainly a table is one."""

import pytest

from gdquality.records import Place
from gdquality.sources import text
from gdquality.sources.interface import Paragraph, Table


def seen(source: str) -> list[str | list[list[str]]]:
    """Return the blocks of `source`: paragraphs as strings, tables as rows of strings."""
    blocks = text.read(source.encode(), "n.txt").blocks
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[cell.text for cell in row] for row in block.rows]
        for block in blocks
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("甲\n\n　乙 \r\n丙\r", ["甲", "乙", "丙"]),
        ("甲\t乙\n1\t2\n丙", [[["甲", "乙"], ["1", "2"]], "丙"]),
        ("甲\t乙\t丙\n1\n2\t3", [[["甲", "乙", "丙"]], "1", "2 3"]),
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
def test_blocks(source: str, expected: list[str | list[list[str]]]) -> None:
    """Tabs separate cells, but where they only indent a line or follow the number of an item."""
    assert seen(source) == expected


def test_places() -> None:
    """Everything stands at its line and column."""
    title, table = text.read("\n　甲\n\n乙\t 丙\t丁\n1\t2\n".encode(), "n.txt").blocks

    assert title.place == Place(2, 2)
    assert isinstance(table, Table)
    assert [cell.place for cell in table.rows[0]] == [Place(4, 1), Place(4, 4), Place(4, 6)]
    assert table.rows[1][2].place == Place(5, 3)
