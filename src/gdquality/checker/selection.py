"""Which findings count: codes chosen or left out."""

from collections.abc import Sequence
from dataclasses import replace

from gdquality.checker import Report
from gdquality.errors import GdqError, quoted
from gdquality.rules.catalog import RULES

UNCHECKED = ("GDQ001", "GDQ002", "GDQ003", "GDQ004", "GDQ005", "GDQ006", "GDQ104")
"""The codes of what keeps a file from being checked, or from being checked whole."""


def selected(report: Report, select: Sequence[str], ignore: Sequence[str]) -> Report:
    """Return `report` with the findings whose code begins with one of `select`, none of `ignore`.

    Nothing selected means everything. That a file could not be checked is selected always, or
    choosing one rule would pass a file that was not looked at.
    """
    kept = tuple(
        finding
        for finding in report.findings
        if finding.code.startswith((*select, *UNCHECKED) if select else "GDQ")
        and not finding.code.startswith(tuple(ignore) or "-")
    )
    return replace(report, findings=kept)


def codes_in(texts: Sequence[str]) -> list[str]:
    """Return the codes and prefixes in `texts`, which may hold several between commas.

    Raises GdqError for what begins no rule's code.
    """
    prefixes = [code.strip().upper() for text in texts for code in text.split(",")]
    for prefix in prefixes:
        if not any(code.startswith(prefix) for code in RULES) or not prefix:
            raise GdqError(f"没有以{quoted(prefix)}开头的规则", hint="gdq rule")
    return prefixes
