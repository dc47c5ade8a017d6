"""Whether a line goes on in the next one: told by what the break between them cuts in two.

    牵头单位：市交通局，配合            a label
    单位：市财政局、市                  a name
    科技局。由市住建局牵头，市水利局    a body and what it does
    配合。

A list goes on behind a sign of its own as well, and what it lists behind its label.
"""

import re
from collections.abc import Iterator

from gdquality.parsing import shapes
from gdquality.parsing.agency_lists import expand
from gdquality.parsing.brackets import CLOSING, brackets_in
from gdquality.parsing.collectives import is_one_collective
from gdquality.parsing.role_patterns import (
    MAY_LABEL,
    SAYS_MORE,
    due_labels,
    joining,
    labels,
    verbs,
)
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.parsing.words import opening, words

_LONGEST_LIST = 400
"""Characters of a list in which its label is looked for."""

_NEAR = 64
"""Characters on each side of a break that are read: a name and what stands before it."""

_SHORTEST = 3
"""Characters of the shortest name of one body; 市委 is mostly a part of one."""

_LONGEST_LABEL = 10
_LONGEST_VERB = 8

_ENDS = tuple("。；;！!？?》”")
"""What ends a sentence, or a title."""

_ENDS_OPEN = re.compile("(?:[、，,]|会同|[，,。；;]由|^由)$")
_BEGINS_OPEN = tuple("、，。；：")
"""Signs that begin no line."""

_BEFORE_LABEL = " \t　。；;，,：:！!？?（(〔[【）)】〕]"
_LAST = re.compile(
    r"(?:^|[、，,：:。；;（(【〔\[])(?:并?由)?(?P<name>[^、，,；;：:。（(【〔\[\s]{1,24})$"
)
_SENTENCE_SIGNS = "。；;：:"
_BEFORE_NAMES = re.compile("会同|(?:^|[。；;：:，,])并?由")
_LIST_GOES_ON = re.compile(r"[^。；;：:\s]+")
_SIGN = re.compile("[、，,]")


def goes_on(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the text of the line `above` goes on in the line `below`."""
    listed, below = above[-_LONGEST_LIST:].rstrip(), below[:_NEAR].lstrip()
    above = listed[-_NEAR:]
    if below.startswith(_BEGINS_OPEN):
        return True
    if not above or above.endswith(_ENDS) or _closes_allocation(listed):
        return False
    if above[-1] in shapes.KINDS and opening(above[-1] + below, "words_like_levels"):
        return True
    if above.endswith(("：", ":")):
        return ends_in_label(above)
    following = _LIST_GOES_ON.match(below)
    return (
        bool(_ENDS_OPEN.search(above, len(above) - 2))
        or cuts_label(above, below)
        or bool(following and _cuts_name(listed, following[0], vocabulary))
        or bool(following and _cuts_clause(above, following[0], vocabulary))
    )


def _closes_allocation(text: str) -> bool:
    """Tell whether `text` ends in a bracket that says who does what, or began before it."""
    if text[-1] not in CLOSING:
        return False
    closed = brackets_in(text)
    is_whole = bool(closed) and closed[-1].end == len(text)
    return not is_whole or bool(SAYS_MORE.search(text, closed[-1].start))


def ends_in_label(text: str) -> bool:
    """Tell whether `text` ends in the label of a list, or of a limit, with its colon."""
    return any(True for _ in _labels_at_end(text))


def _labels_at_end(text: str) -> Iterator[re.Match[str]]:
    if text.endswith(("：", ":")):
        text = text[-_NEAR:]
        yield from (label for label in _labels_near(text, len(text)) if label.end() == len(text))


def cuts_label(above: str, below: str) -> bool:
    """Tell whether a label begins at the end of `above` and ends in `below`: 牵头 单位：."""
    below = below[:_LONGEST_LABEL]
    if "：" not in below and ":" not in below:
        return False
    above = above[-_NEAR:]
    labels_ = _labels_near(above + below, len(above))
    return any(label.end() > len(above) for label in labels_)


def _labels_near(text: str, end: int) -> Iterator[re.Match[str]]:
    """Yield the labels with a colon that begin before `end`, and near it."""
    if not MAY_LABEL.search(text, max(end - _LONGEST_LABEL, 0)):
        return
    for start in range(max(end - _LONGEST_LABEL, 0), end):
        # 各责任单位： addresses a document to them.
        if (start and text[start - 1] not in _BEFORE_LABEL) or text[start] == "各":
            continue
        for pattern in (labels(), due_labels()):
            found = pattern.match(text, start)
            if found and found["sign"] in {"：", ":"}:
                yield found


def _cuts_name(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a name of a list begins at the end of `above` and ends in `below`."""
    begins = max(map(above.rfind, _SENTENCE_SIGNS)) + 1
    is_labelled = any(label.re is not due_labels() for label in _labels_at_end(above[:begins]))
    given = [one.end() for one in _BEFORE_NAMES.finditer(above, begins)]
    first = above[max(given, default=begins) :]
    is_list = is_labelled or given or _SIGN.search(first)
    if not is_list and not SAYS_MORE.search(_SIGN.split(below)[0]):
        return False
    first, rest = first[-_NEAR:], _name_first(below)
    gives_role = given or (rest != below and not _SIGN.search(rest))
    before = ""
    for one in expand(f"{first} {rest}", vocabulary):
        if one.end > len(first) + 1:
            if one.start >= len(first) or not (is_labelled or gives_role or before):
                return False
            ends = (first[one.start :], rest[: one.end - len(first) - 1])
            return _are_one(one.text, *ends, vocabulary, is_labelled=is_labelled)
        before = one.text if _is_named(_name_first(one.text), vocabulary) else ""
    return False


def _are_one(
    whole: str, name: str, rest: str, vocabulary: Vocabulary, *, is_labelled: bool
) -> bool:
    """Tell whether `name` and `rest` are the `whole` name of a body, and two of none.

    In a list that `is_labelled` a name need not be evident.
    """
    is_evident = vocabulary.is_body(whole) or is_one_collective(whole)
    if _is_named(name, vocabulary):
        return is_evident and not _may_stand_alone(rest, vocabulary)
    if not is_evident and (
        not is_labelled or vocabulary.is_institution(name) or not vocabulary.may_be_body(whole)
    ):
        return False
    return not _may_stand_alone(rest, vocabulary) or _may_begin(name, rest, vocabulary)


def _may_begin(name: str, rest: str, vocabulary: Vocabulary) -> bool:
    """Tell whether `name`, no body's, may begin that of `rest`, which is one: 市, 各, 市农业."""
    prefix = vocabulary.prefix_of(name) or opening(name, "national_openings")
    if name == prefix or name in words("collective_openings"):
        return True
    is_level = prefix in words("levels") or prefix in words("national_openings")
    matters = name.removeprefix(prefix).rstrip("和与")
    return (is_level or shapes.is_matters(matters)) and not vocabulary.prefix_of(rest)


def _is_named(name: str, vocabulary: Vocabulary) -> bool:
    """Tell whether `name` is a body's as it stands."""
    if len(name) < _SHORTEST:
        return is_one_collective(name)
    is_area = shapes.is_area(name) and vocabulary.prefix_of(name) not in words("levels")
    return is_area or vocabulary.is_body(name) or is_one_collective(name)


def _name_first(text: str) -> str:
    """Return what stands in `text` before the first word that says what somebody does."""
    found = [one.start() for pattern in (verbs(), joining()) if (one := pattern.search(text))]
    return text[: min(found, default=len(text))]


def _may_stand_alone(name: str, vocabulary: Vocabulary) -> bool:
    if name in words("area_tails"):
        return False
    if len(name) < _SHORTEST:
        return is_one_collective(name)
    return (
        shapes.is_department(name)
        or bool(vocabulary.prefix_of(name) and vocabulary.is_body(name))
        or is_one_collective(name)
        or bool(opening(name, "unprefixed"))
        or name in words("ministries")
        or shapes.is_area(name)
    )


def _cuts_clause(above: str, below: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a body's name ends before the break, or near it, and its role stands behind."""
    text, begins = above + below[:_LONGEST_VERB], max(len(above) - _LONGEST_VERB, 0)
    if not SAYS_MORE.search(text, begins):
        return False
    for start in range(begins, len(above) + 1):
        for pattern in (verbs(), joining()):
            found = pattern.match(text, start)
            if not found or found.end() <= len(above):
                continue
            last = _LAST.search(text, 0, start)
            if last and _is_named(last["name"], vocabulary):
                return True
    return False
