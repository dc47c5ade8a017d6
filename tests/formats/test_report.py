"""Reports of validation in every format, choosing rules, and `gdq rule` and `gdq schema`."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from conftest import ROOT, Result, Run
from jsonschema import Draft202012Validator
from rich.cells import cell_len
from sarif_pydantic import Sarif

from gdquality.checker import Report
from gdquality.formats.report import REPORT_FORMATS, ReportFormat, render
from gdquality.formats.report.as_text import excerpt
from gdquality.rules.catalog import RULES
from gdquality.rules.finding import Finding

HOSTILE = "甲%0A,:\n\x1b[31m\u202e\ud800<&>"
REPORT = Report(
    (
        Finding("a.yaml", 2, 3, "GDQ303", "warning", "误印"),
        Finding("a.yaml", 2, 7, "GDQ205", "error", HOSTILE),
        Finding(f"/elsewhere/{HOSTILE}.yaml", 0, 0, "GDQ001", "error", "没有这个文件"),
    ),
    {"a.yaml": "tasks:\n  名称: 甲乙 丙\n", "b.yaml": ""},
)


def test_text() -> None:
    """A line a finding, and carets right under what it is about, in cells."""
    lines = render(REPORT, "text").splitlines()

    assert lines[:3] == [
        "a.yaml:2:3: GDQ303 警告 误印",
        "  2 |   名称: 甲乙 丙",
        "    |   ^^^^",
    ]
    assert lines[5] == "    |         ^^^^^^^"
    assert not any("\x1b" in line for line in lines)


@pytest.mark.parametrize(
    ("line", "column", "value"),
    [
        ("  - {text: 省环境保护, agency: 广东省环境保护厅}", 12, "省环境保护"),
        ("  - {text: 省环境保护, agency: 广东省环境保护厅}", 27, "广东省环境保护厅"),
        ("    title: '一 二'  # 注", 12, "'一 二'"),
        ("    title: 一 二  # 注", 12, "一 二 "),
        ("    lead: []", 11, "["),
        ("    title： 一", 10, "："),
        ("名称: 甲", 1, "名称"),
        ("甲", 2, ""),
    ],
)
def test_excerpt(line: str, column: int, value: str) -> None:
    """Carets begin under the column and are as wide as the value, in cells."""
    shown, carets = excerpt(line, 7, column)

    before = cell_len(shown[: shown.index(line) + column - 1])
    assert carets.index("^") == before
    assert carets.count("^") == max(cell_len(value), 1)


def test_excerpt_of_a_long_line() -> None:
    """Of ten megabytes on one line only the neighbourhood is shown."""
    shown, carets = excerpt("甲" * 10**6 + "乙" + "丙" * 10**6, 1, 10**6 + 1)

    assert len(shown) < 200
    assert cell_len(shown[: shown.index("乙")]) == carets.index("^")


def test_github() -> None:
    """The worst first, escaped as the toolkit does, nothing that ends a command early."""
    lines = render(REPORT, "github").splitlines()

    assert len(lines) == 3
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::warning"]
    assert lines[2] == "::warning file=a.yaml,line=2,col=3,title=GDQ303 misprint::误印"
    assert "line=" not in lines[0]
    message = lines[1].split("::")[2]
    assert message.startswith("甲%250A,:\\n\\x1b[31m")


def test_github_paths_are_relative_to_the_repository(
    gdq: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Run in a folder below, the path is still that from the root of the repository."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "data" / "mine").mkdir(parents=True)
    (tmp_path / "data" / "mine" / "empty.yaml").touch()
    monkeypatch.chdir(tmp_path / "data")

    result = gdq("validate", "mine/empty.yaml", "-f", "github")

    assert result.stdout.startswith("::error file=data/mine/empty.yaml,line=1,col=1,")


def test_github_by_itself(gdq: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under GitHub Actions the format is github, unless another is asked for."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    assert gdq("validate").stdout.startswith("::warning file=data/tasks.yaml,line=505,col=16,")
    assert gdq("validate", "-f", "text").stdout.startswith("data/tasks.yaml:505:16: ")


def test_sarif() -> None:
    """A log that the SARIF object model accepts, with the rules that found something."""
    text = render(REPORT, "sarif")
    log = json.loads(text)

    Sarif.model_validate(log)
    [run] = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["GDQ001", "GDQ205", "GDQ303"]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    first = run["results"][0]["locations"][0]["physicalLocation"]
    assert first == {
        "artifactLocation": {"uri": "a.yaml"},
        "region": {"startLine": 2, "startColumn": 3},
    }
    assert "region" not in run["results"][2]["locations"][0]["physicalLocation"]
    assert "\x1b" not in text


def test_junit() -> None:
    """A suite a file; warnings and clean files pass."""
    suites = ET.fromstring(render(REPORT, "junit"))  # noqa: S314 -- our own

    counts = {suite.get("name"): (suite.get("tests"), suite.get("failures")) for suite in suites}
    assert counts["a.yaml"] == ("2", "1")
    assert counts["b.yaml"] == ("1", "0")
    assert len(counts) == 3


@pytest.mark.parametrize("format_", REPORT_FORMATS)
def test_nothing_found(format_: ReportFormat) -> None:
    """Every format has something valid to say of nothing."""
    text = render(Report((), {"a.yaml": ""}), format_)

    assert text == "" if format_ in ("text", "github") else text.endswith("\n")


def test_strict(gdq: Run) -> None:
    """Warnings fail with --strict only."""
    assert gdq("validate").exit_code == 0
    assert gdq("validate", "--strict").exit_code == 1
    assert gdq("validate", "--strict", "--ignore", "GDQ303").exit_code == 0


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ([], ["GDQ503", "GDQ203", "GDQ205"]),
        (["--select", "GDQ2"], ["GDQ203", "GDQ205"]),
        (["--select", "gdq203,GDQ3"], ["GDQ203"]),
        (["--ignore", "GDQ203,GDQ5"], ["GDQ205"]),
        (["--select", "GDQ2", "--ignore", "GDQ20"], []),
    ],
)
def test_choosing_rules(options: list[str], codes: list[str], gdq: Run) -> None:
    """Codes or their beginnings choose rules and leave them out."""
    result = gdq("validate", "tests/cases/invalid/no-lead.yaml", "-f", "json", *options)

    assert [one["code"] for one in json.loads(result.stdout)["findings"]] == codes
    assert result.exit_code == (1 if codes else 0)


@pytest.mark.parametrize("code", ["GDQ9", "X", ""])
def test_choosing_no_rule(code: str, gdq: Run) -> None:
    """What begins no rule's code is wrong usage."""
    result = gdq("validate", "--select", code)

    assert result == Result(2, "", f"错误：没有以“{code}”开头的规则\n提示：gdq rule\n")


def test_rule(gdq: Run) -> None:
    """`gdq rule` lists them all, `gdq rule CODE` explains one as its page does."""
    listed = gdq("rule").stdout.splitlines()
    one = gdq("rule", "gdq205").stdout
    page = (ROOT / "docs" / "rules" / "GDQ205.md").read_text(encoding="utf-8")

    assert [line.split()[0] for line in listed] == list(RULES)
    assert one.startswith("GDQ205 mentions-match-cell（错误）\n\n列出的单位就是原文所印的单位。\n")
    assert page.endswith(one.split("。\n\n", 1)[1])
    assert gdq("rule", "GDQ999", "x") == Result(
        1, "", "错误：没有规则“GDQ999”\n错误：没有规则“x”\n提示：gdq rule\n"
    )


@pytest.mark.parametrize(("options", "name"), [([], "tasks"), (["--agencies"], "agencies")])
def test_schema(options: list[str], name: str, gdq: Run) -> None:
    """The schema is one, accepts the project's data, refuses a slip, and is the one in data/."""
    text = gdq("schema", *options).stdout
    schema = json.loads(text)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    path = ROOT / "data" / f"{name}.yaml"
    value = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    value = json.loads(json.dumps(value), object_hook=_numbers)

    assert list(validator.iter_errors(value)) == []
    value[name][0]["colour"] = "red"
    assert [error.validator for error in validator.iter_errors(value)] == ["additionalProperties"]
    assert text == (ROOT / "data" / f"{name}.schema.json").read_text(encoding="utf-8")
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={name}.schema.json"


def _numbers(fields: dict[str, object]) -> dict[str, object]:
    """Return `fields` with numbers, Booleans and nulls, which the loader of text leaves as text."""
    for key in ("number", "row", "column"):
        if key in fields:
            fields[key] = int(str(fields[key]))
    constants = {"null": None, "true": True, "false": False}
    return {key: constants.get(str(value), value) for key, value in fields.items()}


def test_hook_files() -> None:
    """The hook's pattern takes the files of a data set, and no other."""
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    pattern = re.compile(hook["files"])

    for name in ("agencies.yaml", "readings.yaml", "tasks.yaml", "exceptions.yaml"):
        assert pattern.search(f"data/{name}")
        assert pattern.search(name)
    assert not pattern.search("data/subtasks.yaml")
