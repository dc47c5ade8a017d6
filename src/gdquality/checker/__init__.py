"""The pipeline of validation: load files, check them, return every finding.

A file is what its top-level keys say. One that cannot be read does not hide the others, nor does
a broken record hide what is wrong with the sound ones beside it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from gdquality.checker.exceptions import without_excepted
from gdquality.checker.folders import is_foreign
from gdquality.checker.loading import Loaded, load
from gdquality.checker.sound_records import notice_file, registry_file
from gdquality.data_folder import (
    EXCEPTIONS_FILE,
    NOTICE_FILE,
    NOTICES,
    READINGS_FILE,
    REGISTRY_FILE,
    DataFolder,
)
from gdquality.names.registry import Registry
from gdquality.records import Notice, RegistryData
from gdquality.rules import missing_source
from gdquality.rules.finding import Finding
from gdquality.rules.notice_rules import NOTICE_RULES
from gdquality.rules.registry_rules import REGISTRY_RULES
from gdquality.rules.rule import run

_RULES_OF_MANY = tuple(rule for rule in NOTICE_RULES if rule is not missing_source.RULE)
"""Those of a notice in a folder of many, beside which `gdq add` leaves no source."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, and the text of each file that was checked, by the name in the findings.

    `passed_over` are files that were not checked, as they are evidently another program's.
    """

    findings: tuple[Finding, ...]
    texts: dict[str, str]
    passed_over: tuple[str, ...] = ()

    def count(self, severity: str) -> int:
        """Return how many findings have `severity`."""
        return sum(finding.severity == severity for finding in self.findings)

    def by_file(self) -> dict[str, list[Finding]]:
        """Return the findings of each file that was checked or has any, in the order of files."""
        found: dict[str, list[Finding]] = {
            file: [] for file in sorted({*self.texts, *(one.file for one in self.findings)})
        }
        for one in self.findings:
            found[one.file].append(one)
        return found


def check_files(paths: Sequence[Path], data: DataFolder, found: Sequence[Path] = ()) -> Report:
    """Check `paths` and `found`, or else the files of `data`.

    What was found (in a folder, by a hook) and is evidently another program's is passed over; what
    the user names is not. Each notice is checked by the registry of its own folder, or else by one
    among the files, or else by that of `data`; each folder's exceptions.yaml holds for its files.
    """
    loaded = _load_once([*paths, *found] or files_of(data))
    only_found = set(map(_identity, found)) - set(map(_identity, paths))
    passed_over = [one for one in loaded if _identity(one.path) in only_found and is_foreign(one)]
    loaded = [one for one in loaded if one not in passed_over]
    beside = [one.path.with_name(EXCEPTIONS_FILE) for one in loaded]
    exceptions = [one for one in _load_once(beside) if one.text]
    findings = [finding for one in loaded for finding in one.findings]
    for one in loaded:
        findings += _check(one, loaded, data)
    kept = sorted(dict.fromkeys(without_excepted(findings, loaded, exceptions)))
    texts = {str(one.path): one.text for one in loaded}
    return Report(tuple(kept), texts, tuple(str(one.path) for one in passed_over))


def _load_once(paths: Iterable[Path]) -> list[Loaded]:
    """Load each file once, however often and in what spellings it is named."""
    named = {_identity(path): path for path in reversed([*paths])}
    return [load(path) for path in reversed(named.values())]


def _identity(path: Path) -> Path:
    """Return `path` in the one spelling that all of its have in common."""
    return path.absolute().resolve()


def files_of(data: DataFolder) -> list[Path]:
    """Return the files of `data`: those that it must have, and of the others what is there."""
    several = sorted((data.folder / NOTICES).glob("*.yaml"))
    own = [data.path(REGISTRY_FILE), data.path(NOTICE_FILE)]
    optional = [data.path(name) for name in (READINGS_FILE, EXCEPTIONS_FILE)]
    if several:  # beside which neither has to be there
        own, optional = [], [*own, *optional]
    return [*own, *(path for path in optional if path.exists()), *several]


def _check(one: Loaded, loaded: Sequence[Loaded], data: DataFolder) -> Iterator[Finding]:
    if one.document is None:
        return
    if one.record_type is RegistryData:
        yield from run(REGISTRY_RULES, registry_file(one), one.document)
    elif one.record_type is Notice:
        registry = _registry_for(one, loaded, data)
        if registry.path not in {other.path for other in loaded}:
            yield from registry.findings
        if isinstance(registry.record, RegistryData):
            subject = notice_file(one, Registry(registry.record))
            is_one_of_many = one.path.parent.name == NOTICES
            rules = _RULES_OF_MANY if is_one_of_many else NOTICE_RULES
            yield from run(rules, subject, one.document)


def _registry_for(notice: Loaded, loaded: Sequence[Loaded], data: DataFolder) -> Loaded:
    """Return the registry that the names of `notice` are of, sound or not.

    A broken one is not passed over for another, by which every name would be wrong.
    """
    folder = notice.path.parent
    own = (folder.parent if folder.name == NOTICES else folder) / REGISTRY_FILE
    registries = [one for one in loaded if one.record_type is RegistryData or one.path == own]
    here = _identity(own).parent
    for one in registries:
        if _identity(one.path).parent == here:
            return one
    if own.exists():
        return load(own)
    if registries:
        return registries[0]
    in_use = data if folder.name != NOTICES or data.path(REGISTRY_FILE).exists() else DataFolder()
    return load(in_use.path(REGISTRY_FILE))
