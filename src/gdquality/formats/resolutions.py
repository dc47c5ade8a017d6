"""Resolutions of names as rows and objects."""

from typing import Any

from gdquality.resolve import Ambiguous, Method, Resolution, Resolved

FIELDS = ("query", "status", "agency", "method", "candidates")
"""The columns of a resolution, and its keys in JSON (DESIGN §5)."""


def fields_of(resolution: Resolution) -> tuple[str, str, str | None, Method | None, list[str]]:
    """Return query, status, agency, method and candidates, as DESIGN §5 names them."""
    if isinstance(resolution, Resolved):
        return resolution.query, "resolved", resolution.agency.name, resolution.method, []
    if isinstance(resolution, Ambiguous):
        candidates = [agency.name for agency in resolution.candidates]
        return resolution.query, "ambiguous", None, resolution.method, candidates
    return resolution.query, "unknown", None, None, []


def cells_of(resolution: Resolution) -> tuple[str, ...]:
    """Return the fields as text, empty where there is none."""
    query, status, agency, method, candidates = fields_of(resolution)
    return query, status, agency or "", method or "", "、".join(candidates)


def object_of(resolution: Resolution) -> dict[str, Any]:
    """Return the fields under their keys."""
    return dict(zip(FIELDS, fields_of(resolution), strict=True))
