"""Validation of records: every problem with the path to it, and what is said of it."""

from copy import deepcopy
from typing import Any

import pytest

from gdquality.errors import InputError
from gdquality.records import Notice, RegistryData
from gdquality.records.exceptions import Exceptions
from gdquality.store import validation
from gdquality.store.validation import (
    InvalidError,
    RecordProblem,
    json_schema,
    validate,
    validate_document,
)
from gdquality.store.yaml_document import KeyPath
from gdquality.store.yaml_reader import read_yaml

NOTICE: dict[str, Any] = {
    "source": {"file": "n.txt", "sha256": "0" * 64},
    "document_number": "粤办函〔2016〕553号",
    "title": "通知",
    "issuing_organ": "办公厅",
    "main_recipients": ["各厅"],
    "copy_recipients": [],
    "basis": None,
    "attachment": None,
    "disclosure": None,
    "sections": [],
    "tasks": [
        {
            "number": 1,
            "title": "一事",
            "lead": [{"text": "甲", "agency": "甲厅"}],
            "support": [],
            "printed": [{"text": "甲", "place": {"row": 9}, "role": "lead"}],
            "place": {"row": 9},
        }
    ],
    "deadlines": [
        {"due": None, "due_text": None, "who": [], "what": "报送", "to": [], "place": {"row": 3}}
    ],
}
REGISTRY: dict[str, Any] = {
    "jurisdiction": "广东省",
    "places": [],
    "agencies": [{"name": "甲厅", "kind": "other-organ", "confidence": "high"}],
    "changes": [
        {"date": "2018", "kind": "split", "before": ["甲"], "after": [], "confidence": "low"}
    ],
}


def problems(value: Any, record: type[Any]) -> list[tuple[KeyPath, str]]:
    """Return path and message of every problem of `value`."""
    with pytest.raises(InvalidError) as caught:
        validate(value, record)
    return [(one.path, one.message) for one in caught.value.problems]


def changed(value: dict[str, Any], path: KeyPath, new: Any) -> dict[str, Any]:
    """Return a copy of `value` with `new` at `path`; without it where `new` is ..., the ellipsis."""
    copy = deepcopy(value)
    *way, last = path
    at: Any = copy
    for step in way:
        at = at[step]
    if new is ...:
        del at[last]
    else:
        at[last] = new
    return copy


def test_what_is_sound() -> None:
    """What the problems below are made in has none."""
    assert validate(NOTICE, Notice).tasks[0].lead[0].agency == "甲厅"
    assert validate(REGISTRY, RegistryData).changes[0].before == ("甲",)


DATE = "应为日期，如 2016-12-15"
PRECISE = "日期应写作 2018、2018-10 或 2018-10-19"
NUMBER = "应为发文字号，如 粤办函〔2016〕553号"


@pytest.mark.parametrize(
    ("path", "new", "message"),
    [
        (("title",), ..., "缺少“title”"),
        (("title",), "", "不能为空"),
        (("title",), 7, "应为文字"),
        (("title",), None, "应为文字"),
        (("colour",), "red", "没有“colour”这个字段"),
        (("tasks",), {}, "应为列表"),
        (("tasks", 0), "一事", "应为一组“键: 值”"),
        (("tasks", 0, "number"), ..., "缺少“number”"),
        (("tasks", 0, "number"), "1", "应为整数"),
        (("tasks", 0, "number"), 0, "应为 1 或更大的数"),
        (("tasks", 0, "place", "row"), 1.5, "应为整数"),
        (("tasks", 0, "printed", 0, "colour"), 1, "没有“colour”这个字段"),
        (("tasks", 0, "lead", 0, "agency"), "", "不能为空"),
        (("document_number",), "553号", NUMBER),
        (("basis",), "9号", "应为发文字号，如 粤发〔2016〕9号"),
        (("source", "sha256"), "0", "格式不对，应合 ^[0-9a-f]{64}$"),
        (("deadlines", 0, "due"), "2016-12-32", DATE),
        (("deadlines", 0, "due"), 20161215, "应为文字"),
        (("deadlines", 0, "due"), "1480000000", DATE),
        (("deadlines", 0, "due"), "2016-12-15T00:00", DATE),
    ],
)
def test_problems_of_a_notice(path: KeyPath, new: Any, message: str) -> None:
    """One problem, at the path of the value, said in Chinese."""
    [(found, said)] = problems(changed(NOTICE, path, new), Notice)

    assert (found[: len(path)], said) == (path, message)


@pytest.mark.parametrize(
    ("path", "new", "message"),
    [
        (("agencies", 0, "since"), "2018-13", PRECISE),
        (("agencies", 0, "since"), 2018, "应为文字"),
        (("changes", 0, "date"), "2018年", PRECISE),
        (("changes", 0, "before"), [], "不能为空"),
        (("places",), ["广东", ""], "不能为空"),
        (("outside",), None, "应为列表"),
    ],
)
def test_problems_of_a_registry(path: KeyPath, new: Any, message: str) -> None:
    """The same of an agencies.yaml."""
    [(found, said)] = problems(changed(REGISTRY, path, new), RegistryData)

    assert (found[: len(path)], said) == (path, message)


def test_one_of_several_words() -> None:
    """A word that is none of those asked for is a problem of its own kind."""
    with pytest.raises(InvalidError) as caught:
        validate(changed(REGISTRY, ("agencies", 0, "kind"), "office"), RegistryData)

    [problem] = caught.value.problems
    assert (problem.kind, problem.path) == ("literal_error", ("agencies", 0, "kind"))
    assert problem.message.startswith("应为其中之一")
    assert str(caught.value) == "1 problems"


def test_all_problems_in_order() -> None:
    """Every problem is told, in the order of the fields."""
    value = changed(changed(NOTICE, ("line",), 1), ("tasks", 0, "place", "row"), 0)
    value["title"] = 1

    assert [path for path, _ in problems(value, Notice)] == [
        ("title",),
        ("tasks", 0, "place", "row"),
        ("line",),
    ]


@pytest.mark.parametrize("value", [None, [], "甲", 1])
def test_no_record(value: Any) -> None:
    """What is no mapping is no record."""
    assert problems(value, Notice) == [((), "应为一组“键: 值”")]


def many(count: int, **broken: Any) -> dict[str, Any]:
    """Return a notice of `count` tasks; `broken` are the numbers of those that are, by index."""
    tasks = [{**NOTICE["tasks"][0], "number": number} for number in range(1, count + 1)]
    for index, number in broken.items():
        tasks[int(index[1:])]["number"] = number
    return {**NOTICE, "tasks": tasks}


@pytest.mark.parametrize("count", [10, 11, 25])
def test_long_lists(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list of more items than a slice is sound as a whole, or has its problems where they are."""
    monkeypatch.setattr(validation, "SLICE", 10)

    assert len(validate(many(count), Notice).tasks) == count
    assert problems(many(count, i0="a", i9="b"), Notice) == [
        (("tasks", 0, "number"), "应为整数"),
        (("tasks", 9, "number"), "应为整数"),
    ]


def test_problems_beside_a_long_list(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is wrong elsewhere is told once, though each slice is looked at with all the rest."""
    monkeypatch.setattr(validation, "SLICE", 10)
    value = many(25, i12="x", i24="y")
    value["sections"] = [{"heading": "一", "place": {"row": 0}}]
    del value["title"]

    # The sections are no long list: their path stays as it is.
    assert sorted(problems(value, Notice)) == [
        (("sections", 0, "place", "row"), "应为 1 或更大的数"),
        (("tasks", 12, "number"), "应为整数"),
        (("tasks", 24, "number"), "应为整数"),
        (("title",), "缺少“title”"),
    ]


def test_two_long_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of two long lists has its own problems."""
    monkeypatch.setattr(validation, "SLICE", 10)
    value = many(12, i11="x")
    value["deadlines"] = [
        {**NOTICE["deadlines"][0], "place": {"row": row}} for row in (*range(1, 13), 0)
    ]

    assert sorted(problems(value, Notice)) == [
        (("deadlines", 12, "place", "row"), "应为 1 或更大的数"),
        (("tasks", 11, "number"), "应为整数"),
    ]


@pytest.mark.parametrize(("most", "told"), [(9, 10), (10, 20), (29, 30), (30, 30)])
def test_very_many_problems(most: int, told: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """After more problems than are asked for, no further slice is looked at."""
    monkeypatch.setattr(validation, "SLICE", 10)
    monkeypatch.setattr(validation, "MOST_PROBLEMS", most)

    assert len(problems(many(30, **{f"i{n}": "x" for n in range(30)}), Notice)) == told


def test_places() -> None:
    """A problem stands at its value; a key too many at the key, one that is missing at its record."""
    document = read_yaml("title: 1\nsource:\n  file: x\n  colour: red\n", "t")

    extra = RecordProblem("unexpected_keyword_argument", ("source", "colour"), "")
    wrong = RecordProblem("string_type", ("source", "colour"), "")
    missing = RecordProblem("missing", ("source", "sha256"), "")
    assert extra.place_in(document) == (4, 3)
    assert wrong.place_in(document) == (4, 11)
    assert missing.place_in(document) == (3, 3)


def test_a_document_with_problems() -> None:
    """What the reader refused is told, and nothing of what it read nevertheless."""
    with pytest.raises(InputError) as caught:
        validate_document(read_yaml("exceptions: []\nexceptions: []\n", "e.yaml"), Exceptions)

    assert caught.value.messages == ("e.yaml:2:1: 键“exceptions”重复：第 1 行已有",)


def test_a_document() -> None:
    """A sound one is its record; of another every problem is told with file, line and column."""
    text = "exceptions:\n- {code: GDQ303, file: a, text: b, reason: c}\n"
    document = read_yaml(text, "e.yaml")
    broken = read_yaml(text.replace("GDQ303", "GDQ3").replace("c}", "c, d: e}"), "e.yaml")

    assert validate_document(document, Exceptions).exceptions[0].code == "GDQ303"
    with pytest.raises(InputError) as caught:
        validate_document(broken, Exceptions)
    assert caught.value.messages == (
        r"e.yaml:2:10: 格式不对，应合 ^GDQ\d{3}$",
        "e.yaml:2:45: 没有“d”这个字段",
    )


def test_schema() -> None:
    """The JSON Schema names its dialect first, and what a record must have."""
    schema = json_schema(Exceptions)

    assert next(iter(schema.items())) == (
        "$schema",
        "https://json-schema.org/draft/2020-12/schema",
    )
    assert schema["required"] == ["exceptions"]
