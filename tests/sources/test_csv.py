"""Tables with delimiters: any of the usual, in any of the usual encodings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seen import Seen, seen

from gdquality.errors import InputError
from gdquality.records import Place
from gdquality.sources import csv
from gdquality.sources.csv import delimiter_of
from gdquality.sources.interface import Table
from gdquality.sources.recognition import read_source

ROWS = [["序号", "任务", "单位"], ["1", "甲，乙", "丙"], ["2", "丁", ""]]


def text(rows: list[list[str]], delimiter: str) -> str:
    """Return rows as a text, a line each."""
    return "".join(delimiter.join(row) + "\n" for row in rows)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_delimiters_and_encodings(delimiter: str, encoding: str) -> None:
    """The delimiter is found, and so is the encoding."""
    document = csv.read(text(ROWS, delimiter).encode(encoding), "t.csv")

    assert seen(document) == [ROWS]
    assert not document.remarks


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            '序号,任务\n1,"甲\n乙"\n2,"丙""丁"""\n',
            [["序号", "任务"], ["1", "甲\n乙"], ["2", '丙"丁"']],
        ),
        (
            "分工表\n序号,任务,单位\n1,甲,乙\n",
            [["分工表", "", ""], ["序号", "任务", "单位"], ["1", "甲", "乙"]],
        ),
        (
            "分工表,,\n序号,任务,单位\n,,\n1,甲\n",
            [["分工表", "", ""], ["序号", "任务", "单位"], ["1", "甲", ""]],
        ),
        ("sep=;\n序号;任务\n1;甲,乙\n", [["序号", "任务"], ["1", "甲,乙"]]),
        ('序号, 任务\n1, "甲,乙"\n', [["序号", "任务"], ["1", "甲,乙"]]),
    ],
)
def test_rows(source: str, expected: list[list[str]]) -> None:
    """Quotation marks keep breaks and delimiters; blank rows are left out, short ones filled."""
    assert seen(csv.read(source.encode(), "t.csv")) == [expected]


def test_places() -> None:
    """Places are those that a workbook shows, whatever breaks a cell has."""
    (table,) = csv.read('序号,任务\n\n1,"甲\n乙"\n2,丙\n'.encode(), "t.csv").blocks

    assert isinstance(table, Table)
    assert [row[1].place for row in table.rows] == [Place(1, 2), Place(3, 2), Place(4, 2)]


def test_unpaired_quotes() -> None:
    """A mark that is never closed does not swallow the rest."""
    document = read_source('序号,任务\n1,"甲\n2,乙\n3,丙\n'.encode(), "t.csv")

    assert seen(document) == [[["序号", "任务"], ["1", '"甲'], ["2", "乙"], ["3", "丙"]]]
    assert [remark.code for remark in document.remarks] == ["unpaired-quotes"]


@pytest.mark.parametrize(
    "prose",
    [
        "",
        "通知\n",
        "各地,各部门:\n现将通知印发,请遵照执行.\n",
        "各地,各部门,各单位:\n现将通知印发,请遵照执行,谢谢.\n",
        "一,加强领导。\n二,加强监督。\n三,加强宣传。\n",
        "通知\n各部门：\n如下\n附件\n序号\t任务\t单位\n1\t甲\t乙\n完\n",
        "甲\n乙\n丙\n丁\n1,2\n3,4\n戊\n己\n庚\n辛\n",
    ],
)
def test_prose(prose: str) -> None:
    """Prose has commas, too, and is no table."""
    assert not delimiter_of(prose)


def test_too_large() -> None:
    """Endless delimiters are refused before they take memory."""
    with pytest.raises(InputError, match="表格太大"):
        csv.read(b"a,b\n1,2\n" + b"," * 2_000_000, "t.csv")


@given(st.text('甲,;\t"\n\r 1=sep', max_size=60))
def test_any_text(source: str) -> None:
    """Whatever is no table still is read, and loses no character."""
    shown: Seen = seen(csv.read(source.encode(), "t.csv"))

    assert str(shown).count("甲") == source.count("甲")
