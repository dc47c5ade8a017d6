"""The styles of a Word document (ECMA-376-1, 17.7), as far as a reader sees what they say."""

from dataclasses import dataclass

from gdquality.sources.xml_tree import Node, Vocabulary, elements, integer, words

STYLES = Vocabulary(
    elements(
        "styles pPr rPr numPr",
        styleId="style",
        type="style",
        default="style",
        val="basedOn numId ilvl vanish",
    ),
    skipped=words("pPrChange rPrChange"),
)

_LONGEST_CHAIN = 32
"""Styles based on each other; Word allows 11."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says itself: its list and level, and whether its text is hidden, or None."""

    based_on: str | None
    list_id: str | None
    level: int | None
    is_hidden: bool | None


class Styles:
    """The styles of paragraphs and characters, by id."""

    def __init__(self, root: Node | None = None) -> None:
        """Take the root of the part, None where the file has none."""
        self._styles: dict[str, Style] = {}
        self._default: str | None = None
        for node in root.children if root else []:
            if node.tag == "style" and node.attributes.get("type", "paragraph") != "table":
                self._add(node)
        self.hidden = self._hiding()

    def _add(self, node: Node) -> None:
        name = node.attributes.get("styleId", "")
        properties = node.child("pPr")
        level = properties.value("numPr", "ilvl") if properties else None
        says_hidden = node.child("rPr", "vanish") is not None
        self._styles[name] = Style(
            node.value("basedOn"),
            properties.value("numPr", "numId") if properties else None,
            None if level is None else integer(level),
            node.has("rPr", "vanish") if says_hidden else None,
        )
        is_default = node.attributes.get("default") in {"1", "true", "on"}
        if is_default and node.attributes.get("type") == "paragraph":
            self._default = name

    def _hiding(self) -> frozenset[str]:
        """Return the styles whose text is hidden, by themselves or by those they are based on."""
        hides: dict[str | None, bool] = {None: False}
        for first in self._styles:
            above: list[str] = []
            name: str | None = first
            while name in self._styles and name not in hides:
                above.append(name)
                said = self._styles[name].is_hidden
                # Until more is known; so styles that are based on each other hide nothing.
                hides[name] = bool(said)
                name = self._styles[name].based_on if said is None else name
            hides |= dict.fromkeys(above, hides.get(name, False))
        return frozenset(name for name, hidden in hides.items() if name and hidden)

    def named(self, name: str) -> Style | None:
        """Return a style, None where the file has none of that name."""
        return self._styles.get(name)

    def chain(self, name: str | None) -> dict[str, Style]:
        """Return a style, or for None that of any paragraph, and those that it is based on."""
        found: dict[str, Style] = {}
        name = name or self._default
        while name in self._styles and name not in found and len(found) < _LONGEST_CHAIN:
            found[name] = self._styles[name]
            name = found[name].based_on
        return found
