"""Workbooks (.xlsx, .xlsm, strict ones too), from their XML: each sheet is a table."""

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta
from functools import lru_cache

from gdquality.records import Place, Remark
from gdquality.sources.date_formats import EPOCH_1900, EPOCH_1904
from gdquality.sources.grid import Positions
from gdquality.sources.interface import SourceDocument, Table
from gdquality.sources.number_formats import BUILT_IN, shown, shown_text
from gdquality.sources.opc import Package
from gdquality.sources.sheet import Area, Sheet, clean, column_letters, hidden_sheet
from gdquality.sources.xml_tree import Node, Vocabulary, elements, integer, words

_WORKBOOK = Vocabulary(
    elements("workbook", date1904="workbookPr", name="sheet", state="sheet", id="sheet")
)
_STYLES = Vocabulary(
    elements("styleSheet numFmts cellXfs", numFmtId="numFmt xf", formatCode="numFmt"),
    skipped=words("dxfs extLst"),
)
_STRINGS = Vocabulary(elements("si t"), words("t"), words("rPh extLst"))
_SHEET = Vocabulary(
    elements(
        "v f t", r="row c", hidden="row col", s="c", t="c", min="col", max="col", ref="mergeCell"
    ),
    words("t v"),
    words("rPh extLst"),
)

_MOST_COLUMNS = 16_384
_REFERENCE = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def read(data: bytes, file: str) -> SourceDocument:
    """Return a table for each sheet that is not hidden and not empty, in the workbook's order.

    Numbers and dates are as shown, formulas by the value saved with them. Raises InputError for
    what is no workbook, is damaged, or is larger than any notice.
    """
    package = Package(data, file)
    main = package.related("officeDocument")
    if main is None:
        raise package.error("压缩包里没有工作簿")
    if main.endswith(".bin"):
        raise package.error("这是二进制工作簿（.xlsb）", "用 Excel 或 WPS 打开，另存为 .xlsx 再试")
    workbook = package.tree(main, _WORKBOOK)
    if workbook.tag != "workbook":
        raise package.error("不是工作簿，文件名可能与内容不符")
    values = _Values(package, main, workbook)
    parts = {
        other.id: other.part for other in package.relationships(main) if other.kind == "worksheet"
    }
    positions = Positions(file)
    tables: list[Table] = []
    remarks: list[Remark] = []
    for node in workbook.children:
        name, part = node.attributes.get("name", ""), parts.get(node.attributes.get("id", ""))
        if node.tag != "sheet" or part is None:
            continue
        if node.attributes.get("state", "visible") != "visible":
            remarks.append(hidden_sheet(name))
            continue
        sheet = Sheet(name)
        reader = _SheetReader(sheet, values)
        package.tree(part, _SHEET, reader.calls)
        table = sheet.table(positions)
        tables += [table] if table else []
        remarks += [*sheet.remarks(), *reader.remarks()]
    return SourceDocument(file, "xlsx", tuple(tables), tuple(remarks))


class _Values:
    """What the cells of a workbook refer to: its strings and formats, and when its days begin."""

    def __init__(self, package: Package, main: str, workbook: Node) -> None:
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


class _SheetReader:
    """Puts the rows of a sheet's XML into a Sheet as they come."""

    def __init__(self, sheet: Sheet, values: _Values) -> None:
        self._sheet = sheet
        self._values = values
        self._row = 0
        self._unknown: list[tuple[int, int]] = []
        self.calls = {
            "row": self._read_row,
            "col": self._read_column,
            "mergeCell": self._read_merge,
        }

    def _read_row(self, node: Node) -> None:
        self._row = max(1, integer(node.attributes.get("r"), self._row + 1))
        if node.attributes.get("hidden") in {"1", "true"}:
            self._sheet.hidden_rows.append(self._row)
        column = 0
        for cell in (child for child in node.children if child.tag == "c"):
            row, column = _position(cell.attributes.get("r", "")) or (self._row, column + 1)
            if text := self._values.text(cell):
                self._sheet.texts[row, column] = text
            if cell.child("f") and not _has_value(cell):
                self._unknown.append((row, column))

    def _read_column(self, node: Node) -> None:
        hidden = self._sheet.hidden_columns  # ranges do not overlap, so these are not more
        if node.attributes.get("hidden") in {"1", "true"} and len(hidden) < _MOST_COLUMNS:
            first = max(1, integer(node.attributes.get("min")))
            last = min(_MOST_COLUMNS, integer(node.attributes.get("max")))
            hidden.extend(range(first, last + 1))

    def _read_merge(self, node: Node) -> None:
        first, _, last = node.attributes.get("ref", "").partition(":")
        start, end = _position(first), _position(last)
        if start and end and start <= end and start[1] <= end[1]:
            self._sheet.merges.append(Area(*start, *end))

    def remarks(self) -> list[Remark]:
        """Return a remark where formulas were saved without a value."""
        if not self._unknown:
            return []
        row, column = self._unknown[0]
        message = (
            f"有 {len(self._unknown)} 个公式没有存下结果，没有读，"
            f"第一个在 {column_letters(column)}{row}；用 Excel 或 WPS 打开并保存后再读"
        )
        return [Remark("formula-without-value", message, Place(row, column, self._sheet.name))]


def _has_value(cell: Node) -> bool:
    """Tell whether a formula has a value: an empty one is a text, no number."""
    value = cell.child("v")
    return value is not None and (value.text != "" or cell.attributes.get("t", "n") != "n")


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


@lru_cache(maxsize=65_536)
def _position(reference: str) -> tuple[int, int] | None:
    """Return the row and column of B3, None for what is no reference."""
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column
