"""The role that the heading of a column gives, by the words of labels (role_words.txt)."""

import re
from functools import cache, lru_cache
from typing import Literal

from gdquality.parsing.words import ending, words
from gdquality.records import Role

RoleColumn = Literal["lead", "responsible", "support", "partner"]
"""What a column of bodies says of them; `partner` is one headed 配合/责任单位."""

_CACHED = 1024
_DIVISION = re.compile(r"[/／、,，和及或兼]+|(?<!参)与|(?<=[位门构关体])(?=[责牵配])")
_LEVEL = re.compile("[省自治区市州盟县旗镇乡街道级直属本各有关相]+$")
_NOT_WHO = ("分工", "地区")
"""What a label may say of bodies, and the heading of a column of a share of work, or of where."""

_KINDS: tuple[tuple[Role, str], ...] = (
    ("lead", "lead_roles"),
    ("support", "support_roles"),
    ("responsible", "responsible_roles"),
)


def parts_of(heading: str) -> list[str]:
    """Return the parts of a heading that says several things: 责任单位 and 责任人."""
    return _DIVISION.split(heading)


def role_of_heading(bare: str) -> RoleColumn | None:
    """Return the role that a heading without blanks gives by the words of labels, if it does."""
    roles = {role for part in parts_of(bare) for role in _roles_in(part)}
    # 配合/责任单位 says body once.
    if not roles or not (
        names_bodies(bare) or bare in words_alone() or roles == {"lead", "support"}
    ):
        return None
    if roles >= {"lead", "support"}:
        return "responsible"
    if roles >= {"support", "responsible"}:
        return "partner"
    return "lead" if "lead" in roles else roles.pop()


def _roles_in(part: str) -> set[RoleColumn]:
    """Return the role of a part of a heading: 市直配合 supports; 部门 alone gives none."""
    stem = _LEVEL.sub("", part.removesuffix(_body_behind(part)))
    longest, role = max((len(ending(stem, kind)), role) for role, kind in _KINDS)
    if longest:
        return {role}
    return {role for role, kind in _KINDS if any(word in stem for word in _alone_of(kind))}


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
