"""The prefix that a list prints once: which items take it, and which take none."""

from collections.abc import Sequence

from gdquality.parsing import shapes
from gdquality.parsing.collectives import is_one
from gdquality.parsing.separators import Piece
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.words import ending, opening, words

Span = tuple[int, int]
NOTHING: Span = (0, 0)


def _is_of_governments(text: str) -> bool:
    """Tell whether `text` names a body that any government has, by its function alone."""
    return (
        shapes.is_department(shapes.without_bracket(text))
        or text in words("local_institutes")
        or bool(opening(text, "prefixed_all_the_same"))
    )


class Carry:
    """What is carried over the items of one group, asked of each in turn.

    Prefixes are spans of the text that they are printed in. A level (省) and a place (安徽) are
    carried apart, for they are for different bodies: 省财政厅、安徽银保监局、商务厅.
    """

    def __init__(self, group: Sequence[Piece], vocabulary: Vocabulary) -> None:
        """Begin a group."""
        self._vocabulary = vocabulary
        self._level = self._place = self._committee = NOTHING
        self._place_is_latest = False
        self._is_interrupted = False
        printed = [vocabulary.prefix_of(one.text) for one in group]
        # Who prints the prefix again and again elides none: 市科委、市商务委、申康医院发展中心.
        self._is_repeated = sum(vocabulary.is_level(one) for one in printed if one) > 1
        self._elides = any(
            _is_of_governments(one.text)
            for one, prefix in zip(group, printed, strict=True)
            if not prefix
        )

    def end(self) -> None:
        """Forget the prefixes: nobody prints them for what follows a group of places."""
        self._level = self._place = self._committee = NOTHING

    def before(self, piece: Piece) -> Span:
        """Return the prefix that stands before `piece` in the name it means."""
        text = piece.text
        if shapes.is_collective(text) or is_one(text):
            self._is_interrupted = True
            if text[1:2] == "直":
                self._level = (piece.start, piece.start + 1)
            return NOTHING
        if own := self._vocabulary.prefix_of(text):
            self._take(own, piece)
            return NOTHING
        is_vertical = text in words("vertical")
        if shapes.is_area(text) or (shapes.has_own_name(text) and not is_vertical):
            self._is_interrupted |= not shapes.is_area(text)
            return NOTHING
        is_known = is_vertical or _is_of_governments(text)
        return self._carried(text) if is_known or self._takes_any(text) else NOTHING

    def _takes_any(self, text: str) -> bool:
        """Tell whether a name that is no known department's takes the prefix all the same."""
        if self._is_repeated or self._is_interrupted:
            return False
        return self._elides or bool(ending(text, "evident_endings") or text.endswith("办"))

    def _take(self, own: str, piece: Piece) -> None:
        """Take note of the prefix `own` that `piece` prints."""
        span = (piece.start, piece.start + len(own))
        is_level = self._vocabulary.is_level(own)
        self._place_is_latest = not is_level
        self._is_interrupted = not is_level
        if not is_level:
            self._place = span
            return
        if self._level != NOTHING and self._is_of_another(own, piece.text):
            return
        self._level = span
        is_committee = piece.text.startswith("委", len(own))
        self._committee = (span[0], span[1] + 1) if is_committee else NOTHING

    @staticmethod
    def _is_of_another(own: str, text: str) -> bool:
        """Tell whether a body is of another government: 区财政局、佛山市公安局高明分局、人社局."""
        return own not in words("levels") or text.endswith("分局")

    def _carried(self, text: str) -> Span:
        if text in words("party_departments") and self._committee != NOTHING:
            return self._committee
        is_of_place = text in words("vertical") and self._place_is_latest
        if self._place != NOTHING and (is_of_place or self._level == NOTHING):
            return self._place
        return self._level
