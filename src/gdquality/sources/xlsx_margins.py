"""What stands on a sheet beside its cells: comments, and text in boxes that are drawn over it.

Neither is in a place of the table, so it is not read, and not passed over in silence.
"""

from collections.abc import Iterator

from gdquality.records import Place, Remark
from gdquality.sources.opc import Package
from gdquality.sources.xml_tree import Vocabulary, elements, words

_COMMENTS = Vocabulary(elements("comment"))
_DRAWING = Vocabulary(elements("t"), words("t"), words("Fallback"))
_LONGEST = 30
"""Characters that a remark repeats."""


def remarks(package: Package, part: str, sheet: str) -> Iterator[Remark]:
    """Yield remarks on what stands beside the cells of the sheet in `part`.

    Raises InputError for a damaged part.
    """
    count = sum(
        len(package.tree(other, _COMMENTS).children)
        for other in package.all_related("comments", part)
    )
    if count:
        message = f"工作表“{sheet}”有 {count} 条批注，没有读"
        yield Remark("unread-comments", message, Place(1, part=sheet))
    for other in package.all_related("drawing", part):
        text = "".join(node.text for node in package.tree(other, _DRAWING).children).strip()
        if text:
            shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……"
            message = f"工作表“{sheet}”的文本框里有“{shown}”，没有读"
            yield Remark("embedded-object", message, Place(1, part=sheet))
