"""What the cells of a workbook refer to and show: its strings, its formats, its days."""

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta

from gdquality.sources.date_formats import EPOCH_1900, EPOCH_1904
from gdquality.sources.number_formats import BUILT_IN, shown, shown_text
from gdquality.sources.opc import Package
from gdquality.sources.sheet import clean
from gdquality.sources.xml_tree import Node, Vocabulary, elements, integer, words

_STYLES = Vocabulary(
    elements("styleSheet numFmts cellXfs", numFmtId="numFmt xf", formatCode="numFmt"),
    skipped=words("dxfs extLst"),
)
_STRINGS = Vocabulary(elements("si t"), words("t"), words("rPh extLst"))
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


class Values:
    """What the cells of a workbook refer to: its strings and formats, and when its days begin."""

    def __init__(self, package: Package, main: str, workbook: Node) -> None:
        """Read the parts that `main`, the part of the workbook, names."""
        self.strings: list[str] = []
        self._formats = _formats(package, main)
        date_1904 = workbook.value("workbookPr", attribute="date1904") in {"1", "true"}
        self._epoch = EPOCH_1904 if date_1904 else EPOCH_1900
        part = package.related("sharedStrings", main)
        if part is not None:
            package.tree(
                part, _STRINGS, {"si": lambda node: self.strings.append(clean(_text(node)))}
            )

    def text(self, cell: Node) -> str:
        """Return what a `c` shows."""
        kind = cell.attributes.get("t", "n")
        value = cell.child("v")
        code = self._formats.get(integer(cell.attributes.get("s")), "")
        raw = value.text if value else ""
        if kind == "inlineStr":
            return shown_text(clean(_text(cell)), code)
        if kind == "s":
            return shown_text(self._string(raw), code) if raw else ""
        if kind == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(raw, raw)
        if kind == "n":
            return self._number(raw, float, code)
        if kind == "d":
            return self._number(raw, self._days, code)
        text = clean(_unescaped(raw))
        return text if kind == "e" else shown_text(text, code)

    def _string(self, raw: str) -> str:
        index = integer(raw, -1)
        if not 0 <= index < len(self.strings):
            raise ValueError(raw)  # damage, as any that the parser meets
        return self.strings[index]

    def _number(self, raw: str, read_number: Callable[[str], float], code: str) -> str:
        try:
            value = read_number(raw)
        except ValueError:
            return raw
        return shown(value, code, self._epoch) if abs(value) < 1e300 else raw  # noqa: PLR2004

    def _days(self, raw: str) -> float:
        """Return the number of a date that a strict file writes as ISO 8601."""
        moment = datetime.fromisoformat(raw).replace(tzinfo=None)
        return (moment - datetime.combine(self._epoch, time())) / timedelta(days=1)


def _formats(package: Package, main: str) -> dict[int, str]:
    """Return the format code of each cell style, by its number."""
    part = package.related("styles", main)
    if part is None:
        return {}
    root = package.tree(part, _STYLES)
    own = {
        integer(node.attributes.get("numFmtId")): node.attributes.get("formatCode", "")
        for node in _children(root, "numFmts")
    }
    codes = {**BUILT_IN, **own}
    styles = (integer(node.attributes.get("numFmtId")) for node in _children(root, "cellXfs"))
    return {index: codes.get(number, "") for index, number in enumerate(styles)}


def _children(root: Node, tag: str) -> list[Node]:
    node = root.child(tag)
    return node.children if node else []


def _text(node: Node) -> str:
    """Return the text of all runs."""
    return _unescaped("".join(child.text for child in node.children if child.tag == "t"))


def _unescaped(text: str) -> str:
    """Return a string with the breaks that XML cannot hold (ECMA-376-1, 22.9.2.19)."""
    return _ESCAPE.sub(_character, text) if "_x" in text else text


def _character(escape: re.Match[str]) -> str:
    character = chr(int(escape[1], 16))
    return character if character.isprintable() or character in "\t\n\r" else ""
