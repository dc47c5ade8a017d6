"""Resolutions of names as table, TSV and JSON; the last two a piece at a time."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from gdquality.formats.controls import visible, visible_in_json
from gdquality.formats.terms import METHODS
from gdquality.resolve import Ambiguous, Method, Resolution, Resolved

if TYPE_CHECKING:
    from rich.console import Console

MARKS = {"resolved": "", "ambiguous": "？", "unknown": "×"}
"""What stands before a name that was not resolved."""

FIELDS = ("query", "status", "agency", "method", "candidates")


def fields_of(resolution: Resolution) -> tuple[str, str, str | None, Method | None, list[str]]:
    """Return query, status, agency, method and candidates, as DESIGN §5 names them."""
    if isinstance(resolution, Resolved):
        return resolution.query, "resolved", resolution.agency.name, resolution.method, []
    if isinstance(resolution, Ambiguous):
        candidates = [agency.name for agency in resolution.candidates]
        return resolution.query, "ambiguous", None, resolution.method, candidates
    return resolution.query, "unknown", None, None, []


def resolutions_tsv(chunks: Iterable[Sequence[Resolution]]) -> Iterator[str]:
    """Yield a header, then a piece of text a chunk, one line a resolution."""
    yield "\t".join(FIELDS) + "\n"
    for chunk in chunks:
        yield "".join(_tsv_line(*fields_of(resolution)) for resolution in chunk)


def _tsv_line(
    query: str, status: str, agency: str | None, method: str | None, candidates: list[str]
) -> str:
    names = "、".join(candidates)
    return f"{visible(query)}\t{status}\t{agency or ''}\t{method or ''}\t{names}\n"


def resolutions_json(chunks: Iterable[Sequence[Resolution]]) -> Iterator[str]:
    """Yield the text of an array of objects, a piece a chunk."""
    before = "[\n"
    for chunk in chunks:
        objects = (dict(zip(FIELDS, fields_of(one), strict=True)) for one in chunk)
        texts = [f"  {_compact(one)}" for one in objects]
        if texts:
            yield before + ",\n".join(texts)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _compact(value: Any) -> str:
    return visible_in_json(json.dumps(value, ensure_ascii=False))


def resolutions_table(resolutions: Sequence[Resolution], console: "Console") -> str:
    """Return a table of resolutions as `console` draws it."""
    from gdquality.formats.as_table import draw, plain_table, text_of
    from gdquality.formats.name_list import NameList

    table = plain_table("", "", "名称", "依据", "单位全称")
    for resolution in resolutions:
        query, status, agency, method, candidates = fields_of(resolution)
        found = NameList(candidates) if candidates else text_of(agency or "")
        table.add_row(MARKS[status], text_of(query), METHODS[method] if method else "", found)
    return draw([table], console)
