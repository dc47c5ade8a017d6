"""The prefix that a list prints once: which items take it, and which take none."""

from collections.abc import Sequence
from functools import cached_property

from gdquality.parsing import shapes
from gdquality.parsing.compact import Range
from gdquality.parsing.forms import Form
from gdquality.parsing.separators import Piece
from gdquality.parsing.words import ending, words

NOTHING: Range = (0, 0)

_GOVERNING = frozenset(("政府", "人民政府", "管委会", "管理委员会", "办事处"))
"""What governs an area, named behind its party committee alone: 高新区党工委、管委会."""


class Carry:
    """What is carried over the items of one group, asked of each in turn.

    Prefixes are spans of the text that they are printed in. A level (省) and a place (安徽) are
    carried apart, for they are for different bodies: 省财政厅、安徽银保监局、商务厅.
    """

    def __init__(self, forms: Sequence[Form]) -> None:
        """Begin a group whose items have `forms`."""
        self._forms = forms
        self._level = self._place = self._committee = NOTHING
        self._before: Piece | None = None
        self._place_is_latest = self._place_is_local = False
        self._is_interrupted = False

    def end(self) -> None:
        """Forget the prefixes, which are not meant for what follows places that share a tail."""
        self._level = self._place = self._committee = NOTHING

    def before(self, piece: Piece, form: Form) -> Range:
        """Return the prefix that stands before `piece`, of a `form`, in the name it means."""
        before, self._before = self._before, piece
        if before and piece.text in _GOVERNING:
            area = self._area_of(before)
            if area is not NOTHING:
                return area
        match form.kind:
            case "government":
                return self._carried(form, piece.text)
            case "together":
                self._is_interrupted = True
                if piece.text[1:2] == "直":
                    self._level = (piece.start, piece.start + 1)
            case "prefixed":
                self._take(form, piece)
            case "own-name":
                self._is_interrupted = True
            case "other" if self._takes_any(piece.text):
                return self._carried(form, piece.text)
        return NOTHING

    def _takes_any(self, text: str) -> bool:
        """Tell whether a name that is no known department's takes the prefix all the same."""
        # A group that prints its prefix again elides none: 市科委、市商务委、申康医院发展中心.
        if self._is_interrupted or self._is_repeated:
            return False
        return self._elides or bool(ending(text, "evident_endings") or text.endswith("办"))

    @cached_property
    def _is_repeated(self) -> bool:
        return sum(form.prefix_is_level for form in self._forms) > 1

    @cached_property
    def _elides(self) -> bool:
        return any(form.kind == "government" for form in self._forms)

    @staticmethod
    def _area_of(committee: Piece) -> Range:
        """Return where the area stands whose party committee a piece is: 平江县委、政府."""
        area = committee.text.removesuffix(ending(committee.text, "party_committees"))
        is_area = shapes.is_area(area) or ending(area, "zones") or area.endswith("街道")
        is_committee = area != committee.text and is_area
        return (committee.start, committee.start + len(area)) if is_committee else NOTHING

    def _take(self, form: Form, piece: Piece) -> None:
        """Take note of the prefix that `piece` prints."""
        span = (piece.start, piece.start + len(form.prefix))
        self._place_is_latest = self._is_interrupted = not form.prefix_is_level
        if not form.prefix_is_level:
            self._place = span
            self._place_is_local = shapes.is_of_governments(piece.text.removeprefix(form.prefix))
        elif self._level is NOTHING or not self._is_of_another(form.prefix, piece.text):
            self._level = span
            is_committee = piece.text.startswith("委", len(form.prefix))
            self._committee = (span[0], span[1] + 1) if is_committee else NOTHING

    @staticmethod
    def _is_of_another(own: str, text: str) -> bool:
        """Tell whether a body is of another government: 区财政局、佛山市公安局高明分局、人社局."""
        return own not in words("levels") or text.endswith("分局")

    def _carried(self, form: Form, text: str) -> Range:
        if self._committee is not NOTHING and text in words("party_departments"):
            return self._committee
        if self._place is not NOTHING and self._is_of_place(form):
            return self._place
        # A customs house is of a place and of no level: 广州海事局、海关, but never 市海关.
        return NOTHING if shapes.has_own_name(text) else self._level

    def _is_of_place(self, form: Form) -> bool:
        if form.is_vertical and self._place_is_latest:
            return True
        # 苏州 of 苏州军分区、公安局 is for what is central, as the garrison is.
        return self._level is NOTHING and (form.is_vertical or self._place_is_local)
