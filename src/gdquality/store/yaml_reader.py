"""YAML to plain values, each with the line and column where it stands.

Values are built from the parser's events and not by PyYAML's own composer: that one recurses
without bound (100,000 brackets end the process), keeps the last of two equal keys in silence, and
reads 010 as 8, `no` as false and 2016-02-30 as a bare ValueError. Here a scalar is text unless it
is a plain decimal number or null, and anchors and tags are refused.
"""

import re
from typing import Any

import yaml

from gdquality.errors import Problem

DEEPEST = 32
"""Levels of nesting that are followed; the files of a data set have five."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_NULLS = frozenset(("", "~", "null"))

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings and indexes of sequences, from the root."""


class Position:
    """Where a value stands, with the positions of its keys and of what it holds; from 1."""

    __slots__ = ("column", "keys", "line", "values")

    def __init__(self, line: int, column: int) -> None:
        """Keep a place; what the value holds is added as it is read."""
        self.line = line
        self.column = column
        self.values: dict[str | int, Position] = {}
        self.keys: dict[str, tuple[int, int]] = {}


class Document:
    """A YAML file: `value` of plain dicts, lists, strings, ints and None, and its positions.

    Where there are `problems`, whose `kind` is syntax, duplicate-key or not-plain, `value` holds
    what could be read nevertheless.
    """

    def __init__(
        self, file: str, value: Any, root: Position, problems: tuple[Problem, ...]
    ) -> None:
        """Keep what was read of `file`."""
        self.file = file
        self.value = value
        self.root = root
        self.problems = problems

    def at(self, path: Path) -> tuple[int, int]:
        """Return line and column of the value at `path`, or of the last one on the way there."""
        position = self.root
        for step in path:
            position = position.values.get(step, position)
        return position.line, position.column

    def at_key(self, path: Path) -> tuple[int, int]:
        """Return line and column of the key that `path` ends in, or else what `at` returns."""
        position = self.root
        for step in path[:-1]:
            position = position.values.get(step, position)
        return position.keys.get(str(path[-1]), self.at(path)) if path else self.at(path)


def read_yaml(text: str, file: str) -> Document:
    """Return the one YAML document that `text` holds; whatever is wrong is in its `problems`."""
    builder = _Builder()
    loader = _LOADER(text)
    try:
        while loader.check_event():
            builder.take(loader.get_event())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        builder.refuse(f"YAML 语法错误：{error.problem or error.context}", mark)
    except yaml.reader.ReaderError as error:
        builder.problems.append(_unreadable(text, error))
    except _TooDeepError:
        pass
    finally:
        loader.dispose()
    return Document(file, builder.value, builder.root, tuple(builder.problems))


def _unreadable(text: str, error: yaml.reader.ReaderError) -> Problem:
    # The parser says where in bytes of UTF-8, the reader written in Python in characters; either
    # way the first character that YAML forbids is the one.
    found = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-퟿-�\U00010000-\U0010ffff]", text)
    offset = found.start() if found else min(error.position, len(text))
    before = text[:offset]
    line, column = before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1
    return Problem("控制字符：YAML 文件里不能有", line, column, "syntax")


class _TooDeepError(Exception):
    """Ends the building of a document that is nested too deep."""


class _Builder:
    """Builds values from events, with a stack of its own in place of recursion."""

    def __init__(self) -> None:
        self.value: Any = None
        self.root = Position(1, 1)
        self.problems: list[Problem] = []
        self.documents = 0
        # Of each open mapping or sequence: itself, its position, and the key that waits.
        self.open: list[tuple[Any, Position, list[Any]]] = []

    def refuse(self, message: str, mark: Any, kind: str = "syntax") -> None:
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        self.problems.append(Problem(message, line, column, kind))

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._add(_scalar(event), event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, yaml.CollectionStartEvent):
            container: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
            position = self._add(container, event)
            self.open.append((container, position, []))
            if len(self.open) > DEEPEST:
                self.refuse(f"嵌套超过 {DEEPEST} 层", event.start_mark, "not-plain")
                raise _TooDeepError
        elif isinstance(event, yaml.AliasEvent):
            self.refuse("不能使用锚点和别名（& 和 *）", event.start_mark, "not-plain")
            self._add(None, event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.refuse("一个文件里只能有一份 YAML 文档", event.start_mark, "not-plain")

    def _add(self, value: Any, event: Any) -> Position:
        mark = event.start_mark
        position = Position(mark.line + 1, mark.column + 1)
        if getattr(event, "tag", None):
            self.refuse("不能使用标签（!）", mark, "not-plain")
        if self.documents > 1:
            return position
        if not self.open:
            self.value, self.root = value, position
            return position
        container, parent, waiting = self.open[-1]
        if isinstance(container, list):
            parent.values[len(container)] = position
            container.append(value)
        elif not waiting:
            waiting.append(self._key(event, position, parent))
        elif (key := waiting.pop()) is not None:
            container[key] = value
            parent.values[key] = position
        return position

    def _key(self, event: Any, position: Position, parent: Position) -> str | None:
        """Return the key that `event` gives, or None, under which nothing is kept."""
        if not isinstance(event, yaml.ScalarEvent):
            self.refuse("键必须是文字", event.start_mark, "not-plain")
            return None
        key = str(event.value)
        if key in parent.keys:
            first, _ = parent.keys[key]
            self.refuse(f"键“{key}”重复：第 {first} 行已有", event.start_mark, "duplicate-key")
            return None
        parent.keys[key] = (position.line, position.column)
        return key


def _scalar(event: Any) -> Any:
    text = event.value
    if not event.implicit[0]:
        return text
    if text in _NULLS:
        return None
    return int(text) if _NUMBER.fullmatch(text) else text
