"""What a file says, as a text or as JSON."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Literal

from gdquality.formats.controls import visible_in_json
from gdquality.records import Place
from gdquality.sources.interface import Block, Paragraph, SourceDocument, Table


def render(document: SourceDocument, format_: Literal["text", "json"]) -> str:
    """Return the blocks of `document` in a format; a merged cell stands in every place it covers.

    As text, a paragraph is a line and so is a row, its cells between tabs; a break inside a cell
    is a blank. So it can be read again.
    """
    return _FORMATS[format_](document)


def _as_text(document: SourceDocument) -> str:
    lines: list[str] = []
    before: Block | None = None
    for block in document.blocks:
        match block:
            case Paragraph(text):
                lines.append(_in_one_line(text))
            case Table(rows):
                if isinstance(before, Table):
                    lines.append("")
                lines += ("\t".join(_in_one_line(cell.text) for cell in row) for row in rows)
        before = block
    return "".join(f"{line}\n" for line in lines)


def _in_one_line(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")


def _as_json(document: SourceDocument) -> str:
    value = {
        "file": document.file,
        "format": document.format,
        "blocks": [_object_of(block) for block in document.blocks],
    }
    return visible_in_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _object_of(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(text, place):
            return {"kind": "paragraph", "text": text, "place": _object_of_place(place)}
        case Table(rows, place):
            texts = [[cell.text for cell in row] for row in rows]
            return {"kind": "table", "place": _object_of_place(place), "rows": texts}


def _object_of_place(place: Place) -> dict[str, Any]:
    return {"part": place.part, "row": place.row, "column": place.column}


_FORMATS: Mapping[str, Callable[[SourceDocument], str]] = {"text": _as_text, "json": _as_json}
