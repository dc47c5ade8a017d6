"""What the columns of a table hold, by what their headings say and not by where they stand."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal

from gdquality.parsing.collectives import is_areas
from gdquality.parsing.words import ending, longest_first, opening, words
from gdquality.records import Role

Column = Literal[
    "number",
    "class",
    "title",
    "content",
    "lead",
    "responsible",
    "support",
    "partner",
    "body",
    "due",
    "other",
]
"""What a column holds.

`content` says more of the task than its `title` does (工作要求, 具体措施), and `class` what kind of
task it is (类别, 领域). `partner` is a column headed 配合/责任单位: who stands in it supports the
lead, and is responsible where there is none. `body` is one of a matrix, headed by a body.
"""

_ROLE_COLUMNS = ("lead", "responsible", "support", "partner")
_TASK_COLUMNS = ("class", "title", "content")

_CACHED = 1024
"""Headings whose columns are remembered: each page of a table may repeat them."""

_BLANK = re.compile(r"\s+")
_NOTE = re.compile(r"[（(〔\[].*?[）)〕\]]")
_PERSON = re.compile("领导|责任人|负责人|联系人|联络|分管|电话|姓名|人员|经费|科室|处室|股室")
_DIVISION = re.compile(
    r"[/／、,，和及或兼]+|(?<!参)与|(?<=[位门构关体])(?=(?:责任|牵头|配合)(?:单位|部门|机构|机关|主体))"
)
_LEVEL = re.compile("[省自治区市州盟县旗镇乡街道级直属本各有关相]+$")
_CREDITED = re.compile("主要完成单位")
"""Whose work is praised, in a list of prizes, and not to be done."""

_NO_THING = re.compile("备注|说明|附注|日期|时间|年|月|地区|地点|地址|职务|户")
"""What else a heading may be than that of things that somebody answers for."""

_COUNT = re.compile("(?:名称)?\\d?$")
"""What counts the columns of bodies: 配合单位1, 配合单位2."""

_PLACES = ("区", "地")
"""What says where a task is done, or what is in charge of whom: 责任区."""

_NOT_WHO = ("分工", "地区")
"""What a label may say of bodies, and the heading of a column of a share of work, or of where."""

_DUE = re.compile(
    "时限|期限|完成时间|时间节点|时间安排|进度安排|时间要求|时间进度|工作进度|截止|办结时间|完成日期"
)
_NUMBER = re.compile("序号|编号|项号|(?:提案|建议|议案)?(?:编号|号)|No\\.?|NO\\.?")
_CLASS = re.compile("类别|领域|分类")
_TITLE = re.compile(
    "标题|案由|任务|事项|项目|问题|工作名称|工作内容|主要工作|重点工作|工作重点|目标任务|改革举措|举措名称|专项|行动"
)
_TITLE_BESIDE_LEAD = re.compile("职责|组别|名称|板块|条[款目]")
_MEMBERS = re.compile("(?:成员|相关|有关|涉及|联动|参建|其[他它])(?:单位|部门|机构)")
"""What takes part beside a lead, and elsewhere is any body at all."""

_CONTENT = re.compile("内容|要求|措施|举措|目标|任务|安排|标准|做法|要点|描述|说明|指标|工作")


@lru_cache(_CACHED)
def column_of(heading: str) -> Column:
    """Return what a column holds whose heading is `heading`; blanks inside do not matter."""
    text = _BLANK.sub("", heading)
    bare = _NOTE.sub(_bodies_in_note, text) or text
    if _DUE.search(bare):
        return "due"
    persons = names_persons(bare)
    if persons:
        bare = "和".join(_without_persons(bare))
    if role := _role_of(bare):
        return role
    return "other" if persons or bare in ("备注", "说明", "附注") else _matter_of(bare)


def _matter_of(bare: str) -> Column:
    if _NUMBER.fullmatch(bare):
        return "number"
    if all(ending(part, "attributes_of_tasks") for part in _DIVISION.split(bare)):
        return "other"
    if _CLASS.search(bare):
        return "class"
    if _TITLE.search(bare):
        return "title"
    return "content" if _CONTENT.search(bare) else "other"


def names_persons(heading: str) -> bool:
    """Tell whether persons stand beside the bodies of a column: 责任单位及责任人."""
    return bool(_PERSON.search(heading))


def _bodies_in_note(note: re.Match[str]) -> str:
    """Return what a note of a heading adds to whom it says to be below: 责任科室（单位）."""
    inside = note[0][1:-1]
    return f"/{inside}" if inside in words("bodies_of_labels") else ""


def _without_persons(bare: str) -> Iterator[str]:
    """Yield the parts of a heading that name no persons.

    责任单位及责任人 has bodies, and 责任单位负责人 none; 责任领导及单位 says the role once.
    """
    role = ""
    for part in _DIVISION.split(bare):
        if names_persons(part):
            role = opening(part, "labels_alone")
        else:
            yield role + part if part in words("bodies_of_labels") else part


def _role_of(bare: str) -> Column | None:
    """Return the role that a heading gives by the words of labels (role_words.txt).

    各责任单位 is no heading, but what stands below one.
    """
    if bare.startswith("各") or _CREDITED.fullmatch(bare):
        return None
    parts = _DIVISION.split(bare)
    roles = {role for part in parts for role in _roles_in(part)}
    # 配合/责任单位 says body once.
    is_of_bodies = _says_body(bare) or bare in _alone() or any(map(_areas_behind, parts))
    if not roles or not (is_of_bodies or roles == {"lead", "support"}):
        return None
    if roles >= {"support", "responsible"} and "lead" not in roles:
        return "partner"
    # Of the bodies of 牵头和责任单位 it does not say which of them leads.
    return "responsible" if len(roles) > 1 else roles.pop()


def _roles_in(part: str) -> set[Column]:
    """Return the role of a part of a heading: 市直配合 supports; 部门 alone gives none."""
    whole = _LEVEL.sub("", _COUNT.sub("", part))
    body = _areas_behind(part) or _body_behind(part) or _body_behind(whole)
    stem = _LEVEL.sub("", (part if part.endswith(body) else whole).removesuffix(body))
    if not body:
        return _roles_alone(stem)
    if ending(stem, "other_verbs"):  # 牵头督办单位 sees to it that others lead.
        return set()
    longest, role = max((len(ending(stem, kind)), role) for role, kind in _KINDS)
    if longest:
        return {role}
    return {role for role, kind in _KINDS if any(word in stem for word in _alone_of(kind))}


def _roles_alone(stem: str) -> set[Column]:
    """Return the role of words that say no body, and nothing else: 市教育局牵头 heads nothing."""
    while modifier := opening(stem, "label_modifiers"):
        stem = stem.removeprefix(modifier)
    return {role for role, kind in _KINDS if stem in words(kind) or stem in _alone_of(kind)}


def _areas_behind(part: str) -> str:
    """Return the areas or offices of them that a heading names bodies by: 责任街乡, 配合村."""
    areas = part.removeprefix(opening(part, "labels_alone"))
    is_place = areas in _PLACES or areas.endswith(_NOT_WHO)
    is_named = areas != part and (is_areas(areas) or areas in words("offices_of_areas"))
    return areas if is_named and not is_place else ""


@lru_cache(_CACHED)
def role_called(word: str) -> Role | None:
    """Return the role that `word` is a word for and nothing else, 牵头 or 牵头单位, if it is."""
    stem = word.removesuffix(ending(word, "bodies_of_labels"))
    if stem == word and word not in _alone():
        return None
    return next((role for role, kind in _KINDS if stem in words(kind)), None)


_KINDS: tuple[tuple[Role, str], ...] = (
    ("lead", "lead_roles"),
    ("support", "support_roles"),
    ("responsible", "responsible_roles"),
    ("responsible", "responsible_roles_of_columns"),
)


def _body_behind(part: str) -> str:
    body = ending(part, "bodies_of_labels")
    return "" if body.endswith(_NOT_WHO) else body


def _says_body(bare: str) -> bool:
    return bool(re.search("单位|部门|机关|机构|主体|方$", bare))


@cache
def _alone() -> frozenset[str]:
    """Return the words that head a column of bodies without a word for body: 牵头, 配合."""
    labels = words("labels_alone") | words("joining_verbs")
    return frozenset(label for label in labels if not label.endswith(_NOT_WHO))


@cache
def _alone_of(kind: str) -> frozenset[str]:
    return _alone() & words(kind)


LONGEST_HEADING = 24
"""Characters of the longest heading of a column; 责任单位（排在第一位的为牵头单位） has 17."""


def is_role(column: Column) -> bool:
    """Tell whether `column` names bodies."""
    return column in _ROLE_COLUMNS


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
        labels, alone = words("labels_alone"), _alone()
        shares = [n for n, text in enumerate(texts) if text in labels and text not in alone]
        for column in shares[-1:]:
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
    """Return `columns` with those who do what others, by the one role that is said, support."""
    if set(filter(is_role, columns)) != {"support"}:
        return list(columns)
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
    return bool(text) and not (names_persons(text) or _NO_THING.search(text) or _says_body(text))


def _beside_lead(column: Column, text: str, columns: Sequence[Column]) -> Column:
    """Return what `column` holds beside one that leads: what is to be done, or who helps."""
    if column != "other":
        return column
    if _MEMBERS.fullmatch(text):
        return "support"
    has_tasks = any(one in ("title", "content") for one in columns)
    return "title" if not has_tasks and _TITLE_BESIDE_LEAD.search(text) else column
