"""Characters that nobody sees, and those that stand for what could not be read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from gdquality.records import Place, Remark
from gdquality.sources.interface import Block, Paragraph, SourceDocument, Table

# Page breaks and the other breaks of lines, which a paragraph has none of.
_BREAKS = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
# Marks of where a line may break or how letters join, which mean nothing in Chinese.
_MARKS = re.compile("[\xad\u200b-\u200f\u2060\ufeff]")
# C0 and C1, DEL, and what turns the direction of text, so that it is not what it looks like.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u202a-\u202e\u2066-\u2069]")
_ANY = re.compile("|".join(kind.pattern for kind in (_BREAKS, _MARKS, _CONTROLS)))
_REPLACEMENT = "\ufffd"
_ODD = re.compile(f"{_ANY.pattern}|{_REPLACEMENT}")


def without_controls(document: SourceDocument) -> SourceDocument:
    """Return the document without characters that nobody sees.

    Remarks tell where the first is that does not belong into a text, and where the first stands
    that is already a sign of loss (U+FFFD). What is empty then is left out.
    """
    if all(map(_is_sound, document.blocks)):
        return document
    blocks = tuple(block for block in map(_clean, document.blocks) if block)
    remarks = document.remarks + tuple(_remarks(document))
    return replace(document, blocks=blocks, remarks=remarks)


def _is_sound(block: Block) -> bool:
    match block:
        case Paragraph(text):
            return bool(text) and not _ODD.search(text)
        case Table(rows):
            cells = dict.fromkeys(chain.from_iterable(rows))
            return not any(_ODD.search(cell.text) for cell in cells)


def _clean(block: Block) -> Block | None:
    match block:
        case Paragraph(text):
            cleaned = _seen(text)
            return replace(block, text=cleaned) if cleaned else None
        case Table(rows, place):
            if not any(_ANY.search(cell.text) for row in rows for cell in row):
                return block
            cells = {cell: replace(cell, text=_seen(cell.text)) for row in rows for cell in row}
            return Table(tuple(tuple(cells[cell] for cell in row) for row in rows), place)


def _seen(text: str) -> str:
    if not _ANY.search(text):
        return text
    return _CONTROLS.sub("", _MARKS.sub("", _BREAKS.sub(" ", text))).strip()


def _remarks(document: SourceDocument) -> Iterator[Remark]:
    texts = [(text, place) for block in document.blocks for text, place in _texts(block)]
    controls = [(found, place) for text, place in texts for found in _CONTROLS.findall(text)]
    if controls:
        character, place = controls[0]
        count = f" 等 {len(controls)} 个" if len(controls) > 1 else ""
        message = f"不可见的控制字符 U+{ord(character):04X}{count}，已略去"
        yield Remark("control-characters", message, place)
    lost = [(text, place) for text, place in texts if _REPLACEMENT in text]
    if lost:
        text, place = lost[0]
        count = f"，共 {len(lost)} 处" if len(lost) > 1 else ""
        yield Remark("lost-characters", f"有读不出的字（�）：{_around(text)}{count}", place)


def _around(text: str) -> str:
    at = text.index(_REPLACEMENT)
    return f"“{text[max(at - 8, 0) : at + 8]}”"


def _texts(block: Block) -> Iterator[tuple[str, Place]]:
    match block:
        case Paragraph(text, place):
            yield text, place
        case Table(rows):
            for cell in dict.fromkeys(cell for row in rows for cell in row):
                yield cell.text, cell.place
