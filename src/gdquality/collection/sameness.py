"""When two documents are one notice: a copy in another format, or a corrected issue.

Both are told by keys, of which those that are one notice share one
(docs/decisions/0020-many-notices.md).
"""

import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import PurePath

from gdquality.names.resolve.normal import compatible, normalise
from gdquality.records import ROLES, Deadline, Mention, Notice, Task

_DAY = r"[\d〇零一二三四五六七八九]{4}\s?年?\s?(?:\d{1,2}月(?:\d{1,2}日)?)?\s?"
_TIME = r"第[一二三四五六七八九十\d]{1,3}次"
_WORD = (
    rf"(?:{_DAY}|{_TIME})?"
    r"(?:(?:更正|修正|修订|勘误|订正|修改)[后稿版件本]?|重新印发|重印)"
)
_CORRECTED = re.compile(rf"[(\[【〔]\s*{_WORD}\s*[)\]】〕]|^\s*{_WORD}(?:\s*:|\s)|{_WORD}\s*$")
"""What the title of a corrected issue has and that of the former has not.

In brackets it may stand anywhere, as in 【更正】关于…的通知 and 关于印发…方案（2024年修订）的通知;
without them it ends the title, or is set off at its beginning: 关于更正…的通知 is another matter.
"""


def identity(notice: Notice) -> str:
    """Return what a corrected issue has in common with the former: number, or date, and title.

    And whose they are: two cities may send out a notice of the same title on one day. One without
    a number needs to tell its place therefore, and each needs a title that is no file's name: else
    the key is of this document alone.
    """
    if not (notice.document_number or notice.jurisdiction):
        return notice.source.sha256
    organ = normalise(notice.issuing_organ or "")
    return "|".join((likeness(notice), organ, notice.jurisdiction or ""))


def likeness(notice: Notice) -> str:
    """Return what documents have in common that may be issues of one notice, for a user to tell."""
    is_printed = notice.title not in (notice.source.file, PurePath(notice.source.file).stem)
    told = notice.document_number or (notice.issued and notice.issued.isoformat())
    if not told or not is_printed:
        return notice.source.sha256
    return f"{told}|{normalise(_CORRECTED.sub('', compatible(notice.title)))}"


def standing(issued: str, title: str) -> tuple[str, bool]:
    """Return what says which of the documents of a notice stands: the greatest.

    That is the one that is `issued` later, and of one day the one whose title says that it is
    corrected.
    """
    return issued, _CORRECTED.search(compatible(title)) is not None


def substance(notice: Notice) -> str:
    """Return what copies have in common: number, date, and all that is to be done, by whom, when.

    And the place, since 市财政局 is another body in each.
    """
    if not notice.tasks and not notice.deadlines:
        return notice.source.sha256
    tasks = [
        [normalise(task.title), *_due(task), *(_texts(task.mentions(role)) for role in ROLES)]
        for task in notice.tasks
    ]
    duties = [
        [normalise(one.what), *_due(one), _texts(one.who), _texts(one.to)]
        for one in notice.deadlines
    ]
    told = [notice.document_number, str(notice.issued), notice.jurisdiction, tasks, duties]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _due(one: Task | Deadline) -> tuple[str, str]:
    return str(one.due), normalise(one.due_text or "")


def _texts(mentions: Sequence[Mention]) -> list[str]:
    return [one.text for one in mentions]
