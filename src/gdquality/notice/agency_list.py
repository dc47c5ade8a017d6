"""The grammar of an agency list: what stands between the separators, in full.

A cell prints a shorthand (docs/list-grammar.md):

    cell = run { "，" run }         a run starts afresh
    run  = item { "、" item }
    item = [ prefix ] name          a prefix carries over the items after it
         | place                    a place alone shares the tail of the next item in full

    省发展改革委、科技厅，广东银监局、保监局   省发展改革委 省科技厅 广东银监局 广东保监局
    广东、深圳、珠海出入境检验检疫局          three bureaus

The module knows no agency: `Vocabulary` tells it what a prefix is and which names hold a 、.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

RUN_SEPARATORS = "，,"
ITEM_SEPARATORS = "、"
SEPARATOR = f"[{RUN_SEPARATORS}{ITEM_SEPARATORS}]"
NEVER_PREFIXED = ("各",)
"""How the names of collectives begin; 各地 after 省质监局 is not 省各地."""


@dataclass(frozen=True, slots=True)
class Item:
    """One agency of a list: `text` in full, and where in the cell it is printed.

    `start` and `end` count characters from 0; for a shared tail they span the place alone.
    """

    text: str
    start: int
    end: int


class ListSyntaxError(ValueError):
    """A list with nothing between two separators; `start` counts characters from 0."""

    def __init__(self, start: int) -> None:
        """Keep where the missing item should stand."""
        super().__init__("两个分隔符之间没有单位名称")
        self.start = start


@dataclass(frozen=True)
class Vocabulary:
    """The words that a list's shorthand is made of.

    `prefixes`, longest first, are carried over; `undivided` are the names that hold a separator
    themselves, such as 各地、各有关部门.
    """

    prefixes: tuple[str, ...]
    undivided: frozenset[str] = frozenset()

    @classmethod
    def of(cls, prefixes: tuple[str, ...], names: Iterable[str]) -> "Vocabulary":
        """Return the vocabulary of a registry's prefixes and names."""
        return cls(prefixes, frozenset(name for name in names if re.search(SEPARATOR, name)))

    def prefix_of(self, text: str) -> str:
        """Return the prefix that `text` begins with, or an empty string."""
        found = self._prefix.match(text)
        return found[0] if found else ""

    @cached_property
    def _prefix(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, self.prefixes)) or "(?!)")

    @cached_property
    def separator(self) -> re.Pattern[str]:
        """Match a separator, or as a whole the undivided name that one stands in."""
        longest_first = sorted(self.undivided, key=lambda name: (-len(name), name))
        undivided = [f"(?:{re.escape(name)})" for name in longest_first]
        return re.compile("|".join([*undivided, f"(?P<separator>{SEPARATOR})"]))


def expand(cell: str, vocabulary: Vocabulary) -> list[Item]:
    """Return every agency that `cell` names, in printed order.

    An empty cell names none. Raises ListSyntaxError where an item is missing.
    """
    if not cell.strip():
        return []
    return [item for run in _runs(cell, vocabulary) for item in _expand_run(run, vocabulary)]


def _runs(cell: str, vocabulary: Vocabulary) -> Iterator[list[Item]]:
    run: list[Item] = []
    start = 0
    for match in vocabulary.separator.finditer(cell):
        if match["separator"] is None:
            continue
        run.append(_item(cell, start, match.start()))
        start = match.end()
        if match["separator"] in RUN_SEPARATORS:
            yield run
            run = []
    yield [*run, _item(cell, start, len(cell))]


def _item(cell: str, start: int, end: int) -> Item:
    printed = cell[start:end]
    text = "".join(printed.split())
    if not text:
        raise ListSyntaxError(start)
    start += len(printed) - len(printed.lstrip())
    return Item(text, start, start + len(printed.strip()))


def _expand_run(run: list[Item], vocabulary: Vocabulary) -> Iterator[Item]:
    carried = ""
    sharing: list[Item] = []
    for item in run:
        own = vocabulary.prefix_of(item.text)
        if item.text == own:
            sharing.append(item)
            continue
        tail = item.text.removeprefix(own) if own else ""
        yield from (Item(place.text + tail, place.start, place.end) for place in sharing)
        if sharing:
            # What a group of places shares is over with it: nobody prints a prefix for it again.
            sharing, carried = [], ""
            yield item
        elif own or item.text.startswith(NEVER_PREFIXED):
            carried = own or carried
            yield item
        else:
            yield Item(carried + item.text, item.start, item.end)
    yield from sharing
