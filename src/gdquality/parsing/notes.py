"""What a document says of all its lists at once: 列第一位者为牵头单位，下同."""

import re
from collections.abc import Sequence
from dataclasses import replace

from gdquality.parsing.drafts import DraftTask
from gdquality.parsing.passages import healed

FIRST_LEADS = re.compile(
    # What it may begin with, looked at first: most texts have none of it.
    r"(?=[列排位居在第首最])(?:列|排|排名|位列|排列|居)?在?(?:第一位|首位|最前面?|第一个|第一)的?(?:责任)?(?:单位|部门|者)?的?"
    r"(?:均)?(?:为|是)(?:该项工作|该项任务|本项任务|各项任务|此项工作)?的?(?:牵头|主责)"
)
"""That whoever is named first leads."""

_SENTENCE = re.compile(r"[^。；\n（）()〔〕]+")
_STANDING = re.compile("不再(?:一一|单独|逐项|重复)?列出|下同")


def notes_in(text: str) -> tuple[str, ...]:
    """Return the standing notes in `text`, each once and as printed."""
    if not _STANDING.search("".join(text.replace("*", "").split())):
        return ()
    found = (healed(match[0]) for match in _SENTENCE.finditer(text))
    return tuple(dict.fromkeys(note for note in found if _STANDING.search(note)))


def with_first_leading(tasks: Sequence[DraftTask], text: str) -> list[DraftTask]:
    """Return `tasks`, the first of every list leading if the document says so in its `text`.

    Where a task's own allocation says it, it holds from there on.
    """
    if not FIRST_LEADS.search(text):
        return list(tasks)
    noted = (any(FIRST_LEADS.search(one.text) for one in task.printed) for task in tasks)
    start = next((number for number, is_noted in enumerate(noted) if is_noted), 0)
    return [*tasks[:start], *map(_first_leading, tasks[start:])]


def _first_leading(task: DraftTask) -> DraftTask:
    first, *others = task.mentions
    if first.role != "responsible" or any(one.role == "lead" for one in others):
        return task
    return replace(task, mentions=(first._replace(role="lead"), *others))
