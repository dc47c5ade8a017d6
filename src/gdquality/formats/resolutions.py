"""Resolutions of names as rows and objects."""

from typing import Any

from gdquality.names.resolve import Ambiguous, Method, Resolution, Resolved
from gdquality.queries.answers import NotAName

FIELDS = ("query", "status", "agency", "method", "candidates")
"""The columns of a resolution, and its keys in JSON."""

Answered = Resolution | NotAName
"""What became of one name, or of a line that holds none."""


def fields_of(resolution: Answered) -> tuple[str, str, str | None, Method | None, list[str]]:
    """Return query, status, agency, method and candidates."""
    if isinstance(resolution, NotAName):
        return resolution.query, resolution.status, None, None, []
    if isinstance(resolution, Resolved):
        return resolution.query, "resolved", resolution.agency.name, resolution.method, []
    if isinstance(resolution, Ambiguous):
        candidates = [agency.name for agency in resolution.candidates]
        return resolution.query, "ambiguous", None, resolution.method, candidates
    return resolution.query, "unknown", None, None, []


def status_of(resolution: Answered) -> str:
    """Return what became of a name, or that there is none."""
    return fields_of(resolution)[1]


def cells_of(resolution: Answered) -> tuple[str, ...]:
    """Return the fields as text, empty where there is none."""
    query, status, agency, method, candidates = fields_of(resolution)
    return query, status, agency or "", method or "", "、".join(candidates)


def object_of(resolution: Answered) -> dict[str, Any]:
    """Return the fields under their keys."""
    return dict(zip(FIELDS, fields_of(resolution), strict=True))
