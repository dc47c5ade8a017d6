"""What matters share with the last of them: 公安、市场监管等部门; 市水务、城管、住建局."""

import re
from collections.abc import Sequence

from gdquality.parsing import shapes
from gdquality.parsing.carry import NOTHING
from gdquality.parsing.compact import Compact, Range
from gdquality.parsing.separators import Piece
from gdquality.parsing.vocabulary import Vocabulary

_KINDS = ("部门", "主管部门", "行政部门", "管理部门", "执法部门", "行政主管部门", "行政执法部门")
"""What a department is called whose own name is not given; the shortest that leaves matters."""

_ENDINGS = frozenset("厅局委办")
"""With what the name of one department ends, and those of all before it that are matters alone."""

_FEWEST_WITHOUT_ENDING = 2
"""Matters in a row that share an ending; one alone has lost its own (省环境保护、省水利厅)."""

_AND_OTHERS = re.compile(f"等(?:各|相关|有关|多个|[0-9]+个)?({'|'.join(_KINDS)})")
_AND_OTHERS_SO = re.compile("等(?:各|相关|有关|多个|[0-9]+个)?([厅局委办])")
_OF_EVERY_PLACE = re.compile("^(?:各地|各级|县级以上|地方|同级|上级|下级)+")


def may_share(group: Sequence[Piece]) -> bool:
    """Tell by a quick look whether matters of `group` may share what the last of them ends with."""
    without = [piece for piece in group if piece.text[-1] not in _ENDINGS]
    return len(without) >= _FEWEST_WITHOUT_ENDING


def endings_shared(
    group: Sequence[Piece], source: Compact, vocabulary: Vocabulary
) -> dict[int, Range]:
    """Return where the ending stands that a piece of a group shares: 局 of 市水务、城管、住建局.

    Matters that each print the prefix share none (省环境保护、省水利厅), nor do those of which
    等部门 leaves open whether they are departments (教育、文化、体育局等部门).
    """
    tails: dict[int, Range] = {}
    matters: list[int] = []
    for index, piece in enumerate(group):
        if matters and vocabulary.prefix_of(piece.text):
            matters = []
        if _is_matters(piece.text, vocabulary):
            matters.append(index)
            if others := _AND_OTHERS_SO.match(source.text, piece.end):
                tails |= dict.fromkeys(matters, others.span(1))
            continue
        is_open = _AND_OTHERS.match(source.text, piece.end)
        if len(matters) >= _FEWEST_WITHOUT_ENDING and _is_one_ending(piece.text) and not is_open:
            tails |= dict.fromkeys(matters, (piece.end - 1, piece.end))
        matters = []
    return tails


def _is_one_ending(text: str) -> bool:
    """Tell whether `text` is the last matter and its ending: 住建局."""
    return text[-1] in _ENDINGS and shapes.is_matters(text[:-1])


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
