"""Role sentences: who is to do a task, and as what, as brackets, labels and cells say it.

    省发展改革委牵头，财政厅、商务厅配合        牵头单位：A，配合单位：B
    由A牵头，会同B负责落实                      A（牵头）、B、C

A role word closes every run of names back to the role word before it, and wins over the label or
the heading above it. Words that are not understood are `leftovers`; no names are made of them.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gdquality.parsing.agency_lists import in_full
from gdquality.parsing.compact import Compact, compacted
from gdquality.parsing.pieces import divide
from gdquality.parsing.role_words import Marker, Role, markers_of
from gdquality.parsing.separators import GROUP_SIGNS, Piece, brackets
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.words import words

_AROUND = frozenset("，,；;。.：:")
_END_OF_FIELD = re.compile("[；;。]")


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
    `due_text` is a date or period in it. `is_stated` is false of a bare list, to which neither a
    word nor a heading gives a role.
    """

    mentions: tuple[RoleMention, ...]
    first_leads: bool = False
    due_text: str | None = None
    leftovers: tuple[Leftover, ...] = ()
    is_stated: bool = True


def read_allocation(text: str, vocabulary: Vocabulary, role: Role | None) -> Allocation | None:
    """Return what `text` allocates, or None if it gives nothing to anybody.

    `text` is a cell, the inside of brackets, or a label with what follows it; `role` is what the
    heading or the label above it says. Without any, a bare list is `responsible`, and one only if
    every item is evidently a body.
    """
    source = compacted(_unwrapped(text))
    if not source.text or source.text in words("empty_cells"):
        return None
    return _Reader(source, vocabulary, role).allocation()


def _unwrapped(text: str) -> str:
    """Return `text` with the brackets that stand around the whole of it made blank."""
    bare = text.strip()
    if brackets(bare).get(0) != len(bare) - 1:
        return text
    start = text.index(bare)
    return f"{text[:start]} {bare[1:-1]} {text[start + len(bare) :]}"


@dataclass(frozen=True, slots=True)
class _Span:
    """Characters that hold names, with the role that the words around them give, if any."""

    start: int
    end: int
    role: Role | None


class _Reader:
    """Reads one passage; the lists collect what it found."""

    def __init__(self, source: Compact, vocabulary: Vocabulary, role: Role | None) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.heading = role
        self.markers = markers_of(source)
        self.spans: list[_Span] = []
        self.leftovers: list[tuple[int, int]] = []
        self.due: list[tuple[int, int]] = []
        self.suffixes = {one.end: one for one in self.markers if one.kind == "suffix"}
        self.fields = [one.start for one in self.markers if one.kind in {"label", "due", "field"}]
        kinds = {marker.kind for marker in self.markers}
        self.has_label = "label" in kinds or role is not None
        self.is_stated = self.has_label or not kinds.isdisjoint(("verb", "joining", "suffix"))
        self.first_leads = "first-leads" in kinds

    def allocation(self) -> Allocation | None:
        """Return what the passage allocates, or None."""
        self._divide()
        mentions = [one for span in self.spans for one in self._names(span)]
        if not self._is_allocation(mentions):
            return None
        if self.first_leads and mentions and all(one.role != "lead" for one in mentions):
            mentions[0] = replace(mentions[0], role="lead")
        due = "，".join(self.source.printed[start:end] for start, end in self.due) or None
        leftovers = tuple(self._leftovers())
        return Allocation(tuple(mentions), self.first_leads, due, leftovers, self.is_stated)

    def _is_allocation(self, mentions: Sequence[RoleMention]) -> bool:
        if self.has_label or self.first_leads:
            return bool(mentions or self.leftovers or self.due or self.first_leads)
        # Without a label, prose must not pass for an allocation: one name at least is evident.
        is_evident = any(self.vocabulary.is_body(one.text) for one in mentions)
        return is_evident and (self.is_stated or not self.leftovers)

    def _divide(self) -> None:
        """Give the characters between the markers to names, fields and dates."""
        label = self.heading
        at = 0
        joined: Marker | None = None
        is_behind_label = True
        for marker in self.markers:
            if marker.start < at or marker.kind == "suffix":
                continue
            if marker.kind == "joining":
                joined = joined or marker
                continue
            is_verb = marker.kind == "verb"
            if is_verb and is_behind_label and label and marker.role == "support":
                at = self._first_group(at, marker.start, label)
            self._close(at, marker.start, marker.role if is_verb else label, joined)
            joined, is_behind_label = None, marker.kind == "label"
            at = self._past(marker)
            if marker.kind == "label":
                label = marker.role
        self._close(at, len(self.source.text), label, joined)

    def _past(self, marker: Marker) -> int:
        """Take what belongs to `marker` itself, and return where names may begin again."""
        text = self.source.text
        if marker.kind in {"due", "field"}:
            return self._field(marker)
        if marker.kind == "date":
            self.due.append((marker.start, marker.end))
        is_listed = marker.kind == "verb" and text[marker.end : marker.end + 1] == "、"
        return marker.end + is_listed

    def _first_group(self, start: int, end: int, label: Role) -> int:
        """Give the label's role to what stands before the first ，, and return where that ends.

        In 责任单位：A，B、C配合 the verb is that of B and C.
        """
        text = self.source.text
        closed = brackets(text[start:end])
        at = start
        while at < end and text[at] not in GROUP_SIGNS:
            at = start + closed.get(at - start, at - start) + 1
        if not start < at < end - 1:
            return start
        self._span(start, at, label)
        return at

    def _field(self, marker: Marker) -> int:
        """Take the text of a field that names no bodies, and return where it ends."""
        text = self.source.text
        following = bisect_left(self.fields, marker.end)
        limit = self.fields[following] if following < len(self.fields) else len(text)
        found = _END_OF_FIELD.search(text, marker.end, limit)
        start, end = self._trimmed(marker.end, found.start() if found else limit)
        if marker.kind == "due":
            self.due += [(start, end)] if start < end else []
        elif text[marker.start : marker.end - 1] not in words("other_fields"):
            self.leftovers.append((marker.start, end))
        return max(end, marker.end)

    def _close(self, start: int, end: int, role: Role | None, joined: Marker | None) -> None:
        """Give `role` to the names from `start` to `end`; those that are joined support."""
        if joined:
            self._span(start, joined.start, role)
            self._span(joined.end, end, "support")
        else:
            self._span(start, end, role)

    def _span(self, start: int, end: int, role: Role | None) -> None:
        start, end = self._trimmed(start, end)
        if start < end:
            self.spans.append(_Span(start, end, role))

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        text = self.source.text
        while start < end and text[start] in _AROUND:
            start += 1
        while start < end and text[end - 1] in _AROUND:
            end -= 1
        return start, end

    def _names(self, span: _Span) -> Iterator[RoleMention]:
        divided = divide(self.source, span.start, span.end, self.vocabulary)
        self.leftovers += divided.missing
        roles: dict[int, Role | None] = {}
        pieces = []
        for piece in divided.pieces:
            plain, role = self._without_role(piece, span.role)
            if plain.text:
                roles[plain.start] = role
                pieces.append(plain)
        for name in in_full(pieces, self.source, self.vocabulary):
            start, end = name.piece.start, name.piece.end
            if self._is_name(name.text):
                role = roles[start] or "responsible"
                yield RoleMention(role, name.printed, *self.source.span(start, end))
            else:
                self.leftovers.append((start, end))

    def _without_role(self, piece: Piece, role: Role | None) -> tuple[Piece, Role | None]:
        """Return a piece without the role in brackets behind it, and that role: A（牵头）."""
        marker = self.suffixes.get(piece.end)
        if marker is None or marker.start < piece.start:
            return piece, role
        return piece.part(0, marker.start - piece.start), marker.role

    def _is_name(self, text: str) -> bool:
        if self.is_stated:
            return self.vocabulary.may_be_body(text)
        return self.vocabulary.is_body(text) or self.vocabulary.is_institution(text)

    def _leftovers(self) -> Iterator[Leftover]:
        """Yield what was not understood, what only signs part as one."""
        begins, ends = -1, -1
        for start, end in sorted(self.leftovers):
            if begins >= 0 and not self.source.text[ends:start].strip("，,；;。、"):
                ends = end
                continue
            if begins >= 0:
                yield self._leftover(begins, ends)
            begins, ends = start, end
        if begins >= 0:
            yield self._leftover(begins, ends)

    def _leftover(self, start: int, end: int) -> Leftover:
        return Leftover(self.source.printed[start:end], *self.source.span(start, end))
