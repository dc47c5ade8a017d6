"""Errors of a hand, made in every field of every record: what validation finds (docs/testing.md)."""

from pathlib import Path
from random import Random

import pytest
from corruptions import Workplace, count, sample
from hand_errors import forgeries, notice_errors, registry_errors

from gdquality.data_folder import NOTICE_FILE, REGISTRY_FILE
from gdquality.store.yaml_reader import read_yaml

CONSISTENT = {
    "agencies.name: misspelt",
    "agencies.name: transposed",
    "agencies.aliases: misspelt",
    "agencies.aliases: a character short",
    "agencies.aliases: two joined",
    "agencies.former_names: another's",
    "agencies.parent: any agency",
    "agencies.parent: any outside",
    "agencies: lost",
    "agencies.since: years earlier",
    "agencies.since: left out",
    "changes.kind: renamed",
    "changes.kind: merged",
    "changes.kind: split",
    "changes.kind: transferred",
    "changes.before: any agency",
    "changes.after: any agency",
    "changes.after: one more",
    "changes: lost",
    "changes: before and after changed about",
    "places: misspelt",
}
"""Kinds of errors that may leave a registry which contradicts nothing."""


def random() -> Random:
    """Return the same numbers for every test."""
    return Random(553)


def test_errors_in_the_registry(tmp_path: Path) -> None:
    """One of each kind that contradicts something is found."""
    workplace = Workplace(tmp_path)
    data = read_yaml(workplace.texts[REGISTRY_FILE], "").value
    errors = [one for one in registry_errors(data, random()) if one.kind not in CONSISTENT]

    counts = count(sample(errors, 1, random()), REGISTRY_FILE, workplace)

    assert len(counts) > 50
    assert [kind for kind, one in counts.items() if not one.found] == []


@pytest.mark.slow
def test_all_errors_in_the_registry(tmp_path: Path) -> None:
    """Of ten of each kind, seven of eight are found; of some kinds, all."""
    workplace = Workplace(tmp_path)
    data = read_yaml(workplace.texts[REGISTRY_FILE], "").value

    counts = count(sample(registry_errors(data, random()), 10, random()), REGISTRY_FILE, workplace)

    made = sum(one.made for one in counts.values())
    assert sum(one.found for one in counts.values()) > made * 7 / 8
    assert {kind for kind, one in counts.items() if one.silent} <= CONSISTENT


@pytest.mark.slow
def test_all_errors_in_the_tasks(tmp_path: Path) -> None:
    """Whatever is wrong in a tasks.yaml is found in the record that is wrong."""
    workplace = Workplace(tmp_path)
    data = read_yaml(workplace.texts[NOTICE_FILE], "").value
    errors = [*notice_errors(data, random()), *forgeries(data, random())]

    counts = count(sample(errors, 20, random()), NOTICE_FILE, workplace)

    assert {kind: one.silent for kind, one in counts.items() if one.silent} == {}
    assert {kind for kind, one in counts.items() if one.placed < one.made} <= {"tasks: lost"}


@pytest.mark.slow
def test_forgeries_without_a_source(tmp_path: Path) -> None:
    """What GDQ503 says cannot be seen without the source is indeed what is not seen."""
    workplace = Workplace(tmp_path, with_source=False)
    data = read_yaml(workplace.texts[NOTICE_FILE], "").value

    counts = count(sample(forgeries(data, random()), 5, random()), NOTICE_FILE, workplace)

    assert [code for code, _ in workplace.usual if code == "GDQ503"] == ["GDQ503"]
    assert sum(one.found for one in counts.values()) == 0
