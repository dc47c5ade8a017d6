"""A report as GitHub's workflow commands, which become annotations of the lines.

Of one step ten are shown, so the worst come first. Escaped as GitHub's own toolkit does.
"""

from gdquality.checker import Report
from gdquality.formats.controls import visible
from gdquality.formats.report.paths import in_repository
from gdquality.rules.catalog import RULES
from gdquality.rules.finding import Finding

_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
"""What GitHub calls each severity, the worst first."""


def render(report: Report) -> str:
    """Return a line a finding, errors first."""
    worst_first = sorted(report.findings, key=lambda one: (list(_LEVELS).index(one.severity), one))
    return "".join(_command(finding) for finding in worst_first)


def _command(finding: Finding) -> str:
    properties = {"file": in_repository(finding.file)}
    if finding.line:
        properties |= {"line": str(finding.line), "col": str(finding.column or 1)}
    properties["title"] = f"{finding.code} {RULES[finding.code].name}"
    listed = ",".join(f"{key}={_escaped(text, ':,')}" for key, text in properties.items())
    return f"::{_LEVELS[finding.severity]} {listed}::{_escaped(visible(finding.message))}\n"


def _escaped(text: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
