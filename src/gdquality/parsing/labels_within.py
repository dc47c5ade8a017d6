"""Labels in mid-clause: behind a list that ran on, or with words of their own before them.

牵头单位：A责任单位：B        市级层面牵头单位：A
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from gdquality.parsing.compact import Compact
from gdquality.parsing.role_patterns import due_labels, labels
from gdquality.parsing.roles import BEFORE_CLAUSE, Marker, role_of_label
from gdquality.parsing.shapes import LONGEST_NAME, is_internal, is_named_as_body
from gdquality.parsing.words import words

_SIGNED_LABEL = re.compile("(?:单位|部门|机构|主体|时[限间]|期限|领导|责任人|负责人|联系人)[：:]")
_OF_LABEL = re.compile(
    r"(?:[省市区县州镇乡]|国家|[本级直各]|[层方]面|行业|整改|项目|主要|共同|工作|任务|第?[一二三四五六\d]|年度?)+"
)


def labels_within(source: Compact) -> Iterator[tuple[int, Marker | None]]:
    """Yield where clauses begin that hold a label behind other words, and the marker there.

    A name before it is of the list before, 牵头单位：A责任单位：B, and is no marker; words that say
    whose label it is are of it, 市级层面牵头单位：A; others are not understood.
    """
    text = source.text
    for found in _SIGNED_LABEL.finditer(text):
        earliest = max(found.start() - LONGEST_NAME, 0)
        begins = next(
            (
                at
                for at in range(found.start(), earliest, -1)
                if at in source.gaps or BEFORE_CLAUSE.match(text, at - 1)
            ),
            earliest,
        )
        places = range(begins, found.start() + 1)
        label = next((one for at in places if (one := _signed_at(text, at, found.end()))), None)
        if label is None or label.start == begins:
            continue
        before = text[begins : label.start]
        if _OF_LABEL.fullmatch(before) and label.kind == "label":
            yield begins, replace(label, start=begins)
            continue
        is_listed = text[begins - 1 : begins] in ("：", ":") or is_named_as_body(before)
        is_name = is_listed or is_internal(before)
        yield begins, None if is_name else Marker("other-verb", None, begins, label.start)
        yield label.start, label


def _signed_at(text: str, at: int, end: int) -> Marker | None:
    """Return the label that stands from `at` to `end`, where its colon ends, if one does."""
    found = labels().match(text, at)
    if found and found.end() == end:
        return Marker("label", role_of_label(found["label"]), at, end)
    found = due_labels().match(text, at)
    if found and found.end() == end:
        return Marker("due", None, at, end)
    is_field = text[at : end - 1] in words("other_fields")
    return Marker("field", None, at, end) if is_field else None
