"""The duties in the body of a notice: who is to do or hand in what, to whom, until when.

Two forms are read:

- a submission, which has a date: 实施方案于2016年12月15日前报送省质量强省办;
- a duty to draw up or to organise, which has none: 各地要……制定实施方案.

Whoever stands before 要 is bound, and whoever 会同 names with them. A sentence that names nobody
goes on about whom the one before it bound; a submission that names nobody binds everyone whom its
paragraph has named so far, except its recipient. What only exhorts (加强, 完善) is no duty.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gdquality.errors import Problem
from gdquality.notice.agency_list import ListSyntaxError, Vocabulary, expand
from gdquality.notice.text import Paragraph
from gdquality.records import Deadline, Mention
from gdquality.registry import Registry

_CLAUSE = re.compile(r"(?P<text>[^，；。]+)(?P<end>[，；。]?)")
_ENUMERATOR = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)")
_ASIDE = re.compile(r"（[^（）]*）")
_CHARGE = re.compile(r"(?P<who>.*?)要")
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
_BEFORE_WHAT = re.compile(r"^(?:.*?要)?(?:并|请|应|须|将|把)*")
_AFTER_WHAT = re.compile(r"(?:请|应|须)+$")
_DATE = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日(?:24时)?|底)前"
)


@dataclass(slots=True)
class _Said:
    """What a paragraph has said so far: whom it binds now, or what it calls them if unknown."""

    bound: tuple[Mention, ...] = ()
    unknown: str = ""
    named: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()

    def bind(self, who: tuple[Mention, ...]) -> None:
        self.bound, self.unknown = who, ""
        self.named = tuple(dict.fromkeys((*self.named, *who)))

    def bind_also(self, who: tuple[Mention, ...]) -> None:
        self.bound = (*self.bound, *who)
        self.named = tuple(dict.fromkeys((*self.named, *who)))


class DeadlineReader:
    """Reads the duties of one notice; `problems` collects what could not be read."""

    def __init__(self, registry: Registry, vocabulary: Vocabulary, year: int) -> None:
        """Resolve names by `registry`; a date without a year is of the last one named."""
        self.registry = registry
        self.vocabulary = vocabulary
        self.year = year
        self.problems: list[Problem] = []

    def read(self, paragraph: Paragraph) -> Iterator[Deadline]:
        """Yield the duties of `paragraph` in printed order."""
        said = _Said()
        pending: Deadline | None = None
        begins = True
        for match in _CLAUSE.finditer(paragraph.text):
            clause = _ENUMERATOR.sub("", match["text"])
            line = paragraph.line_at(match.start())
            self._read_names(clause, said, begins_sentence=begins)
            submission, duty = _SUBMISSION.fullmatch(clause), _DUTY.search(clause)
            if (submission or duty) and said.unknown:
                self.problems.append(Problem(f"不知道“{said.unknown}”是哪个单位", line))
            elif submission:
                yield from self._submission(submission, said, pending, line)
                pending = None
            elif duty and said.bound:
                yield from [pending] if pending else []
                pending = Deadline(None, None, said.bound, duty[0], (), line)
            begins = match["end"] == "。"
            if match["end"] != "，" and pending:
                yield pending
                pending = None

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
        who = _CONNECTIVE.sub("", before, count=1).partition("会同")[0]
        if mentions := self._mentions(who):
            said.bind(mentions)
        elif who and (charge or _LOOKS_LIKE_NAME.search(who)):
            said.unknown = who

    def _submission(
        self, match: re.Match[str], said: _Said, pending: Deadline | None, line: int
    ) -> Iterator[Deadline]:
        what = _AFTER_WHAT.sub("", _BEFORE_WHAT.sub("", match["what"]))
        who = said.named
        if not what and pending:
            what, who, line = pending.what, pending.who, pending.line
        to = self._mentions(match["to"])
        receiving = {mention.agency for mention in to}
        who = tuple(mention for mention in who if mention.agency not in receiving)
        if not to:
            self.problems.append(Problem(f"不知道“{match['to']}”是哪个单位", line))
        elif not (who and what):
            self.problems.append(Problem(f"不知道由谁报送：“{match[0]}”", line))
        else:
            said.recipients = to
            yield Deadline(self._date(match["due"], line), match["due"], who, what, to, line)

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

    def _date(self, text: str, line: int) -> date | None:
        match = _DATE.fullmatch("".join(text.split()))
        if not match:
            if re.search(r"\d", text):
                self.problems.append(Problem(f"读不懂“{text}”这个日期", line))
            return None
        self.year = int(match["year"] or self.year)
        month = int(match["month"])
        try:
            if match["day"]:
                return date(self.year, month, int(match["day"]))
            # The last day: that before the first of the next month, 31 days on at the most.
            return (date(self.year, month, 1) + timedelta(days=31)).replace(day=1) - timedelta(1)
        except ValueError:
            self.problems.append(Problem(f"没有“{text}”这个日期", line))
            return None
