"""The numbers that Word makes (ECMA-376-1, 17.9): which list a paragraph is of, and counting it."""

import re
from collections import defaultdict
from dataclasses import dataclass

from gdquality.sources.docx_styles import Styles
from gdquality.sources.numerals import numeral
from gdquality.sources.xml_tree import Node, Vocabulary, elements, integer, words

NUMBERING = Vocabulary(
    elements(
        "numbering",
        abstractNumId="abstractNum",
        numId="num",
        ilvl="lvl lvlOverride",
        val="abstractNumId numStyleLink start startOverride lvlRestart isLgl pStyle suff numFmt "
        "lvlText",
        format="numFmt",
    ),
    skipped=words("Fallback pPr rPr"),
)

_LEVELS = 9
"""Levels of a list (ECMA-376-1, 17.9.3): no text of a level has more numbers."""
_LONGEST_TEXT = 64
"""Characters of a level's text, which every paragraph repeats; people write a dozen."""


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level counts; `text` has %1 where the number of the first level stands."""

    start: int
    number_format: str
    text: str
    spaced: bool
    decimal: bool
    restarts_after: int
    style: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """A list; those of one `counter` count on from each other, but for `overrides`."""

    counter: str
    levels: dict[int, _Level]
    overrides: dict[int, int]


class Numbering:
    """Counts the paragraphs of a document in reading order."""

    def __init__(self, styles: Styles, numbering: Node | None) -> None:
        """Take the root of the part, None where the file has none."""
        self._styles = styles
        self._lists = _lists(numbering, styles) if numbering else {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._overridden: set[tuple[str, int]] = set()

    def next(self, properties: Node | None) -> str:
        """Count a paragraph by its pPr, and return what Word prints before it, "" for nothing."""
        list_id, level = self._place(properties)
        numbered = self._lists.get(list_id or "0")
        if list_id is None or numbered is None or level not in numbered.levels:
            return ""
        self._count(list_id, numbered, level)
        return _printed(numbered, level, self._counts[numbered.counter])

    def _place(self, properties: Node | None) -> tuple[str | None, int]:
        """Return a paragraph's list and level: its own, else those that its style inherits."""
        list_id = properties.value("numPr", "numId") if properties else None
        level = properties.value("numPr", "ilvl") if properties else None
        own = None if level is None else integer(level)
        chain = self._styles.chain(properties.value("pStyle") if properties else None)
        for style in chain.values():
            list_id = style.list_id if list_id is None else list_id
            own = style.level if own is None else own
        if own is None and list_id in self._lists:
            linked = {level.style: n for n, level in self._lists[list_id].levels.items()}
            own = next((linked[name] for name in chain if name in linked), None)
        return list_id, own or 0

    def _count(self, list_id: str, numbered: _List, level: int) -> None:
        counts = self._counts[numbered.counter]
        for higher, definition in numbered.levels.items():
            if higher < level:  # one that was passed over has its first item silently
                counts.setdefault(higher, numbered.overrides.get(higher, definition.start))
        start = numbered.overrides.get(level, numbered.levels[level].start)
        if level in numbered.overrides and (list_id, level) not in self._overridden:
            self._overridden.add((list_id, level))
            counts[level] = start
        else:
            counts[level] = counts[level] + 1 if level in counts else start
        for deeper, definition in numbered.levels.items():
            if level < deeper and level < definition.restarts_after:
                counts.pop(deeper, None)


def _printed(numbered: _List, level: int, counts: dict[int, int]) -> str:
    definition = numbered.levels[level]
    if definition.number_format == "bullet":
        return ""  # tells nothing, and a mark of a symbol font would be no character

    def number(match: re.Match[str]) -> str:
        other = int(match[1]) - 1
        shown = numbered.levels.get(other, definition)
        number_format = "decimal" if definition.decimal else shown.number_format
        return numeral(counts.get(other, shown.start), number_format)

    text = re.sub("%([1-9])", number, definition.text, count=_LEVELS)
    # 1. and 5万元 would make 1.5万元, where Word leaves a gap.
    return text + " " * (definition.spaced and (text[-1:].isalnum() or text[-1:] == "."))


def _lists(numbering: Node, styles: Styles) -> dict[str, _List]:
    instances, definitions = (
        {node.attributes.get(key, ""): node for node in numbering.children if node.tag == tag}
        for tag, key in (("num", "numId"), ("abstractNum", "abstractNumId"))
    )
    levels = {name: _levels(node.children) for name, node in definitions.items()}
    lists = {}
    for list_id, instance in instances.items():
        counter = instance.value("abstractNumId") or ""
        definition = definitions.get(counter)
        linked = styles.named(definition.value("numStyleLink") or "") if definition else None
        if linked and (other := instances.get(linked.list_id or "")):
            # The levels are those of the list that a numbering style names.
            counter = other.value("abstractNumId") or ""
        if list_id != "0" and counter in levels:  # 0 says: not of a list
            lists[list_id] = _list(counter, levels[counter], instance)
    return lists


def _list(counter: str, defined: dict[int, _Level], instance: Node) -> _List:
    overrides = [node for node in instance.children if node.tag == "lvlOverride"]
    replaced = [level for node in overrides if (level := node.child("lvl")) is not None]
    return _List(
        counter,
        {**defined, **_levels(replaced)} if replaced else defined,
        {
            integer(node.attributes.get("ilvl")): integer(start)
            for node in overrides
            if (start := node.value("startOverride")) is not None
        },
    )


def _levels(nodes: list[Node]) -> dict[int, _Level]:
    numbers = ((integer(node.attributes.get("ilvl")), node) for node in nodes)
    return {
        number: _level(number, node)
        for number, node in numbers
        if node.tag == "lvl" and 0 <= number < _LEVELS
    }


def _level(number: int, node: Node) -> _Level:
    number_format = node.value("numFmt") or "decimal"
    if number_format == "custom":  # given by examples: 001, 002, 003, ...
        number_format = (node.value("numFmt", attribute="format") or "").partition(",")[0]
    return _Level(
        integer(node.value("start"), 1),
        number_format,
        (node.value("lvlText") or "")[:_LONGEST_TEXT],
        node.value("suff") != "nothing",
        node.has("isLgl"),
        integer(node.value("lvlRestart"), number),
        node.value("pStyle"),
    )
