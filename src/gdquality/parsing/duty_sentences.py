"""The sentences and clauses that may bind somebody to do or hand in something."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gdquality.parsing.date_patterns import DUE, EVERY, first_limit, limits_in
from gdquality.parsing.duty_verbs import DOES, HANDS_IN, REPORTS
from gdquality.parsing.first_looks import first_look
from gdquality.records import Deadline, Place

_SENTENCE = re.compile(r"(?:[^。；;！!？\n（]++|（[^（）\n]{0,200}）|（)+[。；;！!？\n]?")
_CLAUSE = re.compile(
    r"(?:[^，,：:（《]++|（[^（）]{0,200}）|《[^《》]{0,100}》|[（《]|[：:](?=\d\d))+[，,：:]?"
)
_CITED = re.compile("《[^《》]*》|（[^（）]*）")
_CONTACT = re.compile("（[^（）]{0,60}(?:联系人|电话|传真|邮箱)[^（）]{0,200}(?:）|$)")
_TITLE = re.compile(
    "[^。；，]{0,60}关于[^。；]{2,100}的(?:通知|函|请示|报告|意见|公告|通告|通报|方案|批复|办法|决定)\\s*"
)
_OTHER_LIMIT = re.compile(
    r"[〇○零一二三四五六七八九十]{1,4}[年月][底末]?前|[\d一二三四五六七八九十]+个?(?:工作日|日|天|月|年)之?内"
    r"|年前[一二三1-3]季度|\d{1,2}日[^，,日]{0,12}?(?:之前|以前|前)"
)
_MONTH_AND_DAY = re.compile(r"\d{1,2}月(?:\d{1,2}日|[底末])")
_CHARGED = re.compile("[要须应请]")
_LIMIT_IN_BRACKETS = re.compile(rf"（[^（）]{{0,30}}?(?:{DUE.pattern})[^（）]{{0,6}}）")
_NO_DUTY = re.compile("有效期|施行|执行期|废止")
_REPORTS = "(?<![通公海简情日晚填申举汇月周])报(?![告道名考警销酬表废刊])"
_SUBMITS = re.compile(
    rf"报送|上报|提交|呈报|呈送|报备|报请|(?:将|把(?![关握手]))[^，,将把]{{1,80}}?{_REPORTS}|[并后]{_REPORTS}"
)
_ACTS = re.compile(f"(?:{DOES}|{HANDS_IN}|{REPORTS}|报)")
_HANDS_IN_AGAIN = re.compile(f"{_SUBMITS.pattern}|向[^，,向]{{1,60}}?(?:{REPORTS}|反馈|通报)")
MAY_BIND = first_look(
    r"前止内报提起制组指\d会月反送",
    r"(?:[前止内报送]|提交|起草|制[定订]|组织开展|指导|\d日|会同|月[底末]|反馈)",
)
_CUT = re.compile(r"(?:[、并和，,]|并且|以及)?(?:并?[于在])?$")

LONGEST_CLAUSE = 400
"""Characters of a clause that is read; a longer one is no clause, but a list or a table."""


def may_bind(text: str) -> bool:
    """Tell by a quick look whether `text` has what every duty or limit has a piece of."""
    return bool(MAY_BIND.search(text))


def sentences(text: str) -> Iterator[re.Match[str]]:
    """Yield the sentences of `text` up to the last that may bind somebody to anything."""
    binding = -1
    for sentence in _SENTENCE.finditer(text):
        if binding < sentence.start():
            found = MAY_BIND.search(text, sentence.start())
            if not found:
                break
            binding = found.start()
        yield sentence


def as_read(sentence: str) -> str:
    """Return a sentence as it is read: who is to be called about it (联系人) is no part of it."""
    return _CONTACT.sub("", sentence) if "（" in sentence else sentence


def is_title(sentence: str) -> bool:
    """Tell whether a line is the title of a document: 关于报送2020年工作总结的函."""
    return "关于" in sentence and bool(_TITLE.fullmatch(sentence.strip()))


def clauses(sentence: str) -> Iterator[str]:
    """Yield the clauses of a sentence, each with one limit at most.

    A date that stands alone belongs to the next clause.
    """
    waiting = ""
    for found in _CLAUSE.finditer(sentence.strip("。；;！!？\n ")):
        clause = waiting + found[0]
        if (
            len(clause) < LONGEST_CLAUSE
            and found[0].endswith(("，", ","))
            and _is_date_at_end(clause)
        ):
            waiting = clause
            continue
        yield from _with_one_limit(clause.rstrip("，,：:"))
        waiting = ""
    if waiting:
        yield from _with_one_limit(waiting.rstrip("，,：:"))


def _with_one_limit(clause: str) -> Iterator[str]:
    start = 0
    for number, limit in enumerate(limits_in(clause)):
        if not number:
            continue
        before = _CUT.search(clause, max(start, limit.start() - 4), limit.start())
        if before and before[0] and _ACTS.search(clause, start, before.start()):
            yield clause[start : before.start()]
            start = before.end() - len(before[0].lstrip("、并和，,且以及"))
    yield clause[start:]


def limit_of(clause: str) -> re.Match[str] | None:
    """Return the date or period by which a clause has something done, if it has one.

    A mere period, 每季度, is one of what is handed in after it.
    """
    if due := first_limit(clause):
        return due
    every = EVERY.search(clause)
    return every if every and _HANDS_IN_AGAIN.search(clause, every.end()) else None


def is_aim(clause: str, due: re.Match[str]) -> bool:
    """Tell whether a limit is only aimed at: 到2020年底前建成."""
    return clause.endswith("到", 0, due.start())


def has_unread_limit(clause: str) -> bool:
    """Tell whether a clause has a limit that is not read, as 30个工作日内, or several together."""
    limits = [limit for limit in limits_in(clause) if not is_aim(clause, limit)]
    return len(limits) > 1 or bool(not limits and _OTHER_LIMIT.search(clause))


def _is_date_at_end(clause: str) -> bool:
    if clause[-2:-1] not in {"前", "止", "内"}:
        return False
    found = [match.end() for match in limits_in(clause)]
    return bool(found) and found[-1] >= len(clause) - 1


def wants_reading(sentence: str) -> bool:
    """Tell whether a sentence must not be passed over: it hands something in, or has a limit."""
    if _NO_DUTY.search(sentence) or is_title(sentence):
        return False
    told = _CITED.sub("", sentence)
    limit = limit_of(told) or _OTHER_LIMIT.search(told)
    charged = _CHARGED.search(told)
    return bool(
        _SUBMITS.search(told)
        or (limit and _ACTS.search(told))
        or (charged and _MONTH_AND_DAY.search(told, charged.end()))
        or (charged and limit and charged.start() < limit.start())
        or _LIMIT_IN_BRACKETS.search(sentence)
    )


@dataclass(slots=True)
class SentenceDuties:
    """What a sentence has said so far: its duties, and the clauses of which none was read.

    `pending` is a duty without a date, which the next clause may give it.
    """

    duties: list[Deadline] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    pending: Deadline | None = None

    @property
    def what(self) -> str:
        """What is to be done by the last duty."""
        last = self.pending or next(reversed(self.duties), None)
        return last.what if last else ""

    def take_pending(self, place: Place) -> Place:
        """Let the pending duty be part of the next one; return where that begins, else `place`."""
        taken, self.pending = self.pending, None
        return taken.place if taken else place

    def settle(self) -> None:
        """Take the pending duty as it is."""
        self.duties += [self.pending] if self.pending else []
        self.pending = None

    def add(self, clause: str, duties: tuple[Deadline, ...]) -> None:
        """Add the duties of a clause that has a limit or hands something in, or remember it."""
        self.settle()
        self.duties += duties
        if not duties:
            self.leave_unread(clause)

    def leave_unread(self, clause: str) -> None:
        """Remember a clause of which no duty was read, if it must not be passed over."""
        self.unread += [clause] if wants_reading(clause) else []
