"""YAML to plain values, each with the line and column where it stands.

Values are built from the parser's events and not by PyYAML's own composer: that one recurses
without bound (100,000 brackets end the process), keeps the last of two equal keys in silence, and
reads 010 as 8, `no` as false and 2016-02-30 as a bare ValueError. Here a scalar is text unless it
is a plain decimal number, true, false or null, and anchors and tags are refused.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml

from gdquality.errors import Problem
from gdquality.store import yaml_faults

DEEPEST = 32
"""Levels of nesting that are followed; the files of a data set have five."""

MOST_VALUES = 700_000
"""Keys and values that are read, some 200 MB; 10,000 tasks have 545,000."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}
_DIGITS = frozenset("-0123456789")
_HIDDEN_BREAK = re.compile("[\x85\u2028\u2029]")
_QUOTE = re.compile("[“”‘’＂]")

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings and indexes of sequences, from the root."""


class Position:
    """Where a mapping or sequence begins, with the marks of its keys and of what it holds."""

    __slots__ = ("keys", "mark", "values")

    def __init__(self, mark: Any) -> None:
        """Keep a mark of the parser; what the value holds is added as it is read."""
        self.mark = mark
        self.values: dict[str | int, Any] = {}
        self.keys: dict[str, Any] = {}


class Document:
    """A YAML file: `value` of plain dicts, lists, strings, ints and None, and its positions.

    Where there are `problems`, whose `kind` is syntax, duplicate-key, not-plain, fullwidth or tab,
    `value` holds what could be read nevertheless; it is complete unless one ended the reading.
    """

    def __init__(
        self, file: str, value: Any, root: Any, problems: tuple[Problem, ...], *, is_complete: bool
    ) -> None:
        """Keep what was read of `file`; `root` is a Position, or the mark of a lone scalar."""
        self.is_complete = is_complete
        self.file = file
        self.value = value
        self.problems = problems
        self._root = root

    def at(self, path: Path) -> tuple[int, int]:
        """Return line and column of the value at `path`, or of the last one on the way there."""
        return _line_and_column(self._walk(path))

    def at_key(self, path: Path) -> tuple[int, int]:
        """Return line and column of the key that `path` ends in, or else what `at` returns."""
        parent = self._walk(path[:-1])
        if path and isinstance(parent, Position) and path[-1] in parent.keys:
            return _line_and_column(parent.keys[str(path[-1])])
        return self.at(path)

    def _walk(self, path: Path) -> Any:
        position = self._root
        for step in path:
            if not isinstance(position, Position):
                break
            position = position.values.get(step, position)
        return position


def _line_and_column(position: Any) -> tuple[int, int]:
    mark = position.mark if isinstance(position, Position) else position
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def read_yaml(text: str, file: str) -> Document:
    """Return the one YAML document that `text` holds; whatever is wrong is in its `problems`."""
    builder = _Builder()
    if hidden := _HIDDEN_BREAK.search(text):
        # The parser would count a line more than editors do, and every place after be wrong.
        message = f"看不见的换行符 U+{ord(hidden[0]):04X}"
        builder.problems.append(yaml_faults.problem_at(text, hidden.start(), message))
        return Document(file, None, None, tuple(builder.problems), is_complete=False)
    is_complete = _build(builder, text)
    if isinstance(builder.value, str) and (colon := yaml_faults.fullwidth_key(text)):
        # Without any other key the whole file is one text, which is no error of YAML.
        builder.problems.append(colon)
        is_complete = False
    problems = tuple(builder.problems)
    return Document(file, builder.value, builder.root, problems, is_complete=is_complete)


def _build(builder: "_Builder", text: str) -> bool:
    """Feed `builder` the events of `text`; return whether none of it ended the reading."""
    try:
        builder.take(text)
    except yaml.MarkedYAMLError as error:
        problem = _nesting_before(error, text) or yaml_faults.syntax_problem(text, error)
        builder.problems.append(problem)
    except yaml.reader.ReaderError as error:
        builder.problems.append(yaml_faults.control_character(text, error))
    except _TooMuchError:
        pass
    else:
        return True
    return False


def _nesting_before(error: yaml.MarkedYAMLError, text: str) -> Problem | None:
    """Return that `text` is nested too deep before the place of `error`, or None.

    The parser looks up to a line ahead, and may refuse what stands there before it gives the events
    of what stands here. Given no more than that, it gives them.
    """
    mark = error.problem_mark or error.context_mark
    builder = _Builder()
    try:
        builder.take(text[: mark.index if mark else 0])
    except yaml.YAMLError:
        pass
    except _TooMuchError:
        return builder.problems[-1]
    return None


class _TooMuchError(Exception):
    """Ends the building of a document that is nested too deep or holds too much."""


class _Builder:
    """Builds values from events, with a stack of its own in place of recursion.

    An answer reads some five thousand events: what happens for each is written to be quick.
    """

    def __init__(self) -> None:
        self.value: Any = None
        self.root: Any = None
        self.problems: list[Problem] = []
        self.documents = 0
        self.count = 0
        # Of each open mapping or sequence: itself, its position, the key that waits, and whether
        # it is a sequence in brackets.
        self.open: list[tuple[Any, Position, list[Any], bool]] = []
        self.handlers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._mapping,
            yaml.SequenceStartEvent: self._sequence,
            yaml.MappingEndEvent: self._end,
            yaml.SequenceEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
            yaml.DocumentEndEvent: self._nothing,
            yaml.StreamStartEvent: self._nothing,
            yaml.StreamEndEvent: self._nothing,
        }

    def take(self, text: str) -> None:
        """Build from all events of `text`; raises _TooMuchError, and what the parser raises."""
        loader = _LOADER(text)
        try:
            handlers, get_event = self.handlers, loader.get_event
            while event := get_event():
                handlers[event.__class__](event)
        except (OverflowError, ValueError):
            # What the parser in Python says to an escape or a version that is no number to it.
            raise yaml.MarkedYAMLError(None, None, "out of range", loader.get_mark()) from None
        finally:
            loader.dispose()

    def refuse(self, message: str, mark: Any, kind: str = "not-plain") -> None:
        self.problems.append(Problem(message, mark.line + 1, mark.column + 1, kind))

    def _scalar(self, event: Any) -> None:
        value = event.value
        if event.implicit[0]:
            if value in _CONSTANTS:
                value = _CONSTANTS[value]
            elif value[0] in _DIGITS and _NUMBER.fullmatch(value):
                value = int(value)
            elif "，" in value or value[0] in "“‘＂":
                self._fullwidth(value, event.start_mark)
        self._add(value, event.start_mark, event)

    def _fullwidth(self, value: str, mark: Any) -> None:
        """Refuse what an input method makes of a comma in a flow list, or of quotation marks."""
        comma = value.find("，")
        if comma >= 0 and self.open and self.open[-1][3]:
            column = mark.column + 1 + comma
            message = "列表里是全角逗号“，”，应为“, ”"
            self.problems.append(Problem(message, mark.line + 1, column, "fullwidth"))
        elif value[0] + value[-1] in ("“”", "‘’", "＂＂") and not _QUOTE.search(value[1:-1]):
            self.refuse("引号是全角的，成了值的一部分", mark, "fullwidth")

    def _mapping(self, event: Any) -> None:
        self._open({}, event)

    def _sequence(self, event: Any) -> None:
        self._open([], event)

    def _open(self, container: Any, event: Any) -> None:
        position = Position(event.start_mark)
        self._add(container, position, event)
        in_brackets = isinstance(container, list) and bool(event.flow_style)
        self.open.append((container, position, [], in_brackets))
        if len(self.open) > DEEPEST:
            self.refuse(f"嵌套超过 {DEEPEST} 层", event.start_mark)
            raise _TooMuchError

    def _end(self, _event: Any) -> None:
        self.open.pop()

    def _alias(self, event: Any) -> None:
        self.refuse("不能使用锚点和别名（& 和 *）", event.start_mark)
        self._add(None, event.start_mark, event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.refuse("一个文件里只能有一份 YAML 文档", event.start_mark)

    def _nothing(self, event: Any) -> None:
        """Take no notice of `event`."""

    def _add(self, value: Any, position: Any, event: Any) -> None:
        self.count += 1
        if self.count > MOST_VALUES:
            self.refuse(f"内容超过 {MOST_VALUES:,} 个值", event.start_mark)
            raise _TooMuchError
        if event.__class__ is not yaml.AliasEvent and event.tag:
            self.refuse("不能使用标签（!）", event.start_mark)
        if not self.open:
            if self.documents == 1:
                self.value, self.root = value, position
            return
        container, parent, waiting, _ = self.open[-1]
        if isinstance(container, list):
            parent.values[len(container)] = position
            container.append(value)
        elif not waiting:
            waiting.append(self._key(event, parent))
        elif (key := waiting.pop()) is not None:
            container[key] = value
            parent.values[key] = position

    def _key(self, event: Any, parent: Position) -> str | None:
        """Return the key that `event` gives, or None, under which nothing is kept."""
        if event.__class__ is not yaml.ScalarEvent:
            self.refuse("键必须是文字", event.start_mark)
            return None
        key = str(event.value)
        if key in parent.keys:
            first, _ = _line_and_column(parent.keys[key])
            self.refuse(f"键“{key}”重复：第 {first} 行已有", event.start_mark, "duplicate-key")
            return None
        mark: Any = event.start_mark
        if "：" in key and event.implicit[0]:
            column = mark.column + 1 + key.index("：")
            message = "键后是全角冒号“：”，应为“: ”"
            self.problems.append(Problem(message, mark.line + 1, column, "fullwidth"))
        parent.keys[key] = mark
        return key
