"""Cells that say of each body which share of the work it has.

市教育局负责校园安全；市财政局、市人社局：负责经费和人员
"""

import re

from gdquality.parsing.allocation import Allocation, RoleMention
from gdquality.parsing.role_sentences import read_names
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Role

_CLAUSE = re.compile(r"(?:[^；;。\n，,]|[，,](?![^；;。\n，,]{2,40}负责))+")
_SHARE = re.compile(
    r"\s*(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)])?(?P<who>[^：:，,。\s]{2,80}?)(?:[：:]\s*)?"
    r"(?:主要|具体|统筹)?(?P<leads>牵头)?负责(?=[^：:、，,\s]{2})"
)

_LONGEST_SHARED = 1000
"""Characters of a cell that is read so."""


def shares_in(text: str, vocabulary: Vocabulary, role: Role) -> Allocation | None:
    """Return who has a share of the work in a cell below a heading of `role`, or None.

    Every clause must begin with bodies that are evident, and go on with 负责 and what for.
    """
    if "负责" not in text or len(text) > _LONGEST_SHARED:
        return None
    mentions: list[RoleMention] = []
    for clause in _CLAUSE.finditer(text):
        if not clause[0].strip(" \t　，,"):
            continue
        found = _SHARE.match(text, clause.start(), clause.end())
        named = read_names(found["who"], vocabulary) if found else Allocation(())
        if not found or not named.mentions or named.leftovers:
            return None
        if not all(vocabulary.is_body(one.text) for one in named.mentions):
            return None
        begin = found.start("who")
        own = "lead" if found["leads"] else role
        mentions += [
            one._replace(role=own, start=begin + one.start, end=begin + one.end)
            for one in named.mentions
        ]
    return Allocation(tuple(mentions)) if mentions else None
