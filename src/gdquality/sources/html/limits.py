"""What a page may ask of the parser of HTML, reckoned before it is asked.

The tree that the HTML standard prescribes can be far larger than the page: every paragraph opens
anew whatever formatting is still open, and an end tag looks through all that is open for its start.
So a page of some hundred kilobytes can take minutes and gigabytes. A look at its tags tells.
"""

import re

from gdquality.sources.html.elements import CELLS, FORMATTING, NEVER_IN_ITSELF, SOON_CLOSED
from gdquality.sources.sizes import TooLargeError

MOST_TAGS = 300_000
"""Tags of a page, which take 1 kB each with the text between them. 3,500 rows of 4 cells have
120,000 as Word writes them."""

MOST_STEPS = 200_000_000
"""Looks at open elements, summed over all tags. The parser takes some 4 ns for one."""

STEPS_TO_REOPEN = 400
"""What it takes to open a formatting element anew, in looks, by time as by memory."""

MOST_ALIKE = 3
"""Elements of the same attributes that are opened anew (HTML standard, 13.2.4.3)."""

LONGEST_TAG = 10_000
"""Characters of a tag without its quoted values: attributes are each compared with all."""

# Quotes mean something only after an equals sign. Possessive, so that nothing is tried twice; a
# comment or a script is passed over, to the end of the page if need be.
_TAG = re.compile(
    r"<(?:!--(?:[^-]++|-(?!->))*+"
    r"|(?P<raw>script|style|textarea|title|xmp|iframe|noembed|noframes)\b"
    r"(?:[^<]++|<(?!/(?P=raw)))*+"
    r"|(?P<end>/?)(?P<name>[a-z][^\s/>]*+)"
    r"(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+))",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")


def check(page: str) -> bool:
    """Return whether `page` is whole: it ends in no tag, comment or script, and in no table.

    Raises TooLargeError if it would take the parser too long, or too much memory.
    """
    if page.count("<") > MOST_TAGS:
        raise TooLargeError(f"网页太大：标签多于 {MOST_TAGS} 个")
    steps = 0
    is_whole = not page.endswith(("<", "</", "<!"))
    nesting = _Nesting()
    for match in _TAG.finditer(page):
        end, name, attributes = match.group("end", "name", "attributes")
        is_whole &= match.end() < len(page)  # a tag is matched without the > that ends it
        if not name:
            continue
        steps += nesting.steps
        nesting.see(name.lower(), attributes, is_end=end == "/")
        if len(attributes) > LONGEST_TAG < len(_QUOTED.sub("", attributes)):
            raise TooLargeError("网页里有过长的标签，无法读取")
        if steps > MOST_STEPS:
            raise TooLargeError("网页里没有结束的标签太多，层层嵌套，无法读取")
    return is_whole and not nesting.in_table


class _Scope:
    """A cell, or what is around all cells, which closes what was opened in it and left open."""

    __slots__ = ("alike", "name", "opened")

    def __init__(self, name: str) -> None:
        self.name = name
        self.opened: dict[str, list[str]] = {}
        self.alike: dict[tuple[str, str], int] = {}


class _Nesting:
    """What is open by the tags so far; `steps` is what one more tag may take the parser."""

    def __init__(self) -> None:
        self.steps = 0
        self.scopes = [_Scope("")]

    @property
    def in_table(self) -> bool:
        """Return whether a table is open."""
        return any(scope.name == "table" for scope in self.scopes)

    def see(self, name: str, attributes: str, *, is_end: bool) -> None:
        """Take note of a tag."""
        if name in SOON_CLOSED:
            return
        if name in CELLS or name == "table":
            self._see_table(name, is_end=is_end)
        elif is_end:
            self._close(name)
        else:
            self._open(name, attributes)

    def _see_table(self, name: str, *, is_end: bool) -> None:
        if name in CELLS:
            if self.scopes[-1].name in CELLS:
                self._close_scope()
        elif is_end and self.in_table:
            while self._close_scope() != "table":
                pass
        if not is_end:
            self.scopes.append(_Scope(name))
            self.steps += 1

    def _open(self, name: str, attributes: str) -> None:
        scope = self.scopes[-1]
        opened = scope.opened.setdefault(name, [])
        if opened and name in NEVER_IN_ITSELF:
            return
        opened.append(attributes)
        self.steps += 1
        if name in FORMATTING:
            alike = scope.alike[name, attributes] = scope.alike.get((name, attributes), 0) + 1
            self.steps += STEPS_TO_REOPEN * (alike <= MOST_ALIKE)

    def _close(self, name: str) -> None:
        scope = self.scopes[-1]
        if not (opened := scope.opened.get(name)):
            return
        attributes = opened.pop()
        self.steps -= 1
        if name in FORMATTING:
            self.steps -= STEPS_TO_REOPEN * (scope.alike[name, attributes] <= MOST_ALIKE)
            scope.alike[name, attributes] -= 1

    def _close_scope(self) -> str:
        scope = self.scopes.pop()
        alike = sum(min(count, MOST_ALIKE) for count in scope.alike.values())
        self.steps -= 1 + sum(map(len, scope.opened.values())) + STEPS_TO_REOPEN * alike
        return scope.name
