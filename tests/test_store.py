"""YAML in and out: what is written is read back, and everything read knows its place."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from gdquality.dataset import Dataset
from gdquality.errors import InputError
from gdquality.records import (
    Deadline,
    Mention,
    Notice,
    Printed,
    RegistryData,
    Section,
    Source,
    Task,
)
from gdquality.store.build import ShapeError, build
from gdquality.store.validation import InvalidError, revalidate, validate
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
MENTIONS = st.lists(st.builds(Mention, TEXT, TEXT), max_size=3).map(tuple)
TASKS = st.builds(
    Task,
    number=st.integers(1, 10**9),
    title=TEXT,
    lead=MENTIONS,
    support=MENTIONS,
    printed=st.builds(Printed, TEXT, TEXT),
    line=st.integers(1, 10**9),
)
DEADLINES = st.builds(
    Deadline,
    due=st.none() | st.dates(),
    due_text=st.none() | TEXT,
    who=MENTIONS,
    what=TEXT,
    to=MENTIONS,
    line=st.integers(1, 10**9),
)
NUMBERS = st.just("粤办函〔2016〕553号")
NOTICES = st.builds(
    Notice,
    source=st.builds(Source, TEXT, st.just("0" * 64)),
    document_number=NUMBERS,
    title=TEXT,
    issuing_organ=TEXT,
    main_recipients=st.lists(TEXT, max_size=2).map(tuple),
    copy_recipients=st.lists(TEXT, max_size=2).map(tuple),
    basis=st.none() | NUMBERS,
    attachment=st.none() | TEXT,
    disclosure=st.none() | TEXT,
    sections=st.lists(st.builds(Section, TEXT, st.integers(1, 10**9)), max_size=2).map(tuple),
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
    assert text.endswith("line: 19\n")


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
    data = Dataset(tmp_path)
    data.is_packaged = True
    text = (ROOT / "data" / "tasks.yaml").read_text(encoding="utf-8")
    (tmp_path / "tasks.yaml").write_text(text.replace("title: 提升工程", "titel: 提升工程"))
    (tmp_path / "agencies.yaml").write_bytes((ROOT / "data" / "agencies.yaml").read_bytes())
    monkeypatch.chdir(tmp_path)

    with pytest.raises(InputError) as caught:
        _ = data.notice

    assert caught.value.messages == (
        "tasks.yaml:65:5: 缺少“title”",
        "tasks.yaml:66:5: 没有“titel”这个字段",
    )
