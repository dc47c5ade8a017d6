"""Every command in the documentation is run, and what is printed there compared."""

import contextlib
import io
import re
import shlex
from collections.abc import Iterator
from textwrap import dedent

import pytest
from conftest import ROOT

from gdquality.cli import run as run_gdq

PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
BLOCK = re.compile(r"^ *```console\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
CUT = "…\n"
"""A line of this alone stands for any lines."""


def examples() -> Iterator[tuple[str, str, str]]:
    """Yield (page, command, printed output) of each `$ gdq …` in a console block."""
    for page in PAGES:
        for block in BLOCK.findall(page.read_text(encoding="utf-8")):
            for part in re.split(r"^\$ ", dedent(block), flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                yield page.relative_to(ROOT).as_posix(), command, output


EXAMPLES = list(examples())


@pytest.mark.parametrize(
    ("page", "command", "output"), EXAMPLES, ids=[f"{page}: {cmd}" for page, cmd, _ in EXAMPLES]
)
@pytest.mark.usefixtures("gdq")
def test_example(page: str, command: str, output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A command prints, on both streams, what its page shows, in 80 columns."""
    program, *arguments = shlex.split(command)
    assert program == "gdq", page
    monkeypatch.setenv("COLUMNS", "80")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        run_gdq(arguments)

    pattern = ".*".join(re.escape(part) for part in output.split(CUT))
    assert re.fullmatch(pattern, printed.getvalue(), re.DOTALL), printed.getvalue()


def test_there_are_examples() -> None:
    """Each command is shown somewhere, and both READMEs show the main one."""
    commands = {command.split()[1] for _, command, _ in EXAMPLES}
    main = {page for page, command, _ in EXAMPLES if command == "gdq agency 统计局"}

    assert commands >= {"agency", "task", "tasks", "deadlines", "partners", "parse", "validate"}
    assert main >= {"README.md", "README.zh-CN.md"}


def test_links() -> None:
    """Every relative link of every page leads to a file."""
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in PAGES
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]

    assert broken == []


def test_same_commands_everywhere() -> None:
    """.ci/run and README.md tell a newcomer the same two lines."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    for line in ("pip install . && gdq agency 质监局", "pip install -e '.[dev]' && pytest"):
        assert line in readme
        assert line in script
