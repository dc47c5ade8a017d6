"""Allocations that are clauses of a sentence with more in it, where an item has nothing else.

一、加强宣传。由区委宣传部牵头，区教育局配合，广泛开展宣传。
支持企业技术改造，由市工信局牵头，市财政局配合。

Only where the item is that one sentence below its heading is it certain what is given out; of any
other a remark tells (`unread`).
"""

import re
from collections.abc import Iterator, Sequence

from gdquality.parsing.allocation import Allocation
from gdquality.parsing.outline import Item, Span
from gdquality.parsing.passages import healed
from gdquality.parsing.printed_allocations import (
    ENDS_IN_ROLE,
    GIVES_WORK,
    PrintedAllocation,
    are_evident_together,
)
from gdquality.parsing.role_patterns import DATED_CLAUSE
from gdquality.parsing.role_sentences import read_allocation
from gdquality.parsing.said_roles import begins_like_body, says_role
from gdquality.parsing.shapes import LONGEST_NAME
from gdquality.parsing.vocabulary import Vocabulary

_SENTENCE = re.compile(r"[^。；;！!？?\n]+")
_CLAUSE = re.compile(r"[^，,]+")
_JOINS = re.compile(r"^\s*(?:会同|联合)")
_SAYS_WHO = re.compile("由|牵头|主责|主办|牵总|抓总|为主")
_BY_WHOM = re.compile("(?<!自)由|会同|联合")
_OTHERS_DO = re.compile("牵头|配合|协助|协同|参[与加]|监督|指导")
_TOLD = re.compile("了(?!解|然)|已|曾|去年|近年|以来")
"""What a sentence has that tells what was done."""

_ENDS_LIMIT = re.compile("(?:完成|[前底内])$")
_REASON = re.compile("根据|按照?|依据|经|为|鉴于|结合|在|如|若|对")
"""How the first clause of a sentence begins that is no name of a task."""

_LONGEST_HEADING = 40
_LONGEST_SENTENCE = 300
_MOST_CLAUSES = 12
_HEADING_AND_SENTENCE = 2


def stated_in(item: Item, vocabulary: Vocabulary) -> Iterator[PrintedAllocation]:
    """Yield the allocations that sentences of `item` are in part; there are none beside them."""
    if not any(GIVES_WORK.search(span.text) for span in item.spans):
        return
    if item.label:
        below = _below_heading(item)
        sentences = [below] if below else []
    else:
        sentences = [one for span in item.spans if (one := _only(span))]
    for span, sentence in sentences:
        is_above_list = sentence[0].rstrip().endswith(("：", ":"))
        if is_above_list or not GIVES_WORK.search(sentence[0]) or _TOLD.search(sentence[0]):
            continue
        found = _read(span, sentence, vocabulary, is_labelled=bool(item.label))
        # The allocation alone, below no heading, gives nothing out.
        if found and healed(found.printed.text) != item.heading:
            yield found


def _only(span: Span) -> tuple[Span, re.Match[str]] | None:
    """Return the sentence of `span` if it has only one."""
    found = list(_sentences(span))
    return (span, found[0]) if len(found) == 1 else None


def _below_heading(item: Item) -> tuple[Span, re.Match[str]] | None:
    """Return the one sentence of `item` that stands alone or below its heading."""
    if len(item.spans) > _HEADING_AND_SENTENCE:
        return None
    found = [(span, one) for span in item.spans for one in _sentences(span, item.label)]
    is_heading_short = len(found) == 1 or len(item.heading) <= _LONGEST_HEADING
    return found[-1] if 0 < len(found) <= _HEADING_AND_SENTENCE and is_heading_short else None


def _sentences(span: Span, label: str = "") -> Iterator[re.Match[str]]:
    text = span.text
    begins = len(text) - len(text.lstrip())
    begins += len(label) if text.startswith(label, begins) else 0
    for found in _SENTENCE.finditer(text, begins):
        if found[0].strip():
            yield found


def _read(
    span: Span, sentence: re.Match[str], vocabulary: Vocabulary, *, is_labelled: bool
) -> PrintedAllocation | None:
    """Return the clauses of `sentence` that allocate, if nothing else in it gives a role."""
    clauses = list(_CLAUSE.finditer(span.text, *sentence.span()))
    if len(sentence[0]) > _LONGEST_SENTENCE or len(clauses) > _MOST_CLAUSES:
        return None
    for first, last in _runs(clauses):
        start, end = clauses[first].start(), clauses[last].end()
        read = read_allocation(span.text[start:end], vocabulary, None)
        if read is None or not _is_certain(read, clauses[first][0], vocabulary):
            continue
        before, after = span.text[sentence.start() : start], span.text[end : sentence.end()]
        is_given = before.strip() and not _REASON.match(before.strip())
        rest = [*_CLAUSE.findall(before), *_CLAUSE.findall(after)]
        if _OTHERS_DO.search(after) or any(_has_part(one, vocabulary) for one in rest):
            return None
        if not (is_labelled or (is_given and last == len(clauses) - 1)):
            return None
        return PrintedAllocation(span, start, end, start, read)
    return None


def _has_part(clause: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a clause beside the allocation may have another body do something."""
    clause = clause.strip()
    return (
        bool(_BY_WHOM.search(clause))
        or says_role(clause, vocabulary)
        or begins_like_body(clause[:LONGEST_NAME], vocabulary)
    )


def _runs(clauses: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield the clauses that may be an allocation as (first, last), the longest first."""
    for first, clause in enumerate(clauses):
        if not (_SAYS_WHO.search(clause[0]) and ENDS_IN_ROLE.search(clause[0])):
            continue
        last = first
        while last + 1 < len(clauses) and _goes_on(clauses[last + 1][0]):
            last += 1
        for end in range(last, first - 1, -1):
            yield first, end


def _goes_on(clause: str) -> bool:
    is_limit = DATED_CLAUSE.fullmatch(clause.strip()) and _ENDS_LIMIT.search(clause)
    return bool(is_limit or ENDS_IN_ROLE.search(clause) or _JOINS.search(clause))


def _is_certain(read: Allocation, first: str, vocabulary: Vocabulary) -> bool:
    roles = {one.role for one in read.mentions}
    is_given = "lead" in roles or (roles - {"support"} and "由" in first)
    return bool(is_given) and are_evident_together(read, vocabulary)
