"""What the keys of the records are called in the answers: the words of the notice and its users."""

from gdquality.names.resolve import Method
from gdquality.records import DERIVED, Kind, Role

ROLES: dict[Role, str] = {"lead": "牵头", "responsible": "责任", "support": "参与"}
"""What each role is called."""

SIDES: dict[Role, str] = {"lead": "牵头单位", "responsible": "责任单位", "support": "参与单位"}
"""What those are called who have a role."""

MARKS: dict[Role | None, str] = {"lead": "●", "responsible": "◎", "support": "○", None: ""}
"""How a matrix shows who has which role."""

PARTS = {"together": "共事", "led": "本单位牵头", "under": "对方牵头", "beside": "并列"}
"""What the counts of a partner are called."""

METHODS: dict[Method, str] = {
    "exact": "全称",
    "normalised": "全称",
    "alias": "简称",
    "pattern": DERIVED,
    "abbreviation": "缩写",
    "pinyin": "拼音",
    "slip": "笔误",
}
"""What each step of resolving is called."""

STATUSES = {
    "resolved": "一个单位",
    "ambiguous": "几个单位",
    "unknown": "没有",
    "blank": "空行",
    "unreadable": "读不出",
}
"""What became of resolving a name."""

STATUS_MARKS = {"resolved": "", "ambiguous": "？", "unknown": "无", "blank": "", "unreadable": "无"}
"""What stands before a name in a table of them."""

KINDS: dict[Kind, str] = {
    "provincial-department": "省政府组成部门",
    "provincial-special": "省政府直属特设机构",
    "provincial-directly-affiliated": "省政府直属机构",
    "department-managed": "部门管理机构",
    "government-department": "政府工作部门",
    "people-government": "人民政府",
    "state-council-department": "国务院组成部门",
    "state-council-special": "国务院直属特设机构",
    "state-council-directly-affiliated": "国务院直属机构",
    "state-council-office": "国务院办事机构",
    "state-council-institution": "国务院直属事业单位",
    "state-administration": "部委管理的国家局",
    "judicial-organ": "司法机关",
    "party-organ": "党的机关",
    "party-office": "党委办事机构",
    "mass-organisation": "群团组织",
    "research-institute": "科研机构",
    "public-institution": "事业单位",
    "state-owned-enterprise": "国有企业",
    "central-vertical": "中央垂直管理机构",
    "coordinating-body": "议事协调机构",
    "collective": "集合称谓",
    "other-organ": "其他机关",
}
"""What each kind of agency is called."""

CHANGES = {
    "renamed": "更名",
    "merged": "合并",
    "split": "拆分",
    "transferred": "划转",
    "abolished": "撤销",
}
"""What each kind of change is called."""


def shown_name(name: str, *, derived: bool) -> str:
    """Return the canonical `name` of a body as people are shown it."""
    return f"{name}（{DERIVED}）" if derived else name


CONFIDENCES = {"medium": "可信度中", "low": "可信度低"}
"""What is said of a change that is not certain."""
