"""Role sentences: who is to do a task, and as what, as brackets, labels and cells say it.

    省发展改革委牵头，财政厅、商务厅配合        牵头单位：A，配合单位：B
    由A牵头，会同B负责落实                      A（牵头）、B、C

Words that are not understood are left over; no names are made of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from gdquality.parsing import collectives, shapes
from gdquality.parsing.agency_lists import in_full
from gdquality.parsing.compact import Compact, compacted
from gdquality.parsing.pieces import divide
from gdquality.parsing.role_spans import RoleSpans, Span
from gdquality.parsing.separators import Piece, brackets
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.words import ending, words
from gdquality.records import Role

_OPENING, _CLOSING = "（(〔[【", "）)〕]】"
_WITHIN = re.compile("[、，,和及]")


@dataclass(frozen=True, slots=True)
class RoleMention:
    """One body that a passage gives a role: `text` is its name in full.

    `start` and `end` say where in the passage it is printed.
    """

    role: Role
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words of a passage that were not understood, and where they stand."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Allocation:
    """Who is given what role, in printed order.

    `first_leads` is true where the passage notes that the first body of each list leads;
    `due_text` is a date or period in it.
    """

    mentions: tuple[RoleMention, ...]
    first_leads: bool = False
    due_text: str | None = None
    leftovers: tuple[Leftover, ...] = ()


class ListedName(NamedTuple):
    """One name of a text that is known to be a list: `role` is None where its words say none."""

    role: Role | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NameList:
    """The names of a text that is known to be a list, and what else it says, as an Allocation."""

    names: tuple[ListedName, ...]
    first_leads: bool = False
    due_text: str | None = None
    leftovers: tuple[Leftover, ...] = ()


def read_allocation(text: str, vocabulary: Vocabulary, role: Role | None) -> Allocation | None:
    """Return what `text` allocates, or None if it gives nothing to anybody.

    `text` is a cell, the inside of brackets, or a label with what follows it; `role` is what the
    heading or the label above it says. Without any, a bare list is `responsible`, and one only if
    every item is evidently a body.
    """
    source = _source_of(text)
    if source is None:
        return None
    reader = _Reader(source, vocabulary, role, is_list=role is not None)
    names = reader.names()
    if not reader.is_allocation(names):
        return None
    mentions = [RoleMention(n.role or role or "responsible", n.text, n.start, n.end) for n in names]
    first_leads = reader.passage.first_leads
    if first_leads and mentions and all(one.role != "lead" for one in mentions):
        mentions[0] = replace(mentions[0], role="lead")
    return Allocation(tuple(mentions), first_leads, reader.due_text(), tuple(reader.leftovers()))


def read_names(text: str, vocabulary: Vocabulary) -> NameList:
    """Return whom a list names, each with the role that its own words give, if they give one."""
    source = _source_of(text)
    if source is None:
        return NameList(())
    reader = _Reader(source, vocabulary, None, is_list=True)
    names = reader.names()
    first_leads = reader.passage.first_leads
    if first_leads and names and all(one.role != "lead" for one in names):
        names[0] = names[0]._replace(role="lead")
    return NameList(tuple(names), first_leads, reader.due_text(), tuple(reader.leftovers()))


def _source_of(text: str) -> Compact | None:
    """Return what is to be read of `text`, without brackets around the whole; None of nothing."""
    bare = text.strip()
    if brackets(bare).get(0) == len(bare) - 1:
        start = text.index(bare)
        text = f"{text[:start]} {bare[1:-1]} {text[start + len(bare) :]}"
    source = compacted(text)
    return source if source.text and source.text not in words("empty_cells") else None


class _Reader:
    """Reads the names of one passage; `is_list` says that the document has bodies stand there."""

    def __init__(
        self, source: Compact, vocabulary: Vocabulary, heading: Role | None, *, is_list: bool
    ) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.passage = RoleSpans(source, heading)
        self.is_list = is_list or self.passage.is_stated
        self.left_over = list(self.passage.unread)
        self.not_names: list[Span] = []

    def names(self) -> list[ListedName]:
        """Return the names, in printed order."""
        return [one for span in self.passage.names for one in self._names(*span)]

    def is_allocation(self, names: Sequence[ListedName]) -> bool:
        """Tell whether the passage allocates anything, or is prose that only sounds so.

        Without a label or heading, one name at least is evident, and nothing but names stands
        before the last word of a role.
        """
        passage = self.passage
        if passage.has_label or passage.first_leads:
            return bool(names or self.left_over or passage.due or passage.first_leads)
        evident = sum(self.vocabulary.is_body(one.text) for one in names)
        if not evident:
            return False
        if not passage.is_stated:
            return not self.left_over and evident >= self._fewest_evident(names)
        return all(start >= passage.last_closed for start, _ in self.not_names)

    def _fewest_evident(self, names: Sequence[ListedName]) -> int:
        """Return how many names of a bare list are to be evident bodies.

        One is enough beside institutions and areas, which stand in such lists; else most are.
        """
        others = (one for one in names if not self.vocabulary.is_body(one.text))
        if all(self.vocabulary.is_institution(one.text) for one in others):
            return 1
        return max(2, (len(names) + 1) // 2)

    def due_text(self) -> str | None:
        """Return the dates and periods of the passage as they are printed, or None."""
        return "，".join(self.source.printed[slice(*span)] for span in self.passage.due) or None

    def leftovers(self) -> Iterator[Leftover]:
        """Yield what was not understood, what only signs part as one."""
        found: list[Span] = []
        for start, end in sorted(self.left_over):
            if found and not self.source.text[found[-1][1] : start].strip("，,；;。、"):
                found[-1] = (found[-1][0], end)
            else:
                found.append((start, end))
        for start, end in found:
            yield Leftover(self.source.printed[start:end], *self.source.span(start, end))

    def _names(self, start: int, end: int, role: Role | None) -> Iterator[ListedName]:
        divided = divide(self.source, start, end, self.vocabulary)
        self.left_over += divided.missing
        roles: dict[int, Role | None] = {}
        pieces: Sequence[Piece] = divided.pieces
        if any(piece.text[-1] in _CLOSING or piece.text[0] in _OPENING for piece in pieces):
            pieces = [self._without_bracket(piece, roles) for piece in pieces]
        for name in in_full(pieces, self.source, self.vocabulary):
            span = name.piece.start, name.piece.end
            if self._is_name(name.text):
                of_name = roles.get(span[0], role)
                yield ListedName(of_name, name.printed, *self.source.span(*span))
            else:
                self.left_over.append(span)
                self.not_names.append(span)

    def _is_name(self, text: str) -> bool:
        is_word = self.is_list or "一" <= text[0] <= "龥"
        return is_word and self.vocabulary.may_be_body(text)

    def _without_bracket(self, piece: Piece, roles: dict[int, Role | None]) -> Piece:
        """Return a piece without a bracket behind it that is no name.

        It may say the role of the piece, A（牵头）, which goes to `roles`, or something else,
        A（联系电话：…）, which is left over.
        """
        leading = self.passage.leading_suffixes.get(piece.start)
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
        elif _names_more(piece.text[len(name) + 1 : -1]) or not self.vocabulary.may_be_body(name):
            return piece
        else:
            self.left_over.append((start, piece.end))
        return piece.part(0, len(name))


def _names_more(inside: str) -> bool:
    """Tell whether a bracket behind a name has another name of it: 省市场监管局（省知识产权局）."""
    names = _WITHIN.split(inside)
    if collectives.areas_of(names[0]):
        return True
    if any(map(shapes.is_internal, names)):
        return False
    ends = ("institution_endings", "body_endings")
    return all(any(ending(one, kind) for kind in ends) for one in names)
