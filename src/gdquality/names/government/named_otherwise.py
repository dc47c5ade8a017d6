"""A body that is asked for by another name than the notice has for it.

包头市生态环境局 is, in a notice that names 包头市环境保护局, that body; of one that it names by no
name nothing is known, and least of all that it has no task.
"""

import re
from collections.abc import Iterable, Iterator

from gdquality.names.government.derivation import by_pattern
from gdquality.names.government.derived import Derived
from gdquality.names.government.meanings import Meanings
from gdquality.names.government.patterns import Pattern
from gdquality.names.government.spelling import plain
from gdquality.records import Mention

_HOLDERS = re.compile(r"\{\w+\}|^人民政府")
_RANK = re.compile("(?:(?<=局)分局|委员会|办公室|营业管理部|中心支行|[分支]行)$")
_SHORT_RANK = re.compile("[局厅]$")
_COMMON = re.compile("管理|监督|行政|事务|工作|发展|服务")
"""Words that the names of many bodies share, and that tell none from another."""


def named_otherwise(asked: str, mentions: Iterable[Mention], meanings: Meanings) -> tuple[str, ...]:
    """Return the bodies among `mentions` that are the one meant by `asked` under another name."""
    wanted = _by_pattern(asked, meanings)
    if wanted is None:
        return ()
    texts = dict.fromkeys((one.text, one.agency) for one in mentions)
    same = (agency for text, agency in texts if _is_same(_by_pattern(text, meanings), wanted))
    return tuple(dict.fromkeys(same))


def of_its_function(asked: str, mentions: Iterable[Mention], meanings: Meanings) -> Iterator[str]:
    """Yield the bodies among `mentions` that do the like of what `asked` does there."""
    wanted = _by_pattern(asked, meanings)
    for text, agency in dict.fromkeys((one.text, one.agency) for one in mentions):
        found = _by_pattern(text, meanings)
        if wanted and found and _are_alike(found, wanted):
            yield agency


def _by_pattern(text: str, meanings: Meanings) -> Derived | None:
    found = by_pattern(plain(text), meanings.home, meanings.year)
    return found if isinstance(found, Derived) else None


def _are_alike(one: Derived, other: Derived) -> bool:
    return bool(
        one.pattern
        and other.pattern
        and one.place == other.place
        and one.pattern.function == other.pattern.function
    )


def _is_same(named: Derived | None, asked: Derived) -> bool:
    """Tell whether two names of one function and place are one body's.

    They are where they differ in rank alone (发展和改革局, 发展和改革委员会), and where the one had
    ended when the other began and they share a word (环境保护局, 生态环境局).
    """
    if not named or not _are_alike(named, asked) or named.kind != asked.kind:
        return False
    assert named.pattern
    assert asked.pattern
    mine, theirs = _core(named.pattern), _core(asked.pattern)
    if mine == theirs:
        return True
    first, second = sorted((named.pattern, asked.pattern), key=lambda pattern: pattern.since)
    return first.until <= second.since and not _words(mine).isdisjoint(_words(theirs))


def _core(pattern: Pattern) -> str:
    """Return what is left of a name without place and rank: 生态环境."""
    name = _HOLDERS.sub("", _HOLDERS.sub("", pattern.name))
    return _SHORT_RANK.sub("", _RANK.sub("", name))


def _words(core: str) -> set[str]:
    parts = _COMMON.split(core)
    return {part[at : at + 2] for part in parts for at in range(len(part) - 1)}
