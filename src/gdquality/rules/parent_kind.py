"""The parent of a body is of a kind that has such bodies below it."""

from gdquality.records import Kind
from gdquality.rules.examples import AGENCIES, GOVERNMENT
from gdquality.rules.rule import Findings, RegistryFile, Rule

_GOVERNMENT: frozenset[Kind] = frozenset(("people-government",))
_STATE_COUNCIL: frozenset[Kind] = frozenset(
    (
        "state-council-department",
        "state-council-special",
        "state-council-directly-affiliated",
        "state-council-office",
        "state-council-institution",
        "state-administration",
    )
)
_DEPARTMENTS: frozenset[Kind] = _STATE_COUNCIL | frozenset(
    (
        "provincial-department",
        "provincial-special",
        "provincial-directly-affiliated",
        "government-department",
    )
)
_PARTY: frozenset[Kind] = frozenset(("party-organ",))
_ELSEWHERE: frozenset[Kind] = frozenset(
    ("central-vertical", "state-owned-enterprise", "other-organ")
)
"""What a body outside of the registry may be whose name does not tell."""

PARENTS: dict[Kind, frozenset[Kind]] = {
    "provincial-department": _GOVERNMENT,
    "provincial-special": _GOVERNMENT,
    "provincial-directly-affiliated": _GOVERNMENT,
    "department-managed": _DEPARTMENTS | _ELSEWHERE,
    "government-department": _GOVERNMENT,
    "people-government": _GOVERNMENT,
    "state-council-department": _GOVERNMENT,
    "state-council-special": _GOVERNMENT,
    "state-council-directly-affiliated": _GOVERNMENT | _STATE_COUNCIL,
    "state-administration": _STATE_COUNCIL | _ELSEWHERE,
    "party-organ": _PARTY,
    "party-office": frozenset(("party-office", *_PARTY, *_ELSEWHERE)),
    "mass-organisation": frozenset(("mass-organisation", *_PARTY, *_GOVERNMENT, *_ELSEWHERE)),
    "research-institute": _PARTY | _GOVERNMENT | _DEPARTMENTS | _ELSEWHERE,
    "state-owned-enterprise": _GOVERNMENT | _DEPARTMENTS | _ELSEWHERE,
    "central-vertical": _STATE_COUNCIL | _ELSEWHERE,
    "coordinating-body": frozenset(("coordinating-body", *_PARTY, *_GOVERNMENT)),
}
"""The kinds that may stand above each; above a kind that is not here any body may stand."""

NAMES: dict[Kind, str] = {
    "people-government": "人民政府",
    "government-department": "政府工作部门",
    "provincial-department": "政府组成部门",
    "provincial-special": "政府特设机构",
    "provincial-directly-affiliated": "政府直属机构",
    "party-organ": "党的机关",
    "party-office": "党委办事机构",
    "coordinating-body": "议事协调机构",
    "mass-organisation": "群团组织",
    "central-vertical": "中央单位",
}
"""What is said to be expected, the rare ones left out."""


def check(file: RegistryFile) -> Findings:
    """Find parents of a kind that has no such bodies, and collectives above what is none."""
    kinds = {name: _kinds_by_name(name) for _, name in file.names["outside"]}
    kinds |= {agency.name: frozenset((agency.kind,)) for _, agency in file.agencies}
    for index, agency in file.agencies:
        path, here = ("agencies", index, "parent"), kinds.get(agency.parent or "")
        if here is None or agency.kind == "collective":
            continue
        allowed = PARENTS.get(agency.kind)
        if here == {"collective"}:
            yield (path, f"“{agency.parent}”是集合称谓，不是哪个单位的上级")
        elif allowed and not here & allowed:
            shown = allowed - _ELSEWHERE - _STATE_COUNCIL or {"central-vertical"}
            expected = "、".join(name for kind, name in NAMES.items() if kind in shown)
            yield (path, f"上级应是{expected}，“{agency.parent}”不是")


def _kinds_by_name(name: str) -> frozenset[Kind]:
    if name.endswith(("人民政府", "国务院")):
        return _GOVERNMENT
    if name.startswith(("中国共产党", "中共")):
        return _PARTY
    return _ELSEWHERE


RULE = Rule(
    code="GDQ413",
    name="parent-kind",
    severity="error",
    title="上级的类别合乎单位的类别",
    why="政府组成部门的上级是人民政府，中央垂直管理机构的上级不是省里的单位；集合称谓不是哪个单位的上级。",
    passes=AGENCIES.replace("    aliases", "    parent: 广东省人民政府\n    aliases") + GOVERNMENT,
    fails=AGENCIES.replace("    aliases", "    parent: 广东省水利厅\n    aliases", 1),
    check=check,
)
