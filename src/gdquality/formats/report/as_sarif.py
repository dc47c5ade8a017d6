"""A report as SARIF 2.1.0, for code scanning."""

import json
from typing import Any
from urllib.parse import quote

from gdquality import __version__
from gdquality.checker import Report
from gdquality.formats.controls import visible_in_json
from gdquality.formats.report.paths import in_repository
from gdquality.rules.catalog import RULES
from gdquality.rules.finding import Finding

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def render(report: Report) -> str:
    """Return a log of one run, with the rules that found something."""
    codes = sorted({finding.code for finding in report.findings})
    driver = {"name": "gdq", "version": __version__, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes) for finding in report.findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return visible_in_json(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _rule(code: str) -> dict[str, Any]:
    rule = RULES[code]
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why}\n\n通过：\n\n{rule.passes}\n不通过：\n\n{rule.fails}"},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    location: dict[str, Any] = {
        "artifactLocation": {
            "uri": quote(in_repository(finding.file).encode("utf-8", "surrogatepass"))
        }
    }
    if finding.line:
        location["region"] = {"startLine": finding.line, "startColumn": finding.column or 1}
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity,
        # The title of an alert is its message: it says first what the rule holds.
        "message": {"text": f"{RULES[finding.code].title}：{finding.message}"},
        "locations": [{"physicalLocation": location}],
    }
