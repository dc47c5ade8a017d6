"""The place of a word inside a cell or paragraph, as exactly as the format of its source tells it."""

import csv
import io
from collections.abc import Callable, Sequence

import pytest
from conftest import ROOT
from office_writers import write_docx, write_xls, write_xlsx

from gdquality.names.registry import Registry
from gdquality.parsing import parse
from gdquality.records import Place

Rows = Sequence[Sequence[str]]

ROWS = [
    ["工作任务", "责任单位", "完成时限"],
    ["办好学校", "市教育局、把事情办好", "2019年底"],
    ["植树", "市林业局", "2019年底"],
]


def as_text(rows: Rows) -> bytes:
    """Write a notice with a table of tabs."""
    return "\n".join(["通知", *("\t".join(row) for row in rows)]).encode()


def as_markdown(rows: Rows) -> bytes:
    """Write a table of bars."""
    lines = ["|" + "|".join(row) + "|" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]).encode()


def as_csv(rows: Rows) -> bytes:
    """Write a table as workbooks do."""
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    return stream.getvalue().encode()


def as_page(rows: Rows) -> bytes:
    """Write a page with a table."""
    lines = ("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows)
    return f"<html><body><table>{''.join(lines)}</table></body></html>".encode()


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (as_text, Place(3, 11)),
        (as_markdown, Place(3, 12)),
        (as_csv, Place(2, 2)),
        (as_page, Place(2, 2, "表1")),
        (write_docx, Place(2, 2, "表1")),
        (write_xlsx, Place(2, 2, "分工")),
        (write_xls, Place(2, 2, "分工")),
    ],
)
def test_words_in_a_cell(
    write: Callable[[Rows], bytes], expected: Place, registry: Registry
) -> None:
    """Columns are characters in the lines of a text, and cells in a table that has cells."""
    notice = parse(write(ROWS), "分工", registry, "长沙市")

    assert [remark.place for remark in notice.remarks] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # In a cell of several lines nobody counts on from the first.
        (
            "+----+--------+\n|任务|责任单位|\n+----+--------+\n|植树|市林业局、|\n|    |做好它|\n+----+--------+\n",
            [Place(4, 5)],
        ),
        # The prose of a table that only lays out a page.
        ("甲,乙\n1,一、植树。（责任单位：市林业局、做好它）\n2,丙\n", [Place(2, 2)]),
        ("甲\t乙\t丙\n1\t一、植树。（责任单位：市林业局、做好它）\t\n丁\n", [Place(2, 19)]),
    ],
)
def test_other_places(text: str, expected: list[Place], registry: Registry) -> None:
    """A place that cannot be told to the character is that of the whole cell."""
    notice = parse(text.encode(), "分工", registry)

    assert [remark.place for remark in notice.remarks if remark.code == "unread-words"] == expected


def test_places_in_wrapped_lines(registry: Registry) -> None:
    """A name in a paragraph that is broken at the width of a page is where its line has it."""
    source = ROOT / "tests/cases/notices/wrapped-lines.txt"

    notice = parse(source.read_bytes(), source.name, registry)

    printed = [(one.text[:6], one.place) for task in notice.tasks for one in task.printed]
    assert printed[:2] == [("（责任单位：", Place(3, 18)), ("（市市场监管", Place(7, 8))]
