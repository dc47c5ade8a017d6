"""Findings as text, one a line, and as JSON."""

import json
from collections.abc import Sequence

from gdquality.formats.controls import visible, visible_in_json
from gdquality.rules.finding import Finding

_SEVERITIES = {"error": "错误", "warning": "警告"}


def findings_text(findings: Sequence[Finding]) -> str:
    """Return a line a finding: `file:line:column: CODE 错误 message`."""
    return "".join(_line(finding) for finding in findings)


def findings_json(findings: Sequence[Finding], files: int) -> str:
    """Return the findings in `files` files, an object with their numbers (DESIGN §5)."""
    keys = ("code", "severity", "message", "file", "line", "column")
    report = {
        "findings": [{key: getattr(finding, key) for key in keys} for finding in findings],
        "files": files,
        "errors": count(findings, "error"),
        "warnings": count(findings, "warning"),
    }
    return visible_in_json(json.dumps(report, ensure_ascii=False, indent=2)) + "\n"


def summary(findings: Sequence[Finding], files: int) -> str:
    """Return one sentence that counts files, errors and warnings."""
    errors, warnings = count(findings, "error"), count(findings, "warning")
    return f"检查了 {files} 个文件：{errors} 个错误，{warnings} 个警告"


def count(findings: Sequence[Finding], severity: str) -> int:
    """Return how many findings have `severity`."""
    return sum(finding.severity == severity for finding in findings)


def _line(finding: Finding) -> str:
    place = visible(finding.file)
    if finding.line:
        place += f":{finding.line}:{finding.column or 1}"
    severity = _SEVERITIES[finding.severity]
    return f"{place}: {finding.code} {severity} {visible(finding.message)}\n"
