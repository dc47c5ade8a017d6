"""When two documents are one notice: a copy in another format, or a corrected issue.

Both are told by keys, of which those that are one notice share one
(docs/decisions/0020-many-notices.md).
"""

import hashlib
import json
import re
from pathlib import PurePath

from gdquality.names.resolve.normal import normalise
from gdquality.records import ROLES, Notice

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


def substance(notice: Notice) -> str:
    """Return what copies have in common: number, date, and all that is to be done by whom."""
    if not notice.tasks and not notice.deadlines:
        return notice.source.sha256
    tasks = [
        [normalise(task.title), *([one.text for one in task.mentions(role)] for role in ROLES)]
        for task in notice.tasks
    ]
    duties = [
        [str(one.due), normalise(one.what), [body.text for body in one.who]]
        for one in notice.deadlines
    ]
    told = [notice.document_number, str(notice.issued), tasks, duties]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()
