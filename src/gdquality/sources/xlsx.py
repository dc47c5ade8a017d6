"""Workbooks (.xlsx, .xlsm, strict ones too), from their XML: each sheet is a table."""

import re
from functools import lru_cache

from gdquality.records import Place, Remark
from gdquality.sources import xlsx_margins
from gdquality.sources.grid import Positions
from gdquality.sources.interface import SourceDocument, Table
from gdquality.sources.opc import Package
from gdquality.sources.sheet import Area, Sheet, column_letters, hidden_sheet
from gdquality.sources.xlsx_values import Values
from gdquality.sources.xml_tree import Node, Vocabulary, elements, integer, words

_WORKBOOK = Vocabulary(
    elements("workbook", date1904="workbookPr", name="sheet", state="sheet", id="sheet")
)
_SHEET = Vocabulary(
    elements(
        "v f t", r="row c", hidden="row col", s="c", t="c", min="col", max="col", ref="mergeCell"
    ),
    words("t v"),
    words("rPh extLst"),
)

_MOST_COLUMNS = 16_384
_REFERENCE = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")


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
    values = Values(package, main, workbook)
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
        beside = xlsx_margins.remarks(package, part, name)
        remarks += [*sheet.remarks(), *reader.remarks(), *beside]
    return SourceDocument(file, "xlsx", tuple(tables), tuple(remarks))


class _SheetReader:
    """Puts the rows of a sheet's XML into a Sheet as they come."""

    def __init__(self, sheet: Sheet, values: Values) -> None:
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
