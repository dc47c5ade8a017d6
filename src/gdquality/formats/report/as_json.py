"""A report as JSON, of which keys are added and never changed."""

import json

from gdquality.checker import Report
from gdquality.formats.controls import visible_in_json

KEYS = ("code", "severity", "message", "file", "line", "column")


def render(report: Report) -> str:
    """Return an object with the findings and their numbers."""
    value = {
        "findings": [{key: getattr(one, key) for key in KEYS} for one in report.findings],
        "files": len(report.texts),
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "notes": report.count("note"),
    }
    return visible_in_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"
