"""Answers that come one by one, as TSV and JSON a piece at a time."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from gdquality.formats.controls import visible, visible_in_json

T = TypeVar("T")


def tsv(
    columns: Sequence[str],
    chunks: Iterable[Sequence[T]],
    cells_of: Callable[[T], Sequence[str]],
) -> Iterator[str]:
    """Yield a header, then a piece of text a chunk, one line an answer; tabs are escaped."""
    yield "\t".join(columns) + "\n"
    for chunk in chunks:
        yield "".join("\t".join(map(visible, cells_of(one))) + "\n" for one in chunk)


def json_array(
    chunks: Iterable[Sequence[T]], object_of: Callable[[T], dict[str, Any]]
) -> Iterator[str]:
    """Yield the text of an array of objects, a line each, a piece a chunk."""
    before = "[\n"
    for chunk in chunks:
        texts = [f"  {_compact(object_of(one))}" for one in chunk]
        if texts:
            yield before + ",\n".join(texts)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def _compact(value: Any) -> str:
    return visible_in_json(json.dumps(value, ensure_ascii=False))
