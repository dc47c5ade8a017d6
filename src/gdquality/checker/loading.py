"""A file of a data set, loaded: what can be read of it, and findings for what cannot."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gdquality.errors import InputError, Problem
from gdquality.files import decode, read_bytes
from gdquality.records import Notice, RegistryData
from gdquality.records.exceptions import Exceptions
from gdquality.records.readings import Readings
from gdquality.rules import real_date
from gdquality.rules.file_rules import (
    DUPLICATE_KEY,
    FULLWIDTH_PUNCTUATION,
    MISSING_FIELD,
    PLAIN_YAML,
    TAB_INDENTATION,
    UNKNOWN_FIELD,
    UNKNOWN_FILE,
    UNREADABLE_FILE,
    WRONG_TYPE,
    YAML_SYNTAX,
)
from gdquality.rules.finding import Finding
from gdquality.store.validation import InvalidError, RecordProblem, validate
from gdquality.store.yaml_document import Document
from gdquality.store.yaml_reader import read_yaml

LARGEST = 16 * 1024 * 1024
"""Bytes of the largest YAML file that is checked: some 19,000 tasks."""

RECORDS: dict[str, type[Any]] = {
    "tasks": Notice,
    "agencies": RegistryData,
    "syllables": Readings,
    "exceptions": Exceptions,
}
"""What a file holds that has the top-level key."""

YAML_CODES = {
    "syntax": YAML_SYNTAX.code,
    "duplicate-key": DUPLICATE_KEY.code,
    "not-plain": PLAIN_YAML.code,
    "fullwidth": FULLWIDTH_PUNCTUATION.code,
    "tab": TAB_INDENTATION.code,
}
PROBLEM_CODES = {
    "missing": MISSING_FIELD.code,
    "unexpected_keyword_argument": UNKNOWN_FIELD.code,
    "date_parsing": real_date.RULE.code,
    "date_type": real_date.RULE.code,
    "date_from_datetime_parsing": real_date.RULE.code,
}
"""The codes of pydantic's error types; of another type it is a wrong value."""

OBSOLETE = "单位名称的读音随用随算，不再从文件读取；这个文件可以删去"
"""What is said of a readings.yaml that holds the readings of a registry's names."""

DATE_FIELDS = frozenset(("date", "since", "due"))


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file as far as it could be read.

    `record_type` is what it holds, `record` is there if all of it is sound, and `problems` are why
    it is not.
    """

    path: Path
    text: str = ""
    document: Document | None = None
    record_type: type[Any] | None = None
    record: Any = None
    problems: tuple[RecordProblem, ...] = ()
    findings: tuple[Finding, ...] = ()


def load(path: Path) -> Loaded:
    """Return what `path` holds; every problem of it is a finding, none an exception."""
    file = str(path)
    try:
        text = decode(read_bytes(path, LARGEST), file)
    except InputError as error:
        code = UNREADABLE_FILE.code
        return Loaded(path, findings=tuple(_finding(file, code, one) for one in error.problems))
    document = read_yaml(text, file)
    found = tuple(_finding(file, YAML_CODES[one.kind], one) for one in document.problems)
    if not document.is_complete:
        return Loaded(path, text, document, findings=found)
    record_type = _record_type(document.value)
    if record_type is None or _has_readings_of_names(document.value):
        message = OBSOLETE if record_type else f"{UNKNOWN_FILE.title}，这都不是"
        finding = _finding(file, UNKNOWN_FILE.code, Problem(message, 1, 1))
        return Loaded(path, text, document, findings=(*found, finding))
    try:
        record = validate(document.value, record_type)
    except InvalidError as error:
        findings = (*found, *(_finding_of(one, document) for one in error.problems))
        return Loaded(path, text, document, record_type, None, error.problems, findings)
    return Loaded(path, text, document, record_type, record, findings=found)


def _record_type(value: Any) -> type[Any] | None:
    keys = value if isinstance(value, dict) else {}
    return next((record for key, record in RECORDS.items() if key in keys), None)


def _has_readings_of_names(value: Any) -> bool:
    """Tell whether `value` is of a readings.yaml as it was made for one registry."""
    return isinstance(value, dict) and {"names", "syllables"} <= value.keys()


def _finding_of(problem: RecordProblem, document: Document) -> Finding:
    code = PROBLEM_CODES.get(problem.kind, WRONG_TYPE.code)
    if problem.kind == "string_pattern_mismatch" and DATE_FIELDS & set(problem.path):
        code = real_date.RULE.code
    place = problem.place_in(document)
    return Finding(document.file, *place, code, "error", problem.message)


def _finding(file: str, code: str, problem: Problem) -> Finding:
    return Finding(file, problem.line, problem.column, code, "error", problem.message)
