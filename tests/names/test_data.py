"""The packaged data of names: whole, by the rules, and read only when asked for."""

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from gdquality.data_folder import packaged_folder
from gdquality.names.government import registry_of
from gdquality.names.government.patterns import packaged_patterns
from gdquality.records import Kind, RegistryData
from gdquality.rules.registry_rules import REGISTRY_RULES
from gdquality.rules.rule import RegistryFile, run
from gdquality.store.validation import validate_document
from gdquality.store.yaml_reader import read_yaml


def test_the_national_registry_is_valid_and_keeps_every_rule() -> None:
    """Strictly validated, and without a warning."""
    path = packaged_folder() / "national.yaml"
    document = read_yaml(path.read_text(encoding="utf-8"), path.name)
    data = validate_document(document, RegistryData)

    assert list(run(REGISTRY_RULES, RegistryFile.of(data), document)) == []
    assert len(data.agencies) > 300
    assert len(data.changes) >= 80
    assert data == registry_of("全国").data


def test_every_pattern_can_be_filled() -> None:
    """Its place is one of the holders, its years are in order, its forms are made of the name."""
    holders = {"{place}", "{bare}", "{tier}", "{parent}", "{zone}"}
    patterns = [one for level in packaged_patterns().values() for one in level]

    assert len(patterns) > 1000
    for pattern in patterns:
        found = set(re.findall(r"\{\w+\}", "".join((pattern.name, *pattern.forms))))
        assert found <= holders, pattern
        assert set(re.findall(r"\{\w+\}", pattern.name)), pattern
        assert pattern.since <= pattern.until, pattern
        assert pattern.confidence in {"high", "medium", "low"}, pattern
        assert pattern.kind in Kind.__args__, pattern  # type: ignore[attr-defined]
        assert pattern.source, pattern


def test_a_pattern_stands_once() -> None:
    """Two of one level and name are of different eras."""
    for level, patterns in packaged_patterns().items():
        keys = [(one.name, one.since, one.until) for one in patterns]
        assert len(keys) == len(set(keys)), level


def test_no_data_name_the_research_or_a_telephone() -> None:
    """The research is no part of the repository; officials and their numbers are in no data."""
    for name in ("national.yaml", "patterns.tsv", "places.tsv"):
        text = (packaged_folder() / name).read_text(encoding="utf-8")
        assert "lists-dev" not in text
        assert "general knowledge" not in text
        assert not re.search(r"(?<![\d/_])1[3-9]\d{9}(?!\d)|\d{3,4}-\d{7,8}", text)


def test_an_answer_reads_none_of_it(
    process: Callable[..., CompletedProcess[str]], tmp_path: Path
) -> None:
    """An answer from the packaged data opens neither the tables nor the national registry."""
    script = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda event, args: event == 'open' and opened.append(str(args[0])))\n"
        "from gdquality.cli import run\n"
        "run(['agency', '质监局', '-f', 'json'])\n"
        "print()\n"
        "print([one for one in opened if one.endswith(('.tsv', 'national.yaml'))])\n"
    )
    result = process("-c", script, cwd=tmp_path)

    assert result.stdout.splitlines()[-1] == "[]"
