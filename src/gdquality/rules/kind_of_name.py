"""The name of a body is of the kind that the body is said to be."""

import re

from gdquality.records import Agency, Kind
from gdquality.rules.examples import AGENCIES
from gdquality.rules.rule import Findings, RegistryFile, Rule

NAMES: dict[Kind, str] = {
    "people-government": r"(政府|国务院)$",
    "state-owned-enterprise": r"(公司|集团|厂|银行)$",
    "provincial-special": r"国有资产监督管理",
    "party-organ": r"^中国共产党|^中共|委",
    "party-office": r"(办公厅|办公室|室)$",
    "mass-organisation": r"(会|联|团|社)$",
    "research-institute": r"(院|所|中心|室|馆)$",
    "coordinating-body": r"(组|会|部|办公室|会议)$",
    "collective": r"各|有关|相关|单位|部门|等|级|地方|企业|院校|高校|机构|基地",
}
"""What the names of a kind have in them; one that is not here may be called anything."""

KINDS: tuple[tuple[str, frozenset[Kind]], ...] = (
    (r"政府$", frozenset(("people-government", "collective"))),
    (r"公司$", frozenset(("state-owned-enterprise", "collective"))),
    (
        r"国有资产监督管理委员会$",
        frozenset(("provincial-special", "state-council-special", "other-organ")),
    ),
    (r"^中国共产党|^中共", frozenset(("party-organ", "party-office", "other-organ"))),
    (r"领导小组$", frozenset(("coordinating-body",))),
)
"""The kinds of what is called so."""


def check(file: RegistryFile) -> Findings:
    """Find bodies whose name says that they are of another kind."""
    for index, agency in file.agencies:
        if not _fits(agency):
            message = f"“{agency.name}”的名称不像这一类别：{agency.kind}"
            yield (("agencies", index, "kind"), message)


def _fits(agency: Agency) -> bool:
    expected = NAMES.get(agency.kind, "")
    return bool(re.search(expected, agency.name)) and all(
        agency.kind in kinds for pattern, kinds in KINDS if re.search(pattern, agency.name)
    )


RULE = Rule(
    code="GDQ421",
    name="kind-of-name",
    severity="warning",
    title="单位的名称像它那一类",
    why="公司不是政府，政府不是公司；名称和类别不合，多半是类别选错了。",
    passes=AGENCIES,
    fails=AGENCIES.replace("kind: provincial-department", "kind: state-owned-enterprise", 1),
    check=check,
)
