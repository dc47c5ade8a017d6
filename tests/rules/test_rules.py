"""Validation: files on disk with what is expected of them beside them, and the pipeline."""

import importlib
import json
import pkgutil
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Run
from growth import SQUARED, growth
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from notices import notice_text

import gdquality.rules
from gdquality.checker import check_files
from gdquality.checker.selection import selected
from gdquality.data_folder import DataFolder
from gdquality.dataset import load
from gdquality.errors import InputError
from gdquality.names.registry import Registry
from gdquality.parsing import parse
from gdquality.records import Agency, Change, Mention, Notice, RegistryData
from gdquality.rules import not_in_being, task_numbers
from gdquality.rules.catalog import RULES
from gdquality.rules.file_rules import FILE_RULES
from gdquality.rules.registry_rules import REGISTRY_RULES
from gdquality.rules.rule import NoticeFile, RegistryFile, Rule
from gdquality.store.build import build
from gdquality.store.yaml_reader import read_yaml
from gdquality.store.yaml_writer import dump_notice

CASES = Path(__file__).parents[1] / "cases"
VALID = sorted((CASES / "valid").glob("*.yaml"))
INVALID = sorted((CASES / "invalid").glob("*.yaml"))


def found(path: Path) -> list[tuple[str, str, str]]:
    """Return code, `line:column` and message of every finding in `path`, which has no source."""
    report = selected(check_files([path], DataFolder()), [], ["GDQ503"])
    return [(one.code, f"{one.line}:{one.column}", one.message) for one in report.findings]


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_valid(path: Path) -> None:
    """Nothing is found in a valid file."""
    assert found(path) == []


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.stem)
def test_invalid(path: Path) -> None:
    """Just what is expected is found, at its line and column, and said so where that is given."""
    lines = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    expected = [(*line.split(" ", 2), "")[:3] for line in lines]
    findings = found(path)

    assert [one[:2] for one in findings] == [one[:2] for one in expected]
    said = [one[2] if wanted[2] else "" for one, wanted in zip(findings, expected, strict=True)]
    assert said == [one[2] for one in expected]


def test_every_rule_has_a_case() -> None:
    """Each rule has an invalid file that is named after it, or a test of its own below."""
    own_tests = {"unused-exception", "differs-from-source", "source-changed", "missing-source"}
    cases = tuple(path.stem for path in INVALID)

    missing = [
        rule.name
        for rule in RULES.values()
        if not any(case.startswith(rule.name) for case in cases)
    ]
    assert set(missing) == own_tests


def test_every_module_with_a_rule_is_in_the_catalog() -> None:
    """No rule is left out of the catalog, and each has a code of its own."""
    modules = [
        importlib.import_module(f"gdquality.rules.{module.name}")
        for module in pkgutil.iter_modules(gdquality.rules.__path__)
    ]
    rules = {module.__name__: module.RULE for module in modules if hasattr(module, "RULE")}

    assert sorted(one.code for one in (*FILE_RULES, *rules.values())) == list(RULES)
    assert [one.name for one in rules.values()] == [
        module.rpartition(".")[2].replace("_", "-") for module in rules
    ]
    assert [one for one in FILE_RULES if one.check] == []


ROW = "1\t提升工程质量\t省质监局\t省财政厅"
REGISTRY = "jurisdiction: 广东省\nplaces: []\nagencies: []\nchanges: []\n"


def complete(example: str, base: str) -> str:
    """Return `example` with the top-level keys of `base` that it leaves out."""
    given = set(re.findall(r"^(\w+):", example, re.MULTILINE))
    blocks = re.split(r"^(?=\w)", base, flags=re.MULTILINE)
    return example + "".join(one for one in blocks if one.partition(":")[0] not in given)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a data set: a small notice, its tasks, and the packaged registry."""
    data = notice_text(ROW).encode()
    (tmp_path / "n.txt").write_bytes(data)
    (tmp_path / "agencies.yaml").write_bytes((ROOT / "data" / "agencies.yaml").read_bytes())
    text = dump_notice(parse(data, "n.txt", load().registry))
    (tmp_path / "tasks.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("example", ["passes", "fails"])
@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_examples_of_rules(rule: Rule[Any], example: str, folder: Path) -> None:
    """The example that passes does, and the one that fails is found by that very rule."""
    text = getattr(rule, example)
    path, others = folder / "tasks.yaml", [folder / "agencies.yaml"]
    if text.startswith(("agencies:", "changes:")):
        path, others = folder / "agencies.yaml", []
        text = complete(text, REGISTRY)
    elif text.startswith("exceptions:"):
        others = [folder / "agencies.yaml", path]
        path = folder / "exceptions.yaml"
    elif text.startswith(("tasks:", "source:")) and rule.code != "GDQ104":
        text = complete(text, path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")

    codes = {one.code for one in check_files([path, *others], DataFolder(folder)).findings}

    assert (rule.code in codes) == (example == "fails")
    if example == "passes" and path.name == "agencies.yaml":
        assert codes == set()


def test_own_data(gdq: Run) -> None:
    """The project's own data have nothing wrong but the misprint that the notice has."""
    result = gdq("validate")

    assert result.exit_code == 0
    assert result.stdout == (
        "data/tasks.yaml:505:16: GDQ303 警告 “省环境保护”当为误印，按“广东省环境保护厅”处理\n"
        "  505 |       - {text: 省环境保护, agency: 广东省环境保护厅}\n"
        "      |                ^^^^^^^^^^\n"
    )
    assert result.stderr == (
        "检查 data/agencies.yaml、data/tasks.yaml、data/readings.yaml\n"
        "检查了 3 个文件：0 个错误，1 个警告\n"
    )


def test_json(gdq: Run) -> None:
    """The JSON report has the keys that are promised."""
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
        "notes": 0,
    }


def test_all_files_are_checked(gdq: Run) -> None:
    """A file that is missing does not hide what is wrong in the next."""
    result = gdq("validate", "none.yaml", "/dev/null", "tests/cases/invalid/empty.yaml")

    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "/dev/null: GDQ001 错误 这是特殊文件，不是文本文件",
        "none.yaml: GDQ001 错误 没有这个文件",
        "tests/cases/invalid/empty.yaml:1:1: GDQ104 错误 文件是任务数据（tasks）、"
        "名录（agencies）、读音（syllables）或例外（exceptions），这都不是",
    ]


def test_registry_among_the_files() -> None:
    """A notice is checked by the registry that is named with it."""
    registry = CASES / "valid" / "registry.yaml"
    report = check_files([CASES / "valid" / "tasks.yaml", registry], DataFolder())

    assert len(report.texts) == 2
    assert {finding.code for finding in report.findings} == {"GDQ301", "GDQ302", "GDQ503"}


def test_data_without_registry(tmp_path: Path) -> None:
    """A data set whose registry is broken says so, once, and does not guess about names."""
    (tmp_path / "tasks.yaml").write_bytes((CASES / "valid" / "tasks.yaml").read_bytes())

    in_use = check_files([], DataFolder(tmp_path)).findings
    named = check_files([tmp_path / "tasks.yaml"], DataFolder(tmp_path)).findings

    assert [finding.code for finding in in_use] == ["GDQ001"]
    assert in_use == named


MUTATIONS: list[tuple[str, str, str, str]] = [
    ("tasks.yaml", "  - number: 21\n", "  - number: 12\n", "GDQ201"),
    ("tasks.yaml", "title: 提升环境质量", "title: 提升工程质量", "GDQ202"),
    ("tasks.yaml", "agency: 广东省农业厅}", "agency: 广东省农业局}", "GDQ301"),
    ("tasks.yaml", "agency: 广东省农业厅}", "agency: 广东省林业厅}", "GDQ302"),
    ("tasks.yaml", "agency: 广东省农业厅}", "agency: 广东省农业农村厅}", "GDQ406"),
    ("tasks.yaml", "text: 省农业厅", "text: 省林业厅", "GDQ205"),
    ("tasks.yaml", "      - {text: 省农业厅, agency: 广东省农业厅}\n", "", "GDQ205"),
    ("tasks.yaml", "title: 提升工程质量", "titel: 提升工程质量", "GDQ102"),
    ("tasks.yaml", "title: 提升工程质量", "title：提升工程质量", "GDQ005"),
    ("tasks.yaml", "    title: 提升工程质量", "\ttitle: 提升工程质量", "GDQ006"),
    ("tasks.yaml", "title: 提升工程质量", "title: 提升工程", "GDQ501"),
    ("tasks.yaml", "due: 2016-12-31", "due: 2016-12-30", "GDQ501"),
    ("tasks.yaml", "due: 2016-12-15", "due: 2016-13-15", "GDQ105"),
    ("tasks.yaml", "row: 34, column", "row: 034, column", "GDQ103"),
    ("tasks.yaml", "sha256: d", "sha256: e", "GDQ502"),
    ("agencies.yaml", "aliases: [省审计厅, 审计厅]", "aliases: [省审计厅, 财政厅]", "GDQ401"),
    ("agencies.yaml", "aliases: [省审计厅, 审计厅]", "aliases: [省审计厅，审计厅]", "GDQ005"),
    ("agencies.yaml", "parent: 国家邮政局", "parent: 国家邮局", "GDQ402"),
    ("agencies.yaml", "before: [广东省粮食局]", "before: [广东省粮库]", "GDQ403"),
    ("agencies.yaml", "after: [广东省林业局]", "after: [广东省林业厅]", "GDQ404"),
    ("agencies.yaml", "date: 2018-10-27", "date: 2016-10-27", "GDQ405"),
    ("agencies.yaml", "date: 2018-10-27", "date: 2018-02-30", "GDQ105"),
    ("agencies.yaml", "kind: party-office", "kind: office", "GDQ103"),
]


@pytest.mark.parametrize(("name", "old", "new", "code"), MUTATIONS)
def test_mutations_of_the_real_data(
    name: str, old: str, new: str, code: str, tmp_path: Path
) -> None:
    """A slip in the real data is found, on the line where it was made."""
    for one in ("agencies.yaml", "notice.txt", "tasks.yaml"):
        (tmp_path / one).write_bytes((ROOT / "data" / one).read_bytes())
    path = tmp_path / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    findings = check_files([], DataFolder(tmp_path)).findings

    lines = {one.line for one in findings if one.code == code and one.file == str(path)}
    expected = text[: text.index(old)].count("\n") + 1
    assert any(abs(line - expected) <= 3 for line in lines), findings


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_random_mutations(data: st.DataObject, tmp_path: Path) -> None:
    """Whatever is dropped, doubled, swapped or misspelt is found, or changes no record."""
    for one in ("agencies.yaml", "notice.txt"):
        (tmp_path / one).write_bytes((ROOT / "data" / one).read_bytes())
    lines = (ROOT / "data" / "tasks.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    original = build(read_yaml("".join(lines), "").value, Notice)
    place = data.draw(st.integers(2, len(lines) - 2))
    match data.draw(st.sampled_from(("drop", "double", "swap", "misspell"))):
        case "drop":
            del lines[place]
        case "double":
            lines.insert(place, lines[place])
        case "swap":
            lines[place], lines[place + 1] = lines[place + 1], lines[place]
        case _:
            column = data.draw(st.integers(0, len(lines[place]) - 1))
            letter = data.draw(st.sampled_from("省局厅1 :,]}x-"))
            lines[place] = lines[place][:column] + letter + lines[place][column + 1 :]
    path = tmp_path / "tasks.yaml"
    path.write_text("".join(lines), encoding="utf-8")

    report = check_files([], DataFolder(tmp_path))

    if {one.code for one in report.findings} <= {"GDQ303"}:
        assert build(read_yaml("".join(lines), "").value, Notice) == original


def test_a_broken_task_does_not_hide_the_others(tmp_path: Path) -> None:
    """What is wrong with sound tasks is found beside the one that is broken."""
    text = (ROOT / "data" / "tasks.yaml").read_text(encoding="utf-8")
    text = text.replace("  - number: 3\n", "  - number: three\n").replace(
        "{text: 省统计局", "{text: 省林业厅"
    )
    path = tmp_path / "tasks.yaml"
    path.write_text(text.replace("\ntitle: ", "\n# title: ", 1), encoding="utf-8")

    codes = [one.code for one in check_files([path], DataFolder()).findings]

    assert sorted(codes) == ["GDQ101", "GDQ103", "GDQ205", "GDQ302", "GDQ303"]


def test_a_broken_agency_does_not_hide_the_others(tmp_path: Path) -> None:
    """What is wrong with sound agencies is found beside the one that is broken."""
    text = (ROOT / "data" / "agencies.yaml").read_text(encoding="utf-8")
    text = text.replace("kind: party-office", "kind: office", 1)
    text = text.replace("aliases: [省审计厅, 审计厅]", "aliases: [省审计厅, 财政厅]")
    path = tmp_path / "agencies.yaml"
    path.write_text(text, encoding="utf-8")

    codes = {one.code for one in check_files([path], DataFolder()).findings}

    assert {"GDQ103", "GDQ401"} <= codes


def test_exceptions(folder: Path) -> None:
    """An exception passes over what it names; one that no longer applies is a finding."""
    tasks = folder / "tasks.yaml"
    text = tasks.read_text(encoding="utf-8")
    tasks.write_text(text.replace("title: 提升工程质量", "title: 提升工程"), encoding="utf-8")
    exception = "exceptions:\n  - {code: GDQ501, file: tasks.yaml, text: 提升工程, reason: 试}\n"
    (folder / "exceptions.yaml").write_text(exception, encoding="utf-8")

    excepted = check_files([tasks], DataFolder(folder)).findings
    tasks.write_text(text, encoding="utf-8")
    unused = check_files([], DataFolder(folder)).findings
    not_checked = check_files([folder / "exceptions.yaml"], DataFolder(folder)).findings

    assert excepted == ()
    assert [(one.code, one.line, one.column) for one in unused] == [("GDQ007", 2, 5)]
    assert not_checked == ()


def test_a_source_elsewhere_is_not_read(folder: Path) -> None:
    """The source is looked for beside the file only."""
    tasks = folder / "tasks.yaml"
    text = tasks.read_text(encoding="utf-8")
    tasks.write_text(text.replace("file: n.txt", "file: ../n.txt"), encoding="utf-8")

    [finding] = check_files([], DataFolder(folder)).findings

    assert finding.code == "GDQ503"
    assert finding.message == (
        "旁边没有原文 ../n.txt，无法核对：改写的任务名称和事项，单位连同单元格一起改了，"
        "末尾少了几项任务或要求，都看不出来"
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: 提升工程质量", "title: 提升工程", "原文是“提升工程质量”"),
        ("row: 14, column: 1}\n", "row: 15, column: 1}\n", "原文是“14”"),
        ("  - 省政府各部门\n", "  - 省政府各部门\n  - 各地\n", "原文是“1 项”"),
        ("  - 省政府各部门\n", "  []\n", "原文是“1 项”"),
        ("attachment: 分工表", "basis: 粤办函〔2016〕9号\nattachment: 分工表", "原文是“无”"),
        ("title: 关于一项工作的通知", "title: 通知", "原文是“关于一项工作的通知”"),
    ],
)
def test_differs_from_source(old: str, new: str, expected: str, folder: Path) -> None:
    """The first value that differs is told, with what the source says; an item too many is one."""
    path = folder / "tasks.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")

    [finding] = check_files([], DataFolder(folder)).findings

    changed = path.read_text(encoding="utf-8").splitlines()[finding.line - 1]
    assert finding.code == "GDQ501"
    assert changed not in text.splitlines() or "main_recipients" in changed
    assert finding.message == f"与原文不符：{expected}"


def test_what_answers_hold_their_data_to(folder: Path) -> None:
    """A number twice, or a body that is unknown, is told in order of place; no answer is given."""
    path = folder / "tasks.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("  - number: 1\n")
    twice = text[:start] + text[start:].replace("number: 1", "number: 3") * 2
    path.write_text(twice.replace("agency: 广东省财政厅", "agency: 财政厅", 1), encoding="utf-8")

    with pytest.raises(InputError) as caught:
        _ = DataFolder(folder).notice

    assert [message.removeprefix(str(path)) for message in caught.value.messages] == [
        ":21:30: GDQ301 名录中没有“财政厅”",
        ":30:13: GDQ201 序号 3 重复：第 1 个任务已有",
    ]


def test_a_source_with_a_name_that_the_registry_lost(folder: Path) -> None:
    """A name that the registry lost is derived where the source is read again, and was not."""
    agencies = folder / "agencies.yaml"
    text = agencies.read_text(encoding="utf-8")
    agencies.write_text(text.replace("[省财政厅, 财政厅]", "[财政厅]"), encoding="utf-8")

    codes = [one.code for one in check_files([], DataFolder(folder)).findings]

    assert sorted(codes) == ["GDQ302", "GDQ501"]


def test_a_source_that_has_changed(folder: Path) -> None:
    """A source of another digest is told, and no differences to it."""
    (folder / "n.txt").write_text(notice_text(ROW) + "\n", encoding="utf-8")

    [finding] = check_files([], DataFolder(folder)).findings

    assert (finding.code, finding.line, finding.column) == ("GDQ502", 5, 11)
    assert finding.message == "原文 n.txt 已经改变，请重新运行 gdq parse"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 2, 3], []),
        ([1, 1, 2], [(1, "重复")]),
        ([1, 1, 3], [(1, "重复")]),  # as if the second had been 2
        ([1, 1, 4], [(1, "重复"), (2, "2 缺失")]),
        ([1, 3, 4], [(1, "2 缺失")]),
        ([1, 9, 3], [(1, "2 缺失")]),  # as if it had been 2
        ([5, 2, 3], [(0, "1 缺失")]),
        ([3, 4, 1, 2], [(0, "1 缺失"), (2, "1 排在 4 之后")]),
        ([3, 4, 1, 5], [(0, "1 缺失"), (2, "1 排在 4 之后")]),
        ([3, 4, 1, 6], [(0, "1 缺失"), (2, "1 排在 4 之后")]),
        ([1, None, 3], []),
        ([1, None, 2], [(2, "2 次序不对")]),
        ([None, 2, None, None, 9], [(4, "5 缺失")]),
    ],
)
def test_task_numbers(
    numbers: list[int | None], expected: list[tuple[int, str]], registry: Registry, notice: Notice
) -> None:
    """What is said of which row, and how the table may go on after an odd number."""
    file = NoticeFile.of(notice, registry)._replace(numbers=tuple(numbers))

    found = [(path[1], message) for path, message in task_numbers.check(file)]

    assert [index for index, _ in found] == [index for index, _ in expected]
    assert [said in message for (_, said), (_, message) in zip(expected, found, strict=True)] == [
        True
    ] * len(expected)


@pytest.mark.parametrize(
    ("kind", "date", "since", "expected"),
    [
        ("merged", "2015-12", None, ["“广东省财政厅”已于 2015-12 不复存在"]),
        ("merged", "2016-01", None, []),
        ("merged", "2017", None, []),
        ("split", "2015", None, []),
        ("transferred", "2015", None, []),
        ("split", "2017", "2017", ["“广东省财政厅”2017 才成立"]),
        ("split", "2017", "2016", []),
    ],
)
def test_in_being(
    kind: Any, date: str, since: str | None, expected: list[str], notice: Notice
) -> None:
    """A body is there in the year of its end and of its beginning; a split ends nobody."""
    agency = Agency("广东省财政厅", "provincial-department", "high", since=since)
    change = Change(date, kind, (agency.name,), ("广东省水利厅",), "high")
    data = RegistryData("广东省", (), (agency,), (change,))
    task = replace(notice.tasks[0], lead=(Mention("财政厅", agency.name),), support=())
    file = NoticeFile.of(replace(notice, tasks=(task,), deadlines=()), Registry(data))

    assert [message for _, message in not_in_being.check(file)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tasks: " + "[" * 100_000, "GDQ004 1:39"),
        ("".join(" " * depth + "a:\n" for depth in range(100)), "GDQ004 33:33"),
        ("tasks: [" + "1," * 400_000 + "1]", "GDQ004 1:800001"),
        ("a: &a [x, x]\nb: [*a, *a]\n", "GDQ004 2:5"),
        ("tasks: '" + "省" * 100_000 + "'", "GDQ103 1:8"),
        ("tasks:\n" + "- {number: x}\n" * 9_000, "GDQ101 2:3"),
    ],
    ids=["brackets", "blocks", "values", "laughs", "line", "problems"],
)
def test_hostile_files(
    text: str, expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What would take endless time or memory is refused at its place, the sooner the better."""
    monkeypatch.setattr("gdquality.store.yaml_builder.MOST_EVENTS", 400_000)
    monkeypatch.setattr("gdquality.store.validation.MOST_PROBLEMS", 100)
    path = tmp_path / "tasks.yaml"
    path.write_text(text, encoding="utf-8")

    findings = check_files([path], DataFolder()).findings

    assert expected in {f"{one.code} {one.line}:{one.column}" for one in findings}
    assert len(findings) < 20_000


def test_many_tasks(tmp_path: Path) -> None:
    """In a long list each problem has its own place, and sound tasks are checked."""
    task = "- {number: N, title: T, lead: [], support: [], printed: [], place: {row: 1}}\n"
    rows = [task.replace("N", str(n)).replace("T", f"t{n}") for n in range(1, 4_003)]
    rows[3_000] = rows[3_000].replace("title", "titel")
    path = tmp_path / "tasks.yaml"
    path.write_text("tasks:\n" + "".join(rows), encoding="utf-8")

    report = selected(check_files([path], DataFolder()), ["GDQ102", "GDQ203"], [])

    assert ("GDQ102", 3_002) in {(one.code, one.line) for one in report.findings}
    assert sum(one.code == "GDQ203" for one in report.findings) == 4_001


def test_a_long_registry() -> None:
    """The rules of a registry take time in proportion to it: one that squares is told."""

    def count(size: int) -> int:
        file = RegistryFile.of(long_registry(size))
        return sum(1 for rule in REGISTRY_RULES if rule.check for _ in rule.check(file))

    assert count(4_000) > 4_000
    assert growth(count, 4_000) < SQUARED


def long_registry(size: int) -> RegistryData:
    """Return a registry in which each body is part of the next and came of the one before."""
    agencies = tuple(
        Agency(
            name=f"广东省第{number}厅",
            kind="provincial-department",
            confidence="high",
            aliases=(f"第{number}厅",),
            parent=f"广东省第{number + 1}厅",
            members=(f"广东省第{number + 1}厅",),
            since="2018",
        )
        for number in range(size)
    )
    changes = tuple(
        Change("2018", "merged", (before.name,), (after.name,), "low")
        for before, after in pairwise(agencies)
    )
    return RegistryData("广东省", (), agencies, changes, tuple(map(str, range(size))))


def test_the_registry_beside_a_notice_is_the_one(folder: Path) -> None:
    """A notice is checked by the agencies.yaml of its own folder, named or not, sound or not."""
    for name in ("agencies.yaml", "tasks.yaml", "n.txt"):
        path = folder / name
        text = path.read_text(encoding="utf-8").replace("广东省财政厅", "广东省新财政厅")
        path.write_text(text, encoding="utf-8")
    tasks, agencies = folder / "tasks.yaml", folder / "agencies.yaml"

    alone = check_files([tasks], DataFolder()).findings
    text = agencies.read_text(encoding="utf-8")
    agencies.write_text(text.replace("confidence: high", "confidence: hihg", 1), encoding="utf-8")
    beside_a_broken_one = check_files([tasks, agencies], DataFolder()).findings
    by_a_broken_one = check_files([tasks], DataFolder()).findings

    assert alone == ()
    assert [one.code for one in beside_a_broken_one] == ["GDQ103"]
    assert by_a_broken_one == beside_a_broken_one


def test_a_file_is_checked_once(folder: Path) -> None:
    """However often and in what spellings a file is named, its findings come once."""
    agencies = folder / "agencies.yaml"
    text = agencies.read_text(encoding="utf-8")
    agencies.write_text(text.replace("confidence: high", "confidence: hihg", 1), encoding="utf-8")
    again = folder / ".." / folder.name / "agencies.yaml"

    report = check_files([agencies, again], DataFolder())

    assert [one.file for one in report.findings] == [str(agencies)]


def test_choosing_rules_does_not_pass_what_was_not_checked() -> None:
    """A file that cannot be read fails whatever rules are chosen."""
    report = selected(check_files([Path("none.yaml")], DataFolder()), ["GDQ2"], [])

    assert [one.code for one in report.findings] == ["GDQ001"]


def test_exceptions_of_what_was_not_checked(folder: Path) -> None:
    """An exception is not called unused where its file could not be checked."""
    exception = "exceptions:\n  - {code: GDQ303, file: tasks.yaml, text: 甲, reason: 试}\n"
    (folder / "exceptions.yaml").write_text(exception, encoding="utf-8")
    (folder / "tasks.yaml").write_text("tasks: [\n", encoding="utf-8")

    assert [one.code for one in check_files([], DataFolder(folder)).findings] == ["GDQ002"]
