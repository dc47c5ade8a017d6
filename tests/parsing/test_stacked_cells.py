"""Tables whose cells stand one below the other: as the table says it, or told."""

import pytest
from growth import SQUARED, growth
from hypothesis import given
from hypothesis import strategies as st

from gdquality.dataset import load
from gdquality.parsing import parse
from gdquality.records import ROLES, Notice

HEADING = ("序号", "任务", "牵头单位", "配合单位")
BODIES = st.lists(st.sampled_from(("市教育局", "市财政局", "各县区", "团市委")), max_size=3).map(
    lambda names: "、".join(dict.fromkeys(names))
)
ROWS = st.lists(st.tuples(st.sampled_from(("整治隐患。", "修路")), BODIES, BODIES), min_size=2)


def parsed(lines: list[str]) -> Notice:
    """Return the notice of a city that has these lines."""
    return parse("\n".join(["长沙市任务", *lines]).encode(), "n.txt", load().registry)


@given(ROWS)
def test_as_the_table(rows: list[tuple[str, str, str]]) -> None:
    """What is read of the cells is what the table says; a row of which one is missing is told."""
    table = [HEADING, *((str(number), *row) for number, row in enumerate(rows, start=1))]
    whole = parsed(["\t".join(row) for row in table])

    stacked = parsed([cell for row in table for cell in row if cell])

    assert "unread" not in str([one.code for one in whole.remarks])
    said = {(one.label, role): one.mentions(role) for one in whole.tasks for role in ROLES}
    for task in stacked.tasks:
        assert all(task.mentions(role) == said[task.label, role] for role in ROLES)
    told = [one.code for one in stacked.remarks if one.code in ("unread-row", "unread-table")]
    short = [row for row in rows if not all(row)]
    assert bool(told) == bool(short)
    if told != ["unread-table"]:
        assert len(stacked.tasks) + len(told) == len(rows)


@pytest.mark.parametrize(
    "unit",
    ["牵头单位\n", "任务\n牵头单位\n配合单位\n1\n", "序号\n任务\n牵头单位\n配合单位\n1\n甲\n2\n"],
)
def test_time_is_proportional_to_length(unit: str) -> None:
    """Headings without end are looked through as quickly, for their number, as a few."""
    assert growth(lambda size: parsed([unit * (size // len(unit))]), 20_000) < SQUARED
