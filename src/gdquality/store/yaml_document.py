"""A YAML file as it was read: plain values, and where each of them stands."""

from typing import Any

from gdquality.errors import Problem

KeyPath = tuple[str | int, ...]
"""The way to a value: keys of mappings and indexes of sequences, from the root."""


class Position:
    """Where a mapping or sequence begins, and what it holds, in order: keys apart from values.

    A value has the parser's mark, or a Position where it holds others.
    """

    __slots__ = ("keys", "mark", "values")

    def __init__(self, mark: Any) -> None:
        """Keep a mark of the parser; what the value holds is added as it is read."""
        self.mark = mark
        self.values: list[Any] = []
        self.keys: list[Any] = []


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

    def at(self, path: KeyPath) -> tuple[int, int]:
        """Return line and column of the value at `path`, or of the last one on the way there."""
        return line_and_column(self._walk(path)[1])

    def at_key(self, path: KeyPath) -> tuple[int, int]:
        """Return line and column of the key that `path` ends in, or else what `at` returns."""
        value, position = self._walk(path[:-1])
        if path and isinstance(value, dict) and path[-1] in value:
            return line_and_column(position.keys[list(value).index(path[-1])])
        return self.at(path)

    def _walk(self, path: KeyPath) -> tuple[Any, Any]:
        value, position = self.value, self._root
        for step in path:
            index = _index(value, step)
            if index is None:
                break
            value, position = value[step], position.values[index]
        return value, position


def _index(container: Any, step: str | int) -> int | None:
    if isinstance(container, dict):
        return list(container).index(step) if step in container else None
    if isinstance(container, list) and isinstance(step, int):
        return step if 0 <= step < len(container) else None
    return None


def line_and_column(position: Any) -> tuple[int, int]:
    """Return where a Position or a mark of the parser stands, from 1; None is the beginning."""
    mark = position.mark if isinstance(position, Position) else position
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)
