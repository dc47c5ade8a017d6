"""Items that numbers part, in one line or in several: 1.城管局2.供电局3.公安局."""

import re
from collections.abc import Iterator

from gdquality.parsing.brackets import OPENING
from gdquality.parsing.compact import Range
from gdquality.parsing.separators import GROUP_SIGNS, ITEM_SIGNS

NUMBER = re.compile(r"[（(]?(?<!\d)(?P<number>\d{1,2})[.．、）)](?=\d{5}|[^\d.．、，,；;])")
_SIGNS = "".join(GROUP_SIGNS | ITEM_SIGNS)
_ORDINAL = "第"


def numbered_items(first: re.Match[str]) -> Iterator[Range]:
    """Yield where the items stand that `first`, a NUMBER, begins, without their numbers.

    A number counts on from the one before it; other digits are of names. The signs before a number
    are of no item.
    """
    text, end = first.string, first.endpos
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
