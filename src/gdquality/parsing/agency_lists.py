"""The grammar of an agency list: what stands between the separators, in full.

A document prints a shorthand (docs/list-grammar.md):

    list  = group { "，" group }      a group starts afresh
    group = item { "、" item }
    item  = [ prefix ] name           a prefix carries over the items after it
          | place                     a place alone shares the tail of the next item in full
          | matters                   matters alone share the word for department behind them, or
                                      the 局 of the last of them

    省发展改革委、科技厅，广东银监局、保监局   省发展改革委 省科技厅 广东银监局 广东保监局
    临汾、侯马经济开发区管委会                two committees
    公安、市场监管等部门                      公安部门 市场监管部门
    市水务、城管、住建局                      市水务局 市城管局 市住建局
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gdquality.parsing.carry import NOTHING, Carry
from gdquality.parsing.compact import Compact, Range, compacted
from gdquality.parsing.forms import Form
from gdquality.parsing.pieces import divide
from gdquality.parsing.separators import Piece
from gdquality.parsing.shared_departments import departments_shared, endings_shared, may_share
from gdquality.parsing.shared_tails import tails_shared
from gdquality.parsing.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class _Item:
    """One body of a list: `text` in full, and where in the list it is printed.

    `start` and `end` count characters from 0; for a shared tail they span the place alone.
    """

    text: str
    start: int
    end: int


_DEPARTMENT = "部门"

_Name = tuple[str, str]
"""What a piece stands for in full, as it is read and, where that differs, as it is written."""


def expand(text: str, vocabulary: Vocabulary) -> list[_Item]:
    """Return every body that the list `text` names, in printed order; an empty one names none."""
    if text in vocabulary.names:
        return [_Item(text, 0, len(text))]
    source = compacted(text)
    pieces, forms, _ = divide(source, 0, len(source.text), vocabulary)
    names = in_full(pieces, forms, source, vocabulary)
    return [
        _Item(printed, *source.span(piece.start, piece.end))
        for piece, (_, printed) in zip(pieces, names, strict=True)
    ]


def in_full(
    pieces: Sequence[Piece], forms: Sequence[Form], source: Compact, vocabulary: Vocabulary
) -> list[_Name]:
    """Return the whole name of each piece, of one of `forms`: prefixes carried, tails shared."""
    names: list[_Name] = []
    begins = [at for at, piece in enumerate(pieces) if piece.begins_group and at]
    for start, end in pairwise((0, *begins, len(pieces))):
        names += _group_in_full(pieces[start:end], forms[start:end], source, vocabulary)
    return names


def _group_in_full(
    group: Sequence[Piece], forms: Sequence[Form], source: Compact, vocabulary: Vocabulary
) -> list[_Name]:
    tails = tails_shared(group, forms, vocabulary)
    departments = endings_shared(group, source, vocabulary) if may_share(group) else {}
    if departments:
        # With the ending that they share, they are names of departments, to which prefixes carry.
        forms = list(forms)
        for index, ending in departments.items():
            forms[index] = vocabulary.form_of(group[index].text + source.text[slice(*ending)])
    elif _DEPARTMENT in source.text:
        departments = departments_shared(group, source, vocabulary)
    carry = Carry(forms)
    if not tails and not departments:
        prefixes = map(carry.before, group, forms)
        return [_name(source, piece, prefix) for piece, prefix in zip(group, prefixes, strict=True)]
    names: list[_Name] = []
    for index, piece in enumerate(group):
        if index in tails and index not in departments:
            carry.end()
            names.append(_name(source, piece, NOTHING, tails[index]))
        else:
            prefix = carry.before(piece, forms[index])
            names.append(_name(source, piece, prefix, departments.get(index, NOTHING)))
    return names


def _name(source: Compact, piece: Piece, prefix: Range, tail: Range = NOTHING) -> _Name:
    """Return the name of `piece` with what stands elsewhere in the text before and behind it."""
    text = piece.text
    if prefix is not NOTHING:
        text = source.text[prefix[0] : prefix[1]] + text
    if tail is not NOTHING:
        text += source.text[tail[0] : tail[1]]
    if source.printed is source.text:
        return text, text
    spans = (prefix, (piece.start, piece.end), tail)
    return text, "".join([source.printed[slice(*span)] for span in spans])
