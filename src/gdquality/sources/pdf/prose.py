"""Paragraphs from lines, over the ends of pages too.

A paragraph ends where its last line leaves room for the beginning of the next (`lines`), and where
the next is indented, begins an item, or is of another size. What a bracket holds stays together:
（省财政厅、教育厅负责） is one allocation on whichever lines it stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from gdquality.sources.pdf.columns import Block
from gdquality.sources.pdf.lines import (
    CLOSING,
    ITEM,
    LABEL,
    Line,
    ends_sentence,
    glued,
    needed_room,
    usual_size,
)

# Lines farther apart than most, by this factor, are no paragraph unless their sentence goes on.
FARTHER = 1.35
# Indents are two characters wide.
INDENT = 1.0
# Sizes of one paragraph differ by less, and a title is larger than the text by more.
SIZES = 1.15
# The two lines of a title are no farther apart, in sizes.
TITLE_STEP = 2.2
# How far back an open bracket is looked for: the longest lists have some 200 characters.
BRACKET = 400
# What wraps begins no farther to the left than an indent, and hanging numbers are.
FARTHEST = 5.0
# Lines of fewer characters are a list of short ones, and none of them is full.
SHORT = 10
# Lines that are not justified end a little earlier than they must.
SLACK = 0.5
# So many lines of a block end at its edge.
SHARE = 0.15
# A block of fewer lines does not show where lines end.
FEW = 4


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the lines of a block begin and end, and how far apart they stand.

    `indents` tells whether its paragraphs begin with an indent: an item without one may be none.
    """

    left: float
    right: float
    step: float
    indents: bool


@dataclass(slots=True)
class Draft:
    """A paragraph in the making: its text, and the page that it begins on.

    `first` and `last` are lines of it; the last one stands between `edges`.
    """

    text: str
    page: int
    first: Line
    last: Line
    edges: Edges

    @property
    def is_open(self) -> bool:
        """Return whether its sentence goes on, or a bracket in it."""
        return not ends_sentence(self.text) or self.in_bracket

    @property
    def in_bracket(self) -> bool:
        """Return whether a bracket is still open at its end."""
        end = self.text[-BRACKET:]
        return end.rfind("（") > end.rfind("）") or end.rfind("(") > end.rfind(")")


class Writer:
    """Puts the lines of one document together."""

    def __init__(self, blocks: Iterable[Block], right: float) -> None:
        """Learn from the blocks of a document how it is set.

        `right` is where its tables end: so does the text, where too little of it shows its edge.
        """
        wide = [line for block in blocks if block.wide and block.joins for line in block.lines]
        self.size = usual_size(wide)
        self.edges = _edges(wide)
        if len(wide) < FEW:
            self.edges = replace(self.edges, right=max(self.edges.right, right))

    def write(self, page: int, block: Block, before: Draft | None) -> list[Draft]:
        """Return the paragraphs that begin in a block of `page`.

        `before`, the last one of the page or the column before, goes on where its text does.
        """
        if not block.joins:
            edges = _edges(block.lines)
            return [Draft(line.text, page, line, line, edges) for line in block.lines]
        edges = self._own(block)
        drafts: list[Draft] = []
        draft, apart = before, True
        for line in block.lines:
            if draft and self._goes_on(draft, line, edges, apart=apart):
                # （牵头单位：A 配合单位：B） has no other sign between its two labels.
                apart_by = " " if LABEL.match(line.text) else ""
                draft.text = glued(draft.text + apart_by, line.text)
                draft.last, draft.edges = line, edges
            else:
                draft = Draft(line.text, page, line, line, edges)
                drafts.append(draft)
            apart = False
        return drafts

    def _own(self, block: Block) -> Edges:
        """Return the edges of a block: those of the document, where it is of its width."""
        own = _edges(block.lines)
        slack = INDENT * self.size
        inside = own.left >= self.edges.left - slack and own.right <= self.edges.right + slack
        if block.wide and inside:
            return replace(self.edges, step=own.step or self.edges.step)
        return own

    def _goes_on(self, draft: Draft, line: Line, edges: Edges, *, apart: bool) -> bool:
        """Return whether a line is of a paragraph; `apart`: it stands on another page or column."""
        last = draft.last
        if max(last.size, line.size) > SIZES * min(last.size, line.size):
            return False
        if not apart and not self._follows(draft, line, edges):
            return False
        if self._is_title(last, draft.edges) and self._is_title(line, edges):
            return True
        indented = line.left - edges.left > INDENT * line.size
        room = draft.edges.right - last.right
        if (
            room > needed_room(last, line) + SLACK * line.size
            or last.right - draft.edges.left < SHORT * last.size
        ):
            return draft.in_bracket and not indented and not ITEM.match(line.text)
        return self._carries_on(draft, line, indented=indented)

    def _follows(self, draft: Draft, line: Line, edges: Edges) -> bool:
        """Return whether a line stands where the next one of a paragraph would."""
        last = draft.last
        step = line.baseline - last.baseline
        if self._is_title(last, edges) and self._is_title(line, edges):
            return last.size / 2 < step <= TITLE_STEP * line.size
        if step < last.size / 2 or last.left - line.left > FARTHEST * line.size:
            return False
        return step <= FARTHER * edges.step or draft.is_open

    def _carries_on(self, draft: Draft, line: Line, *, indented: bool) -> bool:
        """Return whether a line carries on a paragraph whose last line is full."""
        if line.text[0] in CLOSING:
            return True
        if LABEL.match(line.text) and not draft.in_bracket:
            return False
        if ITEM.match(line.text):
            return draft.is_open and not indented and (draft.edges.indents or draft.in_bracket)
        if not indented:
            return True
        # A list whose first line stands out: the others are indented alike.
        alike = abs(line.left - draft.last.left) < line.size / 2 and draft.last is not draft.first
        return draft.in_bracket or (not draft.edges.indents and (alike or draft.is_open))

    def _is_title(self, line: Line, edges: Edges) -> bool:
        """Return whether a line is larger than the text, and in the middle."""
        before, after = line.left - edges.left, edges.right - line.right
        return line.size > SIZES * self.size and abs(before - after) < line.size


def _edges(lines: list[Line]) -> Edges:
    """Return where lines begin and end that more than one of them shares."""
    if not lines:
        return Edges(0.0, 0.0, 0.0, indents=False)
    rights = sorted((line.end for line in lines), reverse=True)
    lefts = sorted(line.left for line in lines)
    size = usual_size(lines)
    many = max(2, round(SHARE * len(lines)))
    right = next(
        (b for b, a in zip(rights, rights[many - 1 :], strict=False) if b - a < size), rights[0]
    )
    left = next(
        (a for a, b in zip(lefts, lefts[many - 1 :], strict=False) if b - a < size / 2), lefts[0]
    )
    steps = sorted(
        after.baseline - before.baseline
        for before, after in pairwise(lines)
        if after.baseline > before.baseline
    )
    indented = sum(INDENT < (line.left - left) / line.size < 3 * INDENT for line in lines)
    step = steps[len(steps) // 2] if steps else 0.0
    return Edges(left, right, step, indents=indented >= max(FEW, SHARE * len(lines)))
