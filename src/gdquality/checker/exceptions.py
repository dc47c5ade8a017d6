"""Exceptions that a data set makes for itself, in exceptions.yaml beside its files."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from gdquality.checker.lines import lines_at
from gdquality.checker.loading import Loaded
from gdquality.records.exceptions import ExceptedFinding, Exceptions
from gdquality.rules.file_rules import UNUSED_EXCEPTION
from gdquality.rules.finding import Finding


def without_excepted(
    findings: Sequence[Finding], loaded: Sequence[Loaded], exceptions: Sequence[Loaded]
) -> Iterator[Finding]:
    """Yield the findings that no exception passes over, and one for each exception unused.

    An exception passes over the findings of its code on lines that hold its text, in the file of
    that name in its own folder. One about a file that was not checked whole is not called unused.
    """
    by_file = {str(one.path): one for one in loaded}
    rules = [
        (one, index, excepted)
        for one in exceptions
        if isinstance(one.record, Exceptions)
        for index, excepted in enumerate(one.record.exceptions)
    ]
    lines = {
        file: lines_at(one.text, (finding.line for finding in findings if finding.file == file))
        for file, one in by_file.items()
        if rules
    }
    used: set[tuple[Path, int]] = set()
    for finding in findings:
        passed = False
        about = by_file.get(finding.file)
        for one, index, excepted in rules:
            is_there = about and _is_about(excepted, one, about)
            if is_there and _fits(excepted, finding, lines[finding.file]):
                used.add((one.path, index))
                passed = True
        if not passed:
            yield finding
    for one, index, excepted in rules:
        checked = any(_is_about(excepted, one, other) and _is_whole(other) for other in loaded)
        if checked and (one.path, index) not in used and one.document:
            line, column = one.document.at(("exceptions", index))
            rule = UNUSED_EXCEPTION
            message = f"这项例外已用不上：{excepted.code} “{excepted.text}”"
            yield Finding(str(one.path), line, column, rule.code, rule.severity, message)


def _is_about(excepted: ExceptedFinding, exceptions: Loaded, other: Loaded) -> bool:
    folder = exceptions.path.absolute().resolve().parent
    return other.path.absolute().resolve() == folder / excepted.file


def _is_whole(loaded: Loaded) -> bool:
    return loaded.record is not None and not (loaded.document and loaded.document.problems)


def _fits(excepted: ExceptedFinding, finding: Finding, lines: Mapping[int, str]) -> bool:
    return excepted.code == finding.code and excepted.text in lines.get(finding.line, "")
