"""YAML in and out: what is written is read back, and everything read knows its place."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gdquality.data_folder import DataFolder
from gdquality.errors import InputError, Problem
from gdquality.records import (
    ROLES,
    Change,
    Deadline,
    Mention,
    Notice,
    Place,
    Printed,
    RegistryData,
    Remark,
    Section,
    Source,
    Task,
)
from gdquality.records.exceptions import Exceptions
from gdquality.records.readings import Readings
from gdquality.store.build import ShapeError, build
from gdquality.store.validation import InvalidError, revalidate, validate
from gdquality.store.yaml_problems import syntax_problem
from gdquality.store.yaml_reader import read_yaml
from gdquality.store.yaml_writer import dump_notice


class NoDates(yaml.SafeLoader):
    """PyYAML's loader, but a date is text."""


NoDates.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if not pair[0].endswith("timestamp")]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


# What YAML may hold, without the line ends that it folds into spaces.
TEXT = st.text(
    st.characters(
        blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\ufeff\ufffe\uffff"
    ),
    min_size=1,
)
MENTIONS = st.lists(st.builds(Mention, TEXT, TEXT, st.booleans()), max_size=3).map(tuple)
PLACES = st.builds(Place, st.integers(1, 10**9), st.integers(0, 10**9), st.just("") | TEXT)
DATES = st.none() | st.dates()
TASKS = st.builds(
    Task,
    number=st.integers(1, 10**9),
    label=st.just("") | TEXT,
    title=TEXT,
    under=st.lists(TEXT, max_size=2).map(tuple),
    lead=MENTIONS,
    responsible=MENTIONS,
    support=MENTIONS,
    printed=st.lists(
        st.builds(Printed, TEXT, PLACES, st.none() | st.sampled_from(ROLES)), max_size=2
    ).map(tuple),
    due=DATES,
    due_text=st.none() | TEXT,
    extra=st.dictionaries(TEXT, TEXT, max_size=2),
    place=PLACES,
)
DEADLINES = st.builds(
    Deadline,
    due=DATES,
    due_text=st.none() | TEXT,
    who=MENTIONS,
    what=TEXT,
    to=MENTIONS,
    place=PLACES,
)
NUMBERS = st.just("粤办函〔2016〕553号")
NOTICES = st.builds(
    Notice,
    source=st.builds(Source, TEXT, st.just("0" * 64)),
    document_number=st.none() | NUMBERS,
    title=TEXT,
    jurisdiction=st.none() | TEXT,
    issuing_organ=st.none() | TEXT,
    issued=DATES,
    main_recipients=st.lists(TEXT, max_size=2).map(tuple),
    copy_recipients=st.lists(TEXT, max_size=2).map(tuple),
    basis=st.none() | NUMBERS,
    attachment=st.none() | TEXT,
    disclosure=st.none() | TEXT,
    sections=st.lists(st.builds(Section, TEXT, PLACES), max_size=2).map(tuple),
    notes=st.lists(TEXT, max_size=2).map(tuple),
    remarks=st.lists(st.builds(Remark, TEXT, TEXT, PLACES), max_size=2).map(tuple),
    tasks=st.lists(TASKS, max_size=2).map(tuple),
    deadlines=st.lists(DEADLINES, max_size=2).map(tuple),
)


@given(NOTICES)
def test_written_and_read(notice: Notice) -> None:
    """What is dumped is read back as the same notice, both the short way and validated."""
    value = read_yaml(dump_notice(notice), "t").value

    assert build(value, Notice) == notice
    assert validate(value, Notice) == notice


def test_written_form(notice: Notice) -> None:
    """One mention a line, no anchors, a final newline; the file in data/ is just that."""
    text = dump_notice(notice)

    assert text == (ROOT / "data" / "tasks.yaml").read_text(encoding="utf-8")
    assert "      - {text: 省财政厅, agency: 广东省财政厅}\n" in text
    assert "&" not in text
    assert text.endswith("place: {row: 58, column: 47}\n")


def test_revalidate_refuses_what_is_no_record() -> None:
    """A notice that breaks the rules of its own records is not written."""
    fields = dict.fromkeys(Notice.__dataclass_fields__, "") | {
        "source": Source("n.txt", "0" * 64),
        **dict.fromkeys(
            ("main_recipients", "copy_recipients", "sections", "tasks", "deadlines"), ()
        ),
    }
    notice = Notice(**fields)  # type: ignore[arg-type]

    with pytest.raises(InputError, match=r"tasks.yaml:6:18: 应为发文字号"):
        revalidate(dump_notice(notice), notice)


def test_revalidate_compares(notice: Notice) -> None:
    """A text that is read back as another notice is no text of this one."""
    with pytest.raises(
        AssertionError, match=r"^a notice that was written is read back as another$"
    ):
        revalidate(dump_notice(notice).replace("提升工程质量", "提升工程"), notice)


@pytest.mark.parametrize("name", ["tasks.yaml", "agencies.yaml", "readings.yaml"])
def test_same_values_as_pyyaml(name: str) -> None:
    """On the project's data the reader agrees with PyYAML, dates aside."""
    text = (ROOT / "data" / name).read_text(encoding="utf-8")

    assert read_yaml(text, name).value == yaml.load(text, Loader=NoDates)  # noqa: S506 -- a safe loader


def test_scalars() -> None:
    """Only plain decimal numbers and null are no text."""
    text = "[1, -1, 0, 010, 1_000, 0x1, 12:30, no, 1.5, 2016-02-30, '1', ~, null, '', " + "9" * 99

    value = read_yaml(text + "]", "t").value

    assert value[:3] == [1, -1, 0]
    assert value[3:] == [
        *("010", "1_000", "0x1", "12:30", "no", "1.5", "2016-02-30", "1"),
        *(None, None, "", "9" * 99),
    ]


def test_positions() -> None:
    """Lines and columns count from 1 and in characters, for keys and values."""
    document = read_yaml("名称: 甲\n表:\n  - {号: 1}\n", "t")

    assert document.at(()) == (1, 1)
    assert document.at(("名称",)) == (1, 5)
    assert document.at(("表", 0, "号")) == (3, 9)
    assert document.at_key(("表", 0, "号")) == (3, 6)
    assert document.at(("表", 0, "名")) == (3, 5)
    assert document.at_key(("表", 0, "名")) == (3, 5)
    assert document.at_key(()) == (1, 1)


@given(st.text())
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text is a document, with problems or without, and every position is in it."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        return
    document = read_yaml(text, "t")

    lines = text.count("\n") + text.count("\r") + text.count("\x85") + 4
    assert all(0 < problem.line <= lines for problem in document.problems)


@pytest.fixture(params=["in C", "in Python"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read YAML by each of PyYAML's parsers in turn: which one is there depends on its wheel."""
    name = "CSafeLoader" if request.param == "in C" else "SafeLoader"
    if not hasattr(yaml, name):
        pytest.skip("this PyYAML has no parser in C")
    monkeypatch.setattr("gdquality.store.yaml_builder._LOADER", getattr(yaml, name))


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("[" * 33, 1, 33),
        ("tasks: " + "[" * 5_000, 1, 39),
        ("{a: " * 5_000, 1, 129),
        ("- " * 5_000, 1, 65),
        ("[\n" * 5_000, 33, 1),
        ("a: [一, 二]\nb: 省" + "\nc: [" + "[" * 40 + "@", 3, 35),
        ("".join(" " * depth + "a:\n" for depth in range(1_200)), 33, 33),
    ],
    ids=["least", "brackets", "braces", "dashes", "lines", "and-an-error", "blocks"],
)
def test_nesting_ends_where_we_say(text: str, line: int, column: int) -> None:
    """The 33rd level is refused at its place, whatever a parser would say of it or of what follows."""
    problem = Problem("嵌套超过 32 层", line, column, "not-plain")

    assert read_yaml(text, "t").problems == (problem,)


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(("open_", "close"), [("[", "]"), ("{a: ", "}")])
def test_nesting_that_is_not_too_deep(open_: str, close: str) -> None:
    """32 levels are read."""
    assert read_yaml(open_ * 32 + close * 32, "t").problems == ()


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[一", "“[”之后缺少“,”或“]”"),
        ("{a: [一, 二}", "“[”之后缺少“,”或“]”"),
        ("{a: 一", "“{”之后缺少“,”或“}”"),
        ("a: [一\nb: 二", "“[”之后缺少“,”或“]”"),
        ("a: '一", "引号没有配对"),
        ('a: "一\n---\n', "引号没有配对"),
        ('"\\q"', "双引号里“\\”之后的写法不对"),
        ('"\\xzz"', "双引号里“\\”之后的写法不对"),
        ("a: @一", "值不能以这个字符开头，请加引号"),
        ("a: 一: 二", "这里不能有“:”，值里有它时请加引号"),
        ("a: ? 一", "这里不能有“?”，值里有它时请加引号"),
        ("a: - 一", "这里不能有“-”，值里有它时请加引号"),
        ("a: 1\nb\nc: 2", "键后缺少“: ”"),
        ("a: 1\n- b", "与上面接不上：应另起一行写“键: 值”，与上一个键对齐"),
        ("- 1\nb: 2", "与上面接不上：应另起一行写“- ”，与上一个“- ”对齐"),
        ("]", "这里缺少一个值"),
        ("'a' 'b'", "内容到此已完，其后还有文字"),
        ("a: |x\n", "“|”或“>”之后的写法不对"),
        ("a: &", "“&”或“*”之后的写法不对"),
        ("a: *", "“&”或“*”之后的写法不对"),
        ("a: !<x", "“!”之后的写法不对"),
        ("!a!b c", "“!”之后的写法不对"),
        ("%YAML 9.9\n---\na: 1\n", "“%”开头的行不能用"),
        ("%YAML x", "“%”开头的行不能用"),
    ],
)
def test_what_a_parser_says_is_said_in_chinese(text: str, expected: str) -> None:
    """Every kind of error of either parser has its Chinese words."""
    messages = [problem.message for problem in read_yaml(text, "t").problems]

    assert messages[-1:] == [f"YAML 语法错误：{expected}"]


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize("text", ['"\\Uffffffff"', "%YAML " + "9" * 5_000 + ".1\n---\n"])
def test_numbers_that_no_parser_takes(text: str) -> None:
    """A number out of range is a problem of the file, also to the parser written in Python."""
    [problem] = read_yaml(text, "t").problems

    assert problem.kind == "syntax"


def test_words_that_are_not_known() -> None:
    """A release of PyYAML may say anything: it is still Chinese, and at its place."""
    mark = yaml.Mark("t", 3, 0, 3, None, 0)
    error = yaml.MarkedYAMLError("while frobnicating", None, "found a quux", mark)

    assert syntax_problem("a: b\n", error) == Problem("YAML 语法错误：这里读不下去", 1, 4, "syntax")
    nowhere = yaml.MarkedYAMLError("while frobnicating")
    assert syntax_problem("", nowhere) == Problem("YAML 语法错误：这里读不下去", 1, 1, "syntax")


@pytest.mark.usefixtures("either_parser")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([*"[]{},:-?!&*%@|>'\"\\#~ \n\tax1", ": ", "- ", "---", "一"])))
def test_no_english_in_what_is_wrong(parts: list[str]) -> None:
    """Whatever marks stand where they should not, what is said of it is Chinese."""
    for problem in read_yaml("".join(parts), "t").problems:
        said = re.sub("“[^”]*”", "", problem.message).replace("YAML", "")
        assert not re.search("[A-Za-z]", said)


@pytest.mark.usefixtures("either_parser")
def test_a_control_character_is_found_where_it_is() -> None:
    """Full-width punctuation and private characters before it are not what YAML forbids."""
    text = "a: （一），“二”！\ue000\nb: 省\x07\n"

    [problem] = read_yaml(text, "t").problems

    assert (problem.line, problem.column) == (2, 5)


@pytest.mark.parametrize("value", [None, [], {}, {"tasks": 1}, 1, "a"])
def test_unexpected_shapes(value: object) -> None:
    """The short way refuses what is no record, and validation says why."""
    with pytest.raises(ShapeError):
        build(value, Notice)
    with pytest.raises(ShapeError):
        build(value, RegistryData)
    with pytest.raises(InvalidError):
        validate(value, RegistryData)


def test_both_ways_agree(notice: Notice) -> None:
    """The short way and validation give the same registry of the packaged data."""
    text = (ROOT / "data" / "agencies.yaml").read_text(encoding="utf-8")
    value = read_yaml(text, "agencies.yaml").value

    assert build(value, RegistryData) == validate(value, RegistryData)
    assert notice.deadlines[2].due == date(2016, 12, 15)


def test_packaged_data_of_another_shape(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packaged data that were broken by hand are validated and reported at the place."""
    data = DataFolder(tmp_path)
    data.is_packaged = True
    text = (ROOT / "data" / "tasks.yaml").read_text(encoding="utf-8")
    (tmp_path / "tasks.yaml").write_text(text.replace("title: 提升工程", "titel: 提升工程"))
    (tmp_path / "agencies.yaml").write_bytes((ROOT / "data" / "agencies.yaml").read_bytes())
    monkeypatch.chdir(tmp_path)

    with pytest.raises(InputError) as caught:
        _ = data.notice

    assert caught.value.messages == (
        "tasks.yaml:76:5: 缺少“title”",
        "tasks.yaml:78:5: 没有“titel”这个字段",
    )


@pytest.mark.parametrize(
    ("value", "record", "kind", "message"),
    [
        ({"words": [], "syllables": {}}, Readings, "dict_type", "应为一组“键: 值”"),
        ({"words": {}, "syllables": {}, "x": 1}, Readings, "unexpected_keyword_argument",
         "没有“x”这个字段"),
        ({"exceptions": 1}, Exceptions, "tuple_type", "应为列表"),
        ({"exceptions": "\ud800"}, Exceptions, "json_invalid", "值不对（json_invalid）"),
        ({"date": "2018", "kind": "moved", "before": ["a"], "after": [], "confidence": "high"},
         Change, "literal_error", "应为其中之一：renamed、merged、split、transferred、abolished"),
        ({"date": "2018", "kind": "renamed", "before": [], "after": [], "confidence": "high"},
         Change, "too_short", "不能为空"),
    ],
)  # fmt: skip
def test_messages(value: object, record: type[object], kind: str, message: str) -> None:
    """What is wrong with a value is said in Chinese, whatever pydantic calls it."""
    with pytest.raises(InvalidError) as caught:
        validate(value, record)

    assert [(problem.kind, problem.message) for problem in caught.value.problems] == [
        (kind, message)
    ]
