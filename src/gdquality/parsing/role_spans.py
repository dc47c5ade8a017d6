"""A passage that gives roles, divided by its role words into spans of names, fields and dates.

A role word closes every run of names back to the role word before it, and wins over the label or
the heading above it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from gdquality.parsing.brackets import closings
from gdquality.parsing.compact import Compact, Range
from gdquality.parsing.role_words import markers_of
from gdquality.parsing.roles import Marker
from gdquality.parsing.separators import GROUP_SIGNS
from gdquality.parsing.words import words
from gdquality.records import Role

_AROUND = frozenset("，,；;。.：:")
_END_OF_FIELD = re.compile("[；;。]")


@dataclass(slots=True)
class _RoleSpans:
    """What the role words of a compact text make of the characters between them.

    `names` are spans that hold names, each with the role that is said of it, if any; `due` those
    of dates and periods; `unread` those of fields and of roles that are none of the three.
    `has_label` tells whether a label or a heading says that bodies stand here, `is_stated` whether
    any word gives a role; nothing but names should stand before `last_closed`, the end of what a
    verb closes. `suffixes` are the roles in brackets behind names, A（牵头）, by where they end;
    `leading` are the same by where they start.
    """

    has_label: bool
    is_stated: bool
    names: list[tuple[int, int, Role | None]] = field(default_factory=list)
    due: list[Range] = field(default_factory=list)
    unread: list[Range] = field(default_factory=list)
    last_closed: int = 0
    first_leads: bool = False
    suffixes: dict[int, Marker] = field(default_factory=dict)
    leading: dict[int, Marker] = field(default_factory=dict)


def role_spans(source: Compact, heading: Role | None) -> _RoleSpans:
    """Divide `source`, which stands under a `heading` that says a role, or under none."""
    is_headed = heading is not None
    spans = _RoleSpans(has_label=is_headed, is_stated=is_headed)
    divider = _Divider(source.text, spans)
    if markers := markers_of(source):
        divider.divide(markers, heading)
    else:
        divider.add_names(0, len(source.text), heading)
    return spans


class _Divider:
    """Divides `text` into `spans` at the words of roles in it."""

    def __init__(self, text: str, spans: _RoleSpans) -> None:
        self.text = text
        self.spans = spans
        self._fields: list[int] = []

    def divide(self, markers: Sequence[Marker], heading: Role | None) -> None:
        """Divide the text at all its `markers`."""
        kinds = {marker.kind for marker in markers}
        spans = self.spans
        spans.first_leads = "first-leads" in kinds
        spans.has_label |= "label" in kinds
        spans.is_stated = spans.has_label or "suffix" in kinds
        suffixes = [marker for marker in markers if marker.kind == "suffix"]
        spans.suffixes = {marker.end: marker for marker in suffixes}
        spans.leading = {marker.start: marker for marker in suffixes}
        self._fields = [one.start for one in markers if one.kind in {"label", "due", "field"}]
        self._divide([one for one in markers if one.kind != "suffix"], heading)

    def _divide(self, markers: list[Marker], heading: Role | None) -> None:
        label = heading
        at = 0
        joined: Marker | None = None
        is_behind_label = heading is not None
        for marker in markers:
            if marker.start < at:
                continue
            if marker.kind == "joining":
                joined = joined or marker
                continue
            is_support = marker.kind in {"verb", "clause"} and marker.role == "support"
            if is_support and joined is None and (is_behind_label or not self.spans.names):
                at = self._first_group(at, marker.start, label)
            self._close(at, marker, label, joined)
            joined, is_behind_label = None, marker.kind == "label"
            at = self._past(marker)
            if marker.kind == "label":
                label = marker.role
        self._between(at, len(self.text), label, joined)

    def _close(self, start: int, marker: Marker, label: Role | None, joined: Marker | None) -> None:
        """Give the names from `start` to `marker` the role that it closes them with."""
        match marker.kind:
            case "other-verb":
                self.spans.unread.append(self._trimmed(start, marker.end))
            case "verb" | "clause":
                self._between(start, marker.start, marker.role, joined)
                # What a body does in other words may be said in any sentence.
                self.spans.is_stated |= marker.kind == "verb"
                self.spans.last_closed = marker.end
            case _:
                # The 、 before a date or a label parts no two names.
                end = marker.start - self.text.startswith("、", max(marker.start - 1, start))
                self._between(start, end, label, joined)

    def _between(self, start: int, end: int, role: Role | None, joined: Marker | None) -> None:
        """Give `role` to the names from `start` to `end`; those that are joined support."""
        if joined is None:
            self.add_names(start, end, role)
            return
        self.add_names(start, joined.start, role)
        self.add_names(joined.end, end, "support")
        self.spans.is_stated, self.spans.last_closed = True, end

    def _past(self, marker: Marker) -> int:
        """Take what belongs to `marker` itself, and return where names may begin again."""
        if marker.kind in {"due", "field"}:
            return self._field(marker)
        if marker.kind == "date":
            self.spans.due.append((marker.start, marker.end))
        is_listed = marker.kind == "verb" and self.text.startswith("、", marker.end)
        return marker.end + is_listed

    def _field(self, marker: Marker) -> int:
        """Take the text of a field that names no bodies, and return where it ends."""
        following = bisect_left(self._fields, marker.end)
        limit = self._fields[following] if following < len(self._fields) else len(self.text)
        found = _END_OF_FIELD.search(self.text, marker.end, limit)
        start, end = self._trimmed(marker.end, found.start() if found else limit)
        if marker.kind == "due":
            self.spans.due += [(start, end)] if start < end else []
        elif self.text[marker.start : marker.end - 1] not in words("other_fields"):
            self.spans.unread.append((marker.start, max(end, marker.end)))
        return max(end, marker.end)

    def _first_group(self, start: int, end: int, label: Role | None) -> int:
        """Give the label's role to what stands before the first ，, and return where that ends.

        In 责任单位：A，B、C配合 the verb is that of B and C, and so it is without any label; in
        A，B；C配合 it is that of C.
        """
        closed = closings(self.text[start:end])
        divided: list[int] = []
        at = start
        while at < end - 1:
            if self.text[at] in GROUP_SIGNS and at > start:
                divided.append(at)
            at = start + closed.get(at - start, at - start) + 1
        if not divided:
            return start
        at = next((one for one in reversed(divided) if self.text[one] in "；;"), divided[0])
        self.add_names(start, at, label)
        return at

    def add_names(self, start: int, end: int, role: Role | None) -> None:
        """Let names stand from `start` to `end`, all of them of `role`."""
        start, end = self._trimmed(start, end)
        if start < end:
            self.spans.names.append((start, end, role))

    def _trimmed(self, start: int, end: int) -> Range:
        while start < end and self.text[start] in _AROUND:
            start += 1
        while start < end and self.text[end - 1] in _AROUND:
            end -= 1
        return start, end
