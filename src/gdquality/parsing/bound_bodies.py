"""Whom the sentences of a paragraph bind, as far as they have been read.

Whoever stands before 要, 应, 须 is bound, and whoever 会同 names with them; 由……起草 binds whom it
names. A sentence that names nobody goes on about whom the one before it bound.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gdquality.parsing.date_patterns import DUE
from gdquality.parsing.duty_sentences import limit_of, may_bind
from gdquality.parsing.duty_verbs import ADVERB, DOES, DRAWS_UP, HANDS_IN, MUST, REPORTS, REVIEWS
from gdquality.parsing.naming import Naming
from gdquality.records import Mention

_ENUMERATOR = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、﹒](?!\d)|[一二三四五六七八九]是"
    r"|第[一二三四五六七八九十]+[,，]|(?:第[一二三四五六七八九十]+章[^第。]{0,30})?第[一二三四五六七八九十百]+条\s*)"
)
_ASIDE = re.compile(r"（(?![市区县州旗乡镇街道、]+）)[^（）]*）")
"""A bracket that is no part of a name, as that of 各县（区） is."""

_CONNECTIVE = re.compile(r"^(?:同时|并且|此外|另外|特别是|尤其是|其中|并|还|也|又|现|请)+")
_CHARGE = re.compile(MUST)
_ASKED = re.compile("请(?:于|在|将|抓紧|尽快|按)")
_ACTS = re.compile(
    rf"会同|牵头|负责|{REVIEWS}|{DRAWS_UP}|(?:每周|每月|每季|每年|每半年|{ADVERB})+|将|把|向|于|对"
)
_LEADING_DATE = re.compile(rf"(?:于|在)?(?:{DUE.pattern})[，,]?")
_VERB = re.compile(
    rf"{DOES}|{HANDS_IN}|{REPORTS}|{ADVERB}|负责|牵头|于|在|将|把|向|对|按|根据|[\d每]|年底"
)
_APPOINTED = re.compile(
    rf"(?:牵头|负责|{ADVERB})*(?={DOES}|{HANDS_IN}|牵头|负责|[于在]?(?:{DUE.pattern}))"
)
_AFTER_WHO = re.compile(rf"(?:{ADVERB}|于|在|牵头|负责|自|从)+$")
_OF_AFTER_WHO = frozenset(_AFTER_WHO.pattern)
"""The characters that it is made of, looked at first: a name mostly ends in none of them."""

_CHARGING = re.compile(rf"^(?:{MUST})+")
_TAKEN = re.compile("[将把]")
_ANAPHOR = re.compile(r"该(?P<rank>.)")

_MOST = 120
"""Characters of the longest list of bodies that is looked for in a sentence."""

_MOST_AFTER = 12
"""Characters of adverbs that are looked for between a body and what it does."""


@dataclass(slots=True)
class BoundBodies:
    """Whom a paragraph has bound so far, or what it calls them if that is nobody known.

    `now` are bound by what is being read. `unknown` is what stands where they should, `begun` tells
    whether the sentence that is being read has bound somebody itself.
    """

    naming: Naming
    now: tuple[Mention, ...] = ()
    unknown: str = ""
    begun: bool = False
    _named: dict[str, Mention] = field(default_factory=dict)
    _recipients: tuple[Mention, ...] = ()

    @property
    def named(self) -> tuple[Mention, ...]:
        """All whom the paragraph has named, in printed order."""
        return tuple(self._named.values())

    def begin_sentence(self) -> None:
        """Forget what only the sentence before says."""
        self.unknown, self.begun = "", False

    def hand_in_to(self, recipients: tuple[Mention, ...]) -> None:
        """Remember to whom something was handed in, who may be the next that is named as 该办."""
        self._recipients = recipients or self._recipients

    def read_subject(self, clause: str) -> str:
        """Bind whom a sentence begins with; return the clause without them.

        Whoever stands before 要 is its subject: if nobody knows them, it binds nobody.
        """
        clause = _CONNECTIVE.sub("", _ENUMERATOR.sub("", clause))
        limit = _LEADING_DATE.match(clause)
        date_, rest = (limit[0], clause[limit.end() :]) if limit else ("", clause)
        charge = _charge_in(rest, _CHARGE)
        if found := charge or _charge_in(rest, _ASKED):
            if mentions := self._bodies(rest[: found.start()]):
                self._bind(mentions)
                return date_ + _CHARGING.sub("", rest[found.start() :])
            self.unknown = rest[: charge.start()] if charge else ""
        # A clause in which nobody does anything may name them alone: 各镇：请于….
        alone = (len(rest),) if len(rest) <= _MOST else ()
        for end in tuple(self._starts_of_duty(rest)) or alone:
            if mentions := self._bodies(rest[:end]):
                self._bind(mentions)
                return date_ + rest[end:]
        return date_ + rest[charge.end() :] if charge and self.unknown else clause

    @staticmethod
    def _starts_of_duty(clause: str) -> Iterator[int]:
        """Yield where what is to be done may begin, the limit first."""
        if limit := limit_of(clause):
            yield limit.start()
        yield from (found.start() for found in _ACTS.finditer(clause, 1, _MOST))

    def begins_with_body(self, text: str) -> bool:
        """Tell whether a body begins `text`, so that it says what somebody does: 省质监局汇总."""
        return bool(self._leading_bodies(text)[0])

    def read_charge(self, clause: str) -> str:
        """Bind who is charged in the middle of a sentence; return the clause without them."""
        plain = _CONNECTIVE.sub("", clause)
        charge = _charge_in(plain, _CHARGE)
        if charge and (mentions := self._bodies(plain[: charge.start()])):
            self._bind(mentions)
            return _CHARGING.sub("", plain[charge.start() :])
        for end in self._starts_of_duty(clause) if may_bind(clause) else ():
            if mentions := self._bodies(clause[:end]):
                self._bind(mentions)
                return clause[end:]
        return clause

    def read_appointment(self, clause: str) -> str:
        """Bind whom 由 or 会同 names; return the clause without them."""
        if clause.startswith("由"):
            clause = self._read_by(clause)
        before, found, after = clause.partition("会同")
        if found:
            partners, end = self._leading_bodies(after)
            if not partners:
                self.unknown = after[:_MOST]
            self.now = (*self.now, *partners)
            self._name(partners)
            clause = before + after[end:]
        return clause

    def _read_by(self, clause: str) -> str:
        appointed: tuple[Mention, ...]
        if anaphor := _ANAPHOR.match(clause, 1):
            named = (*self._recipients, *reversed(self.named))
            meant = next((one for one in named if one.text.endswith(anaphor["rank"])), None)
            appointed, end = (meant,) if meant else (), anaphor.end()
        else:
            appointed, length = self._leading_bodies(clause[1:])
            end = 1 + length
        acts = _APPOINTED.match(clause, end) if appointed else _APPOINTED.search(clause, 3, _MOST)
        if not acts:
            return clause
        self._bind(appointed)
        self.unknown = "" if appointed else clause[1 : acts.start()]
        return clause[acts.end() :]

    def _leading_bodies(self, text: str) -> tuple[tuple[Mention, ...], int]:
        """Return the longest list of bodies that `text` begins with before a verb, and its end."""
        ends = [found.start() for found in _VERB.finditer(text, 1, _MOST)]
        ends += [len(text)] if len(text) <= _MOST else []
        for end in reversed(ends):
            if mentions := self._bodies(text[:end]):
                return mentions, end
        return (), 0

    def _bodies(self, text: str) -> tuple[Mention, ...]:
        """Return the bodies of a list, and those with them: 省质监局会同省财政厅."""
        found: tuple[Mention, ...] = ()
        for part in (_ASIDE.sub("", text) if "（" in text else text).split("会同"):
            name = part.strip(" 　，,")
            if not name:
                return ()
            after = None
            if name[-1] in _OF_AFTER_WHO:
                after = _AFTER_WHO.search(name, max(0, len(name) - _MOST_AFTER))
            bodies = self.naming.bodies(name[: after.start()] if after else name)
            if not bodies:
                return ()
            found += bodies
        return found

    def _bind(self, who: tuple[Mention, ...]) -> None:
        self.now, self.unknown, self.begun = who, "", True
        self._name(who)

    def _name(self, who: tuple[Mention, ...]) -> None:
        for mention in who:
            self._named.setdefault(mention.text, mention)


def _charge_in(clause: str, words: re.Pattern[str]) -> re.Match[str] | None:
    """Return the word that charges whoever stands before it, if anybody may."""
    found = words.search(clause, 2, _MOST)
    return found if found and not _TAKEN.search(clause, 0, found.start()) else None
