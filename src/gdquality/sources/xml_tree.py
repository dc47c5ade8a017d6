"""What is kept of an XML document: the nodes that a reader asks for, and how it asks for them.

Elements and attributes are known by their local names, whatever their prefixes stand for: so the
transitional and the strict namespaces of Office Open XML (ISO/IEC 29500-4 and -1) read alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Node:
    """An element that a reader asked for, with those of its attributes, children and text."""

    tag: str
    attributes: Mapping[str, str]
    children: list["Node"] = field(default_factory=list)
    text: str = ""

    def child(self, *path: str) -> "Node | None":
        """Return the first child of that tag, its first child of the next tag, and so on."""
        node = self
        for tag in path:
            for child in node.children:
                if child.tag == tag:
                    node = child
                    break
            else:
                return None
        return node

    def value(self, *path: str, attribute: str = "val") -> str | None:
        """Return an attribute of the element at `path`, None where either is missing."""
        node = self.child(*path)
        return None if node is None else node.attributes.get(attribute)

    def has(self, *path: str) -> bool:
        """Tell whether the on-off property at `path` is there and not switched off."""
        node = self.child(*path)
        return node is not None and node.attributes.get("val") not in {"0", "false", "off"}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Which elements become nodes.

    `kept` gives the attributes that each keeps, `text` names those whose characters count. All
    others are passed through: their children go to the next kept element above. But `skipped`
    ones are left out with all that is in them, unless their parent is one of `properties`, where
    they are marks that hold nothing (in a row's properties, `del` says that the row is deleted).
    """

    kept: Mapping[str, frozenset[str]]
    text: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    properties: frozenset[str] = frozenset()


def words(text: str) -> frozenset[str]:
    """Return the words of a text, which are names."""
    return frozenset(text.split())


def elements(plain: str = "", **with_attribute: str) -> dict[str, frozenset[str]]:
    """Return `kept` of a Vocabulary: elements without attributes, and those with each attribute."""
    kept = dict.fromkeys(plain.split(), frozenset[str]())
    for attribute, tags in with_attribute.items():
        kept |= {tag: kept.get(tag, frozenset()) | {attribute} for tag in tags.split()}
    return kept


def integer(text: str | None, otherwise: int = 0) -> int:
    """Return the number in `text`, at most 10^9, or `otherwise` where it is none."""
    digits = (text or "").removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        return otherwise
    number = int(digits) if len(digits) < 10 else 10**9  # noqa: PLR2004
    return -number if text != digits else number
