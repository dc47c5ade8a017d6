"""The words inside an item: 和, 及 and 与 between two names or in one, and 等 with what it adds."""

import re
from collections.abc import Iterator, Sequence

from gdquality.parsing import shapes
from gdquality.parsing.brackets import closings
from gdquality.parsing.collectives import go_on, is_one_collective
from gdquality.parsing.compact import Range
from gdquality.parsing.forms import LENGTHS_OF_PLACES
from gdquality.parsing.separators import Piece
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.words import ending, opening, words

WORD = re.compile("[等和及与由以或其]")
"""What the words begin with at which an item is divided."""

_CONJUNCTION = re.compile("(?:以及|或者|[和及与或])(?:由(?=..))?")
_OR = "或"
_LEADS_IN = re.compile("(?:由|(?:以及?|和|及|与|或者?)由?|其中)(?=..)")
_AND_OTHERS = re.compile("(?<![高中初平同对均劣优天])等")
_COUNTED_GROUP = re.compile(
    r"(?:\d+|[一二两三四五六七八九十多几]+)?(?:余|多)?(?:个|家)?"
    r"(?:部门和单位|部门（单位）|单位和部门|(?:行政|行业|业务)?(?:主管|管理|监管|职能|执法)部门|行业部门|部门|单位|机构|部委|委办局|厅局|[厅局委办]|方面|地区|企业|"
    r"街道|乡镇|镇街|镇|县（市、区）|县区|区县|市县|城市|省份|省（区、市）|区|县|市)"
    r"(?=和|及|与|以及|$)"
)
_LEVEL_AND_GROUP = re.compile(
    "(?:国务院|中央|国家|[省市区县州旗盟])(?:直|级|属)?(?:各|有关|相关|部门|单位)"
)


def at_words(piece: Piece, vocabulary: Vocabulary, unread: list[Range]) -> Sequence[Piece]:
    """Divide `piece` at its words where they stand between names.

    Words that are not understood go to `unread`: 省级层面由 before a name, and 或, which leaves
    open which of two is meant.
    """
    if not WORD.search(piece.text) or piece.text in vocabulary.names:
        return (piece,)
    if len(piece.text) > 2 * shapes.LONGEST_NAME:
        return (piece,)
    piece = _behind_by(piece, vocabulary, unread)
    found = _LEADS_IN.match(piece.text)
    if found and not _is_of_place(piece.text):
        if found[0].startswith(_OR):
            unread.append((piece.start, piece.start + found.end()))
        piece = piece.without_first(found.end())
    return [
        one for part in _at_and_others(piece) for one in _at_conjunctions(part, vocabulary, unread)
    ]


def _behind_by(piece: Piece, vocabulary: Vocabulary, unread: list[Range]) -> Piece:
    """Return the name behind 由, of which what stands before says when or of what it is true."""
    by = [found.start() for found in _outside_brackets(shapes.BY, piece.text)]
    if not by or vocabulary.is_body(piece.text):
        return piece
    before = piece.text[: by[-1]].removeprefix("其中")
    behind = piece.without_first(by[-1] + 1)
    if before not in words("role_adverbs"):
        unread.append((piece.start, behind.start))
    return behind


def _at_and_others(piece: Piece) -> Iterator[Piece]:
    """Take away 等 with what merely counts (等18个部门); keep whom it adds (等有关部门)."""
    found = next(_outside_brackets(_AND_OTHERS, piece.text), None)
    rest = _added(piece.text[found.end() :]) if found else None
    if found is None or rest is None:
        yield piece
        return
    if found.start():
        yield piece.part(0, found.start())
    if rest:
        yield from _at_and_others(piece.part(len(piece.text) - len(rest), len(piece.text)))


def _added(rest: str) -> str | None:
    """Return what follows 等 and names someone, or None where 等 is part of a name."""
    if counted := _COUNTED_GROUP.match(rest):
        return rest[counted.end() :]
    is_added = (
        not rest
        or _CONJUNCTION.match(rest)
        or shapes.is_collective(rest)
        or _LEVEL_AND_GROUP.match(rest)
    )
    return rest if is_added else None


def _at_conjunctions(piece: Piece, vocabulary: Vocabulary, unread: list[Range]) -> Iterator[Piece]:
    """Divide `piece` at 和, 及, 与 and 或 that stand between two names; 或 goes to `unread`."""
    begins = 0
    for found in _outside_brackets(_CONJUNCTION, piece.text):
        at = found.start()
        if _is_of_place(piece.text[at:]):
            continue
        if at == begins or _are_two(piece.text[begins:at], piece.text[found.end() :], vocabulary):
            if at > begins:
                yield piece.part(begins, at)
            if found[0].startswith(_OR):
                unread.append((piece.start + at, piece.start + found.end()))
            begins = found.end()
    if begins < len(piece.text):
        yield piece.part(begins, len(piece.text))


def _is_of_place(text: str) -> bool:
    """Tell whether a word for and begins a place's name: 和平、河东区政府; 和田地区."""
    return len(text) == LENGTHS_OF_PLACES[0] or bool(opening(text, "places_like_conjunctions"))


def _outside_brackets(word: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    closed = closings(text)
    for found in word.finditer(text):
        if not any(opens < found.start() < closes for opens, closes in closed.items()):
            yield found


def _are_two(left: str, right: str, vocabulary: Vocabulary) -> bool:
    """Tell whether 和 stands between two names, and not inside one: 文化和旅游部."""
    if go_on(left, right):
        return False
    # 单位 is of the collective before it: 省直有关部门、单位及各市政府.
    is_group = left in words("joined_groups")
    if right.startswith("其") or not (is_group or _is_whole(left, vocabulary)):
        return False
    # A further 和 may belong to the name on the right: 省教育厅和省文化和旅游厅.
    return any(_is_whole(one, vocabulary) for one in (right, *_heads(right)))


def _heads(text: str) -> Iterator[str]:
    for found in _CONJUNCTION.finditer(text):
        yield text[: found.start()]


_ALL = re.compile("(?:各|有关|相关)(?:级|地|地方|有关|相关)?|[省市区县州旗盟]级(?:各|有关|相关)?")


def _is_cut_short(text: str) -> bool:
    """Tell whether a collective lacks its noun: 各地工业 of 各地工业和信息化主管部门."""
    found = _ALL.match(text)
    rest = text[found.end() :] if found else ""
    is_whole = rest in words("whole_names") or ending(rest, "groups")
    return not is_whole and shapes.is_matters(rest)


def _is_whole(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether `text` names somebody when it stands alone; 政府 of 党委和政府 does not."""
    if text in words("bare_nouns") or _is_cut_short(text):
        return False
    if vocabulary.is_body(text) or shapes.is_collective(text) or is_one_collective(text):
        return True
    # 临汾 of 各县人民政府和临汾、侯马开发区管委会 shares the tail behind it.
    if vocabulary.prefix_of(text) == text and text not in words("levels"):
        return True
    # 中国科学院和中国工程院; what is shorter is rather a part of a name: 法院和检察院办公室.
    institution = ending(text, "institution_endings") or ending(text, "body_endings")
    is_long = len(text) > len(institution) + 1 or vocabulary.prefix_of(text)
    return shapes.is_area(text) or bool(institution and is_long and shapes.is_named_as_body(text))
