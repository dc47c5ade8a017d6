"""What looks like an allocation and became none, told in remarks: nothing is lost in silence."""

import re
from collections.abc import Iterator, Sequence

from gdquality.errors import quoted
from gdquality.parsing import collectives
from gdquality.parsing.agency_lists import expand
from gdquality.parsing.brackets import CLOSING, OPENING, brackets_in, unclosed
from gdquality.parsing.compact import Range, in_simplified
from gdquality.parsing.naming import Naming
from gdquality.parsing.outline import Span
from gdquality.parsing.outline_markers import number_at
from gdquality.parsing.passages import SIGNED
from gdquality.parsing.printed_allocations import LONGEST_ALLOCATION, are_names
from gdquality.parsing.prose import ReadItem
from gdquality.records import Place, Remark

_SENTENCE = re.compile(r"[^。；;\n]+")
_ROLE = re.compile(
    "牵头|主责|主办(?!的)|会办(?!公)|负责(?!解释)|[为是](?:责任|配合)单位|责任[：:]|(?<=[：:])(?:积极|主动|协助)?配合|"
    "(?:责任|配合|参与|协同|协助|协办|负责|落实|实施|主管|承办|会签|成员)(?:单位|部门|主体|机构)[：:]"
)
_ENCOURAGED = re.compile("鼓励|支持|引导")
_ADDRESSED = re.compile(r"(?:[^，。：:]{1,40}[，、])*+各[^，。、：:]{0,12}[：:]")
"""To whom the document is sent: 各区人民政府，各责任单位："""

_FEWEST_LISTED = 2

_NAME_AS_LABEL = re.compile(r"(?:[（(\d一二三四五六七八九十]+[）)、.．])?([一-鿿]{2,20})[：:]")
_NAME_BEFORE = re.compile(
    r"([一-鿿]{2,20}?)(?:分工|分别|共同|联合|具体|统一|按照?职责){0,3}(?:牵头|负?主责|主办|会办|[为是](?:责任|配合)单位|负责(?!解释))"
)


def unread_allocations(items: Sequence[ReadItem], naming: Naming) -> list[Remark]:
    """Return a remark for each sentence outside the tasks that gives a body a role.

    牵头 after no body is no allocation (发挥牵头作用), nor is what is only encouraged.
    """
    found: dict[str, Remark] = {}
    for read in items:
        for span, allocations in read.spans:
            for remark in _unread(span, allocations, naming):
                found.setdefault(remark.message, remark)
    return [*found.values(), *_below_lists(items, naming)]


def _unread(span: Span, allocations: Sequence[Range], naming: Naming) -> Iterator[Remark]:
    for sentence in _SENTENCE.finditer(span.without(allocations)):
        printed = sentence[0].strip()
        text = in_simplified(printed)
        if _gives_role(text, naming) or _lists_bodies(text, naming):
            yield _remark(printed, span.place_at(sentence.start()))


def _below_lists(items: Sequence[ReadItem], naming: Naming) -> Iterator[Remark]:
    """Yield a remark for each line of bodies below a list, which may go on there.

    Above a date it signs; above 1. it is a heading, where such a heading stands below no list too.
    """
    has_headings = is_below = False
    spans = [(at, *one) for read in items for at, one in enumerate(read.spans)]
    texts = [span.text.strip() for _, span, _ in spans]
    for (at, span, allocations), text, below in zip(spans, texts, [*texts[1:], ""], strict=False):
        is_below = is_below and at > 0
        is_above_first = number_at(below) == 1
        if allocations:
            is_below = allocations[-1][1] == len(span.text.rstrip())
        elif (is_below or is_above_first) and are_names(text, naming.vocabulary):
            has_headings |= is_above_first and not is_below
            if is_below and not SIGNED.match(below) and not (is_above_first and has_headings):
                yield _remark(text, span.place_at(0))
        else:
            is_below = False


def _remark(text: str, place: Place) -> Remark:
    return Remark("unread-allocation", f"说到分工，没有读成任务：{quoted(text)}", place)


def _gives_role(text: str, naming: Naming) -> bool:
    role = _ROLE.search(text)
    if not role or _ENCOURAGED.search(text[: role.start()]) or _ADDRESSED.fullmatch(text):
        return False
    names = (_NAME_BEFORE.search(text), _NAME_AS_LABEL.match(text))
    is_named = any(found and naming.ends_like_body(found[1]) for found in names)
    return is_named or role[0][-1] in "：:"


def _lists_bodies(text: str, naming: Naming) -> bool:
    """Tell whether a bracket that closes a sentence has bodies and what is not understood."""
    if text[-1:] not in CLOSING:
        return False
    closed = brackets_in(text)
    is_closed = bool(closed) and closed[-1].end == len(text) and not unclosed(text)
    opened = (at for at in map(text.find, OPENING) if at >= 0)
    start = closed[-1].start if is_closed else min(opened, default=-1)
    if len(text) - start > LONGEST_ALLOCATION:
        return False
    listed = [one.text for one in expand(text[start + 1 : -1], naming.vocabulary)]
    bodies = sum(map(naming.vocabulary.is_body, listed))
    return bodies > 0 and bodies + sum(map(collectives.is_one_collective, listed)) >= _FEWEST_LISTED
