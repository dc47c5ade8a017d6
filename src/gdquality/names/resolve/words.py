"""The words that a name is made of: an abbreviation keeps their first characters, or more."""

import re
from functools import cache

_LONGER = "有限责任|委员会|信息化|公务员|出入境|中医药|银行业|强省"
_COMMON = "监督|管理|行政|监管|事务|工作|研究|办公|中心|总局|总署|公司|有限"
_WORD = re.compile(f"{_LONGER}|{_COMMON}|[和与及]|(?:(?!{_LONGER}|{_COMMON}|[和与及]).){{1,2}}")
"""A word has two characters, but for those that are known to have more, or that stand between."""


_WHOLE = re.compile("事务|工作")


@cache
def word_starts(core: str) -> frozenset[int]:
    """Return where words begin in `core`: 0, 2, 4, 6 and 8 in 质量技术监督局; the rank is one."""
    words = (found.start() for found in _WORD.finditer(core) if found[0] not in "和与及")
    return frozenset((*words, len(core) - 1))


def keeps_words(short: str, core: str) -> bool:
    """Tell whether `short` keeps of `core`, in order, beginnings of words and what follows them.

    国税 keeps the first characters of 国家税务, 国务 does not. 事务 and 工作 are kept as a whole or
    not at all: 港务办 is no 港澳事务办.
    """
    core = _WHOLE.sub(lambda word: word[0] if word[0] in short else "", core)
    starts = word_starts(core)
    reached = {-2}
    for character in short:
        reached = {
            at
            for at, one in enumerate(core)
            if one == character
            and (at - 1 in reached or (at in starts and at > min(reached, default=len(core))))
        }
        if not reached:
            return False
    return True
