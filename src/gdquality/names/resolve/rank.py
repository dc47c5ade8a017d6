"""The rank of a name: its last word, which tells whose name it is.

教育部 is not a misspelt 教育厅, and 税务总局 is not the bureau of a province.
"""

import re

WORDS = {
    "委员会": frozenset(("委",)),
    "办公室": frozenset(("办",)),
    "办公厅": frozenset(("办公厅",)),
    "总局": frozenset(("总局",)),
    "总署": frozenset(("总署",)),
    "公司": frozenset(("公司",)),
    "中心": frozenset(("中心",)),
}
"""The ranks that a full name ending in the word may be abbreviated to; others keep the word."""

CHARACTERS = frozenset("部委厅局办院会署府组关社处科所")


def ranks(name: str) -> frozenset[str]:
    """Return the ranks that `name` may have; none if it does not end in one."""
    for word, short in WORDS.items():
        if name.endswith(word):
            return short
    return frozenset(name[-1:]) & CHARACTERS


def stem(name: str) -> str:
    """Return `name` without its rank: 质监 of 质监局, 卫生健康 of 卫生健康委员会."""
    word = next((word for word in WORDS if name.endswith(word)), "")
    return name.removesuffix(word) if word else name[:-1] if ranks(name) else name


FRONTS = re.compile(
    "(?:中国共产党|中华人民共和国|中国|中华|中共|人民(?!代表)|国家|政府|工作|地方|共和国)+"
)
"""Beginnings of names that many bodies share: they name nobody."""

_COMMON = re.compile(
    "有限责任公司|有限公司|工作领导小组|领导小组|委员会|监督管理|行政管理|管理|监管|监督"
    "|事务|工作|研究|发展中心|中心|办公室|办公厅|总局|总署|公司"
)
"""Words of the ends of names that many bodies share: they name nobody either."""


def distinguishing(core: str) -> str:
    """Return what of a name, its prefix aside, tells it from others: no common word, no rank.

    关 stays: nobody else's name ends so.
    """
    rest = _COMMON.sub("", core)
    if FRONTS.fullmatch(rest):
        return ""
    if core.endswith(tuple(CHARACTERS - {"关"})) and rest.endswith(core[-1]):
        rest = rest[:-1]
    return "" if FRONTS.fullmatch(rest) else rest
