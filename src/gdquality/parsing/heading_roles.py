"""The role that the heading of a column gives, by the words of labels (role_words.txt)."""

import re
from functools import cache, lru_cache
from typing import Literal

from gdquality.parsing.collectives import is_areas
from gdquality.parsing.words import ending, opening, words
from gdquality.records import Role

RoleColumn = Literal["lead", "responsible", "support", "partner"]
"""What a column of bodies says of them; `partner` is one headed 配合/责任单位."""

_CACHED = 1024
_DIVISION = re.compile(
    r"[/／、,，和及或兼]+|(?<!参)与|(?<=[位门构关体])(?=(?:责任|牵头|配合)(?:单位|部门|机构|机关|主体))"
)
_SHORTENED = re.compile(
    "(?P<one>[主承])[/／、（(和及或兼]?(?P<other>[主承协会])[）)]?(?=办)"
    "|(?P<helps>[协会])[/／、（(和及或兼](?P<leads>[主承])[）)]?(?=办)"
)
"""Two roles that share their 办: 主（协）办单位, 主协办单位."""

_LEVEL = re.compile("[省自治区市州盟县旗镇乡街道级直属本各有关相]+$")
_CREDITED = "主要完成单位"
"""Whose work is praised, in a list of prizes, and not to be done."""

_COUNT = re.compile("(?:名称)?\\d?$")
"""What counts the columns of bodies: 配合单位1, 配合单位2."""

_PLACES = ("区", "地")
"""What says where a task is done, or what is in charge of whom: 责任区."""

_NOT_WHO = ("分工", "地区")
"""Ends of labels that name bodies in prose; over a column they say what is done there, or where."""

_OFFICES = re.compile("(?P<role>[一-鿿]{2,4})(?:科室|处室|股室|室组)")
_LONGEST_OFFICE = 8

_KINDS: tuple[tuple[Role, str], ...] = (
    ("lead", "lead_roles"),
    ("support", "support_roles"),
    ("responsible", "responsible_roles"),
    ("responsible", "responsible_roles_of_columns"),
)


def in_full(heading: str) -> str:
    """Return a heading with each of its roles in full: 主办、协办单位 for 主（协）办单位."""
    return _SHORTENED.sub(lambda found: "办、".join(one for one in found.groups() if one), heading)


def parts_of(heading: str) -> list[str]:
    """Return the parts of a heading that says several things: 责任单位 and 责任人."""
    return _DIVISION.split(heading)


def role_of_heading(bare: str) -> RoleColumn | None:
    """Return the role that a heading without blanks gives by the words of labels, if it does.

    各责任单位 is no heading, but what stands below one.
    """
    if bare.startswith("各") or bare == _CREDITED:
        return None
    parts = parts_of(bare)
    roles = {role for part in parts for role in _roles_in(part)}
    # 配合/责任单位 says body once.
    is_of_bodies = names_bodies(bare) or bare in words_alone() or any(map(_areas_behind, parts))
    if not roles or not (is_of_bodies or roles == {"lead", "support"}):
        return None
    if roles >= {"support", "responsible"} and "lead" not in roles:
        return "partner"
    # Of the bodies of 牵头和责任单位 it does not say which of them leads.
    return "responsible" if len(roles) > 1 else roles.pop()


def roles_at_slash(heading: str) -> bool:
    """Tell whether a slash parts the roles of a heading, as it may below: 牵头单位/配合单位."""
    bare = "".join(heading.split())
    roles = {role for part in parts_of(in_full(bare)) for role in _roles_in(part)}
    return len(roles) > 1 and bool(re.search("[/／]", bare))


def _roles_in(part: str) -> set[RoleColumn]:
    """Return the role of a part of a heading: 市直配合 supports; 部门 alone gives none."""
    whole = _LEVEL.sub("", _COUNT.sub("", part))
    body = _areas_behind(part) or _body_behind(part) or _body_behind(whole)
    stem = _LEVEL.sub("", (part if part.endswith(body) else whole).removesuffix(body))
    if not body:
        return _roles_alone(stem)
    if ending(stem, "other_verbs"):  # 牵头督办单位 sees to it that others lead.
        return set()
    longest, role = max((len(ending(stem, kind)), role) for role, kind in _KINDS)
    if longest:
        # 主办协办 has two roles, one right behind the other.
        leads = role == "support" and ending(stem[:-longest], "lead_roles")
        return {role, "lead"} if leads else {role}
    return {role for role, kind in _KINDS if any(word in stem for word in _alone_of(kind))}


def _roles_alone(stem: str) -> set[RoleColumn]:
    """Return the role of words that say no body, and nothing else: 市教育局牵头 heads nothing."""
    while modifier := opening(stem, "label_modifiers"):
        stem = stem.removeprefix(modifier)
    return {role for role, kind in _KINDS if stem in words(kind) or stem in _alone_of(kind)}


def _areas_behind(part: str) -> str:
    """Return the areas or offices of them that a heading names bodies by: 责任街乡, 配合村."""
    areas = part.removeprefix(opening(part, "labels_alone"))
    is_place = areas in _PLACES or areas.endswith(_NOT_WHO)
    is_named = areas != part and (is_areas(areas) or areas in words("offices_of_areas"))
    return areas if is_named and not is_place else ""


def heads_offices(heading: str) -> bool:
    """Tell whether offices inside a body stand below a heading: 牵头科室."""
    office = _OFFICES.fullmatch(heading) if len(heading) <= _LONGEST_OFFICE else None
    return office is not None and role_called(office["role"]) is not None


@lru_cache(_CACHED)
def role_called(word: str) -> Role | None:
    """Return the role that `word` is a word for and nothing else, 牵头 or 牵头单位, if it is."""
    stem = word.removesuffix(ending(word, "bodies_of_labels"))
    if stem == word and word not in words_alone():
        return None
    return next((role for role, kind in _KINDS if stem in words(kind)), None)


def _body_behind(part: str) -> str:
    body = ending(part, "bodies_of_labels")
    return "" if body.endswith(_NOT_WHO) else body


def names_bodies(heading: str) -> bool:
    """Tell whether a heading has a word for bodies, whatever they do: 责任单位, 督导单位."""
    return bool(re.search("单位|部门|机关|机构|主体|方$", heading))


@cache
def words_alone() -> frozenset[str]:
    """Return the words that head a column of bodies without a word for body: 牵头, 配合."""
    labels = words("labels_alone") | words("joining_verbs")
    return frozenset(label for label in labels if not label.endswith(_NOT_WHO))


@cache
def _alone_of(kind: str) -> frozenset[str]:
    return words_alone() & words(kind)
