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
from gdquality.parsing.bound_bodies import BoundBodies
from gdquality.parsing.compact import Range
from gdquality.parsing.dates import BEFORE_DATE, DUE, Calendar
from gdquality.parsing.duty_sentences import (
    HAND_IN,
    PRODUCE,
    SENTENCE,
    SentenceDuties,
    clauses,
    hands_in,
    limit_of,
    may_bind,
    wants_reading,
)
from gdquality.parsing.naming import Naming
from gdquality.parsing.outline import Span
from gdquality.parsing.passages import healed
from gdquality.records import Deadline, Mention, Place, Remark

_DUTY = re.compile(
    r"^(?:.*会同.+?(?=抓紧|认真|共同|联合|研究|组织|汇总|起草|制定|制订|编制))?"
    r"(?:(?:按照?|根据|依据|结合|围绕|对照|参照)[^，]*?(?=抓紧|认真|起草|制定|制订|组织|指导))?"
    r"(?:要|抓紧|认真|尽快|及时|深入|切实|积极|研究|牵头|共同|联合|负责|并|也|还)*"
    r"(?P<what>(?:汇总起草|起草|制定|制订|组织开展|指导)(?!的).+)"
)
_ADVERB = r"(?:一并|分别|统一|及时|按时|书面|汇总|集中|逐级|一式[一二两三四五六]份)*"
_TAKEN = re.compile(
    rf"(?:将|把(?![关握手]))(?P<what>[^将把]+?){_ADVERB}(?:{HAND_IN})(?:至|给|到|往|送)?(?P<to>.*)$"
)
_TOWARDS = re.compile(rf"向(?P<to>.+?){_ADVERB}(?:{HAND_IN})(?P<what>.+)$")
_HANDED_IN = re.compile(rf"^(?P<what>.*?){_ADVERB}(?:{HAND_IN})(?:至|给|到|往)?(?P<to>.+)$")
_PRODUCED = re.compile(f"(?:{PRODUCE}).*")
_BEFORE_WHAT = re.compile(r"^(?:并|请|应|须|要|将|把)*")
_AFTER_WHAT = re.compile(r"(?:请|应|须|要|并|均|务必?|需)+$")
_AFTER_APPROVAL = re.compile(
    r"^经.{2,40}?(?:审核|审定|审查|审议|批准|同意|确认|把关|签批)(?:同意|把关|通过|签字)*[后，]?"
)
_TIMES = re.compile(r"^(?:[一二两三四]|\d+)次$")


@dataclass(slots=True)
class DutyReader:
    """Reads the duties of one document; `remarks` collects the sentences that could not be read."""

    naming: Naming
    calendar: Calendar
    remarks: list[Remark] = field(default_factory=list)

    def read(
        self, span: Span, allocations: Sequence[Range], answering: tuple[Mention, ...] = ()
    ) -> Iterator[Deadline]:
        """Yield the duties of `span` in printed order; its `allocations` are no part of them.

        `answering` are the bodies to which the item is given that the span is part of: a dated
        sentence in it that names nobody is theirs.
        """
        text = span.without(allocations)
        if not may_bind(text):
            return
        bound = BoundBodies(self.naming)
        for match in SENTENCE.finditer(text):
            place = span.place_at(match.start())
            found = self._sentence(match[0], place, bound, answering)
            for deadline in found:
                named = (one for one in (*deadline.who, *deadline.to) if one not in answering)
                self.naming.tell(named, deadline.place)
            yield from found
            if not found and (bound.unknown_acts or wants_reading(match[0])):
                self._note_dates(match[0])
                self._tell_unread(match[0], bound.unknown, place)

    def _tell_unread(self, text: str, unknown: str, place: Place) -> None:
        message = f"有期限或报送要求，没有读成：{quoted(text.strip())}"
        if unknown:
            message = f"不知道{quoted(unknown)}是哪个单位：{quoted(text.strip())}"
        self.remarks.append(Remark("unread-duty", message, place))

    def _sentence(
        self, sentence: str, place: Place, bound: BoundBodies, answering: tuple[Mention, ...]
    ) -> list[Deadline]:
        """Return the duties of a sentence; of a clause that has none beside others, tell."""
        said = SentenceDuties()
        for index, whole in enumerate(clauses(sentence)):
            if index:
                charged = bound.read_charge(whole)
            else:
                bound.begin_sentence()
                charged = bound.read_subject(whole)
            clause = bound.read_appointment(charged)
            due = limit_of(clause)
            if hands_in(clause, due):
                said.add(whole, self._submission(clause, due, place, bound, said))
            elif due and not clause.endswith("到", 0, due.start()):
                said.add(whole, self._dated(clause, due, place, bound.now or answering, said))
            elif due:
                said.settle()  # 到2020年底前建成 is an aim, and nobody's duty.
            elif (duty := _DUTY.match(clause)) and bound.unknown:
                bound.unknown_acts = True
            elif duty and bound.now:
                said.settle()
                said.pending = Deadline(who=bound.now, what=healed(duty["what"]), place=place)
            else:
                said.remember_unread(whole)
        said.settle()
        for clause in said.unread if said.duties else ():
            self._tell_unread(clause, "", place)
        return said.duties

    def _submission(
        self,
        clause: str,
        due: re.Match[str] | None,
        place: Place,
        bound: BoundBodies,
        said: SentenceDuties,
    ) -> Deadline | None:
        rest = clause
        if due:
            rest = BEFORE_DATE.sub("", clause[: due.start()]) + clause[due.end() :].lstrip("，,")
        parts = _TAKEN.search(rest) or _TOWARDS.search(rest) or _HANDED_IN.search(rest)
        if not parts or bound.unknown:
            return None
        what = _object_in(parts["what"])
        who = bound.now if bound.begun else bound.named
        to = self.naming.bodies(parts["to"])
        if not (what or to) and due and not said.pending:
            what = healed(rest[parts.end("what") :])
        receiving = {mention.agency for mention in to}
        who = tuple(mention for mention in who if mention.agency not in receiving)
        if not (to or due) or not who or not (what or said.what):
            return None
        if rest.endswith(parts["to"]) and parts["to"] and not to and parts["what"]:
            message = f"不知道{quoted(parts['to'])}是哪个单位"
            self.remarks.append(Remark("unknown-recipient", message, place))
        if not what:
            # What is handed in is what the clause before it makes.
            what, place = said.what, said.take_pending(place)
        bound.recipients = to or bound.recipients
        text = due[0] if due else None
        day = self._day(text, place) if text else None
        return Deadline(due=day, due_text=text, who=who, what=what, to=to, place=place)

    def _dated(
        self,
        clause: str,
        due: re.Match[str],
        place: Place,
        who: tuple[Mention, ...],
        said: SentenceDuties,
    ) -> Deadline | None:
        produced = _PRODUCED.search(clause, due.end())
        if not (produced and who):
            return None
        what = healed(produced[0])
        if said.pending:
            what = f"{said.what}，{what}"
            place = said.take_pending(place)
        day = self._day(due[0], place)
        return Deadline(due=day, due_text=due[0], who=who, what=what, place=place)

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


def _object_in(text: str) -> str:
    """Return what is handed in; who approves it before (经市政府审定后) is no part of it."""
    what = _AFTER_APPROVAL.sub("", _AFTER_WHAT.sub("", _BEFORE_WHAT.sub("", text)))
    return "" if _TIMES.match(what) else healed(what)
