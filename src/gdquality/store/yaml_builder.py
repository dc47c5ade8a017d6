"""Plain values built from the events of PyYAML's parser, and what is refused of them.

PyYAML's own composer recurses without bound (100,000 brackets end the process), keeps the last of
two equal keys in silence, and reads 010 as 8, `no` as false and 2016-02-30 as a bare ValueError.
Here a scalar is text unless it is a plain decimal number, true, false or null, and anchors and tags
are refused.
"""

import re
from collections.abc import Callable
from typing import Any

import yaml

from gdquality.errors import Problem
from gdquality.store import yaml_problems
from gdquality.store.yaml_document import Position, line_and_column

DEEPEST = 32
"""Levels of nesting that are followed; the files of a data set have five."""

MOST_EVENTS = 1_300_000
"""Scalars, and beginnings and ends of what holds them, some 200 MB; 10,000 tasks are 1,040,000."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_CONSTANTS = {"": None, "~": None, "null": None, "true": True, "false": False}
_DIGITS = frozenset("-0123456789")
_KEY_IS_NEXT: Any = object()


class TooMuchError(Exception):
    """Ends the building of a document that is nested too deep or holds too much."""


class _Open(Position):
    """A mapping or sequence that is open; `key` is that of the mapping's next value, if it has one.

    A key of None was refused, and its value is not kept.
    """

    __slots__ = ("container", "in_brackets", "key")

    def __init__(self, container: Any, mark: Any, *, in_brackets: bool) -> None:
        self.container = container
        self.in_brackets = in_brackets
        self.key: Any = _KEY_IS_NEXT if container.__class__ is dict else None
        self.mark = mark
        self.values = []
        self.keys = []

    def put(self, value: Any, position: Any) -> None:
        if self.container.__class__ is list:
            self.container.append(value)
        elif self.key is None:
            self.key = _KEY_IS_NEXT
            return
        else:
            self.container[self.key] = value
            self.key = _KEY_IS_NEXT
        self.values.append(position)


class Builder:
    """Builds values from events, with a stack of its own in place of recursion.

    An answer reads some five thousand events: what happens for each is written to be quick.
    """

    def __init__(self) -> None:
        """Begin with nothing read; `take` reads, and `value`, `root` and `problems` are results."""
        self.problems: list[Problem] = []
        self._documents = 0
        self._roots: list[Any] = []
        self._open = [_Open(self._roots, None, in_brackets=False)]
        self._handlers: dict[type, Callable[[Any], None]] = {
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

    @property
    def value(self) -> Any:
        """What the first document holds, as far as it was read."""
        return self._roots[0] if self._roots else None

    @property
    def root(self) -> Any:
        """The Position of `value`, or the mark of a lone scalar."""
        return next(iter(self._open[0].values), None)

    def take(self, text: str) -> None:
        """Build from all events of `text`; raises TooMuchError, and what the parser raises."""
        loader = _LOADER(text)
        try:
            handlers, get_event = self._handlers, loader.get_event
            for count, event in enumerate(iter(get_event, None)):
                if count > MOST_EVENTS:
                    self._refuse(f"内容过多，YAML 事件超过 {MOST_EVENTS:,} 个", event.start_mark)
                    raise TooMuchError
                handlers[event.__class__](event)
        except (OverflowError, ValueError):
            # What the parser in Python says to an escape or a version that is no number to it.
            raise yaml.MarkedYAMLError(None, None, "out of range", loader.get_mark()) from None
        finally:
            loader.dispose()

    def _refuse(self, message: str, mark: Any, kind: str = "not-plain") -> None:
        self.problems.append(Problem(message, mark.line + 1, mark.column + 1, kind))

    def _scalar(self, event: Any) -> None:
        value, mark = event.value, event.start_mark
        if event.tag:
            self._refuse_tag(mark)
        holder = self._open[-1]
        if holder.key is _KEY_IS_NEXT:
            if value in holder.container or not value.isascii():
                holder.key = self._unusual_key(event, holder)
            else:
                holder.keys.append(mark)
                holder.key = value
            return
        if event.implicit[0]:
            if value in _CONSTANTS:
                value = _CONSTANTS[value]
            elif value[0] in _DIGITS and _NUMBER.fullmatch(value):
                value = int(value)
            elif "，" in value or value[0] in "“‘＂":
                in_brackets = holder.in_brackets
                self.problems += yaml_problems.fullwidth_in(value, mark, in_brackets=in_brackets)
        holder.put(value, mark)

    def _mapping(self, event: Any) -> None:
        self._begin({}, event)

    def _sequence(self, event: Any) -> None:
        self._begin([], event)

    def _begin(self, container: Any, event: Any) -> None:
        mark = event.start_mark
        if event.tag:
            self._refuse_tag(mark)
        in_brackets = bool(event.flow_style) and isinstance(container, list)
        opened = _Open(container, mark, in_brackets=in_brackets)
        self._put(event, container, opened)
        self._open.append(opened)
        if len(self._open) - 1 > DEEPEST:
            self._refuse(f"嵌套超过 {DEEPEST} 层", event.start_mark)
            raise TooMuchError

    def _end(self, _event: Any) -> None:
        self._open.pop()

    def _alias(self, event: Any) -> None:
        self._refuse("不能使用锚点和别名（& 和 *）", event.start_mark)
        self._put(event, None, event.start_mark)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse("一个文件里只能有一份 YAML 文档", event.start_mark)

    def _nothing(self, event: Any) -> None:
        """Take no notice of `event`."""

    def _refuse_tag(self, mark: Any) -> None:
        self._refuse("不能使用标签（!）", mark)

    def _put(self, event: Any, value: Any, position: Any) -> None:
        holder = self._open[-1]
        if holder.key is _KEY_IS_NEXT:
            self._refuse("键必须是文字", event.start_mark)
            holder.key = None
        else:
            holder.put(value, position)

    def _unusual_key(self, event: Any, holder: _Open) -> str | None:
        """Return the key that `event` gives, or None, under which nothing is kept."""
        key: str = event.value
        marks = holder.keys
        if key in holder.container:
            first, _ = line_and_column(marks[list(holder.container).index(key)])
            self._refuse(f"键“{key}”重复：第 {first} 行已有", event.start_mark, "duplicate-key")
            return None
        if event.implicit[0]:
            self.problems += yaml_problems.fullwidth_in_key(key, event.start_mark)
        marks.append(event.start_mark)
        return key
