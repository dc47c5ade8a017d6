"""Resolutions of names as rows and objects."""

from typing import Any

from gdquality.names.resolve import Ambiguous, Method, Resolution, Resolved
from gdquality.queries.answers import NotAName
from gdquality.records import DERIVED

FIELDS = ("query", "status", "agency", "method", "candidates", "derived")
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


def is_derived(resolution: Answered) -> bool:
    """Tell whether the agency, or one of those that it may be, is derived."""
    if isinstance(resolution, Resolved):
        return resolution.agency.is_derived
    return isinstance(resolution, Ambiguous) and any(
        one.is_derived for one in resolution.candidates
    )


def values_of(resolution: Answered) -> tuple[str | tuple[str, ...], ...]:
    """Return the fields, empty where there is none; the names of candidates are kept apart."""
    query, status, agency, method, candidates = fields_of(resolution)
    derived = DERIVED if is_derived(resolution) else ""
    return query, status, agency or "", method or "", tuple(candidates), derived


def cells_of(resolution: Answered) -> tuple[str, ...]:
    """Return the fields as text."""
    values = values_of(resolution)
    return tuple("、".join(one) if isinstance(one, tuple) else one for one in values)


def object_of(resolution: Answered) -> dict[str, Any]:
    """Return the fields under their keys."""
    values = (*fields_of(resolution), is_derived(resolution))
    return dict(zip(FIELDS, values, strict=True))
