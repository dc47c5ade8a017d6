"""The pipeline of validation: load a file, check it, return every finding.

A file is what its top-level keys say: `tasks` makes a notice of it, `agencies` a registry.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gdquality.dataset import NOTICE_FILE, REGISTRY_FILE, Dataset
from gdquality.errors import InputError
from gdquality.files import decode, read_bytes
from gdquality.records import Notice, RegistryData
from gdquality.registry import Registry
from gdquality.rules.finding import Finding
from gdquality.rules.notice_rules import NOTICE_RULES
from gdquality.rules.registry_rules import check_registry
from gdquality.rules.rule import NoticeFile, run
from gdquality.store.validation import Fault, InvalidError, validate
from gdquality.store.yaml_reader import Document, read_yaml

UNREADABLE = "GDQ001"
YAML_CODES = {"syntax": "GDQ002", "duplicate-key": "GDQ003", "not-plain": "GDQ004"}
MISSING_FIELD = "GDQ101"
UNKNOWN_FIELD = "GDQ102"
WRONG_VALUE = "GDQ103"
NEITHER = "GDQ104"


@dataclass(frozen=True, slots=True)
class Checked:
    """A loaded file: its record if it is one, and what was found on the way there."""

    document: Document | None
    record: Notice | RegistryData | None
    findings: tuple[Finding, ...]


def load(path: Path) -> Checked:
    """Return what `path` holds; every fault of it is a finding, none an exception."""
    file = str(path)
    try:
        document = read_yaml(decode(read_bytes(path), file), file)
    except InputError as error:
        findings = (_finding(file, UNREADABLE, p.message, p.line, p.column) for p in error.problems)
        return Checked(None, None, tuple(findings))
    if document.problems:
        findings = (
            _finding(file, YAML_CODES[p.kind], p.message, p.line, p.column)
            for p in document.problems
        )
        return Checked(document, None, tuple(findings))
    record_type = _record_type(document.value)
    if record_type is None:
        message = "既不是任务数据（tasks），也不是名录（agencies）"
        return Checked(document, None, (_finding(file, NEITHER, message, 1, 1),))
    try:
        return Checked(document, validate(document.value, record_type), ())
    except InvalidError as error:
        return Checked(document, None, tuple(_fault(fault, document) for fault in error.faults))


def check_files(paths: Sequence[Path], data: Dataset) -> tuple[tuple[Finding, ...], int]:
    """Return the findings in `paths`, or in the files of `data`, and the number of files.

    A notice is checked by the registry among the files, or else by that of `data`.
    """
    files = paths or [data.path(REGISTRY_FILE), data.path(NOTICE_FILE)]
    loaded = [load(path) for path in dict.fromkeys(files)]
    registries = [one.record for one in loaded if isinstance(one.record, RegistryData)]
    findings = [finding for one in loaded for finding in one.findings]
    registry = Registry(registries[0]) if registries else None
    if registry is None and any(isinstance(one.record, Notice) for one in loaded):
        named = load(data.path(REGISTRY_FILE))
        if isinstance(named.record, RegistryData):
            registry = Registry(named.record)
        elif paths:
            findings += named.findings
    findings += [finding for one in loaded for finding in check(one, registry)]
    return tuple(sorted(dict.fromkeys(findings))), len(loaded)


def check(checked: Checked, registry: Registry | None) -> Iterator[Finding]:
    """Yield what the rules find in a loaded file; a notice needs the `registry` of its names."""
    document, record = checked.document, checked.record
    if document and isinstance(record, RegistryData):
        yield from check_registry(record, document)
    elif document and isinstance(record, Notice) and registry:
        yield from run(NOTICE_RULES, NoticeFile(record, registry), document)


def _record_type(value: Any) -> type[Notice] | type[RegistryData] | None:
    if isinstance(value, dict) and "tasks" in value:
        return Notice
    if isinstance(value, dict) and "agencies" in value:
        return RegistryData
    return None


def _fault(fault: Fault, document: Document) -> Finding:
    codes = {"missing": MISSING_FIELD, "unexpected_keyword_argument": UNKNOWN_FIELD}
    code = codes.get(fault.kind, WRONG_VALUE)
    return _finding(document.file, code, fault.message, *fault.place_in(document))


def _finding(file: str, code: str, message: str, line: int, column: int) -> Finding:
    return Finding(file, line, column, code, "error", message)
