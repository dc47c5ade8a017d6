"""Clauses that hand something in: what, and to whom.

将工作方案报送省质监局        向省质监局报送工作方案        制定方案并报省政府备案
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from gdquality.parsing.duty_phrases import is_taken, makes_sense, object_in
from gdquality.parsing.duty_verbs import ADVERB, HANDS_IN, REPORTS
from gdquality.records import Mention

_HANDS_IN = re.compile(
    rf"(?:{HANDS_IN}|{REPORTS}|(?<![通公海简情日晚填申举汇月周])报|送)(?P<way>[至给到往送经]?)"
)
_ALWAYS = re.compile(HANDS_IN)
_TOWARDS = re.compile(
    rf"向(?P<to>[^向]{{1,60}}?)(?:{ADVERB})*(?:作出?|做出?|{HANDS_IN}|{REPORTS})(?P<what>.*)$"
)
_THEN = re.compile(
    "(?:备案|备查|审核|审定|审批|审查|审议|审阅|汇总|批准|同意|确认|核定|核准|核实|研究|会审|存档|统筹|批复|把关|认定)"
)
_TITLE = re.compile("《[^《》]*》")
_ASIDE = re.compile("（[^（）]*(?:）|$)")

_MOST_VERBS = 8
"""Verbs of a clause that are looked at."""


class Submission(NamedTuple):
    """What a clause hands in, empty if it is said before, and to whom, as printed and as read.

    `is_taken` tells whether 将 marks it as what is handed in, whatever it begins with.
    """

    what: str
    is_taken: bool
    to_text: str = ""
    to: tuple[Mention, ...] = ()

    @property
    def is_unsure(self) -> bool:
        """Tell whether something stands where the recipient should, but no body that is known."""
        return bool(self.to_text) and not self.to


def submission_in(
    clause: str, recipients: Callable[[str], tuple[Mention, ...]]
) -> Submission | None:
    """Return what `clause`, which is without its limit, hands in; None if it does not.

    `recipients` returns whom a list names, or nothing if it names anything else.
    """
    if "向" in clause and (found := _TOWARDS.search(clause)):
        to = recipients(found["to"])
        if not to:
            return None
        what = _reported(found["what"]) or object_in(clause[: found.start()])
        return Submission(what, is_taken(clause), found["to"], to)
    verbs = [
        found
        for _, found in zip(range(_MOST_VERBS), _HANDS_IN.finditer(_masked(clause)), strict=False)
    ]
    for verb in verbs:
        for to_text in _recipient_texts(clause[verb.end() :]):
            if to := recipients(to_text):
                before = clause[: verb.start()]
                return Submission(object_in(before), is_taken(before), to_text, to)
    for verb in verbs:
        if _ALWAYS.match(verb[0]):
            return _without_recipient(clause, verb)
    return None


def _masked(clause: str) -> str:
    """Return a clause with the titles in it blotted out: 《关于报送情况的规定》."""
    return _TITLE.sub(lambda found: "＊" * len(found[0]), clause)


def _without_recipient(clause: str, verb: re.Match[str]) -> Submission:
    before, after = object_in(clause[: verb.start()]), _ASIDE.sub("", clause[verb.end() :])
    if before or verb["way"]:
        return Submission(before, is_taken(clause), after, ())
    what = clause[verb.start() :]
    return Submission(what if after and makes_sense(what) else "", is_taken=True)


def _recipient_texts(after: str) -> list[str]:
    """Return what may be the recipient at the start of `after`: all of it, or up to 备案, 审核."""
    plain = _ASIDE.sub("", after)
    then = _THEN.search(plain, 1)
    return [plain[: then.start()], plain] if then else [plain]


def _reported(text: str) -> str:
    return text if makes_sense(text) and not _THEN.fullmatch(text) else ""
