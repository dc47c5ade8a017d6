"""Every command in the documentation is run, and what is printed there compared."""

import contextlib
import doctest
import io
import os
import re
import shlex
from collections.abc import Iterator
from textwrap import dedent

import pytest
from conftest import ROOT

from gdquality.cli import COMMANDS
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

    text = printed.getvalue().replace(os.sep, "/")
    if "--help" in arguments:
        assert own_words(text) == own_words(output)
    else:
        pattern = ".*".join(re.escape(part) for part in output.split(CUT))
        assert re.fullmatch(pattern, text, re.DOTALL), text


def own_words(help_text: str) -> str:
    """Return the words of a help that are ours.

    How typer frames and folds them, and what it calls an argument and its type, is its own business
    and changes with its releases.
    """
    text = re.sub(
        r"^(│ [* ] *)[A-Za-z.]+ +(?:<\w+>|\[?[A-Z.]+\]?)?  ", r"\1", help_text, flags=re.MULTILINE
    )
    return re.sub(r"[\s│╭╮╰╯─{}]+", "", text)


def test_both_readmes_show_the_main_command() -> None:
    """Either README opens with an answer, and answers the same questions."""
    shown = {
        page: {command for where, command, _ in EXAMPLES if where == page}
        for page in ("README.md", "README.zh-CN.md")
    }

    assert "gdq agency 统计局" in shown["README.md"]
    assert shown["README.zh-CN.md"] | {"gdq task 27"} == shown["README.md"]


@pytest.mark.parametrize("command", COMMANDS)
def test_page_of_command(command: str) -> None:
    """Every command has a page, with its help and at least one answer."""
    page = f"docs/commands/{command}.md"
    shown = [example for where, example, _ in EXAMPLES if where == page]

    assert shown[0] == f"gdq {command} --help"
    assert [one.split()[1] for one in shown[1:]] in ([command] * n for n in range(10))
    assert len(shown) > 1


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_one_step_from_readme(readme: str) -> None:
    """A reader finds any page from either README in one step; a rule or a decision by its index."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    linked = set(re.findall(r"\]\(([^)#:]+)\)", text))
    pages = {page.relative_to(ROOT).as_posix() for page in PAGES}
    folders = ("docs/rules/", "docs/decisions/", "tests/", "docs/start")

    missing = {
        page
        for page in pages - linked - {readme}
        if not page.startswith(folders) or page.endswith("README.md")
    }
    assert missing == set()
    assert any(target.startswith("docs/start") for target in linked)


@pytest.mark.parametrize("page", ["start.md", "start.zh-CN.md", "api.md"])
def test_python_examples(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every `>>>` in the documentation gives what is printed there."""
    monkeypatch.chdir(ROOT)
    path = str(ROOT / "docs" / page)
    # Without an encoding doctest would read the page by that of the locale.
    results = doctest.testfile(path, module_relative=False, encoding="utf-8")

    assert results.attempted > 2
    assert results.failed == 0


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
