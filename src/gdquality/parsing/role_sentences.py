"""Role sentences: who is to do a task, and as what, as brackets, labels and cells say it.

    省发展改革委牵头，财政厅、商务厅配合        牵头单位：A，配合单位：B
    由A牵头，会同B负责落实                      A（牵头）、B、C

A role word closes every run of names back to the role word before it, and wins over the label or
the heading above it. Words that give no role are `leftovers`, and no names are made of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gdquality.parsing.agency_lists import in_full
from gdquality.parsing.compact import Compact, compacted
from gdquality.parsing.pieces import GROUP_SEPARATORS, Piece, brackets, divide
from gdquality.parsing.role_words import Marker, Role, markers_of
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.words import words

_SIGNS = "，,；;。.：:"
_DUE = re.compile(
    r"(?:\d{4}年|20\d\d[.．]|\d{1,2}月|每年|每月|每季度|每周|今年|明年|年底|月底|长期|全年|持续|常态化|即时|立即|适时|"
    r"[一二三四]季度|第[一二三四]季度|上半年|下半年|十[四五]五|“?十[四五]五)[^、；;]*$"
)


@dataclass(frozen=True, slots=True)
class RoleMention:
    """One body that a passage gives a role; `role` is None where it states none.

    `text` is the name in full; `start` and `end` say where in the passage it is printed.
    """

    role: Role | None
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
    `due_text` is a date or period printed in it.
    """

    mentions: tuple[RoleMention, ...]
    first_leads: bool = False
    due_text: str | None = None
    leftovers: tuple[Leftover, ...] = ()


def read_allocation(text: str, vocabulary: Vocabulary, role: Role | None) -> Allocation | None:
    """Return what `text` allocates, or None if it gives nothing to anybody.

    `text` is a cell, the inside of brackets, or a label with what follows it; `role` is what the
    heading or the label above it says. Without any, a bare list is `responsible`, and one only if
    every item is evidently a body.
    """
    return _Reader(compacted(_unwrapped(text)), vocabulary, role).allocation()


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
        kinds = {marker.kind for marker in self.markers}
        self.has_label = "label" in kinds or role is not None
        self.is_stated = self.has_label or not kinds.isdisjoint(("verb", "joining", "suffix"))
        self.first_leads = "note" in kinds

    def allocation(self) -> Allocation | None:
        """Return what the passage allocates, or None."""
        text = self.source.text
        if not text or text in words("empty_cells"):
            return None
        self._divide()
        mentions = [one for span in self.spans for one in self._names(span)]
        if not self._is_allocation(mentions):
            return None
        if self.first_leads and mentions and all(one.role != "lead" for one in mentions):
            mentions[0] = replace(mentions[0], role="lead")
        due = "，".join(text[start:end] for start, end in self.due) or None
        return Allocation(tuple(mentions), self.first_leads, due, tuple(self._leftovers()))

    def _is_allocation(self, mentions: Sequence[RoleMention]) -> bool:
        if self.has_label or self.first_leads:
            return bool(mentions or self.leftovers or self.due or self.first_leads)
        if self.is_stated:
            return bool(mentions)
        return bool(mentions) and not self.leftovers

    def _divide(self) -> None:
        """Give the characters between the markers to names, fields and dates."""
        label = self.heading
        at = 0
        joined: Marker | None = None
        after_label = True
        for marker in self.markers:
            if marker.start < at or marker.kind == "suffix":
                continue
            if marker.kind == "joining":
                joined = joined or marker
                continue
            is_verb = marker.kind == "verb"
            role = marker.role if is_verb else label
            if is_verb and after_label and label and marker.role == "support":
                at = self._first_group(at, marker.start, label)
            self._close(at, marker.start, role, joined)
            joined, after_label, at = None, not is_verb, marker.end
            if marker.kind == "label":
                label = marker.role
            elif marker.kind in {"due", "field"}:
                at = self._field(marker)
        self._close(at, len(self.source.text), label, joined)

    def _first_group(self, start: int, end: int, label: Role) -> int:
        """Give the label's role to what stands before the first ，, and return where that ends.

        In 责任单位：A，B、C配合 the verb is that of B and C.
        """
        text = self.source.text
        closed = brackets(text[start:end])
        at = start
        while at < end and text[at] not in GROUP_SEPARATORS:
            at = start + closed.get(at - start, at - start) + 1
        if not start < at < end - 1:
            return start
        self._span(start, at, label)
        return at

    def _field(self, marker: Marker) -> int:
        """Take the text of a field that names no bodies, and return where it ends."""
        text = self.source.text
        limit = next(
            (
                one.start
                for one in self.markers
                if one.start >= marker.end and one.kind in {"label", "due", "field"}
            ),
            len(text),
        )
        found = re.compile("[；;。]").search(text, marker.end, limit)
        start, end = self._trimmed(marker.end, found.start() if found else limit)
        if start < end and marker.kind == "due":
            self.due.append((start, end))
        elif marker.kind == "field" and text[marker.start : marker.end - 1] not in words(
            "other_fields"
        ):
            self.leftovers.append((marker.start, max(end, marker.end)))
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
        while start < end and text[start] in _SIGNS:
            start += 1
        while start < end and text[end - 1] in _SIGNS:
            end -= 1
        return start, end

    def _names(self, span: _Span) -> Iterator[RoleMention]:
        divided = divide(self.source, span.start, span.end, self.vocabulary)
        self.leftovers += divided.missing
        is_name = self.vocabulary.is_name if self.is_stated else self.vocabulary.is_body
        for name, piece in in_full(divided.pieces, self.source, self.vocabulary):
            role, plain = span.role, name
            for marker in self._suffixes(piece):
                role = marker.role
                plain = plain.replace(self.source.text[marker.start : marker.end], "")
            if _DUE.match(plain) and not self.vocabulary.is_body(plain):
                self.due.append((piece.start, piece.end))
            elif plain and is_name(plain):
                place = self.source.span(piece.start, piece.end)
                yield RoleMention(role or "responsible", plain, *place)
            else:
                self.leftovers.append((piece.start, piece.end))

    def _suffixes(self, piece: Piece) -> Iterator[Marker]:
        for marker in self.markers:
            if marker.kind == "suffix" and piece.start <= marker.start < piece.end:
                yield marker

    def _leftovers(self) -> Iterator[Leftover]:
        for start, end in sorted(self.leftovers):
            yield Leftover(self.source.text[start:end], *self.source.span(start, end))
