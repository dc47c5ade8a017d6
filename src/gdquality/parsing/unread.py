"""What looks like an allocation and became none, told in remarks: nothing is lost in silence."""

import re
from collections.abc import Collection, Iterator, Sequence

from gdquality.errors import quoted
from gdquality.parsing import collectives
from gdquality.parsing.agency_lists import expand
from gdquality.parsing.brackets import CLOSING, OPENING, brackets_in, unclosed
from gdquality.parsing.compact import Range, in_simplified
from gdquality.parsing.outline import Span
from gdquality.parsing.outline_markers import number_at
from gdquality.parsing.passages import SIGNED
from gdquality.parsing.printed_allocations import LONGEST_ALLOCATION, are_names
from gdquality.parsing.prose import ReadItem
from gdquality.parsing.said_roles import bodies_alone, says_role, works_together
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Place, Remark

_SENTENCE = re.compile(r"[^。；;\n]+")
_LAST_OF_NAMES = "局委办厅院部府会署行"
_DASHES = "—―–-─ \t　"
_FEWEST_LISTED = 2


def unread_allocations(
    items: Sequence[ReadItem], vocabulary: Vocabulary, of_duties: Collection[Place]
) -> list[Remark]:
    """Return a remark for each sentence outside the tasks that gives a body a part in the work.

    What bodies do together is told, too, save where a duty was read: in sentences `of_duties`.
    """
    found: dict[str, Remark] = {}
    for read in items:
        for span, allocations in read.spans:
            for remark in _unread(span, allocations, vocabulary, of_duties):
                found.setdefault(remark.message, remark)
    return [*found.values(), *_below_lists(items, vocabulary)]


def _unread(
    span: Span,
    allocations: Sequence[Range],
    vocabulary: Vocabulary,
    of_duties: Collection[Place],
) -> Iterator[Remark]:
    for sentence in _SENTENCE.finditer(span.without(allocations)):
        printed, at = sentence[0].strip(), sentence.start()
        text = in_simplified(printed)
        if (
            says_role(text, vocabulary)
            or _lists_bodies(text, vocabulary)
            or (at and _is_list(text, vocabulary))
            or (works_together(text, vocabulary) and span.place_at(at) not in of_duties)
        ):
            yield _remark(printed, span.place_at(at))


def _below_lists(items: Sequence[ReadItem], vocabulary: Vocabulary) -> Iterator[Remark]:
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
        elif (is_below or is_above_first) and are_names(text, vocabulary):
            has_headings |= is_above_first and not is_below
            if is_below and not SIGNED.match(below) and not (is_above_first and has_headings):
                yield _remark(text, span.place_at(0))
        else:
            is_below = False


def _remark(text: str, place: Place) -> Remark:
    return Remark("unread-allocation", f"说到分工，没有读成任务：{quoted(text)}", place)


def _is_list(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a sentence is a list of bodies, as behind a dash: ——市财政局、市发改委."""
    if not text or not (text[0] in _DASHES or text[-1] in _LAST_OF_NAMES):
        return False
    names = text.strip(_DASHES)
    fewest = _FEWEST_LISTED if len(names) == len(text) else 1
    return len(names) <= LONGEST_ALLOCATION and bodies_alone(names, vocabulary) >= fewest


def _lists_bodies(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a bracket that closes a sentence has bodies and what is not understood."""
    if text[-1:] not in CLOSING:
        return False
    closed = brackets_in(text)
    is_closed = bool(closed) and closed[-1].end == len(text) and not unclosed(text)
    opened = (at for at in map(text.find, OPENING) if at >= 0)
    start = closed[-1].start if is_closed else min(opened, default=-1)
    if len(text) - start > LONGEST_ALLOCATION:
        return False
    listed = [one.text for one in expand(text[start + 1 : -1], vocabulary)]
    bodies = sum(map(vocabulary.is_body, listed))
    return bodies > 0 and bodies + sum(map(collectives.is_one_collective, listed)) >= _FEWEST_LISTED
