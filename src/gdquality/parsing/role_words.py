"""Where a passage says who has which role: labels before names, verbs after them, words between."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from gdquality.parsing.compact import Compact
from gdquality.parsing.separators import brackets
from gdquality.parsing.words import longest_first, words
from gdquality.records import Role

Kind = Literal[
    "label", "due", "field", "verb", "other-verb", "joining", "suffix", "date", "first-leads"
]

_BEFORE_CLAUSE = frozenset("，,；;。.、：:（(〔[【）)】〕]")
_BEFORE_LABEL = _BEFORE_CLAUSE - frozenset("、：:")
_SUPPORTING = ("support_verbs", "joining_verbs")
_SHORTEST_UNSIGNED = 4
"""Characters of a label that needs no colon before a blank: 责任单位."""

_BOUNDARY = r"(?=$|[，,、；;。.．）)】〕\]（(〔\[【]|会同)"
_BY_DUTIES = (
    r"(?:在|按照?|根据|依据?|结合)(?:各自|各|部门|工作|任务|管理)?(?:的)?(?:职责|职能|分工|权限|职权|责任)"
    r"(?:职能|权限|分工|范围)?内?"
)
_DATE = (
    r"(?:到|于|在|力争)?(?:\d{4}年|20\d\d[.．/-]|\d{1,2}月|每[年月季周]|每半年|今年|明年|当年|年内|年前|[年月]底|[上下]半年|"
    r"第?[一二三四]季度|[“\"]?十[三四五六]五|长期|全年|持续|常态化|立即|即时|近期)"
)
_DATED_CLAUSE = re.compile(rf"{_DATE}[^，,；;。、（）()]{{0,24}}(?=[，,；;。）)]|$)")
_FIRST = r"(?:第一位?|首位|第1位?|首个|第一个|最前)"
_LEADING = r"(?:牵头|主责|主办)(?:负责|责任|或[^，。]{1,4}?)?(?:单位|部门)"
_FIRST_LEADS = re.compile(
    r"(?:注[：:]|其中[，,]?|[以如]?[上下]|所列|上述|各项?|每项|任务|工作|事项|措施|责任|单位|部门|多个|有|中|的|均|，){0,8}+"
    rf"(?:(?:排名?|排序|位列|名列|列)(?:在|为|于)?)?{_FIRST}(?:责任)?(?:单位|部门)?(?:的|者)?(?:责任)?(?:单位|部门)?"
    rf"(?:均?为|是|系|即为){_LEADING}(?:[，,、]?下同)?"
)
_SAYS_MORE = re.compile(
    rf"{_FIRST}|{_DATE}|[：:]|牵头|[主负总]责|配合|参[与加]|协[同助办作]|支持|[承主]办|实施|落实|会同|为主|抓|"
    r"推[进动]|[指督]导|督[促办查]|监督|统筹|协调|主导|考核|监管|审[核批]|验收|执行|完成|各司|单位|部门|分工|职责"
)
"""What most cells have none of, which are bare lists."""
_UNKNOWN_LABEL = re.compile(r"[^\W\d_]{2,8}[：:]")


@dataclass(frozen=True, slots=True)
class Marker:
    """Words of a compact text, from `start` to `end`, that say what the names near them are.

    A `label` stands before names, a `verb` after them, a `suffix` in brackets behind one; an
    `other-verb` gives those before it none of the three roles. A `field`
    begins a passage that names no bodies, a `due` one that says when; a `date` says so itself.
    """

    kind: Kind
    role: Role | None
    start: int
    end: int


def markers_of(source: Compact) -> list[Marker]:
    """Return the words of roles in `source`, in printed order."""
    return list(_markers(source))


def _markers(source: Compact) -> Iterator[Marker]:
    text = source.text
    if not _SAYS_MORE.search(text):
        return
    closed = brackets(text)
    at = 0
    while at < len(text):
        marker = _marker_at(source, at, closed.get(at))
        if marker:
            yield marker
            at = marker.end
        else:
            at = closed.get(at, at) + 1


def _marker_at(source: Compact, at: int, closes: int | None) -> Marker | None:
    text = source.text
    if at == 0 or text[at - 1] in _BEFORE_CLAUSE or at in source.gaps:
        if found := _FIRST_LEADS.match(text, at):
            return Marker("first-leads", None, at, found.end())
        if marker := _label_at(source, at) or _date_at(text, at):
            return marker
    if closes is not None:
        return _in_brackets(text, at, closes) if at else None
    return _verb_at(text, at) if text[at] in _first_characters() else None


def _verb_at(text: str, at: int) -> Marker | None:
    if found := _verbs().match(text, at):
        return Marker("verb", _role_of(found[0]), at, found.end())
    if found := _other_verbs().match(text, at):
        return Marker("other-verb", None, at, found.end())
    found = _joining().match(text, at) if at else None
    return Marker("joining", "support", at, found.end()) if found else None


@cache
def _first_characters() -> frozenset[str]:
    """Return the characters that the words of roles begin with, for a quick look."""
    kinds = (
        "lead_verbs",
        "support_verbs",
        "responsible_verbs",
        "role_adverbs",
        "joining_verbs",
        "other_verbs",
    )
    return frozenset(word[0] for word in longest_first(*kinds)) | frozenset("在按根依结作为是")


def _label_at(source: Compact, at: int) -> Marker | None:
    text = source.text
    for kind, pattern in (("label", _labels()), ("due", _due_labels())):
        found = pattern.match(text, at)
        if found and _is_signed(source, at, found):
            role = _role_of_label(found["label"]) if kind == "label" else None
            return Marker("label" if kind == "label" else "due", role, at, found.end())
    found = _UNKNOWN_LABEL.match(text, at)
    is_behind_label = at > 0 and text[at - 1] in "：:"
    if not found or is_behind_label or source.gaps.intersection(range(at + 1, found.end())):
        return None
    return Marker("field", None, at, found.end())


def _is_signed(source: Compact, at: int, found: re.Match[str]) -> bool:
    """Tell whether a label is one by its sign: a colon, 为, a blank, or brackets around it."""
    if found["opens"]:
        is_behind_name = at > 0 and source.text[at - 1] not in _BEFORE_LABEL
        return bool(found["closes"]) and not is_behind_name
    if found["sign"]:
        return True
    return found.end() in source.gaps and len(found["label"]) >= _SHORTEST_UNSIGNED


def _date_at(text: str, at: int) -> Marker | None:
    """Return a clause that says when without any label: 2019年12月底前完成."""
    found = _DATED_CLAUSE.match(text, at)
    if not found or re.search("牵头|负责|配合|参与|[局厅委办]", found[0]):
        return None
    return Marker("date", None, at, found.end())


def _in_brackets(text: str, start: int, end: int) -> Marker | None:
    """Return the role that stands in brackets behind a name, A（牵头）、B, or the note there."""
    inside = text[start + 1 : end]
    if _FIRST_LEADS.fullmatch(inside):
        return Marker("first-leads", None, start, end + 1)
    found = _labels().fullmatch(inside)
    if found and not found["opens"] and not found["sign"]:
        return Marker("suffix", _role_of_label(inside), start, end + 1)
    return None


def _role_of_label(label: str) -> Role:
    """Return the role that a label gives; one for those who lead and support says not who leads."""
    leads = any(word in label for word in words("lead_verbs"))
    supports = any(word in label for word in words("support_verbs"))
    return "responsible" if leads and supports else _role_of(label)


def _role_of(words_of_role: str) -> Role:
    """Return the role that a label or verbs give: the lead's where one of their words leads."""
    if any(word in words_of_role for word in words("lead_verbs")):
        return "lead"
    if any(word in words_of_role for kind in _SUPPORTING for word in words(kind)):
        return "support"
    return "responsible"


def _any(*kinds: str) -> str:
    return "|".join(map(re.escape, longest_first(*kinds)))


_SIGN = r"(?P<closes>[】〕\]）)])?(?P<sign>[：:]|[为是](?=[^牵责主]))?"


@cache
def _labels() -> re.Pattern[str]:
    roles = _any("lead_roles", "responsible_roles", "support_roles")
    label = (
        rf"(?:{roles})(?:（[^（）]{{1,6}}）)?(?:{_any('bodies_of_labels')})|{_any('labels_alone')}"
    )
    return re.compile(
        rf"(?P<opens>[【〔\[（(])?(?:{_any('label_modifiers')}){{0,2}}(?P<label>{label})(?:及分工|分工)?{_SIGN}"
    )


@cache
def _due_labels() -> re.Pattern[str]:
    return re.compile(rf"(?P<opens>[【〔\[（(])?(?P<label>{_any('due_labels')}){_SIGN}")


@cache
def _verbs() -> re.Pattern[str]:
    verbs = _any("lead_verbs", "support_verbs", "responsible_verbs")
    adverbs = rf"{_BY_DUTIES}|{_any('role_adverbs')}"
    roles = _any("lead_roles", "responsible_roles", "support_roles")
    as_body = rf"(?:作为|为|是)(?:{roles})(?:{_any('bodies_of_labels')})"
    chain = rf"(?:{verbs})(?:{adverbs}|{verbs}|并|和|等工作|工作){{0,5}}?"
    return re.compile(
        rf"(?:(?:{adverbs}){{0,4}}+(?:{chain}|{as_body})|{_BY_DUTIES})"
        rf"{_BOUNDARY}"
    )


@cache
def _other_verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('role_adverbs')}){{0,4}}+(?:{_any('other_verbs')}){_BOUNDARY}")


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('joining_verbs')})(?=..)")
