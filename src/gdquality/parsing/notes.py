"""What a document says of all its lists at once: 列第一位者为牵头单位，下同."""

import re
from collections.abc import Sequence

from gdquality.parsing.drafts import DraftTask
from gdquality.parsing.first_looks import first_look
from gdquality.parsing.passages import healed
from gdquality.records import Role

_FIRST = r"(?:第一位?|第1位?|首位|首个|第一个|最前面?)的?(?:责任)?(?:单位|部门|者)?的?"
_WORK = "(?:该项工作|该项任务|本项任务|各项任务|此项工作)?的?(?:牵头|主责|主办)"
FIRST_LEADS_THROUGHOUT = first_look(
    "列排位居在第首最",
    rf"{_FIRST}(?:均|即|都)?(?:为|是|系|作为|负责){_WORK}|(?:列|排|排名|排序|居)(?:在|为|于)?{_FIRST}(?:均|都)?{_WORK}",
)
"""That whoever is named first leads."""

_OTHERS_SUPPORT = re.compile(
    "其[他余它](?:的|各)?(?:单位|部门|者)?(?:均|都)?(?:为|是|作为)?(?:配合|参与|协同|协助|协办)"
)
"""That all others support; without it they are responsible."""

_SENTENCE = re.compile(r"[^。；\n（）()〔〕]+")
_STANDING = re.compile("不再(?:一一|单独|逐项|重复)?列出|下同")


def notes_in(text: str) -> tuple[str, ...]:
    """Return the standing notes in `text`, each once and as printed."""
    plain = "".join(text.replace("*", "").split())
    if not (_STANDING.search(plain) or role_of_others(plain)):
        return ()
    found = (healed(match[0]) for match in _SENTENCE.finditer(text))
    is_note = (
        note for note in found if _STANDING.search(note) or FIRST_LEADS_THROUGHOUT.search(note)
    )
    return tuple(dict.fromkeys(is_note))


def role_of_others(text: str) -> Role | None:
    """Return the role of all but the first of a list where `text` says that the first leads.

    It is support where it says so, 其他为配合单位, else responsible; None where it says nothing.
    """
    if not FIRST_LEADS_THROUGHOUT.search(text):
        return None
    return role_of_rest(text)


def role_of_rest(text: str) -> Role:
    """Return the role of all but those who lead: support where `text` says so, else responsible."""
    return "support" if _OTHERS_SUPPORT.search(text) else "responsible"


def with_first_leading(tasks: Sequence[DraftTask], text: str) -> list[DraftTask]:
    """Return `tasks`, the first of every list leading if the document says so in its `text`.

    Where a task's own allocation says it, it holds from there on.
    """
    others = role_of_others(text)
    if others is None:
        return list(tasks)
    noted = (any(role_of_others(one.text) for one in task.printed) for task in tasks)
    start = next((number for number, is_noted in enumerate(noted) if is_noted), 0)
    return [*tasks[:start], *(_first_leading(task, others) for task in tasks[start:])]


def _first_leading(task: DraftTask, role_of_rest: Role) -> DraftTask:
    if not task.mentions:
        return task  # What it prints is a limit alone.
    first, *others = task.mentions
    if first.role != "responsible" or any(one.role == "lead" for one in others):
        return task
    rest = [one._replace(role=role_of_rest) if one.role == "responsible" else one for one in others]
    return task._replace(mentions=(first._replace(role="lead"), *rest))
