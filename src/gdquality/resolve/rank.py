"""The rank of a name: its last word, which tells whose name it is.

教育部 is not a misspelt 教育厅, and 税务总局 is not the bureau of a province.
"""

import re

WORDS = {
    "委员会": frozenset(("委",)),
    "办公室": frozenset(("办",)),
    "办公厅": frozenset(("办", "办公厅")),
    "总局": frozenset(("总局",)),
    "总署": frozenset(("总署",)),
    "公司": frozenset(("公司",)),
}
"""The ranks that a full name ending in the word may be abbreviated to; others keep the word."""

CHARACTERS = frozenset("部委厅局办院会署府组关社处科所")


def ranks(name: str) -> frozenset[str]:
    """Return the ranks that `name` may have; none if it does not end in one."""
    for word, short in WORDS.items():
        if name.endswith(word):
            return short
    return frozenset(name[-1:]) & CHARACTERS


def ranks_agree(name: str, full: str) -> bool:
    """Tell whether `name`, if it ends in a rank, may be short for the `full` name."""
    own = ranks(name)
    return not own or bool(own & (ranks(full) or frozenset(full[-1:])))


TAILS = (
    *("有限责任公司", "有限公司", "工作领导小组办公室", "领导小组办公室", "工作领导小组"),
    *("领导小组", "监督管理委员会", "监管委员会", "管理委员会", "监督委员会", "委员会"),
    *(
        "事务办公室",
        "工作办公室",
        "办公室",
        "办公厅",
        "研究中心",
        "发展中心",
        "总局",
        "总署",
        "公司",
    ),
)
"""Ends of names that many bodies share, longest first: they name nobody."""

FRONTS = re.compile("(?:中国共产党|中华人民共和国|中国|中华|中共|人民|国家|政府|工作|地方|共和国)+")
"""Beginnings of names that many bodies share: they name nobody either."""


def distinguishing(core: str) -> str:
    """Return what of a name, its prefix aside, tells it from others: no tail, no rank."""
    tail = next((tail for tail in TAILS if core.endswith(tail)), "")
    if not tail and core[-1:] in CHARACTERS - {"关"}:
        tail = core[-1:]
    rest = core.removesuffix(tail)
    return "" if FRONTS.fullmatch(rest) else rest
