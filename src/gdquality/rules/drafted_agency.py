"""A body that was drafted from a notice is pointed out until somebody has confirmed it."""

from gdquality.records import DERIVED
from gdquality.rules.examples import AGENCIES
from gdquality.rules.rule import Findings, RegistryFile, Rule


def check(file: RegistryFile) -> Findings:
    """Find bodies whose note says that they are derived."""
    for index, agency in file.agencies:
        if agency.is_derived:
            doubt = agency.note.removeprefix(DERIVED).lstrip("；")
            message = f"“{agency.name}”是推定的，请核对{'：' if doubt else ''}{doubt}"
            yield (("agencies", index, "name"), message)


RULE = Rule(
    code="GDQ423",
    name="drafted-agency",
    severity="note",
    title="推定的单位都已核对",
    why="推定的全称由命名规律得出，没有人确认过；核对以后去掉 note 里的“推定”，答案里就不再注明。",
    passes=AGENCIES,
    fails=AGENCIES + "    note: 推定\n",
    check=check,
)
