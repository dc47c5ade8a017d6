"""Word documents of before 2007, read by office-oxide."""

import sys
from pathlib import Path
from typing import Any

import pytest
from office_files import grids, texts

from gdquality.errors import GdqError, InputError
from gdquality.records import Place
from gdquality.sources.doc import read
from gdquality.sources.interface import SourceDocument, Table

FILE = Path(__file__).parent / "files/table.doc"


def test_document() -> None:
    """Paragraphs, merges and lines are read; what may be wrong with them is said."""
    document = read(FILE.read_bytes(), "a.doc")

    table = document.blocks[2]
    assert texts(document) == ["关于分工的通知", "坚持质量第一", "公开方式：主动公开", "框里的话"]
    assert grids(document) == [
        [
            ["任务", "责任单位", "责任单位"],
            ["任务", "牵头", "配合"],
            ["一", "财政厅", "教育厅\n民政厅"],
            ["二", "财政厅", "商务厅"],
        ]
    ]
    assert isinstance(table, Table)
    assert table.rows[2][1] is table.rows[3][1]
    assert table.rows[3][2].place == Place(4, 3, "表1")
    assert document.format == "doc"
    assert [(remark.code, remark.place) for remark in document.remarks] == [
        ("lost-numbers", Place(2)),
        ("uncertain-table", Place(1, part="表1")),
    ]


def paragraph(*pieces: str) -> dict[str, Any]:
    """Return a paragraph as the library gives it, ⏎ for a break."""
    content = [{"type": "line_break"} if x == "⏎" else {"type": "text", "text": x} for x in pieces]
    return {"type": "paragraph", "content": content}


def cell(*content: dict[str, Any], rows: int = 1, columns: int = 1) -> dict[str, Any]:
    """Return a cell of elements that spans rows and columns."""
    return {"content": list(content), "row_span": rows, "col_span": columns}


def table_of(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a table of rows of cells."""
    return {"type": "table", "rows": [{"cells": row} for row in rows]}


@pytest.fixture
def read_elements(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that reads elements as if the library had found them."""

    def read_them(*elements: dict[str, Any]) -> SourceDocument:
        class Document:
            @staticmethod
            def from_bytes(_data: bytes, _format: str) -> "Document":
                return Document()

            def to_ir(self) -> dict[str, Any]:
                return {"sections": [{"elements": list(elements)}]}

        monkeypatch.setattr("office_oxide.Document", Document)
        return read(b"", "a.doc")

    return read_them


def test_elements(read_elements: Any) -> None:
    """Lists in lists, tables in cells, and what has no text, as a row that was deleted."""
    inner = table_of([cell(paragraph("内"))], [cell(paragraph("里"))])
    items = [
        {"content": [paragraph("外"), {"type": "list", "items": [{"content": [paragraph("层")]}]}]}
    ]
    document = read_elements(
        {"type": "list", "ordered": False, "items": items},
        {"type": "page_break"},
        paragraph("一", "⏎", "二"),
        table_of(
            [cell(paragraph("甲"), inner), cell(paragraph("乙", "⏎", "丙"))], [cell(), cell()]
        ),
    )

    assert texts(document) == ["外", "层", "一二"]
    assert grids(document) == [[["甲\n内\n里", "乙\n丙"]]]


def test_spans(read_elements: Any) -> None:
    """A cell goes where none from above is; gaps before one from above are empty."""
    one, two, three, four = (cell(paragraph(text)) for text in "甲乙丙丁")
    high = cell(paragraph("高"), rows=3)
    document = read_elements(
        table_of([one, cell(paragraph("宽"), columns=2), high], [two], [three, four])
    )

    assert grids(document) == [
        [["甲", "宽", "宽", "高"], ["乙", "", "", "高"], ["丙", "丁", "", "高"]]
    ]


def test_endless_table(read_elements: Any) -> None:
    """A cell may claim to span more than there can be."""
    with pytest.raises(InputError, match="表格太大"):
        read_elements(table_of([cell(columns=10**9)]))


@pytest.mark.parametrize("data", [b"", b"{\\rtf1}", FILE.read_bytes()[:3000]])
def test_what_cannot_be_read(data: bytes) -> None:
    """One error that names the file and says what helps."""
    with pytest.raises(InputError) as error:
        read(data, "甲.doc")

    assert error.value.messages == ("甲.doc: 不是 .doc 文档，或已损坏",)
    assert error.value.hint == "用 Word 或 WPS 打开，另存为 .docx 再试"


def test_without_office_oxide(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the extra that is missing."""
    monkeypatch.setitem(sys.modules, "office_oxide", None)

    with pytest.raises(GdqError, match=r"gdquality\[doc\]"):
        read(b"", "a.doc")
