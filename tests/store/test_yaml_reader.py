"""The YAML reader: what a text is read as, and everything that it is refused for, at its place."""

from typing import Any

import pytest

from gdquality.store.yaml_builder import DEEPEST
from gdquality.store.yaml_document import Document
from gdquality.store.yaml_reader import read_yaml


def problems(document: Document) -> list[tuple[str, int, int, str]]:
    """Return kind, line, column and message of each problem."""
    return [(one.kind, one.line, one.column, one.message) for one in document.problems]


ALIAS = "不能使用锚点和别名（& 和 *）"
TAG = "不能使用标签（!）"
KEY = "键必须是文字"
COLON = "键后是全角冒号“：”，应为“: ”"
COMMA = "列表里是全角逗号“，”，应为“, ”"
QUOTES = "引号是全角的，成了值的一部分"
TWICE = "一个文件里只能有一份 YAML 文档"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("a: ~", {"a": None}),
        ("a: null", {"a": None}),
        ("a: Null", {"a": "Null"}),
        ("a:", {"a": None}),
        ("a: ''", {"a": ""}),
        ("a: '~'", {"a": "~"}),
        ("a: 0", {"a": 0}),
        ("a: -7", {"a": -7}),
        ("a: -0", {"a": "-0"}),
        ("a: 07", {"a": "07"}),
        ("a: '7'", {"a": "7"}),
        (f"a: {'9' * 18}", {"a": 10**18 - 1}),
        (f"a: {'9' * 19}", {"a": "9" * 19}),
        ("a: 1a", {"a": "1a"}),
        ("1: 甲", {"1": "甲"}),
        ("a: [甲, [乙], {b: 丙}]", {"a": ["甲", ["乙"], {"b": "丙"}]}),
        ("- - 甲\n  - 乙\n- 丙", [["甲", "乙"], "丙"]),
        ("a: 甲，乙", {"a": "甲，乙"}),
        ("- 甲，乙", ["甲，乙"]),
        ("a: ['甲，乙']", {"a": ["甲，乙"]}),
        ("a: {b: 甲，乙}", {"a": {"b": "甲，乙"}}),
        ("a: “甲”是“乙”", {"a": "“甲”是“乙”"}),
        ("a: “甲”乙", {"a": "“甲”乙"}),
        ("'a：b': 甲", {"a：b": "甲"}),
    ],
)
def test_values(text: str, value: Any) -> None:
    """What a text is read as when nothing is wrong with it."""
    document = read_yaml(text, "t")

    assert document.value == value
    assert (problems(document), document.is_complete) == ([], True)


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        (
            "a: 1\nb: 2\na: 3\n",
            {"a": 1, "b": 2},
            [("duplicate-key", 3, 1, "键“a”重复：第 1 行已有")],
        ),
        ("a: &x 1\nb: *x", {"a": 1, "b": None}, [("not-plain", 2, 4, ALIAS)]),
        ("a: !!str 1", {"a": "1"}, [("not-plain", 1, 4, TAG)]),
        ("a: !x [1]", {"a": [1]}, [("not-plain", 1, 4, TAG)]),
        ("? [1]\n: 2\nb: 3", {"b": 3}, [("not-plain", 1, 3, KEY)]),
        ("a: 1\n---\nb: 2\n", {"a": 1}, [("not-plain", 2, 1, TWICE)]),
        (
            "--- 甲\n--- 乙\n--- 丙\n",
            "甲",
            [("not-plain", 2, 1, TWICE), ("not-plain", 3, 1, TWICE)],
        ),
        ("a: [甲，乙]", {"a": ["甲，乙"]}, [("fullwidth", 1, 6, COMMA)]),
        ("a: [甲，乙，丙]", {"a": ["甲，乙，丙"]}, [("fullwidth", 1, 6, COMMA)]),
        ("a: [，甲]", {"a": ["，甲"]}, [("fullwidth", 1, 5, COMMA)]),
        ("a:\n  [丙, 甲乙，丁]", {"a": ["丙", "甲乙，丁"]}, [("fullwidth", 2, 9, COMMA)]),
        ("a: “甲”", {"a": "“甲”"}, [("fullwidth", 1, 4, QUOTES)]),
        ("a: ‘甲’", {"a": "‘甲’"}, [("fullwidth", 1, 4, QUOTES)]),
        ("- ＂甲＂", ["＂甲＂"], [("fullwidth", 1, 3, QUOTES)]),
        ("b: 1\na：c: 2", {"b": 1, "a：c": 2}, [("fullwidth", 2, 2, COLON)]),
    ],
)
def test_what_is_refused(text: str, value: Any, expected: list[tuple[str, int, int, str]]) -> None:
    """Each at its place; the rest is read on, and nothing is overwritten."""
    document = read_yaml(text, "t")

    assert document.value == value
    assert (problems(document), document.is_complete) == (expected, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb：2\n", ("fullwidth", 2, 2, COLON)),
        ("a：1\nb：2\n", ("fullwidth", 1, 2, COLON)),
        ("# 注\na：1\n", ("fullwidth", 2, 2, COLON)),
        ("a: 1\n\tb: 2\n", ("tab", 2, 1, "用制表符缩进，应为空格")),
        ("a: {b：1, c: 2}\nd: [\n", None),
        ("a: {b: 1，c: 2}\n", ("fullwidth", 1, 9, "全角的“：”或“，”，应为“: ”或“, ”")),
        ("a: 1\u2028b: 2", ("syntax", 1, 5, "看不见的换行符 U+2028")),
        ("a: 1\nb: \x85", ("syntax", 2, 4, "看不见的换行符 U+0085")),
        ("a: 1\nb: \x07", ("syntax", 2, 4, "控制字符：YAML 文件里不能有")),
    ],
)
def test_what_ends_the_reading(text: str, expected: tuple[str, int, int, str] | None) -> None:
    """What an input method or an editor left is told as such, at its line and column."""
    document = read_yaml(text, "t")

    assert not document.is_complete
    assert expected is None or problems(document) == [expected]


@pytest.mark.parametrize("depth", [DEEPEST, DEEPEST + 1])
def test_depth(depth: int) -> None:
    """Thirty-two levels are followed, one more is not."""
    document = read_yaml("[" * depth + "]" * depth, "t")

    deep = [("not-plain", 1, DEEPEST + 1, "嵌套超过 32 层")]
    assert problems(document) == (deep if depth > DEEPEST else [])
    assert document.is_complete is (depth <= DEEPEST)


@pytest.mark.parametrize("more", [0, 1])
def test_number_of_values(more: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many events as are allowed are read, those of keys and lists among them; no more."""
    monkeypatch.setattr("gdquality.store.yaml_builder.MOST_EVENTS", 1_011)
    document = read_yaml("a:\n  b: [" + "1, " * (1_000 + more) + "]", "t")

    too_much = ("not-plain", 3, 1, "内容过多，YAML 事件超过 1,011 个")
    assert problems(document) == ([too_much] if more else [])
    assert document.is_complete is not bool(more)


def test_places() -> None:
    """Of a value, of a key, and of what is nearest to one that is not there."""
    document = read_yaml("a: 1\nb:\n  - c: 2\n    d:\n      - 3\n", "t")

    assert document.at(("b", 0, "d", 0)) == (5, 9)
    assert document.at_key(("b", 0, "d")) == (4, 5)
    assert document.at_key(("b", 0)) == (3, 5)  # an item has no key
    assert document.at_key(("b", 0, "x")) == (3, 5)
    assert document.at(("b", 7, "x")) == (3, 3)
    assert document.at(("a", "x")) == (1, 4)
    assert document.at_key(("a", "x")) == (1, 4)
    assert read_yaml("", "t").at(("a",)) == (1, 1)
    assert read_yaml("\n 甲", "t").at(()) == (2, 2)
