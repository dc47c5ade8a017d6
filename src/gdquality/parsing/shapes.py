"""What a name may look like: told by its form and by the words that names are made of, alone."""

import re
from functools import cache, lru_cache

from gdquality.parsing.words import ending, lengths, longest_first, opening, words

LONGEST_NAME = 60
"""Characters; the longest name seen in a list has 36."""

KINDS = "省市州盟区县旗镇乡"
"""The last character of a place's name: what kind of place it is."""

_PERSONS = (
    "同志",
    "先生",
    "女士",
    "干部",
    "党员",
    "书记",
    "专家",
    "师生",
    "群众",
    "河长",
    "林长",
    "路长",
    "田长",
)
"""How words for persons end that begin as names of bodies do: 驻村干部, 各级河长."""

_POLICE = ("公安局", "公安厅")
"""Bodies of which a part is named behind the whole: 公安局交警支队."""

_CACHED = 4096
_AREA = re.compile(
    rf"[^各、，；。：（）()]{{1,10}}[{KINDS}村]|[^、，；。：（）()]{{2,16}}族自治[县旗]"
)
_COUNTED = re.compile(r"(?:\d+|[一二两三四五六七八九十]+)(?:个|家)")
_BRACKETS = re.compile(r"[（(〔\[][^（）()〔〕]*[）)〕\]]")
_LAST_BRACKET = re.compile(r"(?<=.)[（(〔\[][^（）()〔〕]*[）)〕\]]$")
_NUMBER = re.compile(
    r"(?:第?\d+(?:[年月日分%.条款项章号页次至—－-]|$))|[A-Za-z]+[/\d]|[A-Za-z]{1,9}$"
)
_NUMBER_INSIDE = re.compile(r"(?<=[^\W\d])\d{1,2}[.．]|(?<=[局厅委])\d")
"""The number of an item within what should be a name: 城管局2.供电局."""

BY = re.compile(
    "(?:(?<=..)|(?<=^[拟应可须均将仍需要宜现都也另后先])|(?<=^.)(?!由[镇乡村街社]))(?<![自或和及与者])由(?=..)"
)
"""由 behind words that say when or of what the name after it has its role: 前期由市财政局."""

_OR = re.compile("或(?!者?(?:单位|部门|机构|企业))")
"""或 between names; 有关部门或单位 is one."""

_ROOM = re.compile(
    "(?:[0-9]|[一二三四五六七八九十])(?:室|楼|层|号)|(?:大楼|大厦|会议室|会议厅|报告厅|礼堂|会场)$"
)
"""Where people meet or hand something in, beside a body's name: 县府大楼501室."""

_ROLE_INSIDE = re.compile(
    "(?:牵头|负责|配合)(?!单位|部门|人|处室)|(?:牵头|责任|配合)(?:单位|部门)(?=[^、，（）()])"
)
"""A role within what should be a name: two clauses, or a heading and what stands under it."""

_MUST = re.compile("(?<![重主必机纪需摘概首简紧高])要(?![素件闻点求])")
"""要 as a verb: 各地要加强."""

_DOCUMENT_NUMBER = re.compile(r"\d{4}[〕\]）]\d+号")


def without_bracket(text: str) -> str:
    """Return `text` without the bracket that it ends with: the name, without its other name."""
    return _LAST_BRACKET.sub("", text) if text[-1:] in "）)〕]" else text


def without_brackets(text: str) -> str:
    """Return `text` without any bracket in it: 各市、县教育局 of 各市、县（市、区）教育局."""
    return _BRACKETS.sub("", text)


@lru_cache(_CACHED)
def is_department(text: str) -> bool:
    """Tell whether `text`, without any prefix, is a department's name: matters and an ending."""
    if text in words("whole_names"):
        return True
    if len(text) > LONGEST_NAME:
        return False
    if text.startswith(_POLICE) and is_department(text[len(_POLICE[0]) :]):
        return True
    endings = words("department_endings")
    return any(at and text[at:] in endings for at in _matters(text))


def is_of_governments(text: str) -> bool:
    """Tell whether `text` names a body that any government has, by its function alone."""
    return (
        is_department(without_bracket(text))
        or text in words("local_institutes")
        or bool(opening(text, "prefixed_all_the_same"))
    )


@lru_cache(_CACHED)
def is_matters(text: str) -> bool:
    """Tell whether `text` is made of matters alone, as a name that has lost its ending is."""
    return 1 < len(text) <= LONGEST_NAME and len(text) in _matters(text)


def _matters(text: str) -> list[int]:
    """Return every place in `text` up to which it is made of matters, from its beginning."""
    matters, sizes = words("matters"), lengths("matters")
    reached = [True] + [False] * len(text)
    for start in range(len(text)):
        if not reached[start]:
            continue
        if start and text[start] in "和与":
            reached[start + 1] = True
        for n in sizes:
            if text[start : start + n] in matters:
                reached[min(start + n, len(text))] = True
    return [at for at, is_reached in enumerate(reached) if is_reached]


@lru_cache(_CACHED)
def is_collective(text: str) -> bool:
    """Tell whether `text` names bodies together, as 各… and 有关… do."""
    if _has_prose_words(text) or opening(text, "areas_named_so"):
        return False
    found = opening(text, "collective_openings")
    if found in words("collective_adjectives") or found.endswith("直"):
        return len(text) > len(found)
    return bool(found or _COUNTED.match(text))


def _has_prose_words(text: str) -> bool:
    # A bracket in a name may explain it: 各区县（自治县，以下简称区县）政府.
    name = without_brackets(text)
    return bool(_MUST.search(name) or _prose_words().search(name))


@cache
def _prose_words() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, longest_first("prose_words"))))


@lru_cache(_CACHED)
def is_area(text: str) -> bool:
    """Tell whether `text` is the name of one area or of what governs it: 花都区, 花都区政府."""
    like_level = opening(text, "words_like_levels")
    if like_level and like_level[-1] not in KINDS:
        return False
    governing = ending(text, "area_tails")
    place = text.removesuffix(governing)
    # 城市管理委员会 governs no area.
    is_none = ending(place, "no_areas") and (not governing or place in words("no_areas"))
    if is_none and place not in words("areas_named_so"):
        return False
    return bool(_AREA.fullmatch(without_bracket(place)))


@lru_cache(_CACHED)
def is_of_area(text: str) -> bool:
    """Tell whether `text` names a department of an area that is named before it: 利川市教育局."""
    ends = (at + 1 for at, character in enumerate(text) if at and character in KINDS)
    return any(
        is_area(text[:end]) and text[:end] not in words("areas") and is_department(text[end:])
        for end in ends
        if not text.startswith("管理", end)
    )


@lru_cache(_CACHED)
def has_own_name(text: str) -> bool:
    """Tell whether `text` names a body that takes no carried prefix, whatever stands before it."""
    if opening(text, "unprefixed") or text in words("ministries"):
        return not opening(text, "prefixed_all_the_same")
    if text in words("local_institutes"):
        return False
    if _is_central(text) or _names_place(text):
        return True
    if is_department(text):
        return bool(ending(text, "own_names")) and not text.endswith("委员会")
    placed = ending(text, "placed_endings")
    return bool(ending(text, "own_names") or (placed and len(text) > len(placed) + 1))


def _is_central(text: str) -> bool:
    """Tell whether the name of a body says that it is of the centre: a 部, 银监会."""
    if text in words("whole_names"):
        return False
    is_ministry = text.endswith("部") and not ending(text, "offices_of_governments")
    return is_ministry or any(text in words(kind) for kind in ("central_names", "short_names"))


def _names_place(text: str) -> bool:
    """Tell whether a name says within where its body is: 民航西藏区局; not 驻北京办事处."""
    name = without_bracket(text)
    inside = (at for at in range(2, len(name) - 2) if opening(name[at:], "places"))
    return any(name[at - 1] != "驻" for at in inside)


@lru_cache(_CACHED)
def is_prose(text: str) -> bool:
    """Tell whether `text` is no name by its look: a sentence, a title, a date, an explanation."""
    return (
        len(text) > LONGEST_NAME
        or not words("prose_characters").isdisjoint(text)
        or _has_prose_words(text)
        or bool(_NUMBER.match(text) or _DOCUMENT_NUMBER.search(text) or _ROOM.search(text))
        or bool(_says_by_or_or(text) or _ROLE_INSIDE.search(text) or _NUMBER_INSIDE.search(text))
        or _opens_as_prose(text)
        or bool(ending(text, "prose_endings"))
    )


def _says_by_or_or(text: str) -> bool:
    if "由" not in text and "或" not in text:
        return False
    name = without_brackets(text)
    return bool(BY.search(name) or _OR.search(name))


def _opens_as_prose(text: str) -> bool:
    if not opening(text, "prose_openings"):
        return False
    if any(opening(text, kind) for kind in ("words_like_openings", "places_like_conjunctions")):
        return False
    return not is_department(without_bracket(text))


def is_person(text: str) -> bool:
    """Tell whether `text` looks like a person's name: a family name and one or two characters."""
    if text.endswith(_PERSONS):
        return True
    given = text.removeprefix(opening(text, "surnames"))
    return (
        given != text
        and 1 <= len(given) <= 2  # noqa: PLR2004 -- the characters of a given name
        and not is_named_as_body(text)
        and not is_area(text)
    )


def is_internal(text: str) -> bool:
    """Tell whether `text`, without a prefix, names an office inside a body: 高教处."""
    if text in words("internal_offices"):
        return True
    return bool(ending(text, "internal_endings") and not ending(text, "institution_endings"))


@lru_cache(_CACHED)
def is_named_as_body(text: str) -> bool:
    """Tell whether `text` ends as the names of bodies and institutions do."""
    name = without_bracket(text)
    if is_department(name) or name in words("central_names"):
        return True
    if len(name) <= len(ending(name, "no_bodies")) + 1:
        return False
    return bool(ending(name, "institution_endings") or ending(name, "body_endings"))
