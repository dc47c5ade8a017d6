"""The duties of a clause: what is handed in, to be done by a date, or drawn up without one."""

import re
from dataclasses import dataclass, field

from gdquality.errors import quoted
from gdquality.parsing.bound_bodies import BoundBodies
from gdquality.parsing.duty_limits import DutyLimits
from gdquality.parsing.duty_phrases import done_by, makes_sense
from gdquality.parsing.duty_sentences import (
    SentenceDuties,
    has_unread_limit,
    is_aim,
    limit_of,
    may_bind,
)
from gdquality.parsing.duty_verbs import ADVERB, DRAWS_UP
from gdquality.parsing.naming import Naming
from gdquality.parsing.passages import healed
from gdquality.parsing.submissions import Submission, submission_in
from gdquality.records import Deadline, Mention, Place, Remark

_DRAWS_UP = re.compile(
    rf"^(?:(?:按照?|根据|依据|结合|围绕|对照|参照)[^，]*?(?=抓紧|认真|{DRAWS_UP}))?"
    rf"(?:{ADVERB}|牵头|负责|研究)*(?P<what>{DRAWS_UP}.+)"
)
_BEFORE_DATE = re.compile("(?:于|在)$")


@dataclass(slots=True)
class DutySentence:
    """A sentence that is being read: where it begins, whom it binds, what it has said so far.

    `answering` are bound where it names nobody; `before` is what has been read of it.
    """

    place: Place
    bound: BoundBodies
    answering: tuple[Mention, ...]
    said: SentenceDuties = field(default_factory=SentenceDuties)
    before: str = ""


@dataclass(slots=True)
class _Clause:
    """A clause without whom it binds, its limit, and what its sentence says before that."""

    text: str
    due: re.Match[str] | None
    before: str


@dataclass(frozen=True, slots=True)
class ClauseReader:
    """Reads the clauses of the sentences of one document; what is not certain goes to `remarks`."""

    naming: Naming
    limits: DutyLimits
    remarks: list[Remark]

    def read(self, whole: str, sentence: DutySentence) -> None:
        """Add the duties of a clause, `whole` with whom it binds, to what its `sentence` says."""
        bound, said = sentence.bound, sentence.said
        text = bound.read_charge(whole) if sentence.before else bound.read_subject(whole)
        text = bound.read_appointment(text)
        if not may_bind(whole):
            return
        due = limit_of(text)
        clause = _Clause(text, due, sentence.before + text[: due.start() if due else 0])
        if has_unread_limit(text):
            said.add(whole, ())
        elif (handed_in := self._submission(clause, sentence)) is not None:
            said.add(whole, handed_in)
        elif due and is_aim(text, due):
            said.settle()  # It is nobody's duty.
        elif due:
            said.add(whole, self._dated(clause, due, sentence))
        elif duty := _DRAWS_UP.match(text):
            _draw_up(whole, healed(duty["what"]), sentence)
        else:
            said.leave_unread(whole)

    def _submission(self, clause: _Clause, sentence: DutySentence) -> tuple[Deadline, ...] | None:
        """Return the duties of a clause that hands something in, or None if it does not."""
        found = submission_in(_without_limit(clause), self.naming.recipients)
        if not found:
            return None
        bound, said, place = sentence.bound, sentence.said, sentence.place
        receiving = {mention.agency for mention in found.to}
        who = bound.now if bound.begun else bound.named
        who = tuple(mention for mention in who if mention.agency not in receiving)
        is_read = bool(who and (found.to or clause.due) and (found.what or said.what))
        if bound.unknown or not is_read or self._says_more(clause, found, bound):
            return ()
        if found.is_unsure:
            message = f"不知道{quoted(found.to_text)}是哪个单位"
            self.remarks.append(Remark("unknown-recipient", message, place))
        # What is handed in may be what the clause before it makes.
        what = found.what or said.what
        if not found.what:
            place = said.take_pending(place)
        bound.hand_in_to(found.to)
        return self._due(clause, who, what, place, found.to)

    def _says_more(self, clause: _Clause, found: Submission, bound: BoundBodies) -> bool:
        """Tell whether a clause says more than who hands in what by when.

        Another body may do it, and the limit of 报省政府审定后于6月底前印发 is its last verb's.
        """
        before = clause.text[: clause.due.start()] if clause.due else ""
        earlier = submission_in(before, self.naming.recipients)
        is_another = not found.is_taken and bound.begins_with_body(found.what)
        return is_another or bool(earlier and earlier.to)

    def _dated(
        self, clause: _Clause, due: re.Match[str], sentence: DutySentence
    ) -> tuple[Deadline, ...]:
        bound, said, place = sentence.bound, sentence.said, sentence.place
        what = done_by(clause.text[: due.start()], clause.text[due.end() :])
        who = bound.now or sentence.answering
        if bound.unknown or not (what and who):
            return ()
        if said.pending:
            what = f"{said.what}，{what}"
            place = said.take_pending(place)
        return self._due(clause, who, what, place)

    def _due(
        self,
        clause: _Clause,
        who: tuple[Mention, ...],
        what: str,
        place: Place,
        to: tuple[Mention, ...] = (),
    ) -> tuple[Deadline, ...]:
        """Return a duty with its limit; one that has two, 6月10日、12月10日前, is two."""
        if not clause.due:
            return (Deadline(who=who, what=what, to=to, place=place),)
        text = clause.due[0]
        return tuple(
            Deadline(due=day, due_text=text, who=who, what=what, to=to, place=place)
            for day in self.limits.days_of(text, clause.before, place)
        )


def _draw_up(whole: str, what: str, sentence: DutySentence) -> None:
    """Let what is to be drawn up wait for the limit that the next clause may give it."""
    bound, said = sentence.bound, sentence.said
    if bound.unknown or (bound.now and not makes_sense(what)):
        said.unread.append(whole)
    elif bound.now:
        said.settle()
        said.pending = Deadline(who=bound.now, what=what, place=sentence.place)


def _without_limit(clause: _Clause) -> str:
    text, due = clause.text, clause.due
    if not due:
        return text
    return _BEFORE_DATE.sub("", text[: due.start()]) + text[due.end() :].lstrip("，,")
