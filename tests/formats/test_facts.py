"""The long table of facts and the network, as files that other programs open."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree as ET

import pyarrow.parquet as pq
import pytest
from conftest import Run
from openpyxl import load_workbook

import gdquality
from gdquality.formats.graph import graphml
from gdquality.queries.fact_table import Fact
from gdquality.queries.network import Edge, network

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"


def written(gdq: Run, path: Path, *options: str) -> Path:
    """Export to `path`, and return it."""
    result = gdq("export", "-o", str(path), *options)
    assert result.exit_code == 0, result.stderr
    return path


def test_facts_are_all_mentions() -> None:
    """Each mention of each task is a fact, in printed order."""
    data = gdquality.load()
    facts = data.facts()

    assert [(one.task, one.text, one.agency) for one in facts] == [
        (task.number, one.text, one.agency)
        for task in data.notice.tasks
        for one in task.every_mention
    ]
    assert len(facts) == 262
    assert {one.notice for one in facts} == {int(data.notice.source.sha256[:13], 16)}


def test_parquet_and_database_hold_the_facts(gdq: Run, tmp_path: Path) -> None:
    """What is read back by another library is what was asked."""
    table = pq.read_table(written(gdq, tmp_path / "a.parquet"))
    path = written(gdq, tmp_path / "a.db")

    facts = [Fact(**row) for row in table.to_pylist()]
    assert tuple(facts) == gdquality.load().facts()
    assert tuple(gdquality.load_collection(path).facts()) == gdquality.load().facts()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM facts").fetchone() == (262,)


def test_a_notice_without_tasks(gdq: Run, tmp_path: Path) -> None:
    """There is a table with columns and no rows."""
    source = "tests/cases/notices/nobody-is-given-anything.txt"
    table = pq.read_table(written(gdq, tmp_path / "a.parquet", "--data", source))

    assert (table.num_rows, table.column_names) == (0, list(Fact.__slots__))


@pytest.mark.parametrize("narrowing", [(), ("--notice", "553")])
def test_many_notices(narrowing: tuple[str, ...], gdq: Run, database: Path, tmp_path: Path) -> None:
    """Every kind of file holds the facts of the notices that are asked, and no others."""
    options = ("--data", str(database), *narrowing)
    count = 2 if narrowing else 12
    text = written(gdq, tmp_path / "a.csv", *options).read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    book = load_workbook(written(gdq, tmp_path / "a.xlsx", *options))
    records = json.loads(written(gdq, tmp_path / "a.json", *options).read_text(encoding="utf-8"))
    markdown = written(gdq, tmp_path / "a.md", *options).read_text(encoding="utf-8")

    assert len(rows) == count
    assert rows[0]["单位全称"] == "广东省市场监督管理局"
    assert rows[0]["发文字号"] == "粤办函〔2024〕553号"
    assert pq.read_table(written(gdq, tmp_path / "a.parquet", *options)).num_rows == count
    assert book.sheetnames == ["通知", "任务", "单位", "分工", "报送要求"]
    # Below a title and what it is of, what it was narrowed by, and the headings.
    assert book["分工"].max_row == count + 3 + bool(narrowing)
    assert records[0]["document_number"] == "粤办函〔2024〕553号"
    assert f"\n{markdown}".count("\n# ") == len(records) == (1 if narrowing else 3)
    copy = written(gdq, tmp_path / "a.db", *options)
    asked = ("agencies", "-f", "json", "--data")
    assert gdq(*asked, str(copy)) == gdq(*asked, str(database), *narrowing)
    with closing(sqlite3.connect(copy)) as connection:
        found = connection.execute("SELECT count(*) FROM documents").fetchone()
    assert found == (len(records),)


def fact(task: int, role: gdquality.Role, agency: str, number: str) -> Fact:
    """Return a fact of a notice of that number."""
    return Fact(hash(number), number, None, "广东省", task, "", role, agency, agency, derived=False)


def test_network() -> None:
    """One leads whoever does not; those of one side are beside each other, each pair once."""
    facts = [
        fact(1, "lead", "B", "粤〔2016〕1号"),
        fact(1, "lead", "A", "粤〔2016〕1号"),
        fact(1, "support", "C", "粤〔2016〕1号"),
        fact(1, "support", "C", "粤〔2016〕1号"),
        fact(2, "lead", "A", "粤〔2016〕1号"),
        fact(2, "responsible", "C", "粤〔2016〕1号"),
        fact(1, "responsible", "C", "粤〔2017〕1号"),
        fact(1, "support", "D", "粤〔2017〕1号"),
    ]

    assert network(facts) == [
        ("A", "C", "leads", "", "", 2),
        ("A", "B", "beside", "", "", 1),
        ("B", "C", "leads", "", "", 1),
        ("C", "D", "beside", "", "", 1),
    ]
    by_year = network(facts, ["year", "jurisdiction"])
    assert ("C", "D", "beside", "2017", "广东省", 1) in by_year


def test_partners_and_network_agree() -> None:
    """The network of a notice counts as `gdq partners` does, body by body."""
    data = gdquality.load()
    edges = {edge[:3]: edge.weight for edge in network(data.facts())}
    own = "广东省质量技术监督局"

    for one in data.partners("质监局"):
        first, second = sorted((own, one.agency))
        assert edges.get((own, one.agency, "leads"), 0) == one.led
        assert edges.get((one.agency, own, "leads"), 0) == one.under
        assert edges.get((first, second, "beside"), 0) == one.beside


def test_network_as_files(gdq: Run, tmp_path: Path) -> None:
    """GraphML has every body as a node, and as many edges as the CSV has rows."""
    graph, table = tmp_path / "a.graphml", tmp_path / "a.csv"
    assert gdq("network", "-o", str(graph)).exit_code == 0
    assert gdq("network", "-o", str(table), "--by", "year").stderr.endswith(
        "48 个单位，538 条连线\n"
    )

    text = graph.read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8"))))
    assert (text.count("<node "), text.count("<edge ")) == (48, 538)
    assert '<data key="kind">provincial-department</data>' in text
    assert (len(rows), rows[0]["year"], rows[0]["weight"]) == (538, "2016", "13")


def test_names_in_graphml_are_escaped() -> None:
    """What XML would take for markup, or not bear at all, is text."""
    edge = Edge('市"交通<局', "市&财政\x1b局", "leads", "", "", 1)

    root = ET.fromstring(graphml([edge], {}))  # noqa: S314 -- of our own making

    assert {node.get("id") for node in root.iter(f"{GRAPHML}node")} == {
        '市"交通<局',
        "市&财政\\x1b局",
    }
