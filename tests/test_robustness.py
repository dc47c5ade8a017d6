"""Input broken at random: nothing but the parser's own error, never an invention (docs/testing.md)."""

import pytest
from robustness import runs


@pytest.mark.parametrize("most", [20, pytest.param(5_000, marks=pytest.mark.slow)])
def test_nothing_else_is_raised(most: int) -> None:
    """Notices, lists, names and data files of any kind are taken or refused."""
    found = list(runs(most, 553))

    assert [one.made for one in found] == [most] * 5
    assert sum(one.taken for one in found) > 0
