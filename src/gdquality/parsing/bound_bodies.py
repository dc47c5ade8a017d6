"""Whom the sentences of a paragraph bind, as far as they have been read.

Whoever stands before 要, 应, 须 is bound, and whoever 会同 names with them; 由……起草 binds whom it
names. A sentence that names nobody goes on about whom the one before it bound.
"""

import re
from dataclasses import dataclass, field

from gdquality.parsing.dates import BEFORE_DATE, DUE
from gdquality.parsing.duty_sentences import limit_of
from gdquality.parsing.naming import Naming
from gdquality.records import Mention

_ENUMERATOR = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、﹒]|[一二三四五六七八九]是|第[一二三四五六七八九十]+[,，])"
)
_ASIDE = re.compile(r"（(?![市区县州旗乡镇街道、]+）)[^（）]*）")
"""A bracket that is no part of a name, as that of 各县（区） is."""

_CHARGE = re.compile(r"^(?P<who>[^要应须需将把]{2,60}?)(?:应当|要|应|须|需|必须|务必)")
_ASKED = re.compile(r"^(?P<who>[^要应须需将把请]{2,60}?)请(?:于|在|将)")
_CONNECTIVE = re.compile(r"^(?:同时|并且|此外|另外|特别是|尤其是|其中|并|还|也|又|现|请)+")
_ACTING = re.compile("会同|牵头|(?:汇总起草|起草|制定|制订|组织开展|指导)(?!的)")
_LEADING_DATE = re.compile(rf"(?:于|在)?(?:{DUE.pattern})[，,]?")
_APPOINTMENT = re.compile(r"由(?P<who>.+?)(?=汇总起草|起草|制定|制订|编制|组织|负责|牵头|汇总)")
_ANAPHOR = re.compile(r"该(?P<rank>.)")
_PARTNERS = re.compile(
    r"会同(?P<who>.+?)(?=抓紧|认真|共同|联合|研究|组织|汇总|起草|制定|制订|编制|做好|落实|提出|$)"
)


@dataclass(slots=True)
class BoundBodies:
    """Whom a paragraph has bound so far, or what it calls them if that is nobody known.

    `now` are bound by what is being read; `recipients` are those to whom something was handed in.
    `unknown_acts` tells whether a duty is that of the unknown, `begun` whether the sentence that is
    being read has bound somebody itself.
    """

    naming: Naming
    now: tuple[Mention, ...] = ()
    unknown: str = ""
    unknown_acts: bool = False
    begun: bool = False
    _named: dict[Mention, None] = field(default_factory=dict)
    recipients: tuple[Mention, ...] = ()

    @property
    def named(self) -> tuple[Mention, ...]:
        """All whom the paragraph has named, in printed order."""
        return tuple(self._named)

    def begin_sentence(self) -> None:
        """Forget what only the sentence before says."""
        self.unknown, self.unknown_acts, self.begun = "", False, False

    def read_subject(self, clause: str) -> str:
        """Bind whom a sentence begins with; return the clause without them.

        Whoever stands before 要 is its subject: if nobody knows them, it binds nobody.
        """
        clause = _CONNECTIVE.sub("", _ENUMERATOR.sub("", clause))
        limit = _LEADING_DATE.match(clause)
        date_, rest = (limit[0], clause[limit.end() :]) if limit else ("", clause)
        if charge := _CHARGE.match(rest) or _ASKED.match(rest):
            who = _plain(charge["who"])
            if mentions := self.naming.bodies(who):
                self._bind(mentions)
                return date_ + rest[charge.end("who") :].lstrip("应当要须需必务")
            if charge.re is _CHARGE:
                self.unknown = who
        acts = limit_of(clause) or _ACTING.search(clause)
        if acts and (mentions := self.naming.bodies(_plain(clause[: acts.start()]))):
            self._bind(mentions)
            return clause[acts.start() :]
        return clause

    def read_charge(self, clause: str) -> str:
        """Bind who is charged in the middle of a sentence, where 要 may be part of a word."""
        charge = _CHARGE.match(_CONNECTIVE.sub("", clause))
        if charge and (mentions := self.naming.bodies(_plain(charge["who"]))):
            self._bind(mentions)
            return charge.string[charge.end() :]
        return clause

    def read_appointment(self, clause: str) -> str:
        """Bind whom 由 or 会同 names; return the clause without whom 由 names."""
        if appointment := _APPOINTMENT.match(clause):
            appointed = self._appointed(appointment["who"])
            self._bind(appointed)
            self.unknown = "" if appointed else appointment["who"]
            clause = clause[appointment.end() :]
        if partners := _PARTNERS.search(clause):
            self._bind_also(self.naming.bodies(partners["who"]))
        return clause

    def _appointed(self, who: str) -> tuple[Mention, ...]:
        anaphor = _ANAPHOR.fullmatch(who)
        if not anaphor:
            return self.naming.bodies(who)
        named = (*self.recipients, *reversed(self.named))
        return next(((one,) for one in named if one.text.endswith(anaphor["rank"])), ())

    def _bind(self, who: tuple[Mention, ...]) -> None:
        self.now, self.unknown, self.begun = who, "", True
        self._named.update(dict.fromkeys(who))

    def _bind_also(self, who: tuple[Mention, ...]) -> None:
        self.now = (*self.now, *who)
        self._named.update(dict.fromkeys(who))


def _plain(who: str) -> str:
    return BEFORE_DATE.sub("", _ASIDE.sub("", who)).partition("会同")[0].removesuffix("牵头")
