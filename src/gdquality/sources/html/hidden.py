"""What a page holds and does not show."""

import re
from collections.abc import Iterable, Iterator, Mapping

_NOT_SHOWN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all"
    r"|mso-element\s*:\s*(?:comment|header|footer|frame-ignore)",
    re.IGNORECASE,
)
_NONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_INVISIBLE = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
_DISPLAY = re.compile(r"display\s*:", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_BRACE = re.compile(r"([{}])")
_SIMPLE = re.compile(r"[a-z]*[.#][\w-]+", re.IGNORECASE)


class StyleSheet:
    """The classes and ids of which a page's own style sheets say that they are not shown.

    A selector of more than one step is left alone: whether it applies is a browser's business.
    """

    def __init__(self, sheets: Iterable[str]) -> None:
        """Read the texts of the page's style elements, in order."""
        self.hidden: set[str] = set()
        for sheet in sheets:
            for selectors, declarations in _rules(sheet):
                names = filter(_SIMPLE.fullmatch, map(str.strip, selectors.split(",")))
                if _NOT_SHOWN.search(declarations):
                    self.hidden.update(names)
                elif _DISPLAY.search(declarations):
                    self.hidden.difference_update(names)

    def hides(self, tag: str, attributes: Mapping[str, str | None]) -> bool:
        """Tell whether an element with these attributes is not shown, with all inside it."""
        style = attributes.get("style") or ""
        if "hidden" in attributes or _NOT_SHOWN.search(style):
            return True
        if not self.hidden or _DISPLAY.search(style):
            return False
        names = [f".{name}" for name in (attributes.get("class") or "").split()]
        names += [f"#{attributes['id']}"] if attributes.get("id") else []
        return any(name in self.hidden or tag + name in self.hidden for name in names)


def is_invisible(attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element that is not shown keeps its place all the same."""
    style = attributes.get("style") or ""
    return "hidden" not in attributes and bool(_INVISIBLE.search(style)) and not _NONE.search(style)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations of the rules that always apply, not those under an @."""
    depth = 0
    selectors = text = ""
    for part in _BRACE.split(_COMMENT.sub("", sheet)):
        if part == "{":
            depth += 1
            selectors = text if depth == 1 else ""
        elif part == "}":
            if depth == 1:
                yield selectors, text
            depth = max(depth - 1, 0)
        text = part
