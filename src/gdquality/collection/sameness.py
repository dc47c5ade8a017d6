"""When two documents are one notice: a copy in another format, or a corrected issue.

Both are told by keys, of which those that are one notice share one
(docs/decisions/0020-many-notices.md).
"""

import hashlib
import json
import re
from collections.abc import Sequence
from pathlib import PurePath

from gdquality.names.resolve.normal import normalise
from gdquality.records import ROLES, Deadline, Mention, Notice, Task

_CORRECTED = re.compile(r"(?:更正|修正|修订|勘误)[稿版件]?$")
"""What the title of a corrected issue has behind the title of the former."""


def identity(notice: Notice) -> str:
    """Return what a corrected issue has in common with the former: number, or date, and title.

    A title that is only the file's name, and one without a number and a date, tells nothing: then
    the key is of this document alone.
    """
    is_printed = notice.title not in (notice.source.file, PurePath(notice.source.file).stem)
    told = notice.document_number or (notice.issued and notice.issued.isoformat())
    if not told or not is_printed:
        return notice.source.sha256
    title = _CORRECTED.sub("", normalise(notice.title))
    return "|".join((told, normalise(notice.issuing_organ or ""), title))


def standing(issued: str, title: str) -> tuple[str, bool]:
    """Return what says which of the documents of a notice stands: the greatest.

    That is the one that is `issued` later, and of one day the one whose title says that it is
    corrected.
    """
    return issued, _CORRECTED.search(normalise(title)) is not None


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
