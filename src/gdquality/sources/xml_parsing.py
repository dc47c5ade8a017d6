"""XML of files that strangers made, parsed without a DTD and within limits."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NoReturn
from xml.parsers import expat

from gdquality.errors import InputError, Problem
from gdquality.sources.sizes import MOST_CHARACTERS
from gdquality.sources.xml_tree import Node, Vocabulary

MOST_ELEMENTS = 1_000_000
"""Elements read of a file, some 12,000 rows as Word writes them: a second or two of work."""
LONGEST_TAG = 2 * 1024 * 1024
"""Bytes of a tag with its attributes, or of a comment: the parser begins again at its start with
each chunk. Pictures that word processors put into attributes have some hundred thousand.
"""
MANY_ATTRIBUTES = 64
"""Attributes of an element that is counted as so many; word processors write a dozen."""
DEEPEST = 256
"""Elements within elements; what word processors write stays below 60."""


class Limits:
    """What may still be read of a file; raises InputError, with its name, when that is used up."""

    def __init__(self, file: str) -> None:
        """Begin with all there is."""
        self.file = file
        self._elements = MOST_ELEMENTS
        self._characters = MOST_CHARACTERS

    def error(self, message: str) -> InputError:
        """Return an error about the file."""
        return InputError(self.file, Problem(message))

    def take(self, elements: int, characters: int) -> None:
        """Use up elements and characters of text."""
        self._elements -= elements
        self._characters -= characters
        if self._elements < 0:
            raise self.error(f"内容太多：XML 元素超过 {MOST_ELEMENTS} 个")
        if self._characters < 0:
            raise self.error(f"内容太多：文字超过 {MOST_CHARACTERS} 个")


_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_CALLS: Mapping[str, Callable[[Node], None]] = MappingProxyType({})


def parse(
    chunks: Iterable[bytes],
    vocabulary: Vocabulary,
    limits: Limits,
    each: Mapping[str, Callable[[Node], None]] = _NO_CALLS,
) -> tuple[Node, frozenset[str]]:
    """Return the root of an XML document, and which of the `skipped` elements it has.

    A node whose tag is in `each` is passed to that function when it is complete, and is not kept
    in the tree, so that a long list need not be in memory. Raises InputError beyond the limits and
    for a DTD, ExpatError, ValueError or LookupError for what is no XML.
    """
    builder = _Builder(vocabulary, limits, each)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = builder.refuse_dtd
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    fed = 0
    for chunk in chunks:
        parser.Parse(chunk, False)  # noqa: FBT003 (takes no keyword)
        fed += len(chunk)
        if fed - parser.CurrentByteIndex > LONGEST_TAG:
            raise limits.error(f"XML 里有一个标记超过 {LONGEST_TAG // 1024**2} MB")
        limits.take(builder.elements, builder.length)
        builder.elements = builder.length = 0
    parser.Parse(b"", True)  # noqa: FBT003
    return builder.root.children[0], frozenset(builder.skipped)


class _Builder:
    """Makes nodes of the events of a parser, and counts `elements` and the `length` of text."""

    def __init__(
        self, vocabulary: Vocabulary, limits: Limits, each: Mapping[str, Callable[[Node], None]]
    ) -> None:
        self.root = Node("", _NOTHING)
        self.skipped: set[str] = set()
        self.elements = 0
        self.length = 0
        self._kept = vocabulary.kept
        self._with_text = vocabulary.text
        self._skipped = vocabulary.skipped
        self._properties = vocabulary.properties
        self._limits = limits
        self._each = each
        self._open = [self.root]  # for each open element the node that its children go to
        self._within_skipped = 0
        self._text: list[str] = []
        self._local: dict[str, str] = {}

    def refuse_dtd(self, *_: object) -> NoReturn:
        raise self._limits.error("XML 里有 DTD，不读")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        count = len(attributes)
        self.elements += count if count > MANY_ATTRIBUTES else 1
        if self._within_skipped:
            self._within_skipped += 1
            return
        if len(self._open) > DEEPEST:
            raise self._limits.error(f"嵌套太深：XML 元素超过 {DEEPEST} 层")
        parent = self._open[-1]
        tag = self._local.get(name) or self._local_name(name)
        if tag in self._skipped:
            self.skipped.add(tag)
            if parent.tag not in self._properties:
                self._within_skipped = 1
                return
        wanted = self._kept.get(tag)
        if wanted:
            self._open.append(Node(tag, self._attributes(attributes, wanted)))
        elif wanted is not None or parent is self.root:  # the root tells what the document is
            self._open.append(Node(tag, _NOTHING))
        else:
            self._open.append(parent)

    def end(self, _name: str) -> None:
        if self._within_skipped:
            self._within_skipped -= 1
            return
        node = self._open.pop()
        parent = self._open[-1]
        if node is parent:
            return
        if self._text and node.tag in self._with_text:
            node.text = "".join(self._text)
            self._text.clear()
        call = self._each.get(node.tag)
        if call is None:
            parent.children.append(node)
        else:
            call(node)

    def characters(self, text: str) -> None:
        if self._open[-1].tag in self._with_text and not self._within_skipped:
            self.length += len(text)
            self._text.append(text)

    def _attributes(self, given: dict[str, str], wanted: frozenset[str]) -> Mapping[str, str]:
        found = {}
        for name, value in given.items():
            local = self._local.get(name) or self._local_name(name)
            if local in wanted:
                found[local] = value
        return found

    def _local_name(self, name: str) -> str:
        return self._local.setdefault(name, name.rpartition(":")[2])
