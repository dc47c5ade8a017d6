"""The lowest versions that pyproject.toml allows, which .ci/run tests."""

import pytest
from lowest import PYPROJECT, constraints, requirements


def test_every_requirement_says_its_lowest() -> None:
    """What builds, runs, draws and tests the package is all there, each with one version."""
    found = dict(
        one.split("==") for one in constraints(requirements(PYPROJECT.read_text(encoding="utf-8")))
    )

    assert {"setuptools", "pydantic", "XlsxWriter", "pytest"} <= found.keys()
    assert "gdquality" not in found


def test_what_a_constraint_is_made_of() -> None:
    """Extras, upper bounds and markers are not in it."""
    required = ["a>=1.2,<3", "b-c[d]>=0.1", "e>=2; python_version < '3.12'"]

    assert constraints(required) == ["a==1.2", "b-c==0.1", "e==2"]


@pytest.mark.parametrize("required", ["types-a", "a<3", "a==1"])
def test_a_requirement_without_a_lowest(required: str) -> None:
    """A dependency whose lowest version is not said cannot be tested at it."""
    with pytest.raises(ValueError, match=f"no lowest version: {required}"):
        constraints([required])
