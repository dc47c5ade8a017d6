"""Whether a sentence says of a body that it has a part in the work, in whatever words."""

import re

from gdquality.parsing.agency_lists import expand
from gdquality.parsing.collectives import areas_of
from gdquality.parsing.first_looks import first_look
from gdquality.parsing.shapes import LONGEST_NAME
from gdquality.parsing.vocabulary import Vocabulary

_BODY = "(?:单位|部门|主体|机构|机关)"
_OF_ROLE = "(?:牵头|主责|主办|责任|负责|承办|实施|配合|参与|协同|协助|协办)"
_BY_DUTIES = "按照?(?:各自)?(?:的)?(?:职责|职能)"
_SAYS = first_look(
    "牵抓主会负为是按统责配参协落实承签积动",
    r"(?:牵头|牵总|抓总|主责|主办(?!的)|协办|会办(?!公)|负责(?!解释|人|同志|任)|"
    rf"[为是]{_OF_ROLE}{_BODY}|{_OF_ROLE}{_BODY}[为是：:]|为主(?=[，,]|$)|(?:统筹|配合|协助)(?=[，,]|$)|{_BY_DUTIES}|责任[：:]|"
    rf"(?<=[：:])(?:积极|主动|协助)?配合|(?:落实|主管|会签|成员){_BODY}[：:])",
)
"""Where a word stands that gives a role to who is named before it, or as a label behind it."""

_LABEL = re.compile(
    rf"(?:责任|(?:{_OF_ROLE}|落实|主管|会签|成员){_BODY})(?P<sign>[：:])|{_OF_ROLE}{_BODY}[为是](?!{_OF_ROLE})"
)
_EACH_OF_ROLE = re.compile(f"{_OF_ROLE}{_BODY}$")
_JOINS = re.compile("会同")
_LISTED = re.compile(
    r"(?:[（(\d一二三四五六七八九十]+[）)、.．])?(?P<names>[^，,。；;：:]{2,60})[：:]"
)
_NOT_OF_GROUPS = re.compile(f"{_BY_DUTIES}|(?:统筹|配合|协助)(?=[，,]|$)")
"""What all of a kind are exhorted to: 各部门按职责分工抓好落实."""

_MATTER_OF = re.compile(
    r"[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]\s*[^，,。；;：:]{2,20}[：:]\s*(?P<names>[^。；;：:]{2,120})"
)
"""A numbered matter with whose it is: 1.道路保洁：县城管局、县交通局."""

_BEHIND_NAME = re.compile(
    r"(?:分工|分别|共同|联合|具体|统一|主要|总的?|负|各自|积极|主动|[：:]|"
    rf"{_BY_DUTIES}(?:分工)?)+$"
)
_CLAUSE_BEFORE = re.compile(r"[^，,。；;：:！!？?\n]+$")
_ENCOURAGED = re.compile("鼓励|支持|引导")
_ADDRESSED = re.compile(r"(?:[^，。：:]{1,40}[，、])*+各[^，。、：:]{0,12}[：:]")
"""To whom the document is sent: 各区人民政府，各责任单位："""

_GROUP = re.compile("各|有关|相关|其[他它余]|[本同上下]级|主管")
_LONGEST_LISTED = 40
_SIGN = re.compile("[、，,；;]")
_LONGEST_ADVERBS = 16


def says_role(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a sentence gives a role to a body, or has the label of one.

    牵头 after no body is no allocation (发挥牵头作用), nor is what a body is only encouraged to.
    """
    matter = _MATTER_OF.fullmatch(text)
    if matter and bodies_alone(matter["names"], vocabulary):
        return True
    if not _SAYS.search(text) or _ADDRESSED.fullmatch(text):
        return False
    listed = _LISTED.match(text)
    if listed and (_names_at_end(listed["names"], vocabulary) or areas_of(listed["names"])):
        return True
    return any(_gives(text, found.start(), vocabulary) for found in _SAYS.finditer(text))


def _gives(text: str, at: int, vocabulary: Vocabulary) -> bool:
    label = _LABEL.match(text, at)
    if label and label["sign"]:
        return True
    if label and begins_like_body(text[label.end() : label.end() + LONGEST_NAME], vocabulary):
        return True
    before = text[max(at - LONGEST_NAME, 0) : at]
    adverbs = _BEHIND_NAME.search(before, max(len(before) - _LONGEST_ADVERBS, 0))
    clause = _CLAUSE_BEFORE.search(before[: adverbs.start()] if adverbs else before)
    if clause is None or _ENCOURAGED.search(clause[0]):
        return False
    if _NOT_OF_GROUPS.match(text, at):
        last = _body_at_end(clause[0], vocabulary)
        return bool(last and not _GROUP.match(last))
    return bool(_names_at_end(clause[0], vocabulary))


def works_together(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a sentence has a body do something with another: 市财政局会同市审计局."""
    for found in _JOINS.finditer(text):
        at = found.start()
        clause = _CLAUSE_BEFORE.search(text[max(at - LONGEST_NAME, 0) : at])
        name = _body_at_end(clause[0], vocabulary) if clause else ""
        following = text[found.end() : at + LONGEST_NAME]
        if name and not _GROUP.match(name) and begins_like_body(following, vocabulary):
            return True
    return False


def _names_at_end(text: str, vocabulary: Vocabulary) -> list[str]:
    """Return the bodies of a list; 责任单位 is all of them, of whom a note says something."""
    if _EACH_OF_ROLE.search(text):
        return []
    return [name for part in text.split("、") if (name := _body_at_end(part, vocabulary))]


def _body_at_end(text: str, vocabulary: Vocabulary) -> str:
    return next((text[n:] for n in range(len(text) - 1) if vocabulary.is_body(text[n:])), "")


def begins_like_body(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether `text` begins with what is evidently a body's name."""
    return any(vocabulary.is_body(text[:n]) for n in range(2, len(text) + 1))


def bodies_alone(text: str, vocabulary: Vocabulary) -> int:
    """Return how many bodies a list names that names nothing else, else 0."""
    parts = _SIGN.split(text)
    if max(map(len, parts)) > _LONGEST_LISTED or not vocabulary.is_body(parts[-1].rstrip("等")):
        return 0  # as most sentences are no lists, and dividing one takes long
    listed = [one.text for one in expand(text, vocabulary)]
    return len(listed) if all(map(vocabulary.is_body, listed)) else 0
