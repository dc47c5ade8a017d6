"""Role sentences: who is to do a task, and as what, as brackets, labels and cells say it.

    省发展改革委牵头，财政厅、商务厅配合        牵头单位：A，配合单位：B
    由A牵头，会同B负责落实                      A（牵头）、B、C

Words that are not understood are left over; no names are made of them.
"""

import math
import re
from collections.abc import Iterator, Sequence

from gdquality.parsing import collectives, shapes
from gdquality.parsing.agency_lists import in_full
from gdquality.parsing.allocation import Allocation, Leftover, RoleMention
from gdquality.parsing.bare_text import bare
from gdquality.parsing.brackets import LIST_BRACKET
from gdquality.parsing.compact import Compact, Range, in_simplified
from gdquality.parsing.marks import ASTERISKS, BULLETS, MARK_BEFORE, MARK_BEHIND, MARKS
from gdquality.parsing.pieces import divide, forms_of
from gdquality.parsing.role_spans import role_spans
from gdquality.parsing.separators import Piece
from gdquality.parsing.subjects import without_subjects
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.words import ending, words
from gdquality.records import Role

_ASTERISKS = frozenset(ASTERISKS)
_WITHIN = re.compile("[、，,]")
_WORKS_TOO = re.compile("[局厅委部院会府署](?:[协承主]办|配合|参与|协助)$")
"""What ends a bracket of those who work with the name before it: （县城管局协办）."""
_FEWEST_INSTITUTIONS = 2
"""Companies and the like of which nothing else tells that they are bodies."""

_EVIDENT_FOR_EACH_OTHER = 2
"""Evident bodies that make what is not understood between them, 驻村干部, no sentence."""


def read_allocation(text: str, vocabulary: Vocabulary, role: Role | None) -> Allocation | None:
    """Return what `text` allocates, or None if it gives nothing to anybody.

    `text` is a cell, the inside of brackets, or a label with what follows it; `role` is what the
    heading or the label above it says. Without any, a bare list is `responsible`, and one only if
    every item is evidently a body.
    """
    if text in vocabulary.names:
        return Allocation((RoleMention(role or "responsible", text, 0, len(text)),))
    source = bare(text)
    if source is None:
        return None
    reader = _Reader(source, vocabulary, role, is_list=role is not None)
    mentions = reader.mentions(role or "responsible")
    return reader.allocation(mentions) if reader.is_allocation(mentions) else None


def read_names(text: str, vocabulary: Vocabulary, role: Role | None = None) -> Allocation:
    """Return whom a list names, each with the role that its own words give, or with `role`."""
    source = bare(text)
    if source is None:
        return Allocation(())
    reader = _Reader(source, vocabulary, None, is_list=True)
    # Beside A（牵头） whoever else is named shares the work, as in a cell.
    unsaid = role or ("responsible" if reader.passage.suffixes else None)
    return reader.allocation(reader.mentions(unsaid))


class _Reader:
    """Reads the names of one passage; `is_list` says that the document has bodies stand there."""

    def __init__(
        self, source: Compact, vocabulary: Vocabulary, heading: Role | None, *, is_list: bool
    ) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.passage = role_spans(source, heading)
        self.is_list = is_list or self.passage.is_stated
        self.left_over = list(self.passage.unread)
        self.not_names: list[Range] = []
        self.marked: list[Range] = []
        self.marks: dict[int, str] = {}

    def mentions(self, unsaid: Role | None) -> list[RoleMention]:
        """Return the bodies in printed order; `unsaid` is the role of those who are given none."""
        found: list[RoleMention] = []
        for start, end, role in self.passage.names:
            self._read(start, end, role or unsaid, found)
        return found

    def allocation(self, mentions: list[RoleMention]) -> Allocation:
        """Return `mentions` with what else the passage says."""
        first_leads = self.passage.first_leads
        if first_leads and mentions and all(one.role != "lead" for one in mentions):
            mentions[0] = mentions[0]._replace(role="lead")
        leftovers = tuple(self._leftovers()) if self.left_over or self.marked else ()
        return Allocation(tuple(mentions), first_leads, self._due_text(), leftovers)

    def is_allocation(self, names: Sequence[RoleMention]) -> bool:
        """Tell whether the passage allocates anything, or is prose that only sounds like it.

        Without a label or heading, one name at least is evident, and nothing but names stands
        before the last word of a role, save that a long list may have one that is not understood.
        """
        passage = self.passage
        if passage.has_label or passage.first_leads:
            return bool(names or self.left_over or passage.due or passage.first_leads)
        if self.source.text is not self.source.printed:
            names = [one._replace(text=in_simplified(one.text)) for one in names]
        evident = sum(self.vocabulary.is_body(one.text) for one in names)
        if not evident and not (passage.is_stated and self._are_made_bodies(names)):
            return False
        if not passage.is_stated:
            # In any sentence a body may do something: 市教育局参加会议.
            if passage.last_closed:
                return False
            return not self.left_over and evident >= self._fewest_evident(names)
        return evident >= _EVIDENT_FOR_EACH_OTHER * sum(
            math.inf if shapes.is_prose(self.source.text[start:end]) else 1
            for start, end in self.not_names
            if start < passage.last_closed
        )

    def _are_made_bodies(self, names: Sequence[RoleMention]) -> bool:
        """Tell whether a word of a role makes bodies of some: 各县区, 市城投公司、市公交集团."""
        texts = [one.text for one in names]
        areas = map(collectives.areas_of, texts)
        institutions = [one for one in texts if self.vocabulary.is_institution(one)]
        return any(one and one.head.endswith("各") for one in areas) or (
            len(institutions) >= _FEWEST_INSTITUTIONS
        )

    def _fewest_evident(self, names: Sequence[RoleMention]) -> int:
        """Return how many names of a bare list are to be evident bodies.

        One is enough beside institutions and areas, which stand in such lists; else most are.
        """
        others = (one for one in names if not self.vocabulary.is_body(one.text))
        if all(
            self.vocabulary.is_institution(one.text) or collectives.is_areas(one.text)
            for one in others
        ):
            return 1
        return max(2, (len(names) + 1) // 2)

    def _due_text(self) -> str | None:
        """Return the dates and periods of the passage as they are printed, or None."""
        return "，".join([self.source.printed[slice(*span)] for span in self.passage.due]) or None

    def _leftovers(self) -> Iterator[Leftover]:
        """Yield what was not understood, what only signs part as one."""
        found: list[Range] = []
        for start, end in sorted([*self.left_over, *self.marked]):
            if found and not self.source.text[found[-1][1] : start].strip("，,；;。、"):
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        for start, end in found:
            yield Leftover(self.source.printed[start:end], *self.source.span(start, end))

    def _read(self, start: int, end: int, role: Role | None, found: list[RoleMention]) -> None:
        """Add to `found` the bodies that stand from `start` to `end`, which have `role`."""
        source, vocabulary = self.source, self.vocabulary
        pieces, forms, unread = divide(source, start, end, vocabulary, self.passage.suffixes)
        self.left_over += unread
        roles: dict[int, Role | None] = {}
        if MARK_BEFORE.search(source.text, start, end):
            pieces = [self._without_mark(piece) for piece in pieces]
            self._tell_marks_before(pieces)
            forms = forms_of(pieces, vocabulary)
        if LIST_BRACKET.search(source.text, start, end):
            pieces = [self._without_bracket(piece, roles) for piece in pieces]
            forms = forms_of(pieces, vocabulary)
        names = in_full(pieces, forms, source, vocabulary)
        is_list, may_be_body = self.is_list, vocabulary.may_be_body
        are_names = [
            may_be_body(text) and (is_list or "一" <= text[0] <= "龥") for text, _ in names
        ]
        # Under a label alone, each name has its role, whatever the last of them does.
        if not all(are_names) and (self.passage.last_closed or not self.passage.has_label):
            are_names = without_subjects(pieces, are_names, roles, vocabulary)
        for piece, (_, printed), is_name in zip(pieces, names, are_names, strict=True):
            if is_name:
                begin, stop = source.span(piece.start, piece.end)
                mark = self.marks.get(piece.start, "") if self.marks else ""
                if not mark and source.text[piece.end : piece.end + 1] in _ASTERISKS:
                    mark = source.text[piece.end]
                own = roles.get(piece.start) or role
                found.append(RoleMention(own, printed, begin, stop, mark))
            else:
                self.left_over.append((piece.start, piece.end))
                self.not_names.append((piece.start, piece.end))

    def _without_mark(self, piece: Piece) -> Piece:
        """Return a piece without the mark behind it, which a note may explain, as one before it."""
        before = self.source.text[max(piece.start - 1, 0)]
        if MARK_BEFORE.match(before):
            self.marks[piece.start] = before
        found = MARK_BEHIND.search(piece.text)
        if not found or not found.start():
            return piece
        self.marks[piece.start] = found["mark"]
        self.marked.append((piece.start + found.start("mark"), piece.start + found.end("mark")))
        return piece.part(0, found.start())

    def _tell_marks_before(self, pieces: Sequence[Piece]) -> None:
        """Tell of the marks before some of `pieces`; before each of them a mark is a bullet."""
        text = self.source.text
        before = [one.start - 1 for one in pieces if one.start and text[one.start - 1] in MARKS]
        is_bullet = len(before) == len(pieces) and (before[1:] or text[before[0]] in BULLETS)
        if before and not is_bullet:
            self.marked += [(at, at + 1) for at in before]

    def _without_bracket(self, piece: Piece, roles: dict[int, Role | None]) -> Piece:
        """Return a piece without a bracket behind it that is no name.

        It may say the role of the piece, A（牵头）, which goes to `roles`, or something else,
        A（联系电话：…）, which is left over.
        """
        leading = self.passage.leading.get(piece.start)
        if leading and leading.end < piece.end:
            piece = piece.without_first(leading.end - leading.start)
            roles[piece.start] = leading.role
        name = shapes.without_bracket(piece.text)
        if not 0 < len(name) < len(piece.text):
            return piece
        start = piece.start + len(name)
        suffix = self.passage.suffixes.get(piece.end)
        if suffix and suffix.start == start:
            roles[piece.start] = suffix.role
        elif (
            _names_more(piece.text[len(name) + 1 : -1])
            or collectives.is_one_collective(piece.text)
            or not self.vocabulary.may_be_body(name)
        ):
            return piece
        else:
            self.left_over.append((start, piece.end))
        return piece.part(0, len(name))


def _names_more(inside: str) -> bool:
    """Tell whether a bracket behind a name has another name of it: 省市场监管局（省知识产权局）."""
    names = _WITHIN.split(inside)
    if _WORKS_TOO.search(inside):
        return False
    if collectives.areas_of(names[0]) or inside in words("area_tails"):
        return True
    if any(map(shapes.is_internal, names)):
        return False
    ends = ("institution_endings", "body_endings")
    return all(any(ending(one, kind) for kind in ends) for one in names)
