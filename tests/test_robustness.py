"""Input broken at random: nothing but the parser's own error, and soon (docs/testing.md)."""

import pytest
from robustness import LIMIT, runs


@pytest.mark.parametrize("most", [20, pytest.param(5_000, marks=pytest.mark.slow)])
def test_nothing_else_is_raised(most: int) -> None:
    """Notices, lists, names and data files of any kind are taken or refused, none too slowly."""
    found = list(runs(most, 553))

    assert [one.made for one in found] == [most] * 5
    assert [str(one) for one in found if one.slowest > LIMIT] == []
    assert sum(one.taken for one in found) > 0
