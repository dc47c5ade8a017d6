"""docs/many.md: its questions in SQL are put to a database, and both pages tell the same."""

import doctest
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import ROOT

from gdquality.collection.schema import lay_out

PAGE = (ROOT / "docs" / "many.md").read_text(encoding="utf-8")
SQL = re.compile(r"^```sql\n(.*?)^```", re.MULTILINE | re.DOTALL)
PANDAS = re.compile(r"^    (?:facts|pairs|sizes|led|own|due|notices|\(own).*$", re.MULTILINE)

ANSWERS: list[list[tuple[object, ...]]] = [
    [
        ("广东省工商行政管理局", 1),
        ("广东省市场监督管理局", 1),
        ("广东省质量技术监督局", 1),
        ("长沙市交通运输局", 1),
        ("长沙市教育局", 1),
    ],
    [("2024-03-01", "粤办函〔2024〕553号", 1, "整顿市场")],
    [("", 2.5), ("2016", 2.5), ("2024", 2.0)],
    [("广东省农业厅", "广东省质量技术监督局", 2)],
    [],
    [(f"长沙市{one}", 1) for one in ("教育局", "财政局", "交通运输局", "发展和改革委员会")],
    [("广东省公安厅", 1, "省公安厅")],
    [("2024-06-30", "粤办函〔2024〕553号", "落实情况", "省农业厅")],
    [("2024", 0.0)],
    [],
]


def test_ten_questions(database: Path) -> None:
    """Each question in SQL is answered as it is counted by hand from the three notices."""
    statements = SQL.findall(PAGE)
    assert len(statements) == len(ANSWERS) == 10
    with closing(sqlite3.connect(database)) as connection:
        for statement, expected in zip(statements, ANSWERS, strict=True):
            found = connection.execute(statement).fetchall()
            assert set(expected) <= set(found), statement
            assert bool(found) == bool(expected), statement


def test_every_column_is_told() -> None:
    """The page names each table and each column of the schema."""
    told = {row.split("`")[1]: row for row in PAGE.splitlines() if row.startswith("| `")}
    with closing(sqlite3.connect(":memory:")) as connection:
        lay_out(connection)
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
        ).fetchall()
        for (table,) in tables:
            if table in ("files", "documents", "meta"):
                assert f"`{table}`" in PAGE
                continue
            for column in connection.execute("SELECT name FROM pragma_table_info(?)", (table,)):
                assert f"`{column[0]}`" in told[table], (table, column)


@pytest.mark.parametrize("page", ["many.md", "many.zh-CN.md"])
@pytest.mark.usefixtures("gdq")
def test_python_examples(page: str) -> None:
    """Every `>>>` gives what is printed there."""
    path = str(ROOT / "docs" / page)
    results = doctest.testfile(path, module_relative=False, encoding="utf-8")

    assert (results.attempted > 2, results.failed) == (True, 0)


def test_both_pages_ask_the_same() -> None:
    """The Chinese page has the same questions."""
    chinese = (ROOT / "docs" / "many.zh-CN.md").read_text(encoding="utf-8")

    assert SQL.findall(chinese) == SQL.findall(PAGE)
    assert PANDAS.findall(chinese) == PANDAS.findall(PAGE)
