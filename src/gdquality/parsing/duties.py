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

from collections.abc import Iterator, Sequence
from dataclasses import InitVar, dataclass, field

from gdquality.errors import quoted
from gdquality.parsing.bound_bodies import BoundBodies
from gdquality.parsing.compact import Range, in_simplified
from gdquality.parsing.date_patterns import first_limit
from gdquality.parsing.dates import Calendar
from gdquality.parsing.duty_characters import as_printed
from gdquality.parsing.duty_clauses import ClauseReader, DutySentence
from gdquality.parsing.duty_limits import DutyLimits
from gdquality.parsing.duty_sentences import (
    LONGEST_CLAUSE,
    as_read,
    clauses,
    is_title,
    sentences,
    wants_reading,
)
from gdquality.parsing.naming import Naming
from gdquality.parsing.outline import Span
from gdquality.records import Deadline, Mention, Place, Remark

_MOST_BEFORE = 200
"""Characters before a limit in which its sentence may name the year."""


@dataclass(slots=True)
class DutyReader:
    """Reads the duties of one document; `remarks` collects the sentences that could not be read."""

    naming: Naming
    calendar: InitVar[Calendar]
    remarks: list[Remark] = field(default_factory=list)
    limits: DutyLimits = field(init=False)
    _clauses: ClauseReader = field(init=False)

    def __post_init__(self, calendar: Calendar) -> None:
        """Read clauses and their limits by `calendar`, with remarks in the same list."""
        self.limits = DutyLimits(calendar, self.remarks)
        self._clauses = ClauseReader(self.naming, self.limits, self.remarks)

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
            sentence = DutySentence(span.place_at(match.start()), bound, answering)
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

    def _read(self, text: str, sentence: DutySentence) -> list[Deadline]:
        """Return the duties of a sentence; of a clause that has none beside others, tell."""
        said = sentence.said
        sentence.bound.begin_sentence()
        for whole in clauses(text):
            if len(whole) <= LONGEST_CLAUSE:
                self._clauses.read(whole, sentence)
            else:
                said.leave_unread(whole)
            sentence.before = sentence.before[-_MOST_BEFORE:] + whole
        said.settle()
        if said.duties:
            for clause in said.unread:
                self._tell_unread(clause, "", sentence.place)
        elif said.unread or wants_reading(text):
            self.limits.note(text)
            self._tell_unread(text, sentence.bound.unknown, sentence.place)
        return said.duties
