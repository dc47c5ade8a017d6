"""The duties in the body of a notice: who is to do or hand in what, to whom, until when.

Two forms are read:

- a submission, which has a date: 实施方案于2016年12月15日前报送省质量强省办;
- a duty to draw up or to organise, which may have one right before it: 各地要……制定实施方案.

Whoever stands before 要 is bound, and whoever 会同 names with them. A sentence that names nobody
goes on about whom the one before it bound; a submission that names nobody binds everyone whom its
paragraph has named so far, except its recipient. What only exhorts (加强, 完善) is no duty.

Prose has more forms than these two. No sentence is an error: one that has a date or tells to hand
something in, and is not read, is remarked, and so is a duty whose bearer is not known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gdquality.errors import Problem, quoted
from gdquality.notice.agency_list import ListSyntaxError, Vocabulary, expand
from gdquality.notice.dates import Calendar
from gdquality.notice.text import Paragraph, outside_titles
from gdquality.records import Deadline, Mention
from gdquality.registry import Registry

_CLAUSE = re.compile(r"(?P<text>[^，；。！？]+)(?P<end>[，；。！？]?)")
_ENUMERATOR = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)")
_ASIDE = re.compile(r"（[^（）]*）")
_MUST = "(?<![重主需必紧纪])要(?!求(?!真))"
_CHARGE = re.compile(f"(?P<who>.*?){_MUST}")
_CONNECTIVE = re.compile(r"(?:同时|并且|此外|另外|特别是|尤其是|并|还|也|又|现|请)*")
_LOOKS_LIKE_NAME = re.compile(r"[部委厅局办院会府门位]$")
_APPOINTMENT = re.compile(r"由(?P<who>.+?)(?=汇总起草|起草|制定|制订|组织|负责)")
_ANAPHOR = re.compile(r"该(?P<rank>.)")
_PARTNERS = re.compile(
    r"会同(?P<who>.+?)(?=抓紧|认真|共同|联合|研究|组织|汇总|起草|制定|制订|做好|落实|$)"
)
_DUTY = re.compile(r"(?:汇总起草|起草|制定|制订|组织开展|指导).+")
_SUBMISSION = re.compile(
    r"(?P<what>.*)于(?P<due>[^于]{2,20}?前)(?:一并|分别|统一)?(?:报送|上报|报)(?P<to>.+)"
)
_BEFORE_WHAT = re.compile(rf"^(?:.*?{_MUST})?(?:并|请|应|须|将|把)*")
_AFTER_WHAT = re.compile(r"(?:请|应|须)+$")
_LIMIT_AT_END = re.compile(r"[于在](?P<due>[^于在]{2,20}?前)$")
_SUBMITS = re.compile(r"报送|上报|提交")


@dataclass(slots=True)
class _Said:
    """What a paragraph has said so far.

    Whom it binds now, or what it calls them if unknown; a duty whose date may still come; whether
    the last clause has something that was not read, and the sentence so far a date that was not.
    """

    bound: tuple[Mention, ...] = ()
    unknown: str = ""
    named: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()
    pending: Deadline | None = None
    is_unread: bool = False
    has_unread_date: bool = False

    def bind(self, who: tuple[Mention, ...]) -> None:
        self.bound, self.unknown = who, ""
        self.named = tuple(dict.fromkeys((*self.named, *who)))

    def bind_also(self, who: tuple[Mention, ...]) -> None:
        self.bound = (*self.bound, *who)
        self.named = tuple(dict.fromkeys((*self.named, *who)))

    def take_pending(self) -> Iterator[Deadline]:
        yield from [self.pending] if self.pending else []
        self.pending = None


class DeadlineReader:
    """Reads the duties of one notice; `remarks` collects what could not be read."""

    def __init__(self, registry: Registry, vocabulary: Vocabulary, calendar: Calendar) -> None:
        """Resolve names by `registry`, and dates without a year by `calendar`."""
        self.registry = registry
        self.vocabulary = vocabulary
        self.calendar = calendar
        self.remarks: list[Problem] = []

    def read(self, paragraph: Paragraph) -> Iterator[Deadline]:
        """Yield the duties of `paragraph` in printed order."""
        said = _Said()
        self.calendar.begin_paragraph()
        begins = True
        unread: int | None = None
        for match in _CLAUSE.finditer(paragraph.text):
            clause = _ENUMERATOR.sub("", match["text"])
            self._read_names(clause, said, begins_sentence=begins)
            yield from self._read_clause(clause, said, paragraph.line_at(match.start()))
            if said.is_unread and unread is None:
                unread = match.start()
            begins = match["end"] in "。！？"
            if match["end"] != "，":
                yield from said.take_pending()
                self._remark_unread(paragraph, unread, match.end())
                unread, said.has_unread_date = None, False
        yield from said.take_pending()
        self._remark_unread(paragraph, unread, len(paragraph.text))

    def _remark_unread(self, paragraph: Paragraph, start: int | None, end: int) -> None:
        if start is not None:
            passage = quoted(paragraph.text[start:end])
            message = f"没有读出这里的期限或报送要求：{passage}"
            self.remarks.append(Problem(message, paragraph.line_at(start)))

    def _read_clause(self, clause: str, said: _Said, line: int) -> Iterator[Deadline]:
        """Yield the duties that `clause` completes, and note whether one of it is not read."""
        submission, duty = _SUBMISSION.fullmatch(clause), _DUTY.search(clause)
        said.is_unread = False
        if (submission or duty) and said.unknown:
            self._remark(f"没有读出这里的要求：不知道“{said.unknown}”是哪个单位", line)
        elif submission:
            yield from self._submission(submission, said, line)
        elif duty and said.bound and not self._has_another_date(clause, duty, said):
            yield from said.take_pending()
            said.pending = self._duty(clause, duty, said, line)
        else:
            tells = _SUBMITS.search(outside_titles(clause))
            said.is_unread = bool(tells) or self.calendar.names_a_date(clause)
            said.has_unread_date |= self.calendar.names_a_day(clause)
        self.calendar.note(clause)

    def _remark(self, message: str, line: int) -> None:
        self.remarks.append(Problem(message, line))

    def _has_another_date(self, clause: str, duty: re.Match[str], said: _Said) -> bool:
        """Return whether `duty` may have a date other than one that stands right before it."""
        before = _LIMIT_AT_END.sub("", clause[: duty.start()])
        around = (before, duty[0])
        return said.has_unread_date or any(self.calendar.names_a_day(text) for text in around)

    def _duty(self, clause: str, duty: re.Match[str], said: _Said, line: int) -> Deadline:
        limit = _LIMIT_AT_END.search(clause, 0, duty.start())
        day = self._day(limit["due"], line) if limit else None
        return Deadline(day, limit and limit["due"], said.bound, duty[0], (), line)

    def _day(self, text: str, line: int) -> date | None:
        day, remark = self.calendar.limit(text)
        if remark:
            self._remark(remark, line)
        return day

    def _read_names(self, clause: str, said: _Said, *, begins_sentence: bool) -> None:
        """Take note of whom `clause` binds: who stands before 要 or the duty, who is 由 or 会同.

        Only the beginning of a sentence has a subject; elsewhere 要 may be part of a word.
        """
        if begins_sentence:
            said.unknown = ""
            self._read_subject(_ASIDE.sub("", clause), said)
        if appointment := _APPOINTMENT.match(clause):
            appointed = self._appointed(appointment["who"], said)
            said.bind(appointed)
            said.unknown = "" if appointed else appointment["who"]
        if partners := _PARTNERS.search(clause):
            joined = self._mentions(partners["who"])
            said.unknown = said.unknown or ("" if joined else partners["who"])
            said.bind_also(joined)

    def _read_subject(self, clause: str, said: _Said) -> None:
        """Bind who stands before 要, or right before the duty; whoever is not known is unknown.

        Before a duty without 要 there may be an adverb; what ends like a name is none.
        """
        charge = _CHARGE.match(clause)
        duty = None if _SUBMISSION.fullmatch(clause) else _DUTY.search(clause)
        if charge:
            before = charge["who"]
        elif duty and not _APPOINTMENT.match(clause):
            before = clause[: duty.start()]
        else:
            return
        before = _LIMIT_AT_END.sub("", before)
        who = _CONNECTIVE.sub("", before, count=1).partition("会同")[0]
        if mentions := self._mentions(who):
            said.bind(mentions)
        elif who and (charge or _LOOKS_LIKE_NAME.search(who)):
            said.unknown = who

    def _submission(self, match: re.Match[str], said: _Said, line: int) -> Iterator[Deadline]:
        what = _AFTER_WHAT.sub("", _BEFORE_WHAT.sub("", match["what"]))
        who = said.named
        if what:
            yield from said.take_pending()
        elif said.pending:
            what, who, line = said.pending.what, said.pending.who, said.pending.line
            said.pending = None
        to = self._mentions(match["to"])
        receiving = {mention.agency for mention in to}
        who = tuple(mention for mention in who if mention.agency not in receiving)
        if not to:
            self._remark(f"没有读出这里的要求：不知道“{match['to']}”是哪个单位", line)
        elif not (who and what):
            self._remark(f"没有读出这里的要求：不知道由谁报送：“{match[0]}”", line)
        else:
            said.recipients = to
            yield Deadline(self._day(match["due"], line), match["due"], who, what, to, line)

    def _appointed(self, who: str, said: _Said) -> tuple[Mention, ...]:
        anaphor = _ANAPHOR.fullmatch(who)
        if not anaphor:
            return self._mentions(who)
        named = (*said.recipients, *reversed(said.named))
        return next(((one,) for one in named if one.text.endswith(anaphor["rank"])), ())

    def _mentions(self, text: str) -> tuple[Mention, ...]:
        """Return what the list `text` names, or nothing unless every name is known."""
        try:
            items = expand(text, self.vocabulary)
        except ListSyntaxError:
            return ()
        found = [(item.text, self.registry.identify(item.text)) for item in items]
        return tuple(Mention(text, agency.name) for text, agency in found if agency) * all(
            agency for _, agency in found
        )
