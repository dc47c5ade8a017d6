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
from dataclasses import InitVar, dataclass, field

from gdquality.errors import quoted
from gdquality.parsing.bound_bodies import BoundBodies
from gdquality.parsing.compact import Range, in_simplified
from gdquality.parsing.date_patterns import first_limit
from gdquality.parsing.dates import Calendar
from gdquality.parsing.duty_characters import as_printed
from gdquality.parsing.duty_limits import DutyLimits
from gdquality.parsing.duty_phrases import done_by, makes_sense
from gdquality.parsing.duty_sentences import (
    LONGEST_CLAUSE,
    SentenceDuties,
    as_read,
    clauses,
    has_unread_limit,
    is_aim,
    is_title,
    limit_of,
    may_bind,
    sentences,
    wants_reading,
)
from gdquality.parsing.duty_verbs import ADVERB, DRAWS_UP
from gdquality.parsing.naming import Naming
from gdquality.parsing.outline import Span
from gdquality.parsing.passages import healed
from gdquality.parsing.submissions import Submission, submission_in
from gdquality.records import Deadline, Mention, Place, Remark

_DRAWS_UP = re.compile(
    rf"^(?:(?:按照?|根据|依据|结合|围绕|对照|参照)[^，]*?(?=抓紧|认真|{DRAWS_UP}))?"
    rf"(?:{ADVERB}|牵头|负责|研究)*(?P<what>{DRAWS_UP}.+)"
)
_BEFORE_DATE = re.compile("(?:于|在)$")

MOST_BEFORE = 200
"""Characters before a limit in which its sentence may name the year."""


@dataclass(slots=True)
class _Sentence:
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


@dataclass(slots=True)
class DutyReader:
    """Reads the duties of one document; `remarks` collects the sentences that could not be read."""

    naming: Naming
    calendar: InitVar[Calendar]
    remarks: list[Remark] = field(default_factory=list)
    limits: DutyLimits = field(init=False)

    def __post_init__(self, calendar: Calendar) -> None:
        """Read limits by `calendar`, with remarks in the same list."""
        self.limits = DutyLimits(calendar, self.remarks)

    def read(
        self, span: Span, allocations: Sequence[Range], answering: tuple[Mention, ...] = ()
    ) -> Iterator[Deadline]:
        """Yield the duties of `span` in printed order; its `allocations` are no part of them.

        `answering` are the bodies to which the item is given that the span is part of: a dated
        sentence in it that names nobody is theirs.
        """
        printed = span.without(allocations)
        text = in_simplified(printed)
        bound = BoundBodies(self.naming)
        for match in sentences(text):
            if is_title(match[0]):
                continue
            sentence = _Sentence(span.place_at(match.start()), bound, answering)
            found = self._read(as_read(match[0]), sentence)
            named = {one.text: one for read in found for one in read.every_mention}
            self.naming.tell(
                [one for one in named.values() if one not in answering], sentence.place
            )
            for read in found:
                yield as_printed(read, match[0], printed[match.start() : match.end()])

    def _tell_unread(self, text: str, unknown: str, place: Place) -> None:
        message = f"有期限或报送要求，没有读成：{quoted(text.strip())}"
        if unknown and not first_limit(unknown) and self.naming.vocabulary.may_be_body(unknown):
            message = f"不知道{quoted(unknown)}是哪个单位：{quoted(text.strip())}"
        self.remarks.append(Remark("unread-duty", message, place))

    def _read(self, text: str, sentence: _Sentence) -> list[Deadline]:
        """Return the duties of a sentence; of a clause that has none beside others, tell."""
        said = sentence.said
        sentence.bound.begin_sentence()
        for whole in clauses(text):
            if len(whole) <= LONGEST_CLAUSE:
                self._read_clause(whole, sentence)
            else:
                said.leave_unread(whole)
            sentence.before = sentence.before[-MOST_BEFORE:] + whole
        said.settle()
        if said.duties:
            for clause in said.unread:
                self._tell_unread(clause, "", sentence.place)
        elif said.unread or wants_reading(text):
            self.limits.note(text)
            self._tell_unread(text, sentence.bound.unknown, sentence.place)
        return said.duties

    def _read_clause(self, whole: str, sentence: _Sentence) -> None:
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

    def _submission(self, clause: _Clause, sentence: _Sentence) -> tuple[Deadline, ...] | None:
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
        self, clause: _Clause, due: re.Match[str], sentence: _Sentence
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


def _draw_up(whole: str, what: str, sentence: _Sentence) -> None:
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
