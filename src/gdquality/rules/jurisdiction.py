"""The bodies of a registry are called by its jurisdiction."""

from gdquality.rules.examples import AGENCIES
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find a jurisdiction with which no name begins."""
    names = [agency.name for _, agency in file.agencies if agency.kind != "collective"]
    if names and file.jurisdiction and not any(one.startswith(file.jurisdiction) for one in names):
        yield (("jurisdiction",), f"没有单位的全称以“{file.jurisdiction}”开头")


RULE = Rule(
    code="GDQ422",
    name="jurisdiction",
    severity="warning",
    title="单位的全称以本地的地名开头",
    why="地名写错一个字，省掉地名的简称（省财政厅）就都认不出来。",
    passes=AGENCIES,
    fails=AGENCIES + "jurisdiction: 广西省\n",
    check=check,
)
