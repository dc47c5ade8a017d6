"""The pipeline of validation: load files, check them, return every finding.

A file is what its top-level keys say. One that cannot be read does not hide the others, nor does
a broken record hide what is wrong with the sound ones beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gdquality.checker.exceptions import without_excepted
from gdquality.checker.loading import Loaded, load
from gdquality.checker.sound import notice_file, registry_file
from gdquality.dataset import (
    EXCEPTIONS_FILE,
    NOTICE_FILE,
    READINGS_FILE,
    REGISTRY_FILE,
    Dataset,
)
from gdquality.records import Notice, RegistryData
from gdquality.registry import Registry
from gdquality.rules.finding import Finding
from gdquality.rules.notice_rules import NOTICE_RULES
from gdquality.rules.registry_rules import REGISTRY_RULES
from gdquality.rules.rule import run


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, and the text of each file that was checked, by the name in the findings."""

    findings: tuple[Finding, ...]
    texts: dict[str, str]

    def count(self, severity: str) -> int:
        """Return how many findings have `severity`."""
        return sum(finding.severity == severity for finding in self.findings)


def check_files(paths: Sequence[Path], data: Dataset) -> Report:
    """Check `paths`, or else the files of `data`.

    A notice is checked by the registry among the files, or else by that of `data`.
    """
    loaded = [load(path) for path in dict.fromkeys(paths or _files_of(data))]
    registry, findings = _registry(loaded, data)
    findings += [finding for one in loaded for finding in (*one.findings, *_check(one, registry))]
    kept = tuple(sorted(dict.fromkeys(without_excepted(findings, loaded))))
    return Report(kept, {str(one.path): one.text for one in loaded})


def _files_of(data: Dataset) -> list[Path]:
    optional = [data.path(name) for name in (READINGS_FILE, EXCEPTIONS_FILE)]
    there = [path for path in optional if path.exists()]
    return [data.path(REGISTRY_FILE), data.path(NOTICE_FILE), *there]


def _registry(loaded: Sequence[Loaded], data: Dataset) -> tuple[Registry | None, list[Finding]]:
    """Return the registry that notices are checked by, and why there is none."""
    for one in loaded:
        if isinstance(one.record, RegistryData):
            return Registry(one.record), []
    if not any(one.record_type is Notice for one in loaded):
        return None, []
    path = data.path(REGISTRY_FILE)
    if any(one.path == path for one in loaded):
        return None, []
    other = load(path)
    if isinstance(other.record, RegistryData):
        return Registry(other.record), []
    return None, [*other.findings]


def _check(loaded: Loaded, registry: Registry | None) -> Iterator[Finding]:
    if loaded.document is None:
        return
    if loaded.record_type is RegistryData:
        yield from run(REGISTRY_RULES, registry_file(loaded), loaded.document)
    elif loaded.record_type is Notice and registry:
        yield from run(NOTICE_RULES, notice_file(loaded, registry), loaded.document)
