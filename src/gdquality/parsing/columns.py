"""What the columns of a table hold, by what their headings say and not by where they stand."""

import re
from collections.abc import Sequence
from typing import Literal

Column = Literal[
    "number", "title", "content", "lead", "responsible", "support", "partner", "due", "other"
]
"""What a column holds.

`content` says more of the task than its `title` does (工作要求, 具体措施). `partner` is a column
headed 配合/责任单位: who stands in it supports the lead, and is responsible where there is none.
"""

_ROLE_COLUMNS = ("lead", "responsible", "support", "partner")

_BLANK = re.compile(r"\s+")
_NOTE = re.compile(r"[（(〔\[].*?[）)〕\]]")
_PERSON = re.compile("领导|责任人|负责人|联系人|联络|分管|电话|姓名|人员|经费|科室|处室|股室")
_BODY = re.compile("单位|部门|机关|机构|主体|责任|牵头|配合|参与|协同|协助|承办|主办|协办")
_LEAD = re.compile("牵头|主责|主办|总负责|第一责任")
_SUPPORT = re.compile("参与|配合|协同|协助|协办|参加|协作|会同")
_RESPONSIBLE = re.compile("责任|负责|落实|承办|实施|执行|承担|完成|推进|组织|分工|主管")
_DUE = re.compile(
    "时限|期限|完成时间|时间节点|时间安排|进度安排|时间要求|时间进度|工作进度|截止|办结时间|完成日期"
)
_NUMBER = re.compile("序号|编号|项号|号|No\\.?|NO\\.?")
_TITLE = re.compile(
    "任务|事项|项目|工作名称|工作内容|主要工作|重点工作|工作重点|目标任务|改革举措|举措名称|类别|领域|分类|专项|行动"
)
_CONTENT = re.compile("内容|要求|措施|举措|目标|任务|安排|标准|做法|要点|描述|说明|指标|工作")


def column_of(heading: str) -> Column:
    """Return what a column holds whose heading is `heading`; blanks inside do not matter."""
    text = _BLANK.sub("", heading)
    bare = _NOTE.sub("", text) or text
    if _DUE.search(bare):
        return "due"
    if _PERSON.search(bare) or bare in ("备注", "说明", "附注"):
        return "other"
    if _BODY.search(bare) and (role := _role_of(bare)):
        return role
    if _NUMBER.fullmatch(bare):
        return "number"
    if _TITLE.search(bare):
        return "title"
    return "content" if _CONTENT.search(bare) else "other"


def _role_of(bare: str) -> Column | None:
    # 任务分工 and 责任事项 are tasks, not bodies.
    if not re.search("单位|部门|机关|机构|主体|方$", bare) and not re.fullmatch(
        "牵头|主责|责任|负责|配合|参与|协同|协助|落实|承办|主办|协办|会同", bare
    ):
        return None
    lead, support = bool(_LEAD.search(bare)), bool(_SUPPORT.search(bare))
    responsible = bool(_RESPONSIBLE.search(bare))
    if lead and support:
        return "responsible"
    if support and responsible:
        return "partner"
    if lead:
        return "lead"
    if support:
        return "support"
    # 部门 alone heads tables of bodies and their standing duties, which give nobody a task.
    return "responsible" if responsible else None


LONGEST_HEADING = 24
"""Characters of the longest heading of a column; 责任单位（排在第一位的为牵头单位） has 17."""


def is_role(column: Column) -> bool:
    """Tell whether `column` names bodies."""
    return column in _ROLE_COLUMNS


def may_head_bodies(row: str) -> bool:
    """Tell by a quick look whether the text of a row may have the heading of a column of bodies."""
    return bool(_BODY.search("".join(row.split())))


def columns_of(headings: Sequence[str]) -> tuple[Column, ...] | None:
    """Return what the columns under `headings` hold, or None if that is no heading of a task table.

    A task table has a column of bodies and one of tasks.
    """
    texts = [_BLANK.sub("", heading) for heading in headings]
    if any(len(text) > LONGEST_HEADING for text in texts):
        return None
    columns = tuple(column_of(text) if text else "other" for text in texts)
    has_bodies = any(is_role(column) for column in columns)
    has_tasks = any(column in ("title", "content") for column in columns)
    return columns if has_bodies and has_tasks else None
