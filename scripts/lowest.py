"""Print constraints for pip: the lowest version of every dependency that pyproject.toml allows.

python scripts/lowest.py > lowest.txt && pip install -c lowest.txt -e '.[dev]'

What those depend on in turn is left to pip: it is not ours to bound.
"""

import re
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"
_REQUIREMENT = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?P<extras>\[.*\])?(?:>=(?P<lowest>[0-9.]+))?")


def requirements(pyproject: str) -> list[str]:
    """Return what the text of a pyproject.toml requires to build, to run, and for its extras."""
    tables = tomllib.loads(pyproject)
    project = tables["project"]
    extras = project.get("optional-dependencies", {}).values()
    every = [tables["build-system"]["requires"], project.get("dependencies", []), *extras]
    return [one for group in every for one in group if not one.startswith(project["name"])]


def constraints(required: Iterable[str]) -> list[str]:
    """Return `name==version` for each of `required`; raises ValueError for one with no lowest."""
    lowest = []
    for one in required:
        found = _REQUIREMENT.match(one)
        if not (found and found["lowest"]):
            raise ValueError(f"no lowest version: {one}")
        lowest.append(f"{found['name']}=={found['lowest']}")
    return lowest


if __name__ == "__main__":
    text = PYPROJECT.read_text(encoding="utf-8")
    sys.stdout.write("\n".join(constraints(requirements(text))) + "\n")
