"""What an answer may import (DESIGN §7), held by name and not by time."""

import json
from collections.abc import Callable
from subprocess import CompletedProcess

import pytest

HEAVY = (
    "opencc",
    "pypinyin",
    "pydantic",
    "rapidfuzz",
    "rich",
    "importlib.metadata",
    "importlib.resources",
)
SCRIPT = """
import json, sys
from gdquality.cli import run
exit_code = run({arguments!r})
print(json.dumps([exit_code, [name for name in {heavy!r} if name in sys.modules]]))
"""


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["agency", "质监局", "-f", "json"], []),
        (["task", "21", "-f", "json"], []),
        (["agency", "质监局"], ["rich"]),
        (["task", "21"], ["rich"]),
        (["agency", "教监局"], ["rapidfuzz"]),
        (["agency", "质检局", "-f", "json"], []),
        (["agency", "質監局", "-f", "json"], ["opencc"]),
        (["agency", "zhijianju", "-f", "json"], []),
        (["resolve", "质监局", "-f", "tsv"], []),
        (["agencies", "-f", "json"], []),
        (["validate", "-f", "json"], ["pydantic"]),
    ],
)
def test_imports(
    arguments: list[str], expected: list[str], process: Callable[..., CompletedProcess[str]]
) -> None:
    """An answer loads what it needs: rich to draw, rapidfuzz for hints, pydantic to validate."""
    result = process("-c", SCRIPT.format(arguments=arguments, heavy=HEAVY))
    exit_code, loaded = json.loads(result.stdout.splitlines()[-1])

    # rich brings these with it; what counts is that nothing else does.
    of_rich = {"importlib.metadata", "importlib.resources", "xml"}
    allowed = {*expected, *(of_rich if {"rich", "pydantic"} & set(expected) else ())}
    assert set(expected) <= set(loaded) <= allowed
    assert exit_code in (0, 1)
