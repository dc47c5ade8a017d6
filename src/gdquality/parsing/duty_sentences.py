"""The sentences and clauses that may bind somebody to do or hand in something."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from gdquality.parsing.dates import DUE, EVERY
from gdquality.records import Deadline, Place

SENTENCE = re.compile(r"[^。；;！!？\n]+[。；;！!？\n]?")
_CLAUSE = re.compile(r"[^，,：:]+[，,：:]?")
_CITED = re.compile("《[^《》]*》|（[^（）]*）")
_OTHER_LIMIT = re.compile(
    r"[〇○零一二三四五六七八九十]{1,4}[年月][底末]?前|[\d一二三四五六七八九十]+个?(?:工作日|日|天|月|年)之?内"
)
_MONTH_AND_DAY = r"\d{1,2}月\d{1,2}日"
_CHARGED_WITH_DATE = re.compile(rf"[要须应请].*{_MONTH_AND_DAY}")
_NO_DUTY = re.compile("有效期|施行|执行期|废止")
HAND_IN = "报送|上报|呈报|申报|报备|提交|报告|反馈|抄报|抄送|书面报|报"
_REPORTS = "(?<![通公海简情日晚])报(?![告道名考警销酬表废刊])"
SUBMITS = re.compile(
    rf"报送|上报|提交|呈报|报备|(?:将|把(?![关握手]))[^，,]+?{_REPORTS}|[并后]{_REPORTS}"
)
_HANDS_IN = re.compile(HAND_IN)
_HANDS_IN_AGAIN = re.compile(f"{SUBMITS.pattern}|向[^，,]+?(?:报告|反馈|通报)")
PRODUCE = (
    "完成|出台|印发|制定|制订|编制|起草|拟订|修订|发布|公布|公开|启动|建立|建成|形成|提出|实现|整改"
    "|组织|开展|召开|上线|投入|开工|竣工|达到|达标|配齐|取消|清理|落实|推出|建设|培育|新增|全面"
)
_ACTS = re.compile(f"(?:{PRODUCE}|{HAND_IN})")
_MAY_BIND = re.compile(r"[前止内报]|提交|起草|制[定订]|组织开展|指导|\d日")


def may_bind(text: str) -> bool:
    """Tell by a quick look whether `text` has what every duty or limit has a piece of."""
    return bool(_MAY_BIND.search(text))


def clauses(sentence: str) -> Iterator[str]:
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


def limit_of(clause: str) -> re.Match[str] | None:
    """Return the date or period by which a clause has something done, if it has one.

    A mere period, 每季度, is one of what is handed in after it.
    """
    if due := DUE.search(clause):
        return due
    every = EVERY.search(clause)
    return every if every and _HANDS_IN_AGAIN.search(clause, every.end()) else None


def hands_in(clause: str, due: re.Match[str] | None) -> bool:
    """Tell whether a clause has something handed in, by the limit `due` or without any."""
    return bool(SUBMITS.search(clause) or (due and _HANDS_IN.search(clause, due.end())))


def _ends_in_date(clause: str) -> bool:
    found = [match.end() for match in DUE.finditer(clause)]
    return bool(found) and found[-1] >= len(clause) - 1


def wants_reading(sentence: str) -> bool:
    """Tell whether a sentence must not be passed over: it hands something in, or has a limit."""
    told = _CITED.sub("", sentence)
    if _NO_DUTY.search(told):
        return False
    has_limit = (limit_of(told) or _OTHER_LIMIT.search(told)) and _ACTS.search(told)
    return bool(SUBMITS.search(told) or has_limit or _CHARGED_WITH_DATE.search(told))


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

    def add(self, clause: str, duty: Deadline | None) -> None:
        """Add the duty of a clause that has a limit or hands something in, or remember it."""
        self.settle()
        if duty:
            self.duties.append(duty)
        else:
            self.remember_unread(clause)

    def remember_unread(self, clause: str) -> None:
        """Remember a clause of which no duty was read, if it must not be passed over."""
        self.unread += [clause] if wants_reading(clause) else []
