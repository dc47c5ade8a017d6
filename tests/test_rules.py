"""Validation: files on disk with what is expected of them beside them, and the pipeline."""

import json
from pathlib import Path

import pytest
from conftest import ROOT, Run

from gdquality.checker import check_files
from gdquality.dataset import Dataset
from gdquality.rules.notice_rules import NOTICE_RULES
from gdquality.rules.registry_rules import REGISTRY_RULES

CASES = Path(__file__).with_name("cases")
VALID = sorted((CASES / "valid").glob("*.yaml"))
INVALID = sorted((CASES / "invalid").glob("*.yaml"))


def found(path: Path) -> list[str]:
    """Return `code line:column` of every finding in `path`."""
    findings, _ = check_files([path], Dataset())
    return [f"{finding.code} {finding.line}:{finding.column}" for finding in findings]


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid(path: Path) -> None:
    """Nothing is found in a valid file."""
    assert found(path) == []


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_invalid(path: Path) -> None:
    """Just what is expected is found, at its line and column."""
    assert found(path) == path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


def test_every_rule_has_a_case() -> None:
    """Each rule has an invalid file that is named after it, and a code of its own."""
    named = [(rule.name, rule.code) for rule in NOTICE_RULES]
    named += [(rule.name, rule.code) for rule in REGISTRY_RULES]

    assert [n for n, _ in named if not any(path.stem.startswith(n) for path in INVALID)] == []
    assert len({code for _, code in named}) == len(named)


def test_own_data(gdq: Run) -> None:
    """The project's own data have nothing wrong but the misprint that the notice has."""
    result = gdq("validate")

    assert result.exit_code == 0
    assert result.stdout == (
        "data/tasks.yaml:385:16: GDQ303 警告 “省环境保护”当为误印，按“广东省环境保护厅”处理\n"
    )
    assert result.stderr == "检查了 2 个文件：0 个错误，1 个警告\n"


def test_json(gdq: Run) -> None:
    """The JSON report has the keys that DESIGN §5 promises."""
    result = gdq("validate", "tests/cases/invalid/unknown-field.yaml", "-f", "json")

    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "findings": [
            {
                "code": "GDQ102",
                "severity": "error",
                "message": "没有“colour”这个字段",
                "file": "tests/cases/invalid/unknown-field.yaml",
                "line": 23,
                "column": 5,
            }
        ],
        "files": 1,
        "errors": 1,
        "warnings": 0,
    }


def test_all_files_are_checked(gdq: Run) -> None:
    """A file that is missing does not hide what is wrong in the next."""
    result = gdq("validate", "none.yaml", "tests", "tests/cases/invalid/empty.yaml")

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "none.yaml: GDQ001 错误 没有这个文件",
        "tests: GDQ001 错误 这是文件夹，不是文本文件",
        "tests/cases/invalid/empty.yaml:1:1: GDQ104 错误 既不是任务数据（tasks），也不是名录（agencies）",
    ]


def test_registry_among_the_files() -> None:
    """A notice is checked by the registry that is named with it."""
    registry = CASES / "valid" / "agencies.yaml"
    findings, files = check_files([CASES / "valid" / "tasks.yaml", registry], Dataset())

    assert files == 2
    assert {finding.code for finding in findings} == {"GDQ301", "GDQ302"}


def test_data_without_registry(tmp_path: Path) -> None:
    """A data set whose registry is broken says so, once, and does not guess about names."""
    (tmp_path / "tasks.yaml").write_bytes((CASES / "valid" / "tasks.yaml").read_bytes())

    in_use, _ = check_files([], Dataset(tmp_path))
    named, _ = check_files([tmp_path / "tasks.yaml"], Dataset(tmp_path))

    assert [finding.code for finding in in_use] == ["GDQ001"]
    assert in_use == named


MUTATIONS: list[tuple[str, str, str]] = [
    ("  - number: 21\n", "  - number: 12\n", "GDQ201"),
    ("agency: 广东省农业厅}", "agency: 广东省林业厅}", "GDQ302"),
    ("agency: 广东省农业厅}", "agency: 广东省农业局}", "GDQ301"),
    ("      - {text: 省农业厅, agency: 广东省农业厅}\n", "", "GDQ205"),
    ("title: 提升工程质量", "titel: 提升工程质量", "GDQ102"),
    ("due: 2016-12-15", "due: 2016-13-15", "GDQ103"),
]


@pytest.mark.parametrize(("old", "new", "code"), MUTATIONS)
def test_mutations_of_the_real_data(old: str, new: str, code: str, tmp_path: Path) -> None:
    """A slip in the real data is found, on the line where it was made."""
    text = (ROOT / "data" / "tasks.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "tasks.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    findings, _ = check_files([path], Dataset())

    lines = {finding.line for finding in findings if finding.code == code}
    expected = text[: text.index(old)].count("\n") + 1
    assert any(abs(line - expected) <= 2 for line in lines), findings
