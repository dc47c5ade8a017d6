"""Lists and role sentences of many governments, as tests/cases/lists.tsv says they are read."""

import re
from pathlib import Path

import pytest

from gdquality.dataset import load
from gdquality.names.registry import Registry
from gdquality.parsing.agency_lists import expand
from gdquality.parsing.allocation import Allocation
from gdquality.parsing.role_sentences import read_allocation
from gdquality.parsing.vocabulary import Vocabulary
from gdquality.records import Role

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases" / "lists.tsv"
ROWS = [
    tuple(line.split("\t"))
    for line in CASES.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
VOCABULARY = Vocabulary()
HEADINGS: dict[str, Role | None] = {
    "none": None,
    "lead": "lead",
    "responsible": "responsible",
    "support": "support",
}


def reading(found: Allocation | None) -> str:
    """Return an allocation as the file of cases writes it."""
    if found is None:
        return "-"
    parts = [f"{one.role}:{one.text}" for one in found.mentions]
    parts += [f"due:{found.due_text}"] * bool(found.due_text)
    parts += ["first:"] * found.first_leads
    return "|".join([*parts, *(f"left:{one.text}" for one in found.leftovers)])


@pytest.mark.parametrize(("as_", "text", "expected"), ROWS)
def test_case(as_: str, text: str, expected: str) -> None:
    """A list gives the names, and a passage the roles, that its row says."""
    source = text.replace("\\n", "\n")

    if as_ == "names":
        assert "|".join(item.text for item in expand(source, VOCABULARY)) == expected
    else:
        assert reading(read_allocation(source, VOCABULARY, HEADINGS[as_])) == expected


def documented() -> list[tuple[str, list[str]]]:
    """Return the examples of the page on the grammar that give the names one by one."""
    page = (ROOT / "docs" / "list-grammar.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", page, re.MULTILINE)
    without_reason = [(printed, re.sub(r" \([^()]*\)$", "", read)) for printed, read in rows]
    return [
        (printed, read.split(" · "))
        for printed, read in without_reason
        if " · " in read and not {"…", "；"} & {*printed, *read}
    ]


@pytest.mark.parametrize(("printed", "expected"), documented())
def test_documented(printed: str, expected: list[str]) -> None:
    """The page on the grammar says what is read."""
    assert [item.text for item in expand(printed, Vocabulary(("广东", "深圳", "珠海")))] == expected


def test_the_page_has_examples() -> None:
    """The tables of the page are found."""
    assert len(documented()) > 15


def test_cells_of_the_packaged_notice(registry: Registry) -> None:
    """All 262 mentions come out as the data have them, with the registry's words and without."""
    tasks = load().notice.tasks
    cells = [
        (one.text, one.role, [mention.text for mention in task.mentions(one.role)])
        for task in tasks
        for one in task.printed
        if one.role
    ]

    assert sum(len(names) for _, _, names in cells) == 262
    for vocabulary in (Vocabulary.of(registry.prefixes, registry.names), VOCABULARY):
        for printed, role, names in cells:
            found = read_allocation(printed, vocabulary, role)
            assert found is not None
            assert [mention.text for mention in found.mentions] == names
            assert {mention.role for mention in found.mentions} == {role}
            assert not found.leftovers
            assert [item.text for item in expand(printed, vocabulary)] == names
