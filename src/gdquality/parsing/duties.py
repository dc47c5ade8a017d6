"""The duties in the prose of a document: who is to do or hand in what, to whom, until when.

    各地要……制定实施方案                     a duty to draw up or to organise, without a date
    于2017年6月底前出台实施细则               a duty with a date
    将工作方案于6月30日前报送省质监局         a submission

Whoever stands before 要, 应, 须 is bound, and whoever 会同 names with them; 由……起草 binds whom it
names. A sentence that names nobody goes on about whom the one before it bound; a submission that
names nobody binds everyone whom its paragraph has named so far, except its recipient. What only
exhorts (加强, 完善) is no duty. A sentence that has a date or hands something in, and of which no
duty was read, is told in a remark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from gdquality.errors import quoted
from gdquality.parsing.dates import DUE, Calendar
from gdquality.parsing.naming import Naming
from gdquality.parsing.outline import Span
from gdquality.parsing.passages import healed
from gdquality.records import Deadline, Mention, Place, Remark

_SENTENCE = re.compile(r"[^。；;！!？\n]+[。；;！!？\n]?")
_CLAUSE = re.compile(r"[^，,：:]+[，,：:]?")
_ENUMERATOR = re.compile(
    r"^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、﹒]|[一二三四五六七八九]是|第[一二三四五六七八九十]+[,，])"
)
_ASIDE = re.compile(r"（[^（）]*）")
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
_DUTY = re.compile(
    r"^(?:.*会同.+?(?=抓紧|认真|共同|联合|研究|组织|汇总|起草|制定|制订|编制))?"
    r"(?:(?:按照?|根据|依据|结合|围绕|对照|参照)[^，]*?(?=抓紧|认真|起草|制定|制订|组织|指导))?"
    r"(?:要|抓紧|认真|尽快|及时|深入|切实|积极|研究|牵头|共同|联合|负责|并|也|还)*"
    r"(?P<what>(?:汇总起草|起草|制定|制订|组织开展|指导)(?!的).+)"
)
_MONTH_AND_DAY = r"\d{1,2}月\d{1,2}日"
_CITED = re.compile("《[^《》]*》|（[^（）]*）")
_OTHER_LIMIT = re.compile(
    r"[〇○零一二三四五六七八九十]{1,4}[年月][底末]?前|[\d一二三四五六七八九十]+个?(?:工作日|日|天|月|年)之?内"
)
_CHARGED_WITH_DATE = re.compile(rf"[要须应请].*{_MONTH_AND_DAY}")
_NO_DUTY = re.compile("有效期|施行|执行期|废止")
_HAND_IN = "报送|上报|呈报|申报|报备|提交|报告|反馈|抄报|抄送|书面报|报"
_ADVERB = r"(?:一并|分别|统一|及时|按时|书面|汇总|集中|逐级|一式[一二两三四五六]份)*"
_TAKEN = re.compile(
    rf"(?:将|把)(?P<what>[^将把]+?){_ADVERB}(?:{_HAND_IN})(?:至|给|到|往|送)?(?P<to>.*)$"
)
_TOWARDS = re.compile(rf"向(?P<to>.+?){_ADVERB}(?:{_HAND_IN})(?P<what>.+)$")
_HANDED_IN = re.compile(rf"^(?P<what>.*?){_ADVERB}(?:{_HAND_IN})(?:至|给|到|往)?(?P<to>.+)$")
_SUBMITS = re.compile("报送|上报|提交|呈报|报备")
_HANDS_IN = re.compile(_HAND_IN)
_PRODUCE = (
    "完成|出台|印发|制定|制订|编制|起草|拟订|修订|发布|公布|公开|启动|建立|建成|形成|提出|实现|整改"
    "|组织|开展|召开|上线|投入|开工|竣工|达到|达标|配齐|取消|清理|落实|推出|建设|培育|新增|全面"
)
_PRODUCED = re.compile(f"(?:{_PRODUCE}).*")
_ACTS = re.compile(f"(?:{_PRODUCE}|{_HAND_IN})")
_MAY_BIND = re.compile(r"[前止内报]|提交|起草|制[定订]|组织开展|指导|\d日")
"""What any duty or limit has, looked for before anything is read."""

_BEFORE_DATE = re.compile(r"(?:于|在|到)$")
_BEFORE_WHAT = re.compile(r"^(?:并|请|应|须|要|将|把)*")
_AFTER_WHAT = re.compile(r"(?:请|应|须|要|并)+$")


@dataclass(slots=True)
class _Bound:
    """Whom a paragraph has bound so far, or what it calls them if that is nobody known.

    `unknown_acts` tells whether a duty is theirs, `begun` whether the sentence that is being read
    has bound somebody itself.
    """

    now: tuple[Mention, ...] = ()
    unknown: str = ""
    unknown_acts: bool = False
    begun: bool = False
    named: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()

    def bind(self, who: tuple[Mention, ...]) -> None:
        self.now, self.unknown, self.begun = who, "", True
        self.named = tuple(dict.fromkeys((*self.named, *who)))

    def bind_also(self, who: tuple[Mention, ...]) -> None:
        self.now = (*self.now, *who)
        self.named = tuple(dict.fromkeys((*self.named, *who)))


@dataclass(slots=True)
class DutyReader:
    """Reads the duties of one document; `remarks` collects the sentences that could not be read."""

    naming: Naming
    calendar: Calendar
    remarks: list[Remark] = field(default_factory=list)

    def read(
        self, span: Span, allocations: Sequence[str], answering: tuple[Mention, ...] = ()
    ) -> Iterator[Deadline]:
        """Yield the duties of `span` in printed order; its `allocations` are no part of them.

        `answering` are the bodies to which the item is given that the span is part of: a dated
        sentence in it that names nobody is theirs.
        """
        text = span.without(allocations)
        if not _MAY_BIND.search(text):
            return
        bound = _Bound()
        for match in _SENTENCE.finditer(text):
            place = span.place_at(match.start())
            found = list(self._sentence(match[0], place, bound, answering))
            for deadline in found:
                self.naming.tell((*deadline.who, *deadline.to), deadline.place)
            yield from found
            if not found and (bound.unknown_acts or _wants_reading(match[0])):
                self._note_dates(match[0])
                message = f"有期限或报送要求，没有读成：{quoted(match[0].strip())}"
                if bound.unknown:
                    message = f"不知道{quoted(bound.unknown)}是哪个单位：{quoted(match[0].strip())}"
                self.remarks.append(Remark("unread-duty", message, place))

    def _sentence(
        self, sentence: str, place: Place, bound: _Bound, answering: tuple[Mention, ...]
    ) -> Iterator[Deadline]:
        pending: Deadline | None = None
        begins = True
        for whole in _clauses(sentence):
            if begins:
                bound.unknown, bound.unknown_acts, bound.begun = "", False, False
                charged = self._subject(whole, bound)
            else:
                charged = self._charged(whole, bound)
            clause = self._appointed_and_partners(charged, bound)
            due = DUE.search(clause)
            if _SUBMITS.search(clause) or (due and _HANDS_IN.search(clause, due.end())):
                yield from self._submission(clause, due, place, bound, pending)
                pending = None
            elif due:
                yield from self._dated(clause, due, place, bound.now or answering, pending)
                pending = None
            elif (duty := _DUTY.match(clause)) and bound.unknown:
                bound.unknown_acts = True
            elif duty and bound.now:
                yield from [pending] if pending else []
                pending = Deadline(who=bound.now, what=healed(duty["what"]), place=place)
            begins = False
        yield from [pending] if pending else []

    def _subject(self, clause: str, bound: _Bound) -> str:
        """Bind whom a sentence begins with; return the clause without them.

        Whoever stands before 要 is its subject: if nobody knows them, it binds nobody.
        """
        clause = _CONNECTIVE.sub("", _ENUMERATOR.sub("", clause))
        limit = _LEADING_DATE.match(clause)
        date_, rest = (limit[0], clause[limit.end() :]) if limit else ("", clause)
        if charge := _CHARGE.match(rest) or _ASKED.match(rest):
            who = _plain(charge["who"])
            if mentions := self.naming.bodies(who):
                bound.bind(mentions)
                return date_ + rest[charge.end("who") :].lstrip("应当要须需必务")
            if charge.re is _CHARGE:
                bound.unknown = who
        acts = DUE.search(clause) or _ACTING.search(clause)
        if acts and (mentions := self.naming.bodies(_plain(clause[: acts.start()]))):
            bound.bind(mentions)
            return clause[acts.start() :]
        return clause

    def _charged(self, clause: str, bound: _Bound) -> str:
        """Bind who is charged in the middle of a sentence, where 要 may be part of a word."""
        charge = _CHARGE.match(_CONNECTIVE.sub("", clause))
        if charge and (mentions := self.naming.bodies(_plain(charge["who"]))):
            bound.bind(mentions)
            return charge.string[charge.end() :]
        return clause

    def _appointed_and_partners(self, clause: str, bound: _Bound) -> str:
        """Bind whom 由 or 会同 names; return the clause without whom 由 names."""
        if appointment := _APPOINTMENT.match(clause):
            appointed = self._appointed(appointment["who"], bound)
            bound.bind(appointed)
            bound.unknown = "" if appointed else appointment["who"]
            clause = clause[appointment.end() :]
        if partners := _PARTNERS.search(clause):
            bound.bind_also(self.naming.bodies(partners["who"]))
        return clause

    def _appointed(self, who: str, bound: _Bound) -> tuple[Mention, ...]:
        anaphor = _ANAPHOR.fullmatch(who)
        if not anaphor:
            return self.naming.bodies(who)
        named = (*bound.recipients, *reversed(bound.named))
        return next(((one,) for one in named if one.text.endswith(anaphor["rank"])), ())

    def _submission(
        self,
        clause: str,
        due: re.Match[str] | None,
        place: Place,
        bound: _Bound,
        pending: Deadline | None,
    ) -> Iterator[Deadline]:
        rest = clause
        if due:
            rest = _BEFORE_DATE.sub("", clause[: due.start()]) + clause[due.end() :].lstrip("，,")
        parts = _TAKEN.search(rest) or _TOWARDS.search(rest) or _HANDED_IN.search(rest)
        if not parts or bound.unknown:
            return
        what = healed(_AFTER_WHAT.sub("", _BEFORE_WHAT.sub("", parts["what"])))
        who = bound.now if bound.begun else bound.named
        if not what and pending:
            what, who, place = pending.what, pending.who, pending.place
        to = self.naming.bodies(parts["to"])
        if not (to or what) and due:
            what = healed(rest[parts.end("what") :])
        receiving = {mention.agency for mention in to}
        who = tuple(mention for mention in who if mention.agency not in receiving)
        if (to or due) and who and what:
            if rest.endswith(parts["to"]) and parts["to"] and not to and parts["what"]:
                message = f"不知道{quoted(parts['to'])}是哪个单位"
                self.remarks.append(Remark("unknown-recipient", message, place))
            bound.recipients = to or bound.recipients
            text = due[0] if due else None
            day = self._day(text, place) if text else None
            yield Deadline(due=day, due_text=text, who=who, what=what, to=to, place=place)

    def _dated(
        self,
        clause: str,
        due: re.Match[str],
        place: Place,
        who: tuple[Mention, ...],
        pending: Deadline | None,
    ) -> Iterator[Deadline]:
        produced = _PRODUCED.search(clause, due.end())
        # 到2020年底前建成 is an aim, and nobody's unless the sentence says whose.
        if not (produced and who) or clause.endswith("到", 0, due.start()):
            yield from [pending] if pending else []
            return
        what = healed(produced[0])
        if pending:
            what, place = f"{pending.what}，{what}", pending.place
        day = self._day(due[0], place)
        yield Deadline(due=day, due_text=due[0], who=who, what=what, place=place)

    def _note_dates(self, sentence: str) -> None:
        """Let the years of limits tell those of later ones; what is only aimed at tells nothing."""
        for found in DUE.finditer(sentence):
            if not sentence.endswith("到", 0, found.start()):
                self.calendar.note(found[0])

    def _day(self, text: str, place: Place) -> date | None:
        day = self.calendar.day_of(text)
        if self.calendar.lacks_year:
            message = f"“{text}”没有写年份，也看不出是哪一年，只留原文"
            self.remarks.append(Remark("no-year", message, place))
        elif self.calendar.is_no_day:
            self.remarks.append(no_date(text, place))
        return day


def no_date(text: str, place: Place) -> Remark:
    """Return the remark on a date that no calendar has."""
    return Remark("no-date", f"没有“{text}”这个日期，只留原文", place)


def _plain(who: str) -> str:
    return _BEFORE_DATE.sub("", _ASIDE.sub("", who)).partition("会同")[0].removesuffix("牵头")


def _clauses(sentence: str) -> Iterator[str]:
    """Yield the clauses of a sentence; a date that stands alone belongs to the next one."""
    waiting = ""
    for found in _CLAUSE.finditer(sentence.strip("。；;！!？\n ")):
        clause = waiting + found[0]
        if found[0].endswith(("，", ",")) and _ends_in_date(clause):
            waiting = clause
            continue
        yield clause.rstrip("，,：:")
        waiting = ""
    if waiting:
        yield waiting.rstrip("，,：:")


def _ends_in_date(clause: str) -> bool:
    found = [match.end() for match in DUE.finditer(clause)]
    return bool(found) and found[-1] >= len(clause) - 1


def _wants_reading(sentence: str) -> bool:
    """Tell whether a sentence must not be passed over: it hands something in, or has a limit."""
    told = _CITED.sub("", sentence)
    if _NO_DUTY.search(told):
        return False
    has_limit = (DUE.search(told) or _OTHER_LIMIT.search(told)) and _ACTS.search(told)
    return bool(_SUBMITS.search(told) or has_limit or _CHARGED_WITH_DATE.search(told))
