"""What stands beside the text of a Word document: running heads and feet, and comments.

None of it is text of the document, but a version of a notice may have its number there, or what
somebody thinks of an allocation. So it is not read, and not passed over in silence.
"""

import re
from collections.abc import Iterable, Iterator

from gdquality.sources.docx_text import TextReader
from gdquality.sources.opc import Package
from gdquality.sources.xml_tree import Node, Vocabulary

# Who is to do what, or the number of a document; what else is printed on each page is ornament.
_MATTERS = re.compile("牵头|责任|负责|主办|协办|承办|配合|参与|参加|〔[0-9]{4}〕")
_LONGEST = 30
"""Characters that a remark repeats."""


def remarks(package: Package, main: str, vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Yield the code and the message of a remark for what stands beside the text of `main`.

    `vocabulary` is that of the document, with `comment`. Raises InputError for a damaged part.
    """
    for place, kind in (("页眉", "header"), ("页脚", "footer")):
        texts = (_text(root) for root in _roots(package, main, kind, vocabulary))
        found = next(filter(_MATTERS.search, texts), "")
        if found:
            shown = found if len(found) <= _LONGEST else f"{found[:_LONGEST]}……"
            yield "unread-margin", f"{place}有“{shown}”，没有读"
    count = sum(len(root.children) for root in _roots(package, main, "comments", vocabulary))
    if count:
        yield "unread-comments", f"有 {count} 条批注，没有读"


def _roots(package: Package, main: str, kind: str, vocabulary: Vocabulary) -> Iterator[Node]:
    for part in package.all_related(kind, main):
        yield package.tree(part, vocabulary)


def _text(node: Node) -> str:
    """Return the text of all paragraphs in a part, those in tables and text boxes too."""
    if node.tag != "p":
        return _joined(map(_text, node.children))
    text, boxes = TextReader().read(node)
    return _joined([" ".join(text.split()), *map(_text, boxes)])


def _joined(texts: Iterable[str]) -> str:
    return " ".join(filter(None, texts))
