"""Names of a list whose role a mark gives, as a legend says: 带★的为牵头单位.

责任单位（带★的为牵头单位）
★市商务局、舟山海关            the first leads; of the other the heading says what it is
"""

from collections.abc import Callable, Mapping, Sequence

from gdquality.parsing.drafts import DraftMention, DraftTask
from gdquality.parsing.legends import MARKS_OF_NAMES
from gdquality.records import Role
from gdquality.sources.interface import Cell

_OTHERS = ("其余", "其他", "其它")
_BETWEEN = frozenset("、，,；;/|\n\t 　")


def with_marked_roles(
    tasks: Sequence[DraftTask], text: str, meanings: Callable[[], Mapping[str, Role]]
) -> list[DraftTask]:
    """Return `tasks` with the roles that marks beside names give by the legends of a document.

    `text` is all of the document, looked at first; `meanings` reads its legends.
    """
    if not any(mark in text for mark in MARKS_OF_NAMES) or not (means := meanings()):
        return list(tasks)
    others = next((means[word] for word in _OTHERS if word in means), None)
    return [_marked(task, means, others) for task in tasks]


def _marked(task: DraftTask, means: Mapping[str, Role], others: Role | None) -> DraftTask:
    marked = {n: means.get(_mark_of(one)) for n, one in enumerate(task.mentions)}
    if not any(marked.values()):
        return task
    lists = {id(one.within) for n, one in enumerate(task.mentions) if marked[n]}
    mentions = (
        one._replace(role=marked[n] or (others if id(one.within) in lists else None) or one.role)
        for n, one in enumerate(task.mentions)
    )
    return task._replace(mentions=tuple(mentions))


def _mark_of(mention: DraftMention) -> str:
    """Return the mark right before or behind a name in a cell, that no other name is next to."""
    if not isinstance(mention.within, Cell):
        return ""
    text, start = mention.within.text, mention.offset
    before = text[max(start - 2, 0) : start]
    if before and before[-1] in MARKS_OF_NAMES:
        return before[-1] if len(before) == 1 or before[0] in _BETWEEN else ""
    end = start + len(mention.text)
    behind = text[end : end + 2] if text[start:end] == mention.text else ""
    is_mark = behind and behind[0] in MARKS_OF_NAMES
    return behind[0] if is_mark and (len(behind) == 1 or behind[1] in _BETWEEN) else ""
