"""What a document says of all its lists at once: 列第一位者为牵头单位，下同."""

import re
from collections.abc import Sequence

from gdquality.errors import quoted
from gdquality.parsing.drafts import DraftTask
from gdquality.parsing.first_looks import first_look
from gdquality.parsing.passages import healed
from gdquality.records import Remark, Role

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
_CLAUSE = re.compile(r"[^。；;，,：:\n（）()〔〕]+")
_FROM_HERE = re.compile(
    "下同|[以如]下|以后|[各每]项|各任务|所有|全部|均|都|本(?:方案|清单|表|通知|意见|分工)"
)
"""What makes a note that stands in one list hold for those below it."""

_STANDING = re.compile("不再(?:一一|单独|逐项|重复)?列出|下同")


def notes_in(text: str) -> tuple[str, ...]:
    """Return the standing notes in `text`, each once and as printed."""
    plain = "".join(text.replace("*", "").split())
    if not (_STANDING.search(plain) or role_of_others(plain)):
        return ()
    found = (healed(_from_its_clause(match)) for match in _SENTENCE.finditer(text))
    is_note = (
        note for note in found if _STANDING.search(note) or FIRST_LEADS_THROUGHOUT.search(note)
    )
    return tuple(dict.fromkeys(is_note))


def _from_its_clause(sentence: re.Match[str]) -> str:
    """Return a sentence without the end of a name before it, as 政府 of 县（市、区）政府."""
    text = sentence[0]
    before, sign, rest = text.partition("，")
    is_behind_bracket = sentence.string[max(sentence.start() - 1, 0)] in "）)"
    is_note = _STANDING.search(rest) or FIRST_LEADS_THROUGHOUT.search(rest)
    return rest if is_behind_bracket and sign and before and is_note else text


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


def with_first_leading(
    tasks: Sequence[DraftTask], text: str, remarks: list[Remark]
) -> list[DraftTask]:
    """Return `tasks`, the first of every list leading if the document says so in its `text`.

    What a task's own allocation says holds from there on if it says so, 下同, and else of that task
    alone; lists that might be meant are then told of in `remarks`.
    """
    others = role_of_others(text)
    if others is None:
        return list(tasks)
    own = [[one.text for one in task.printed if role_of_others(one.text)] for task in tasks]
    noted = [number for number, notes in enumerate(own) if notes]
    if not noted or _clauses([text]) - _clauses([one for notes in own for one in notes]):
        start = noted[0] if noted and any(map(_FROM_HERE.search, own[noted[0]])) else 0
    else:
        standing = (n for n in noted if any(map(_FROM_HERE.search, own[n])))
        start = next(standing, len(tasks))
    found = [
        _first_leading(task, others) if number >= start or own[number] else task
        for number, task in enumerate(tasks)
    ]
    if start == len(tasks) and any(map(_might_be_meant, found)):
        message = f"只说这一项谁牵头，没有写下同，别的任务没有照此读：{quoted(own[noted[0]][0])}"
        remarks.append(Remark("unread-note", message, tasks[noted[0]].place))
    return found


def _clauses(texts: Sequence[str]) -> set[str]:
    """Return the clauses of `texts` that say that the first leads."""
    found = (clause.strip() for text in texts for clause in _CLAUSE.findall(text))
    return {clause for clause in found if FIRST_LEADS_THROUGHOUT.search(clause)}


def _might_be_meant(task: DraftTask) -> bool:
    return len(task.mentions) > 1 and all(one.role == "responsible" for one in task.mentions)


def _first_leading(task: DraftTask, role_of_rest: Role) -> DraftTask:
    if not task.mentions:
        return task  # What it prints is a limit alone.
    first, *others = task.mentions
    if first.role != "responsible" or any(one.role == "lead" for one in others):
        return task
    rest = [one._replace(role=role_of_rest) if one.role == "responsible" else one for one in others]
    return task._replace(mentions=(first._replace(role="lead"), *rest))
