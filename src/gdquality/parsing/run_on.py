"""Names with no sign between them: a blank or line break, or nothing at all.

A line break mostly stands inside a name that did not fit the line (省委↵宣传部). It parts two where
both are whole.
"""

from collections.abc import Iterator, Sequence

from gdquality.parsing import shapes
from gdquality.parsing.collectives import areas_of, is_one_collective
from gdquality.parsing.compact import Compact
from gdquality.parsing.separators import NUMBERING, Piece
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.words import ending, opening

_SHORTEST = 3
"""Characters of a name that another can follow without a sign; 省委 is mostly a part of one."""

_SHORTEST_COLLECTIVE = 2
"""Characters of a collective: 各镇."""


def apart(piece: Piece, source: Compact, vocabulary: Vocabulary) -> Sequence[Piece]:
    """Divide `piece` where one name ends and another begins."""
    if piece.text in vocabulary.names:
        return (piece,)
    if behind_areas := _behind_areas(piece.text):
        return piece.part(0, behind_areas), piece.part(behind_areas, len(piece.text))
    own = vocabulary.form_of(piece.text).prefix
    has_gap = source.gaps and not source.gaps.isdisjoint(range(piece.start + 1, piece.end))
    if not has_gap and not (own and own in piece.text[len(own) :]):
        return (piece,)
    if len(piece.text) > 2 * shapes.LONGEST_NAME:
        return (piece,)
    return list(_apart(piece, own, source, vocabulary))


def _behind_areas(text: str) -> int:
    """Return where the second collective of 各地各部门 begins, or 0: each 各 has its own."""
    at = text.find("各", 1) if text.startswith("各") else 0
    return at if at > 0 and areas_of(text[:at]) else 0


def _apart(piece: Piece, own: str, source: Compact, vocabulary: Vocabulary) -> Iterator[Piece]:
    begins = 0
    for at in range(_SHORTEST_COLLECTIVE, len(piece.text) - 1):
        is_collective = piece.text[begins] == "各"
        if at - begins < (_SHORTEST_COLLECTIVE if is_collective else _SHORTEST):
            continue
        left, right = piece.text[begins:at], piece.text[at:]
        if (
            _are_two_lines(left, right, _line(source, piece.start + at), vocabulary)
            if piece.start + at in source.gaps
            else own and right.startswith(own) and _ran_together(left, right, own, vocabulary)
        ):
            yield piece.part(begins, at).unnumbered()
            begins = at
    yield piece.part(begins, len(piece.text)).unnumbered()


def _line(source: Compact, start: int) -> int:
    """Return how many characters stand from `start` to the next blank, of those a name may have."""
    ends = range(start + 1, start + shapes.LONGEST_NAME)
    return next((end - start for end in ends if end in source.gaps), shapes.LONGEST_NAME)


def _ran_together(left: str, right: str, own: str, vocabulary: Vocabulary) -> bool:
    """Tell whether two names stand together without a sign: 区经济发展局区行政审批局."""
    if shapes.is_collective(left) or not vocabulary.is_body(left):
        return False
    # The commissions of discipline and of supervision are one organ: 市纪委市监委机关.
    if left.endswith("纪委") and right.startswith(f"{own}监委"):
        return False
    return any(shapes.is_department(one.removeprefix(own)) for one in _heads(right))


def _are_two_lines(left: str, right: str, line: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a blank or line break stands between two names, and not inside one.

    The `line` that begins there has so many characters.
    """
    # What is said of a name in brackets is no part of it: 市教育局（牵头） 市财政局.
    left = shapes.without_bracket(left)
    if _begins_anew(left, right, line, vocabulary):
        return True
    own = vocabulary.prefix_of(right)
    is_beside = own == vocabulary.prefix_of(left)
    if own and (is_beside or is_one_collective(left)) and vocabulary.is_institution(right[:line]):
        # 县医保局↵县人民医院, 各镇（街）↵县人民医院
        return not is_beside or vocabulary.is_institution(left)
    if not (vocabulary.is_body(left) or shapes.is_area(left)):
        return False
    if NUMBERING.match(right) or shapes.is_person(right[:line]) or shapes.is_collective(right):
        return True
    if own or not vocabulary.prefix_of(left):
        return any(map(vocabulary.is_body, _heads(right)))
    # 省教育厅↵财政厅; but 市公安局↵交通管理局 is one body, and so is 省委↵宣传部.
    return (
        bool(ending(left, "independent_endings"))
        and "公安" not in left
        and any(
            ending(one, "independent_endings") and shapes.is_department(one)
            for one in _heads(right)
        )
    )


def _begins_anew(left: str, right: str, line: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the `line` at the beginning of `right` is a name that is part of no other.

    So are a government by the name of its place, a company, and a body of the centre, behind a body
    of any kind; and behind a collective of areas a body with a prefix: 各乡镇↵县水利局.
    """
    following = right[:line]
    areas = areas_of(left)
    if areas and areas.head:
        own = vocabulary.prefix_of(following)
        is_body = bool(own) and vocabulary.is_body(following)
        return is_body or following.startswith("各")
    if not vocabulary.is_body(left):
        return False
    if opening(right, "unprefixed"):
        return any(map(vocabulary.is_body, _heads(right))) or vocabulary.is_institution(following)
    if not vocabulary.is_institution(following):
        return False
    is_government = bool(ending(following, "area_tails")) and shapes.is_area(following)
    return is_government or bool(ending(following, "whole_institutions"))


def _heads(text: str) -> Iterator[str]:
    """Yield every beginning of `text` that may be a name."""
    for n in range(_SHORTEST, min(len(text), shapes.LONGEST_NAME // 2) + 1):
        yield text[:n]
