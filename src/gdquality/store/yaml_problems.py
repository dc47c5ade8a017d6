"""What is wrong with a YAML file, in Chinese and at its place.

PyYAML has two parsers, one in C and one in Python, and each words its errors in its own way, which
may change with any release. They are understood here by kind; what is not known is still said in
Chinese.
"""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from gdquality.errors import Problem

# Compiled where they are needed, since every answer imports this module and none uses it.
_FULLWIDTH_KEY = r"^ *(?:- +)*[A-Za-z_0-9]+(：)"
_FULLWIDTH_IN_FLOW = r"[{,，] *[A-Za-z_0-9]+(：)|(，) *[A-Za-z_0-9]+[:：]"
_TAB_INDENT = r"^(?: *|.*- *)(\t)\s*\S"
_FORBIDDEN = r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_QUOTE = "[“”‘’＂]"
_QUOTES = ("“”", "‘’", "＂＂")
_COLON_AFTER_KEY = "键后是全角冒号“：”，应为“: ”"

_KINDS = (
    ("nesting", "嵌套过深"),
    ("out of range", "数太大"),
    ("directive|incompatible", "“%”开头的行不能用"),
    (r"' or '\]'", "“[”之后缺少“,”或“]”"),
    (r"' or '\}'", "“{”之后缺少“,”或“}”"),
    ("end of stream|document indicator|document separator", "引号没有配对"),
    ("tag", "“!”之后的写法不对"),
    ("anchor|alias", "“&”或“*”之后的写法不对"),
    ("quoted", "双引号里“\\”之后的写法不对"),
    ("block scalar", "“|”或“>”之后的写法不对"),
    ("tab character", "用制表符缩进，应为空格"),
    ("cannot start", "值不能以这个字符开头，请加引号"),
    ("mapping values|unexpected ':'", "这里不能有“:”，值里有它时请加引号"),
    ("mapping keys", "这里不能有“?”，值里有它时请加引号"),
    ("sequence entries", "这里不能有“-”，值里有它时请加引号"),
    ("expected ':'", "键后缺少“: ”"),
    ("block mapping", "与上面接不上：应另起一行写“键: 值”，与上一个键对齐"),
    ("block collection", "与上面接不上：应另起一行写“- ”，与上一个“- ”对齐"),
    ("node content", "这里缺少一个值"),
    ("document start", "内容到此已完，其后还有文字"),
)
"""What an error means, by the words that both parsers have for it; the first that fits does."""


def syntax_problem(text: str, error: yaml.MarkedYAMLError) -> Problem:
    """Return what is wrong at or just before the line where the parser gave up.

    What an input method or an editor's tab key leaves is the cause more often than YAML itself,
    and the parser notices only on the line after.
    """
    mark = error.problem_mark or error.context_mark
    line = mark.line if mark else 0
    lines = text.split("\n")
    for number in range(line, max(line - 2, -1), -1):
        printed = lines[number] if number < len(lines) else ""
        if found := re.match(_FULLWIDTH_KEY, printed):
            return _fullwidth_colon(number + 1, found)
        if found := re.search(_FULLWIDTH_IN_FLOW, printed):
            message = "全角的“：”或“，”，应为“: ”或“, ”"
            return Problem(message, number + 1, found.start(found.lastindex or 0) + 1, "fullwidth")
        if found := re.match(_TAB_INDENT, printed):
            return Problem("用制表符缩进，应为空格", number + 1, found.start(1) + 1, "tab")
    words = f"{error.context} {error.problem}"
    kind = next((known for pattern, known in _KINDS if re.search(pattern, words)), "这里读不下去")
    column = mark.column + 1 if mark else 1
    return Problem(f"YAML 语法错误：{kind}", line + 1, column, "syntax")


def fullwidth_key(text: str) -> Problem | None:
    """Return the first key of `text` that a full-width colon follows, or None."""
    matches = ((n, re.match(_FULLWIDTH_KEY, one)) for n, one in enumerate(text.split("\n"), 1))
    return next((_fullwidth_colon(number, found) for number, found in matches if found), None)


def _fullwidth_colon(line: int, found: re.Match[str]) -> Problem:
    return Problem(_COLON_AFTER_KEY, line, found.start(1) + 1, "fullwidth")


def fullwidth_in(value: str, mark: Any, *, in_brackets: bool) -> Iterator[Problem]:
    """Yield what an input method makes of a comma in a flow list, or of quotation marks."""
    comma = value.find("，")
    if comma >= 0 and in_brackets:
        message = "列表里是全角逗号“，”，应为“, ”"
        yield Problem(message, mark.line + 1, mark.column + 1 + comma, "fullwidth")
    elif value[0] + value[-1] in _QUOTES and not re.search(_QUOTE, value[1:-1]):
        yield Problem("引号是全角的，成了值的一部分", mark.line + 1, mark.column + 1, "fullwidth")


def fullwidth_in_key(key: str, mark: Any) -> Iterator[Problem]:
    """Yield what an input method makes of the quotation marks of a key, or of its colon."""
    yield from fullwidth_in(key, mark, in_brackets=False)
    if "：" in key:
        column = mark.column + 1 + key.index("：")
        yield Problem(_COLON_AFTER_KEY, mark.line + 1, column, "fullwidth")


def control_character(text: str, error: yaml.reader.ReaderError) -> Problem:
    """Return where `text` holds the character that YAML forbids and the parser refused."""
    # The parser says where in bytes of UTF-8, the reader written in Python in characters; either
    # way the first character that YAML forbids is the one.
    found = re.search(_FORBIDDEN, text)
    offset = found.start() if found else min(error.position, len(text))
    return problem_at(text, offset, "控制字符：YAML 文件里不能有")


def problem_at(text: str, offset: int, message: str) -> Problem:
    """Return a problem of syntax at the line and column of the character at `offset`."""
    line = text.count("\n", 0, offset) + 1
    return Problem(message, line, offset - text.rfind("\n", 0, offset), "syntax")
