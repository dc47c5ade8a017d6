"""What an answer may import, held by name and not by time."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

HEAVY = (
    "sqlite3",
    "pyarrow",
    "gdquality.collection",
    "opencc",
    "vl_convert",
    "xlsxwriter",
    "docx",
    "jinja2",
    "gdquality.cli.pager",
    "gdquality.formats.handout",
    "pypdfium2",
    "pypinyin",
    "pydantic",
    "gdquality.names.government",
    "rapidfuzz",
    "rich",
    "selectolax",
    "gdquality.sources",
    "importlib.metadata",
    "importlib.resources",
)
# What is there before gdq begins, measuring the coverage of the tests has imported.
SCRIPT = """
import json, sys
before = set(sys.modules)
from gdquality.cli import run
exit_code = run({arguments!r})
print(json.dumps([exit_code, [x for x in {heavy!r} if x in sys.modules.keys() - before]]))
"""
COMPLETION = """
import atexit, json, sys
before = set(sys.modules)
from gdquality.cli import run
atexit.register(
    lambda: print("\\n" + json.dumps([x for x in {heavy!r} if x in sys.modules.keys() - before]))
)
run([])
"""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("gdq agency 质", "质监局"),
        ("gdq task 2", "21"),
        ("gdq ta", "tasks"),
        ("gdq agency zhij", "质监局"),
    ],
)
def test_completion(
    words: str,
    expected: str,
    process: Callable[..., CompletedProcess[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A completion loads nothing heavy, not even what typer would read explanations with."""
    monkeypatch.setenv("_GDQ_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", words)

    result = process("-c", COMPLETION.format(heavy=HEAVY))

    assert f'"{expected}"' in result.stdout
    assert json.loads(result.stdout.splitlines()[-1]) == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["tasks", "-f", "json"], []),
        (["tasks"], ["rich"]),
        (["matrix", "-f", "csv"], []),
        (["matrix"], ["rich"]),
        (["partners", "质监局", "-f", "json"], []),
        (["agency", "质监局", "-f", "json"], []),
        (["task", "21", "-f", "json"], []),
        (["agency", "质监局"], ["rich"]),
        (["task", "21"], ["rich"]),
        (["agency", "教监局"], ["rapidfuzz"]),
        (["agency", "质检局", "-f", "json"], []),
        (["agency", "質監局", "-f", "json"], ["opencc"]),
        (["agency", "zhijianju", "-f", "json"], []),
        (["agency", "gdfgw", "-f", "json"], []),
        (["agency", "质监剧", "-f", "json"], ["opencc"]),
        (["agency", "深圳市"], []),
        (["resolve", "质监局", "-f", "tsv"], []),
        (["split", "省农业厅牵头，省财政厅配合", "-f", "json"], ["gdquality.sources"]),
        (["split", "省農業廳", "-f", "json"], ["gdquality.sources", "opencc"]),
        (["agencies", "-f", "json"], []),
        (["validate", "-f", "json"], ["gdquality.sources", "pydantic"]),
        (["text", "data/notice.txt"], ["gdquality.sources"]),
        (["text", "docs/examples/notice.html"], ["gdquality.sources", "selectolax"]),
    ],
)
def test_imports(
    arguments: list[str], expected: list[str], process: Callable[..., CompletedProcess[str]]
) -> None:
    """An answer loads what it needs: rich to draw, rapidfuzz for hints, pydantic to validate."""
    result = process("-c", SCRIPT.format(arguments=arguments, heavy=HEAVY))
    exit_code, loaded = json.loads(result.stdout.splitlines()[-1])

    # rich brings these with it; what counts is that nothing else does.
    of_rich = {"importlib.metadata", "importlib.resources"}
    allowed = {*expected, *(of_rich if {"rich", "pydantic"} & set(expected) else ())}
    assert set(expected) <= set(loaded) <= allowed
    assert exit_code in (0, 1)


def test_an_answer_from_a_database(
    database: Path, process: Callable[..., CompletedProcess[str]]
) -> None:
    """Many notices are asked without what reads them."""
    arguments = ["agency", "质监局", "-f", "json", "--data", str(database)]
    heavy = ("gdquality.parsing", "gdquality.sources", "multiprocessing", "pydantic", "rich")
    result = process("-c", SCRIPT.format(arguments=arguments, heavy=heavy))

    assert json.loads(result.stdout.splitlines()[-1]) == [0, []]
