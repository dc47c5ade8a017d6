"""The pipeline of validation: which registry, which exceptions, which rules, in what order."""

from pathlib import Path

import pytest

from gdquality.checker import Report, check_files
from gdquality.checker.lines import lines_at
from gdquality.checker.loading import Loaded, load
from gdquality.checker.selection import codes_in, selected
from gdquality.data_folder import DataFolder
from gdquality.errors import GdqError
from gdquality.records import Notice, RegistryData
from gdquality.records.exceptions import Exceptions
from gdquality.rules.finding import Finding

AGENCY = "{{name: 广东省{0}, aliases: [{0}], kind: provincial-department, confidence: high}}"
REGISTRY = "jurisdiction: 广东省\nplaces: []\nchanges: []\nagencies:\n- "
NOTICE = """\
source: {{file: n.txt, sha256: {zeros}}}
document_number: 粤办函〔2016〕1号
title: 通知
issuing_organ: 办公厅
main_recipients: []
copy_recipients: []
basis:
attachment:
disclosure:
sections: []
deadlines: []
tasks:
- number: 1
  title: 一事
  lead: [{{text: {name}, agency: 广东省{name}}}]
  support: []
  printed: [{{text: {name}, place: {{row: 9}}, role: lead}}]
  place: {{row: 9}}
"""


def registry(folder: Path, *names: str, file: str = "agencies.yaml") -> Path:
    """Write a registry of departments called `names`."""
    folder.mkdir(exist_ok=True)
    path = folder / file
    text = REGISTRY + "\n- ".join(AGENCY.format(name) for name in names) + "\n"
    path.write_text(text, encoding="utf-8")
    return path


def notice(folder: Path, name: str, file: str = "tasks.yaml") -> Path:
    """Write a notice whose task is led by the department called `name`."""
    folder.mkdir(exist_ok=True)
    path = folder / file
    path.write_text(NOTICE.format(name=name, zeros="0" * 64), encoding="utf-8")
    return path


def found(report: Report) -> list[str]:
    """Return `file code line:column` of the findings, without that of the missing source."""
    return [
        f"{Path(one.file).name} {one.code} {one.line}:{one.column}"
        for one in report.findings
        if one.code != "GDQ503"
    ]


UNKNOWN = ["tasks.yaml GDQ301 15:30"]


def test_the_registry_of_its_own_folder(tmp_path: Path) -> None:
    """A notice is checked by the registry beside it, whichever else is named first."""
    other = registry(tmp_path / "b", "水利厅")
    registry(tmp_path / "a", "财政厅")
    tasks = notice(tmp_path / "a", "财政厅")

    assert found(check_files([other, tasks], DataFolder())) == []
    assert found(check_files([tasks], DataFolder(tmp_path / "b"))) == []


def test_a_registry_of_another_name(tmp_path: Path) -> None:
    """One that is named, in the same folder, is that of the folder whatever it is called."""
    elsewhere = registry(tmp_path / "b", "财政厅")
    here = registry(tmp_path / "a", "水利厅", file="bodies.yaml")
    tasks = notice(tmp_path / "a", "财政厅")

    assert found(check_files([elsewhere, here, tasks], DataFolder())) == UNKNOWN


def test_a_registry_among_the_files(tmp_path: Path) -> None:
    """Without one beside it, the first that is named; without any, that of the data set."""
    first, second = registry(tmp_path / "b", "水利厅"), registry(tmp_path / "c", "财政厅")
    tasks = notice(tmp_path / "a", "财政厅")

    assert found(check_files([tasks, first, second], DataFolder())) == UNKNOWN
    assert found(check_files([tasks, second, first], DataFolder())) == []
    assert found(check_files([tasks], DataFolder(tmp_path / "b"))) == UNKNOWN
    assert found(check_files([tasks], DataFolder(tmp_path / "c"))) == []


def test_findings_are_sorted(tmp_path: Path) -> None:
    """By file, line and column, each once, however the rules are ordered."""
    path = registry(tmp_path, "财政厅")
    text = path.read_text(encoding="utf-8").replace("places: []", "places: [甲, 甲, 乙 丙]")
    path.write_text(text.replace("confidence: high", "confidence: hihg"), encoding="utf-8")

    assert found(check_files([path], DataFolder())) == [
        "agencies.yaml GDQ407 2:13",
        "agencies.yaml GDQ417 2:16",
        "agencies.yaml GDQ103 5:75",
    ]


def test_report_counts() -> None:
    """Errors and warnings are counted apart."""
    finding = Finding("a", 1, 1, "GDQ303", "warning", "")
    report = Report((finding, finding, finding._replace(severity="error")), {})

    assert (report.count("warning"), report.count("error")) == (2, 1)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([1, 3], {1: "甲", 3: ""}),
        ([2, 2, 4], {2: "乙\r", 4: "丁\u2028戊"}),
        ([0, 5], {}),
    ],
)
def test_lines(numbers: list[int], expected: dict[int, str]) -> None:
    """Lines end where the places of findings say that they do: at a line feed."""
    assert lines_at("甲\n乙\r\n\n丁\u2028戊", numbers) == expected


@pytest.mark.parametrize(
    ("text", "record_type", "codes"),
    [
        ("exceptions: []", Exceptions, []),
        ("exceptions: []\ntasks: []", Notice, ["GDQ101", "GDQ102"]),
        ("agencies: []\nexceptions: []", RegistryData, ["GDQ101", "GDQ102"]),
        ("- tasks", None, ["GDQ104"]),
        ("甲", None, ["GDQ104"]),
        ("task: []", None, ["GDQ104"]),
        ("tasks: [", None, ["GDQ002"]),
        ("tasks: \0", None, ["GDQ001"]),
        ("exceptions: []\nexceptions: []", Exceptions, ["GDQ003"]),
        ("exceptions: &a []", Exceptions, []),
        ("exceptions: !a []", Exceptions, ["GDQ004"]),
        ("exceptions: [甲，乙]", Exceptions, ["GDQ005", "GDQ103"]),
        ("exceptions:\n\t- a", None, ["GDQ006"]),
        ("exceptions: []\nother: 1", Exceptions, ["GDQ102"]),
    ],
)
def test_loading(
    text: str, record_type: type[object] | None, codes: list[str], tmp_path: Path
) -> None:
    """A file is what its top-level keys say; what is wrong with it has a code of its own."""
    path = tmp_path / "any.yaml"
    path.write_text(text, encoding="utf-8")

    loaded = load(path)

    assert loaded.record_type is record_type
    assert sorted({one.code for one in loaded.findings}) == codes
    assert {one.severity for one in loaded.findings} <= {"error"}
    assert {one.file for one in loaded.findings} <= {str(path)}
    assert (loaded.record is not None) == (record_type is not None and not loaded.problems)


def test_what_is_no_file() -> None:
    """A file that is not there is a finding without a place; nothing else is known of it."""
    path = Path("none.yaml")

    assert load(path) == Loaded(
        path, findings=(Finding("none.yaml", 0, 0, "GDQ001", "error", "没有这个文件"),)
    )


def test_largest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file as large as is allowed is checked, one byte more is not."""
    path = tmp_path / "e.yaml"
    path.write_text("exceptions: []", encoding="utf-8")

    monkeypatch.setattr("gdquality.checker.loading.LARGEST", 14)
    assert load(path).findings == ()
    monkeypatch.setattr("gdquality.checker.loading.LARGEST", 13)
    assert [one.code for one in load(path).findings] == ["GDQ001"]


DATES = "jurisdiction: 广东省\nplaces: []\nagencies: []\nchanges:\n- {{date: {}, kind: split, before: [{}], after: [], confidence: low}}\n"


@pytest.mark.parametrize(
    ("date", "before", "codes"),
    [
        ("2018", "甲", ["GDQ103"]),
        ("2018年", "甲", ["GDQ105"]),
        ("2018-13", "甲", ["GDQ105"]),
        ('"2018"', "''", ["GDQ103"]),
    ],
)
def test_codes_of_dates(date: str, before: str, codes: list[str], tmp_path: Path) -> None:
    """A date of another form is no date; one that is no text, or another field, is a wrong value."""
    path = tmp_path / "agencies.yaml"
    path.write_text(DATES.format(date, before), encoding="utf-8")

    assert sorted({one.code for one in load(path).findings}) == codes


EXCEPTION = "- {{code: {0}, file: {1}, text: {2}, reason: 试}}\n"


@pytest.mark.parametrize(
    ("code", "file", "text", "expected"),
    [
        ("GDQ301", "tasks.yaml", "财政厅", []),
        ("GDQ301", "tasks.yaml", "lead", []),
        ("GDQ302", "tasks.yaml", "财政厅", ["exceptions.yaml GDQ007 2:3", *UNKNOWN]),
        ("GDQ301", "tasks.yaml", "printed", ["exceptions.yaml GDQ007 2:3", *UNKNOWN]),
        ("GDQ301", "other.yaml", "财政厅", UNKNOWN),
        ("GDQ301", "../a/tasks.yaml", "财政厅", UNKNOWN),
    ],
)
def test_exceptions(code: str, file: str, text: str, expected: list[str], tmp_path: Path) -> None:
    """An exception is of a code, a file and a text on the line; one of no file is not spoken of."""
    registry(tmp_path / "a", "水利厅")
    tasks = notice(tmp_path / "a", "财政厅")
    exceptions = tasks.with_name("exceptions.yaml")
    exceptions.write_text("exceptions:\n" + EXCEPTION.format(code, file, text), encoding="utf-8")

    assert found(check_files([tasks], DataFolder())) == expected


def test_exceptions_of_two_folders(tmp_path: Path) -> None:
    """Those of a folder are for its own files; each of them that is of no use is said to be."""
    for name in ("a", "b"):
        registry(tmp_path / name, "水利厅")
        notice(tmp_path / name, "财政厅")
    lines = (
        EXCEPTION.format("GDQ301", "tasks.yaml", "财政厅"),
        EXCEPTION.format("GDQ301", "tasks.yaml", "lead"),
        EXCEPTION.format("GDQ301", "tasks.yaml", "审计厅"),
    )
    path = tmp_path / "a" / "exceptions.yaml"
    path.write_text("exceptions:\n" + "".join(lines), encoding="utf-8")

    report = check_files(
        [tmp_path / "a" / "tasks.yaml", tmp_path / "b" / "tasks.yaml"], DataFolder()
    )

    assert found(report) == ["exceptions.yaml GDQ007 4:3", *UNKNOWN]
    [unused, *_] = (one for one in report.findings if one.code != "GDQ503")
    assert unused == Finding(
        str(path), 4, 3, "GDQ007", "warning", "这项例外已用不上：GDQ301 “审计厅”"
    )


def test_exceptions_that_are_broken(tmp_path: Path) -> None:
    """Broken exceptions pass nothing over, and are told where they are checked themselves."""
    registry(tmp_path, "水利厅")
    tasks = notice(tmp_path, "财政厅")
    path = tmp_path / "exceptions.yaml"
    path.write_text("exceptions:\n" + EXCEPTION.format("G", "tasks.yaml", "财"), encoding="utf-8")

    assert found(check_files([tasks], DataFolder())) == UNKNOWN
    assert found(check_files([tasks, path], DataFolder())) == [
        "exceptions.yaml GDQ103 2:10",
        *UNKNOWN,
    ]


def test_exceptions_of_what_cannot_be_read(tmp_path: Path) -> None:
    """A finding without a line has no text on it that an exception could name."""
    registry(tmp_path, "财政厅")
    tasks = tmp_path / "tasks.yaml"
    tasks.write_bytes(b"tasks: \0")
    path = tmp_path / "exceptions.yaml"
    path.write_text(
        "exceptions:\n" + EXCEPTION.format("GDQ001", "tasks.yaml", "tasks"), encoding="utf-8"
    )
    assert found(check_files([tasks], DataFolder())) == ["tasks.yaml GDQ001 1:8"]

    tasks.unlink()
    assert found(check_files([tasks], DataFolder())) == ["tasks.yaml GDQ001 0:0"]


FINDINGS = tuple(
    Finding("a", line, 1, code, "error", "")
    for line, code in enumerate(("GDQ001", "GDQ104", "GDQ201", "GDQ205", "GDQ301"), start=1)
)


@pytest.mark.parametrize(
    ("select", "ignore", "kept"),
    [
        ([], [], [1, 2, 3, 4, 5]),
        (["GDQ2"], [], [1, 2, 3, 4]),
        (["GDQ201", "GDQ3"], [], [1, 2, 3, 5]),
        ([], ["GDQ20"], [1, 2, 5]),
        (["GDQ2"], ["GDQ205"], [1, 2, 3]),
        (["GDQ2"], ["GDQ0"], [2, 3, 4]),
        ([], ["GDQ2", "GDQ3"], [1, 2]),
    ],
)
def test_selection(select: list[str], ignore: list[str], kept: list[int]) -> None:
    """Prefixes choose and leave out; what kept a file from being checked is always chosen."""
    report = selected(Report(FINDINGS, {"a": "甲"}), select, ignore)

    assert [one.line for one in report.findings] == kept
    assert report.texts == {"a": "甲"}


@pytest.mark.parametrize("prefix", ["GDQ9", "", "GDQ2,", "205"])
def test_selection_of_nothing(prefix: str) -> None:
    """What begins no rule's code is wrong usage, whether to choose or to leave out."""
    for select, ignore in (([prefix], []), ([], ["GDQ2", prefix])):
        with pytest.raises(GdqError) as caught:
            selected(Report((), {}), codes_in(select), codes_in(ignore))
        assert (caught.value.exit_code, caught.value.hint) == (2, "gdq rule")


def test_codes_in() -> None:
    """Codes may stand between commas and blanks, in small letters."""
    assert codes_in(["gdq2, GDQ301", "GDQ4"]) == ["GDQ2", "GDQ301", "GDQ4"]


BROKEN = """\
jurisdiction: 7
places: [甲, 1, 甲]
outside: 甲
changes:
- {date: "2018", kind: abolished, before: [广东省甲厅], after: [], confidence: low}
- {date: "2017", kind: abolished, before: [广东省乙厅], after: [], confidence: low}
- 甲
agencies:
- {name: 广东省甲厅, aliases: [甲厅], kind: provincial-department, confidence: high}
- {name: 广东省甲厅, aliases: [乙厅], kind: department, confidence: high}
- {name: 广东省甲厅, aliases: [广东省甲厅], kind: provincial-department, confidence: high}
"""


def test_rules_on_what_is_sound(tmp_path: Path) -> None:
    """In a broken file the rules still run on what is not, and say where it stands."""
    path = tmp_path / "agencies.yaml"
    path.write_text(BROKEN, encoding="utf-8")

    assert found(check_files([path], DataFolder())) == [
        "agencies.yaml GDQ103 1:15",
        "agencies.yaml GDQ103 2:13",
        "agencies.yaml GDQ407 2:16",
        "agencies.yaml GDQ103 3:10",
        "agencies.yaml GDQ405 6:10",
        "agencies.yaml GDQ403 6:44",
        "agencies.yaml GDQ103 7:3",
        "agencies.yaml GDQ103 10:38",
        "agencies.yaml GDQ401 11:10",
        "agencies.yaml GDQ407 11:27",
    ]


BROKEN_NOTICE = """\
document_number: {number}
tasks:
- {{number: 1, title: 一事, lead: [], support: [], printed: [{{text: 甲, place: {{row: 1}}}}], place: {{row: 1}}}}
- {{number: x, title: 一事, lead: [], support: [], printed: [{{text: 甲, place: {{row: 1}}}}], place: {{row: 1}}}}
- {{number: 3, title: 一事, lead: [], support: [], printed: [{{text: 甲, place: {{row: 1}}}}], place: {{row: 1}}}}
- {{number: -4, title: 二事, lead: [], support: [], printed: [{{text: 甲, place: {{row: 1}}}}], place: {{row: 1}}}}
- 甲
- {{number: 9}}
deadlines:
- {{due: 甲, due_text: , who: [], what: 报送, to: [], place: {{row: 1}}}}
- {{due: , due_text: , who: [{{text: 市场监管局, agency: 广东省市场监督管理局}}], what: 报送, to: [], place: {{row: 1}}}}
"""


@pytest.mark.parametrize(
    ("number", "expected"), [("粤办函〔2016〕1号", ["11"]), ("甲", []), ("", [])]
)
def test_rules_on_the_sound_tasks(number: str, expected: list[str], tmp_path: Path) -> None:
    """Sound tasks and duties are checked, numbers where they are some, the year where it is known."""
    path = tmp_path / "tasks.yaml"
    path.write_text(BROKEN_NOTICE.format(number=number), encoding="utf-8")

    report = check_files([path], DataFolder())
    lines = {
        code: [str(one.line) for one in report.findings if one.code == code]
        for code in ("GDQ201", "GDQ202", "GDQ203", "GDQ406")
    }

    assert lines == {
        "GDQ201": ["8"],
        "GDQ202": ["5"],
        "GDQ203": ["3", "5"],
        "GDQ406": expected,
    }
    [missing] = (one for one in report.findings if one.code == "GDQ201")
    assert missing.message == "序号 6 缺失：这里是 9"
