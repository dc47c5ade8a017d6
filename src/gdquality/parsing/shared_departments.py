"""Matters that share the word for department behind the last of them: 公安、市场监管等部门."""

import re
from collections.abc import Sequence

from gdquality.parsing import shapes
from gdquality.parsing.carry import NOTHING
from gdquality.parsing.compact import Compact, Range
from gdquality.parsing.separators import Piece
from gdquality.parsing.vocabulary import Vocabulary

_KINDS = ("部门", "主管部门", "行政部门", "管理部门", "执法部门", "行政主管部门", "行政执法部门")
"""What a department is called whose own name is not given; the shortest that leaves matters."""

_AND_OTHERS = re.compile(f"等(?:各|相关|有关|多个|[0-9]+个)?({'|'.join(_KINDS)})")
_OF_EVERY_PLACE = re.compile("^(?:各地|各级|县级以上|地方|同级|上级|下级)+")


def departments_shared(
    group: Sequence[Piece], source: Compact, vocabulary: Vocabulary
) -> dict[int, Range]:
    """Return where the word for department stands that a piece of a group shares, by its index.

    Only matters share one, which are no name alone (公安); the word stands at the end of the piece
    behind them, or after 等.
    """
    tails: dict[int, Range] = {}
    tail = NOTHING
    for index in reversed(range(len(group))):
        piece = group[index]
        others = _AND_OTHERS.match(source.text, piece.end)
        if _is_matters(piece.text, vocabulary):
            tail = others.span(1) if others else tail
            if tail != NOTHING:
                tails[index] = tail
        elif not (others and shapes.has_own_name(piece.text)):
            tail = _tail_of(piece, vocabulary)
        else:
            tail = others.span(1)
    return tails


def _tail_of(piece: Piece, vocabulary: Vocabulary) -> Range:
    """Return where `piece`, made of matters and a word for department, has that word."""
    for kind in _KINDS:
        if piece.text.endswith(kind) and _is_matters(piece.text.removesuffix(kind), vocabulary):
            return piece.end - len(kind), piece.end
    return NOTHING


def _is_matters(text: str, vocabulary: Vocabulary) -> bool:
    if text in vocabulary.names or vocabulary.is_body(text):
        return False
    text = text.removeprefix(vocabulary.prefix_of(text))
    return shapes.is_matters(_OF_EVERY_PLACE.sub("", text))
