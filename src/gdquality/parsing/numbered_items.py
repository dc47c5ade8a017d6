"""Items that numbers part, in one line or in several: 1.城管局2.供电局3.公安局."""

import re
from collections.abc import Iterator

from gdquality.parsing.brackets import OPENING
from gdquality.parsing.compact import Range
from gdquality.parsing.separators import GROUP_SIGNS, ITEM_SIGNS

NUMBER = re.compile(r"[（(]?(?<!\d)(?P<number>\d{1,2})[.．、）)](?=\d{5}|[^\d.．、，,；;])")
_SIGNS = "".join(GROUP_SIGNS | ITEM_SIGNS)
_ORDINAL = "第"


def numbered_items(text: str, start: int, end: int) -> Iterator[Range]:
    """Yield where the items of `text` from `start` to `end` stand, without their numbers.

    A number counts on from the one before it, the first of which stands at `start`; other digits
    are of names. What no number begins is one item. The signs before a number are of no item.
    """
    first = NUMBER.match(text, start, end)
    if not first:
        yield start, end
        return
    begins, expected = first.end(), int(first["number"]) + 1
    is_bracketed = first[0][0] in OPENING
    for found in NUMBER.finditer(text, begins, end):
        opens = found[0][0] in OPENING
        if int(found["number"]) != expected or opens != is_bracketed or _is_of_name(text, found):
            continue
        yield begins, begins + len(text[begins : found.start()].rstrip(_SIGNS))
        begins, expected = found.end(), expected + 1
    yield begins, end


def _is_of_name(text: str, number: re.Match[str]) -> bool:
    """Tell whether a number is that of a body: 第2、3医院."""
    return text[number.start() - 1] == _ORDINAL
