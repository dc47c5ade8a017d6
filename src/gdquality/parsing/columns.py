"""What the columns of a table hold, by what their headings say and not by where they stand."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal

from gdquality.parsing.heading_roles import (
    in_full,
    names_bodies,
    parts_of,
    role_called,
    role_of_heading,
    words_alone,
)
from gdquality.parsing.words import ending, longest_first, opening, words

Column = Literal[
    "number",
    "class",
    "title",
    "content",
    "lead",
    "responsible",
    "support",
    "partner",
    "role",
    "body",
    "due",
    "other",
]
"""What a column holds.

`content` says more of the task than its `title` does (工作要求, 具体措施), and `class` what kind of
task it is (类别, 领域). `partner` is a column headed 配合/责任单位: who stands in it supports the
lead, and is responsible where there is none. `role` says row by row as what the bodies beside it
stand there (配合单位). `body` is one of a matrix, headed by a body.
"""

_ROLE_COLUMNS = ("lead", "responsible", "support", "partner")
_TASK_COLUMNS = ("class", "title", "content")

_CACHED = 1024
"""Headings whose columns are remembered: each page of a table may repeat them."""

_BLANK = re.compile(r"\s+")
_NOTE = re.compile(r"[（(〔\[].*?[）)〕\]]")
_PERSON = re.compile("领导|责任人|负责人|联系人|联络|分管|电话|姓名|人员|经费|科室|处室|股室")
_NO_THING = re.compile("备注|说明|附注|日期|时间|年|月|地区|地点|地址|职务|户")
"""What else a heading may be than that of things that somebody answers for."""

_DUE = re.compile(
    "时限|期限|完成时间|时间节点|时间安排|进度安排|时间要求|时间进度|工作进度|截止|办结时间|完成日期"
)
_NUMBER = re.compile("序号|编号|项号|(?:提案|建议|议案)?(?:编号|号)|No\\.?|NO\\.?")
_CLASS = re.compile("类别|领域|分类")
_TITLE = re.compile(
    "标题|案由|实事|任务|事项|项目|问题|工作名称|工作内容|主要工作|重点工作|工作重点|目标任务|改革举措|举措名称|专项|行动"
)
_TITLE_BESIDE_LEAD = re.compile("职责|组别|名称|板块|条[款目]")
_CONTENT = re.compile("内容|要求|措施|举措|目标|任务|安排|标准|做法|要点|描述|说明|指标|工作")


@lru_cache(_CACHED)
def column_of(heading: str) -> Column:
    """Return what a column holds whose heading is `heading`; blanks inside do not matter."""
    text = in_full(_BLANK.sub("", heading))
    bare = _NOTE.sub(_said_in_note, text) or text
    if _DUE.search(bare):
        return "due"
    persons = names_persons(bare)
    if persons:
        bare = "和".join(_without_persons(bare))
    if role := role_of_heading(bare):
        return role
    return "other" if persons or bare in ("备注", "说明", "附注") else _matter_of(bare)


def _matter_of(bare: str) -> Column:
    if _NUMBER.fullmatch(bare):
        return "number"
    if all(ending(part, "attributes_of_tasks") for part in parts_of(bare)):
        return "other"
    if _CLASS.search(bare):
        return "class"
    if _TITLE.search(bare):
        return "title"
    return "content" if _CONTENT.search(bare) else "other"


def names_persons(heading: str) -> bool:
    """Tell whether persons stand beside the bodies of a column: 责任单位及责任人."""
    return bool(_PERSON.search(heading))


def _said_in_note(note: re.Match[str]) -> str:
    """Return what a note of a heading adds to whom it says to be below, and as what.

    责任科室（单位）, 牵头（配合）单位; but in 任务（牵头单位） are tasks.
    """
    inside, before = note[0][1:-1], note.string[: note.start()]
    may_be_heading = len(before) <= LONGEST_HEADING
    is_role = bool(may_be_heading and role_called(inside) and role_of_heading(before))
    return f"/{inside}" if is_role or inside in words("bodies_of_labels") else ""


def _without_persons(bare: str) -> Iterator[str]:
    """Yield the parts of a heading that name no persons.

    责任单位及责任人 has bodies, and 责任单位负责人 none; 责任领导及单位 says the role once.
    """
    role = ""
    for part in parts_of(bare):
        if names_persons(part):
            role = opening(part, "labels_alone")
        else:
            yield role + part if part in words("bodies_of_labels") else part


LONGEST_HEADING = 24
"""Characters of the longest heading of a column; 责任单位（排在第一位的为牵头单位） has 17."""


MOST_ROWS_ABOVE = 3
"""Rows over the heading of a table, with its title and who made it."""


def is_role(column: Column) -> bool:
    """Tell whether `column` names bodies."""
    return column in _ROLE_COLUMNS


def says_share(heading: str) -> bool:
    """Tell whether bodies or what they do may stand below a heading: 责任分工."""
    text = _BLANK.sub("", heading)
    return text in words("labels_alone") and text not in words_alone()


def is_task(column: Column) -> bool:
    """Tell whether `column` says what is to be done."""
    return column in _TASK_COLUMNS


@cache
def _of_bodies() -> re.Pattern[str]:
    return re.compile(
        "|".join(["单位|部门|机关|机构|主体|方", *longest_first("labels_alone", "joining_verbs")])
    )


def may_head_bodies(row: str) -> bool:
    """Tell by a quick look whether the text of a row may have the heading of a column of bodies."""
    return bool(_of_bodies().search("".join(row.split())))


def columns_of(headings: Sequence[str]) -> tuple[Column, ...] | None:
    """Return what the columns under `headings` hold, or None if that is no heading of a task table.

    A task table has a column of bodies and one of tasks.
    """
    texts = [_BLANK.sub("", heading) for heading in headings]
    if any(len(text) > LONGEST_HEADING for text in texts):
        return None
    return of_task_table([column_of(text) if text else "other" for text in texts], texts)


def of_task_table(columns: Sequence[Column], texts: Sequence[str]) -> tuple[Column, ...] | None:
    """Return `columns`, each seen beside the others, or None if they are not those of a task table.

    Where no other column has bodies, 责任分工 has. Of several that lead, 牵头单位 does, and
    主办单位 beside it answers for its part; 成员单位 beside it support. Beside 配合单位 alone 部门
    does the work. Where no column says what is to be done, the first before the bodies has the
    things that they answer for.
    """
    columns = _with_doing(columns, texts)
    if not any(map(is_role, columns)):
        for column in [n for n, text in enumerate(texts) if says_share(text)][-1:]:
            columns[column] = "responsible"
    leading = [n for n, column in enumerate(columns) if column == "lead"]
    if leading:
        columns = [_beside_lead(one, texts[n], columns) for n, one in enumerate(columns)]
    if any("牵头" in texts[column] for column in leading):
        for column in leading:
            columns[column] = "lead" if "牵头" in texts[column] else "responsible"
    if not any(map(is_role, columns)):
        return None
    columns = columns if any(map(is_task, columns)) else _with_things(columns, texts)
    return tuple(columns) if any(map(is_task, columns)) else None


def _with_doing(columns: Sequence[Column], texts: Sequence[str]) -> list[Column]:
    """Return `columns` with 部门 as responsible where the only role of a heading is support."""
    if set(filter(is_role, columns)) != {"support"}:
        return list(columns)
    return with_bodies(columns, texts)


def with_bodies(columns: Sequence[Column], texts: Sequence[str]) -> list[Column]:
    """Return `columns` with what is headed by a word for bodies alone, 单位, as responsible."""
    bodies = words("bodies_of_labels")
    return [
        "responsible" if column in ("other", "body") and text in bodies else column
        for column, text in zip(columns, texts, strict=True)
    ]


def _with_things(columns: Sequence[Column], texts: Sequence[str]) -> list[Column]:
    """Return `columns` with the things that bodies answer for as tasks: 堤段, 隐患点."""
    found = list(columns)
    first = next(n for n, column in enumerate(columns) if is_role(column))
    things = (n for n in range(first) if columns[n] == "other" and _names_thing(texts[n]))
    for column in list(things)[:1]:
        found[column] = "title"
    return found


def _names_thing(text: str) -> bool:
    """Tell whether a heading may be that of things, and not of persons, places or times."""
    return bool(text) and not (names_persons(text) or _NO_THING.search(text) or names_bodies(text))


def _beside_lead(column: Column, text: str, columns: Sequence[Column]) -> Column:
    """Return what `column` holds beside one that leads: what is to be done, or who helps."""
    if column != "other":
        return column
    if text in words("member_labels"):
        return "support"
    has_tasks = any(one in ("title", "content") for one in columns)
    return "title" if not has_tasks and _TITLE_BESIDE_LEAD.search(text) else column
