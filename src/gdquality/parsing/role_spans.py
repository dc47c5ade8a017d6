"""A passage that gives roles, divided by its role words into spans of names, fields and dates.

A role word closes every run of names back to the role word before it, and wins over the label or
the heading above it.
"""

import re
from bisect import bisect_left

from gdquality.parsing.compact import Compact
from gdquality.parsing.role_words import Marker, markers_of
from gdquality.parsing.separators import GROUP_SIGNS, brackets
from gdquality.parsing.words import words
from gdquality.records import Role

Span = tuple[int, int]

_AROUND = frozenset("，,；;。.：:")
_END_OF_FIELD = re.compile("[；;。]")


class RoleSpans:
    """What the role words of a compact text make of the characters between them.

    `names` are spans that hold names, each with the role that is said of it, if any; `due` those
    of dates and periods; `unread` those of fields and of roles that are none of the three.
    `has_label` tells whether a label or a heading says that bodies stand here, `is_stated` whether
    any word gives a role; nothing but names should stand before `last_closed`, the end of what a
    verb closes.
    """

    def __init__(self, source: Compact, heading: Role | None) -> None:
        """Divide `source`, which stands under a `heading` that says a role, or under none."""
        self.text = source.text
        self.names: list[tuple[int, int, Role | None]] = []
        self.due: list[Span] = []
        self.unread: list[Span] = []
        self.last_closed = 0
        markers = markers_of(source)
        kinds = {marker.kind for marker in markers}
        self.first_leads = "first-leads" in kinds
        self.has_label = heading is not None or "label" in kinds
        self.is_stated = self.has_label or "suffix" in kinds
        suffixes = [one for one in markers if one.kind == "suffix"]
        self.suffixes = {one.end: one for one in suffixes}
        self.leading_suffixes = {one.start: one for one in suffixes}
        self._fields = [one.start for one in markers if one.kind in {"label", "due", "field"}]
        if markers:
            self._divide([one for one in markers if one.kind != "suffix"], heading)
        else:
            self._add_names(0, len(self.text), heading)

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
            if is_behind_label and label and marker.kind == "verb" and marker.role == "support":
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
                self.unread.append(self._trimmed(start, marker.end))
            case "verb":
                self._between(start, marker.start, marker.role, joined)
                self.is_stated, self.last_closed = True, marker.end
            case _:
                self._between(start, marker.start, label, joined)

    def _between(self, start: int, end: int, role: Role | None, joined: Marker | None) -> None:
        """Give `role` to the names from `start` to `end`; those that are joined support."""
        if joined is None:
            self._add_names(start, end, role)
            return
        self._add_names(start, joined.start, role)
        self._add_names(joined.end, end, "support")
        self.is_stated, self.last_closed = True, end

    def _past(self, marker: Marker) -> int:
        """Take what belongs to `marker` itself, and return where names may begin again."""
        if marker.kind in {"due", "field"}:
            return self._field(marker)
        if marker.kind == "date":
            self.due.append((marker.start, marker.end))
        is_listed = marker.kind == "verb" and self.text.startswith("、", marker.end)
        return marker.end + is_listed

    def _field(self, marker: Marker) -> int:
        """Take the text of a field that names no bodies, and return where it ends."""
        following = bisect_left(self._fields, marker.end)
        limit = self._fields[following] if following < len(self._fields) else len(self.text)
        found = _END_OF_FIELD.search(self.text, marker.end, limit)
        start, end = self._trimmed(marker.end, found.start() if found else limit)
        if marker.kind == "due":
            self.due += [(start, end)] if start < end else []
        elif self.text[marker.start : marker.end - 1] not in words("other_fields"):
            self.unread.append((marker.start, max(end, marker.end)))
        return max(end, marker.end)

    def _first_group(self, start: int, end: int, label: Role) -> int:
        """Give the label's role to what stands before the first ，, and return where that ends.

        In 责任单位：A，B、C配合 the verb is that of B and C.
        """
        closed = brackets(self.text[start:end])
        at = start
        while at < end and self.text[at] not in GROUP_SIGNS:
            at = start + closed.get(at - start, at - start) + 1
        if not start < at < end - 1:
            return start
        self._add_names(start, at, label)
        return at

    def _add_names(self, start: int, end: int, role: Role | None) -> None:
        start, end = self._trimmed(start, end)
        if start < end:
            self.names.append((start, end, role))

    def _trimmed(self, start: int, end: int) -> Span:
        while start < end and self.text[start] in _AROUND:
            start += 1
        while start < end and self.text[end - 1] in _AROUND:
            end -= 1
        return start, end
