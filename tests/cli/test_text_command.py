"""`gdq text`: what a file says, to be read, mended and read again."""

import json
from pathlib import Path

import pytest
from conftest import Run

PAGE = (
    "<h1>分工</h1><table><tr><td>序号<td>任务<td>单位<tr><td rowspan=2>1<td>甲<td>乙<br>丙"
    "<tr><td>丁<td>戊</table><table><tr><td>一<td>二<td>三<tr><td>四<td>五<td>\u202e六</table>完"
)


@pytest.fixture
def page(tmp_path: Path) -> str:
    """Return the name of a page whose name says otherwise."""
    path = tmp_path / "通知.xls"
    path.write_bytes(PAGE.encode("gb18030"))
    return str(path)


def test_text(gdq: Run, page: str) -> None:
    """Paragraphs and rows are lines; remarks go to standard error with their places."""
    result = gdq("text", page)

    assert result.stdout == (
        "分工\n序号\t任务\t单位\n1\t甲\t乙 丙\n1\t丁\t戊\n\n一\t二\t三\n四\t五\t六\n完\n"
    )
    assert result.stderr == f"警告：{page} 表2第2行第3列: 不可见的控制字符 U+202E，已略去\n"
    assert result.exit_code == 0


def test_json(gdq: Run, page: str) -> None:
    """JSON has the place of every block, and breaks inside cells."""
    value = json.loads(gdq("text", page, "-f", "json").stdout)

    assert (value["file"], value["format"]) == (page, "html")
    assert value["blocks"][0] == {
        "kind": "paragraph",
        "text": "分工",
        "place": {"part": "", "row": 1, "column": 0},
    }
    assert value["blocks"][1] == {
        "kind": "table",
        "place": {"part": "表1", "row": 1, "column": 0},
        "rows": [["序号", "任务", "单位"], ["1", "甲", "乙\n丙"], ["1", "丁", "戊"]],
    }
    assert [block["kind"] for block in value["blocks"]] == [
        "paragraph",
        "table",
        "table",
        "paragraph",
    ]


def test_read_again(gdq: Run, page: str, tmp_path: Path) -> None:
    """What is printed says the same when it is read again."""
    text = gdq("text", page).stdout
    path = tmp_path / "again.txt"
    path.write_text(text, encoding="utf-8")

    assert gdq("text", str(path)).stdout.replace("\n\n", "\n") == text.replace("\n\n", "\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["no.html"], "错误：no.html: 没有这个文件\n"),
        (["data"], "错误：data: 这是文件夹，不是文本文件\n"),
        ([], "错误：缺少参数 FILE\n提示：gdq text --help\n"),
        (
            ["data/notice.txt", "-f", "csv"],
            "错误：--format / -f 的值不对：csv，可用 text、json\n提示：gdq text --help\n",
        ),
    ],
)
def test_errors(arguments: list[str], message: str, gdq: Run) -> None:
    """What cannot be read is one line."""
    result = gdq("text", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == message


def test_the_packaged_notice(gdq: Run) -> None:
    """The notice is 15 paragraphs around a table whose heading the page breaks repeat."""
    blocks = json.loads(gdq("text", "data/notice.txt", "-f", "json").stdout)["blocks"]
    tables = [block for block in blocks if block["kind"] == "table"]

    assert len(blocks) == 16
    assert [len(table["rows"]) for table in tables] == [39]
    assert tables[0]["place"] == {"part": "", "row": 31, "column": 1}
