"""Which findings count: codes chosen or left out, warnings that fail."""

from collections.abc import Sequence
from dataclasses import replace

from gdquality.checker import Report
from gdquality.errors import GdqError
from gdquality.rules.catalog import RULES


def selected(report: Report, select: Sequence[str], ignore: Sequence[str]) -> Report:
    """Return `report` with the findings whose code begins with one of `select`, none of `ignore`.

    Nothing selected means everything. Raises GdqError for what begins no rule's code.
    """
    for prefix in (*select, *ignore):
        if not any(code.startswith(prefix) for code in RULES) or not prefix:
            raise GdqError(f"没有以“{prefix}”开头的规则", hint="gdq rule")
    kept = tuple(
        finding
        for finding in report.findings
        if finding.code.startswith(tuple(select) or "GDQ")
        and not finding.code.startswith(tuple(ignore) or "-")
    )
    return replace(report, findings=kept)


def codes_in(texts: Sequence[str]) -> list[str]:
    """Return the codes and prefixes in `texts`, which may hold several between commas."""
    return [code.strip().upper() for text in texts for code in text.split(",")]
