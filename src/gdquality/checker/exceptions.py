"""Exceptions that a data set makes for itself, in exceptions.yaml beside its files."""

from collections.abc import Iterator, Mapping, Sequence

from gdquality.checker.lines import lines_at
from gdquality.checker.loading import Loaded
from gdquality.records import ExceptedFinding, Exceptions
from gdquality.rules import unused_exception
from gdquality.rules.finding import Finding


def without_excepted(findings: Sequence[Finding], loaded: Sequence[Loaded]) -> Iterator[Finding]:
    """Yield the findings that no exception passes over, and one for each exception unused.

    An exception passes over the findings of its code on lines that hold its text, in the file of
    that name in its own folder.
    """
    names = {str(one.path): (one.path.parent, one.path.name) for one in loaded}
    rules = [
        (one, index, excepted)
        for one in loaded
        if isinstance(one.record, Exceptions)
        for index, excepted in enumerate(one.record.exceptions)
    ]
    lines = {
        str(one.path): lines_at(one.text, (finding.line for finding in findings))
        for one in loaded
        if rules
    }
    used: set[tuple[str, int]] = set()
    for finding in findings:
        passed = False
        for one, index, excepted in rules:
            is_there = names.get(finding.file) == (one.path.parent, excepted.file)
            if is_there and _fits(excepted, finding, lines[finding.file]):
                used.add((str(one.path), index))
                passed = True
        if not passed:
            yield finding
    for one, index, excepted in rules:
        # What was not checked this time may well apply.
        was_checked = (one.path.parent, excepted.file) in names.values()
        if was_checked and (str(one.path), index) not in used and one.document:
            line, column = one.document.at(("exceptions", index))
            rule = unused_exception.RULE
            message = f"这项例外已用不上：{excepted.code} “{excepted.text}”"
            yield Finding(str(one.path), line, column, rule.code, rule.severity, message)


def _fits(excepted: ExceptedFinding, finding: Finding, lines: Mapping[int, str]) -> bool:
    return excepted.code == finding.code and excepted.text in lines.get(finding.line, "")
