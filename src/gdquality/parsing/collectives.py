"""Names for several bodies together that contain a 、 of their own: one 各 stands for them all.

各市、州、县人民政府        各区、县级市        各县（市、区）政府        市、县人民政府
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from gdquality.parsing.shapes import LONGEST_NAME, is_department, without_bracket
from gdquality.parsing.words import ending, opening, words

_HEAD = re.compile(
    r"(?:地方|全[省市区县国]|全州(?!县(?:$|人|政)))?(?:各级|各|有关|相关|所在|所涉|涉及|属地|其他){0,3}"
)
_BRACKET = re.compile(r"[（(]([^（）()]*)[）)]")
_KINDS_OF_OFFICES = frozenset("委办厅局部会署")
_OFFICES = re.compile("各[委办厅局部会署](?:、[委办厅局部会署])*$")
"""各委、办、局, the departments of a government."""

_GOVERNMENTS = frozenset(("政府", "人民政府", "行署", "行政公署"))
_COMMITTEES = re.compile("各.*(?:委|党工委|行署|行政公署)$")
"""各级党委、政府, with the government of each; 各盟市行政公署、人民政府, of whichever it has."""

_COMMITTEES_OF_ZONES = frozenset(("管委会", "管理委员会"))
"""开发区党工委、管委会, which govern a zone together."""

_OF_STREETS = ("办事处", "街道办")
_TIERS = re.compile("[省市区县州旗盟乡镇村、]{1,9}[两二三四]级")
"""市、县两级财政部门, those of each level."""

_EACH = re.compile("各|有关|相关")

_WITHIN = re.compile("[、，,和及/]")

_LEVELS = ("省", "市州盟地", "县区旗", "镇乡街村社")


@dataclass(frozen=True, slots=True)
class _Areas:
    """A collective of areas, as 各有关, 市、县 and 人民政府 make one."""

    head: str
    kinds: str
    tail: str


@lru_cache(4096)
def areas_of(text: str) -> _Areas | None:
    """Divide a collective of areas into what stands before and after their kinds, if it is one."""
    if len(text) > LONGEST_NAME:
        return None
    found = _HEAD.match(text)
    head = found[0] if found else ""
    start = at = len(head)
    while (end := _after_kinds(text, at)) > at:
        at = end
        if text[at : at + 1] not in {"、", "和", "及"}:
            break
        at += 1
    kinds = text[start:at].rstrip("、和及")
    tail = text[start + len(kinds) :]
    governing = without_bracket(tail).removeprefix("级")
    if not kinds or not (
        governing in words("area_tails") or not governing or (head and governing == "委")
    ):
        return None
    return _Areas(head, kinds, tail)


def is_areas(text: str) -> bool:
    """Tell whether `text` is made of kinds of areas alone: 市州, 县（市、区）, 乡镇（街道）."""
    return bool(text) and len(text) <= LONGEST_NAME and _after_kinds(text, 0) == len(text)


def _after_kinds(text: str, start: int) -> int:
    """Return where the kinds of areas end that stand in `text` from `start` on."""
    at = start
    while at < len(text):
        if word := opening(text[at:], "areas"):
            at += len(word)
        elif at > start and (found := _BRACKET.match(text, at)):
            named = _WITHIN.split(found[1])
            if not all(is_areas(one) or one in words("areas_in_brackets") for one in named):
                break
            at = found.end()
        else:
            break
    return at


def may_go_on(after: str) -> bool:
    """Tell whether `after` may be of one collective with what stands before it, by a quick look."""
    return (
        after in _KINDS_OF_OFFICES
        or without_bracket(after) in _GOVERNMENTS
        or after in _COMMITTEES_OF_ZONES
        or after in words("joined_groups")
        or bool(_TIERS.match(after))
        or areas_of(after) is not None
    )


def are_one(before: str, after: str) -> bool:
    """Tell whether the parts of a list on both sides of a 、 belong to one collective."""
    if after in _KINDS_OF_OFFICES:
        return bool(_OFFICES.search(before))
    if without_bracket(after) in _GOVERNMENTS:
        return bool(_COMMITTEES.search(before))
    if after in _COMMITTEES_OF_ZONES:
        return before.removesuffix("党工委") in words("zones")
    if after in words("joined_groups"):
        return bool(_EACH.search(before) and ending(before, "groups"))
    if _TIERS.match(after):
        return is_areas(before)
    return _are_areas_together(before, after) or _is_of_each_level(before, after)


def go_on(before: str, after: str) -> bool:
    """Tell whether 和 joins kinds of areas of one collective: 各市和县（市、区）人民政府.

    In 各区和市政府 the city is the notice's own: it stands above the areas before it.
    """
    first = areas_of(before)
    if first is None or not _are_areas_together(before, after):
        return False
    return _level(opening(after, "areas")) >= _level(_BRACKET.sub("", first.kinds))


def _is_of_each_level(before: str, after: str) -> bool:
    """Tell whether 各 of the areas on one side covers departments on the other: 各市、县财政局.

    In 各区、市财政局 the city is the notice's own: it stands above the areas before it.
    """
    first = areas_of(before)
    if first is None or not first.head or first.tail:
        return False
    at = _after_kinds(after, 0)
    is_below = bool(at) and _level(after[0]) >= _level(_BRACKET.sub("", first.kinds))
    return is_below and is_department(after[at:])


def _level(kinds: str) -> int:
    """Return how far below the state the lowest of the areas is that are of `kinds`."""
    levels = (level for level, of_level in enumerate(_LEVELS) if any(map(kinds.count, of_level)))
    return max(levels, default=0)


def _are_areas_together(before: str, after: str) -> bool:
    """Tell whether the head of the areas on one side, as 各, covers those on the other as well."""
    first = areas_of(before)
    second = areas_of(after) if first else None
    if first is None or second is None or second.head:
        return False
    # A zone has a committee and a name of its own: 各镇（街道）、高新区管委会 are two.
    zone = second.kinds.removesuffix(ending(second.kinds, "committees"))
    if ending(zone, "zones") and zone not in words("areas_without_names"):
        return False
    governs = bool(second.tail) or second.kinds.endswith(_OF_STREETS)
    return not first.tail or bool(first.head and governs)


@lru_cache(4096)
def is_one_collective(text: str) -> bool:
    """Tell whether `text` is one collective: it has a 各 before its areas, or a tail for them."""
    if _OFFICES.search(text) or _TIERS.match(text):
        return True
    if found := areas_of(text):
        return bool(found.head or found.tail) or found.kinds.endswith(_OF_STREETS)
    sign = _BRACKET.sub(lambda found: "_" * len(found[0]), text).rfind("、")
    return sign > 0 and are_one(text[:sign], text[sign + 1 :])
