"""Records validated by pydantic: strict, no extra field, each problem with the path to it."""

import json
import os
import re
from dataclasses import dataclass
from typing import Any, TypeVar

# Looking for plugins means reading the metadata of every installed package.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from pydantic import TypeAdapter, ValidationError

from gdquality.errors import InputError, Problem
from gdquality.records import Notice
from gdquality.store.yaml_document import Document, KeyPath
from gdquality.store.yaml_reader import read_yaml

T = TypeVar("T")

_QUOTED = re.compile("'([^']*)'")

SLICE = 2_000
"""Items of a list that are validated at once."""

MOST_PROBLEMS = 10_000
"""Problems after which no more are looked for."""

MESSAGES = {
    "bool_type": "应为真或假",
    "dataclass_type": "应为一组“键: 值”",
    "date_from_datetime_parsing": "应为日期，如 2016-12-15",
    "date_parsing": "应为日期，如 2016-12-15",
    "date_type": "应为日期，如 2016-12-15",
    "dict_type": "应为一组“键: 值”",
    "greater_than_equal": "应为 {ge} 或更大的数",
    "int_type": "应为整数",
    "int_from_float": "应为整数",
    "literal_error": "应为其中之一：{expected}",
    "missing": "缺少“{field}”",
    "string_pattern_mismatch": "格式不对，应合 {pattern}",
    "string_too_short": "不能为空",
    "string_type": "应为文字",
    "too_short": "不能为空",
    "tuple_type": "应为列表",
    "unexpected_keyword_argument": "没有“{field}”这个字段",
}
"""What to say of each of pydantic's error types."""

UNFORESEEN = "值不对（{kind}）"
"""What to say of another one: its name is what to search for."""

FORMS = {
    "basis": "应为发文字号，如 粤发〔2016〕9号",
    "due": "应为日期，如 2016-12-15",
    "date": "日期应写作 2018、2018-10 或 2018-10-19",
    "document_number": "应为发文字号，如 粤办函〔2016〕553号",
    "since": "日期应写作 2018、2018-10 或 2018-10-19",
}
"""What to say of a field whose form is wrong, in place of a regular expression."""


@dataclass(frozen=True, slots=True)
class RecordProblem:
    """One way in which a value is not the record asked for; `kind` is pydantic's error type."""

    kind: str
    path: KeyPath
    message: str

    def place_in(self, document: Document) -> tuple[int, int]:
        """Return line and column of the problem: a key where there should be none, or a value."""
        is_extra = self.kind == "unexpected_keyword_argument"
        return document.at_key(self.path) if is_extra else document.at(self.path)


class InvalidError(Exception):
    """A value that is not the record asked for, with every problem."""

    def __init__(self, problems: tuple[RecordProblem, ...]) -> None:
        """Keep the problems in pydantic's order, that of the fields."""
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def validate(value: Any, record: type[T]) -> T:
    """Return `value`, made of plain YAML values, as a `record`; raises InvalidError.

    Of a value with more problems than MOST_PROBLEMS not all are looked for.
    """
    sizes = [len(one) for one in value.values() if isinstance(one, list)] if _is_map(value) else []
    if max(sizes, default=0) > SLICE:
        _refuse_in_slices(value, record)
    # By way of JSON: a strict adapter takes no dict for a dataclass from Python.
    try:
        return TypeAdapter(record).validate_json(json.dumps(value))
    except ValidationError as error:
        raise InvalidError(_problems(error)) from None


def _is_map(value: Any) -> bool:
    return isinstance(value, dict)


def _refuse_in_slices(value: dict[str, Any], record: type[Any]) -> None:
    """Raise InvalidError if the long lists of `value` have problems, which take 2 KB each."""
    problems: list[RecordProblem] = []
    adapter = TypeAdapter(record)
    rest = {key: [] if _is_long(one) else one for key, one in value.items()}
    for key, items in value.items():
        for start in range(0, len(items), SLICE) if _is_long(items) else ():
            try:
                part = {**rest, key: items[start : start + SLICE]}
                adapter.validate_json(json.dumps(part))
            except ValidationError as error:
                problems += (_moved(problem, key, start) for problem in _problems(error))
            if len(problems) > MOST_PROBLEMS:
                raise InvalidError(tuple(dict.fromkeys(problems)))
    if problems:
        raise InvalidError(tuple(dict.fromkeys(problems)))


def _is_long(value: Any) -> bool:
    return isinstance(value, list) and len(value) > SLICE


def _moved(problem: RecordProblem, key: str, start: int) -> RecordProblem:
    """Return a problem of a slice of the list at `key` with its place in the whole list."""
    match problem.path:
        case (first, int(index), *rest) if first == key:
            return RecordProblem(problem.kind, (key, index + start, *rest), problem.message)
    return problem


def json_schema(record: type[Any]) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a record class."""
    schema = TypeAdapter(record).json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def validate_document(document: Document, record: type[T]) -> T:
    """Return the `record` that `document` holds; raises InputError with every problem located."""
    if document.problems:
        raise InputError(document.file, *document.problems)
    try:
        return validate(document.value, record)
    except InvalidError as error:
        located = [Problem(one.message, *one.place_in(document)) for one in error.problems]
        raise InputError(document.file, *located) from None


def revalidate(text: str, notice: Notice) -> None:
    """Check that `text`, read back, is the valid `notice` that it was written from.

    Raises InputError where the notice breaks the rules of its records.
    """
    if validate_document(read_yaml(text, "tasks.yaml"), Notice) != notice:
        raise AssertionError("a notice that was written is read back as another")


def _problems(error: ValidationError) -> tuple[RecordProblem, ...]:
    found = error.errors(include_url=False, include_input=False)
    return tuple(_problem(one) for one in found)


def _problem(error: Any) -> RecordProblem:
    path: KeyPath = tuple(error["loc"])
    field = path[-1] if path else ""
    message = MESSAGES.get(error["type"], UNFORESEEN)
    named = next((step for step in reversed(path) if step in FORMS), None)
    if error["type"] == "string_pattern_mismatch" and named:
        message = FORMS[str(named)]
    words = {"kind": error["type"], "field": field, **error.get("ctx", {})}
    if error["type"] == "literal_error":
        words["expected"] = "、".join(_QUOTED.findall(words["expected"]))
    return RecordProblem(error["type"], path, message.format(**words))
