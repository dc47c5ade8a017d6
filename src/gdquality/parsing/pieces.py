"""A list divided into the pieces that name one body each, as they are printed.

Signs divide it (、 ， ； and the like), outside of brackets and of names that hold one; the words
和, 及, 与 and 等; and nothing at all, where two whole names have run together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from gdquality.parsing import shapes
from gdquality.parsing.compact import Compact
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.words import ending

GROUP_SEPARATORS = frozenset("，,；;。.｡．﹐﹔\t")
ITEM_SEPARATORS = frozenset("、/／﹑､")
_OPENING, _CLOSING = "（(〔[【", "）)〕]】"
_CLOSED_BY = dict(zip(_OPENING, _CLOSING, strict=True))
_NUMBERING = re.compile(r"(?:\d{1,2}[.．]|[（(]\d{1,2}[）)]|[①-⑳])(?=\D)")
_LED_IN = re.compile(r"(?:由|以及|和|及|与|或)(?=..)")
_JOINED = re.compile("以及|[和及与]")
_AND_OTHERS = re.compile(r"(?<![高中初平同对均])等(?P<rest>.*)$")
_NUMBER_OF = r"(?:\d+|[一二两三四五六七八九十多]+)?(?:余|多)?(?:个|家)?"


@dataclass(frozen=True, slots=True)
class Piece:
    """Printed characters from `start` to `end` of a compact text that name one body.

    `begins_group` is true of the first after ， or the like; `text` is without what leads in.
    """

    text: str
    start: int
    end: int
    begins_group: bool


@dataclass(frozen=True, slots=True)
class Divided:
    """The pieces of a list, and the spans between two separators where nothing stands."""

    pieces: tuple[Piece, ...]
    missing: tuple[tuple[int, int], ...]


def divide(source: Compact, start: int, end: int, vocabulary: Vocabulary) -> Divided:
    """Return the pieces of the list in `source` from `start` to `end`, in printed order."""
    missing: list[tuple[int, int]] = []
    whole = list(_at_signs(source, start, end, vocabulary, missing))
    pieces: list[Piece] = []
    for piece in _collectives_joined(whole, source.text, vocabulary):
        pieces += _at_words(piece, source, vocabulary)
    return Divided(tuple(pieces), tuple(missing))


def brackets(text: str) -> dict[int, int]:
    """Return where each bracket of `text` that is closed opens and closes."""
    closed: dict[int, int] = {}
    waiting: list[int] = []
    for at, one in enumerate(text):
        if one in _OPENING:
            waiting.append(at)
        elif one in _CLOSING and waiting:
            closed[waiting.pop()] = at
    return closed


def _at_signs(
    source: Compact, start: int, end: int, vocabulary: Vocabulary, missing: list[tuple[int, int]]
) -> Iterator[Piece]:
    text = source.text
    closed = brackets(text[start:end])
    began, begins_group, separated = start, True, start
    at = start
    while at < end:
        if at - start in closed:
            at = start + closed[at - start] + 1
        elif vocabulary.undivided and (found := vocabulary.undivided_at.match(text, at, end)):
            at = found.end()
        elif text[at] in GROUP_SEPARATORS or text[at] in ITEM_SEPARATORS:
            if _is_inside(text, at, end):
                at += 1
                continue
            if at > began:
                yield Piece(text[began:at], began, at, begins_group)
                begins_group = False
            elif "、" in (text[at], text[separated]):
                missing.append((min(separated, at), at + 1))
            begins_group |= text[at] in GROUP_SEPARATORS
            separated = at
            at += 1
            began = at
        else:
            at += 1
    if end > began:
        yield Piece(text[began:end], began, end, begins_group)
    elif began > start and text[end - 1] == "、":
        missing.append((end - 1, end))


def _is_inside(text: str, at: int, end: int) -> bool:
    """Tell whether the sign at `at` is a numbering's full stop or a number's comma."""
    return text[at] in ".．," and text[at - 1 : at].isdigit() and at + 1 < end


def _collectives_joined(pieces: list[Piece], text: str, vocabulary: Vocabulary) -> Iterator[Piece]:
    """Put together again what one 各 is printed for: 各市、州、县人民政府."""
    at = 0
    while at < len(pieces):
        piece, to = pieces[at], at + 1
        if piece.text not in vocabulary.names:
            while to < len(pieces) and (joined := _joined(piece, pieces[to], text)):
                piece, to = joined, to + 1
            if to > at + 1 and not _is_one_collective(piece.text):
                piece, to = pieces[at], at + 1
        yield piece
        at = to


def _joined(piece: Piece, following: Piece, text: str) -> Piece | None:
    if following.begins_group or text[piece.end] != "、":
        return None
    if following.end - piece.start > shapes.LONGEST_NAME:
        return None
    before = shapes.collective_of_areas(_conjunction_aside(piece.text))
    if before is None or before[2]:
        return None
    after = shapes.collective_of_areas(_up_to_word(following.text))
    if after is None or after[0]:
        return None
    return replace(piece, text=text[piece.start : following.end], end=following.end)


def _up_to_word(text: str) -> str:
    return re.split("等?(?:和|及|与|以及)|等", text, maxsplit=1)[0] or text


def _conjunction_aside(text: str) -> str:
    return _LED_IN.sub("", text)


def _is_one_collective(text: str) -> bool:
    divided = shapes.collective_of_areas(_conjunction_aside(_up_to_word(text)))
    return divided is not None and (bool(divided[0]) or bool(divided[2]))


def _at_words(piece: Piece, source: Compact, vocabulary: Vocabulary) -> Iterator[Piece]:
    """Divide `piece` at 等, 和 and the like, and where names have run together."""
    if found := _NUMBERING.match(piece.text):
        piece = _part(piece, found.end(), len(piece.text))
    if piece.text in vocabulary.names or len(piece.text) > 2 * shapes.LONGEST_NAME:
        yield piece
        return
    if piece.text.isdigit():
        return
    for part in _at_and_others(piece, vocabulary):
        for one in _at_conjunctions(part, vocabulary):
            yield from _run_together(one, source, vocabulary)


def _part(piece: Piece, start: int, end: int, *, first: bool = True) -> Piece:
    """Return a part of `piece`; only the first is what begins a group."""
    text = piece.text[start:end]
    begins = piece.begins_group and first
    return Piece(text, piece.start + start, piece.start + end, begins)


def _at_and_others(piece: Piece, vocabulary: Vocabulary) -> Iterator[Piece]:
    """Take away 等 with what merely counts; keep whom it adds: 等有关部门."""
    found = _AND_OTHERS.search(piece.text)
    if not found or (rest := _added(found["rest"])) is None:
        yield piece
        return
    if found.start():
        yield _part(piece, 0, found.start())
    if rest:
        added = _part(piece, len(piece.text) - len(rest), len(piece.text), first=False)
        yield from _at_and_others(added, vocabulary)


def _added(rest: str) -> str | None:
    """Return what follows 等 and names someone, or None if 等 is part of a name."""
    counted = re.match(rf"{_NUMBER_OF}(?:市直|省直|区直|县直)?(?:责任|参与|成员|相关|有关)?", rest)
    group = re.match(
        rf"{_NUMBER_OF}(?:部门和单位|部门|单位|机构|部委|委办局|厅局|方面|地区|企业)(?=和|及|与|以及|，|$)",
        rest,
    )
    if not rest:
        return ""
    if group:
        return rest[group.end() :]
    if _JOINED.match(rest):
        return rest
    del counted
    found = shapes.is_collective(rest) or bool(
        re.match(
            "(?:国务院|中央|国家|[省市区县州旗盟])(?:直|级|属)?(?:各|有关|相关|部门|单位)", rest
        )
    )
    return rest if found else None


def _at_conjunctions(piece: Piece, vocabulary: Vocabulary) -> Iterator[Piece]:
    """Divide `piece` at 和, 及 and 与 that stand between two whole names."""
    lead_in = _LED_IN.match(piece.text)
    first = True
    start = lead_in.end() if lead_in and piece.text not in vocabulary.names else 0
    closed = brackets(piece.text)
    inside = {at for begins, ends in closed.items() for at in range(begins, ends)}
    for found in _JOINED.finditer(piece.text):
        if found.start() < start or found.start() in inside:
            continue
        left = piece.text[start : found.start()]
        right = piece.text[found.end() :]
        if _are_two(left, right, vocabulary):
            yield _part(piece, start, found.start(), first=first)
            start, first = found.end(), False
    if start < len(piece.text):
        yield _part(piece, start, len(piece.text), first=first)


def _are_two(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Tell whether 和 stands between two names, and not inside one: 文化和旅游部."""
    if len(left) < 2 or len(right) < 2 or right.startswith("其"):
        return False
    head = _JOINED.split(right, maxsplit=1)[0]
    rights = {right, head}
    if not _is_whole(left, vocabulary):
        return False
    return any(
        shapes.is_collective(one) or _is_whole(one, vocabulary) or ending(one, "own_names")
        for one in rights
        if one not in {"政府", "人民政府", "部门", "单位", "党委", "企业", "机构"}
    )


def _is_whole(text: str, vocabulary: Vocabulary) -> bool:
    if text in {"党委", "政府", "部门", "单位"}:
        return False
    if shapes.is_collective(text):
        return len(text) > 1 and not text.endswith(("有关", "相关"))
    named = shapes.is_named_as_body(text) and len(text) > 2
    return vocabulary.is_body(text) or named or shapes.is_area(text)


def _run_together(piece: Piece, source: Compact, vocabulary: Vocabulary) -> Iterator[Piece]:
    """Divide names between which a blank stands, or nothing: 区经济发展局区行政审批局."""
    own = vocabulary.prefix_of(piece.text)
    start = 0
    for at in range(2, len(piece.text) - 1):
        left, right = piece.text[start:at], piece.text[at:]
        is_gap = piece.start + at in source.gaps
        if not is_gap and not (own and right.startswith(own)):
            continue
        if len(left) > 2 and _follow_on(left, right, is_gap=is_gap, vocabulary=vocabulary):
            yield _part(piece, start, at, first=not start)
            start = at
    yield _part(piece, start, len(piece.text), first=not start)


def _follow_on(left: str, right: str, *, is_gap: bool, vocabulary: Vocabulary) -> bool:
    if not vocabulary.is_body(left) or shapes.is_collective(left) > is_gap:
        return False
    prefix = vocabulary.prefix_of(right)
    heads = [right[:n] for n in range(3, min(len(right), 20) + 1)]
    if not is_gap:
        return any(shapes.is_department(one.removeprefix(prefix)) for one in heads if prefix)
    if prefix or shapes.is_collective(right):
        return any(map(vocabulary.is_body, heads))
    if vocabulary.prefix_of(left):
        return (
            left.endswith(("厅", "局"))
            and "公安" not in left
            and any(one.endswith(("厅", "局")) and shapes.is_department(one) for one in heads)
        )
    return any(map(vocabulary.is_body, heads))
