"""Word files: plain official tables on the page of GB/T 9704-2012."""

import zipfile
from pathlib import Path

import pytest
from conftest import Run
from docx import Document
from docx.document import Document as Word
from docx.shared import Mm

from gdquality.formats.as_docx import file_of
from gdquality.formats.docx_page import ACROSS, UPRIGHT
from gdquality.formats.handout import Handout, Part
from gdquality.formats.layout import cell_len
from gdquality.formats.sheet import Sheet


@pytest.fixture
def agency(gdq: Run, tmp_path: Path) -> Path:
    """Return a Word file of one agency."""
    path = tmp_path / "质监局.docx"
    assert gdq("agency", "质监局", "-o", str(path)).exit_code == 0
    return path


def words(document: Word) -> list[str]:
    """Return the paragraphs outside tables."""
    return [paragraph.text for paragraph in document.paragraphs]


def test_agency(agency: Path) -> None:
    """It says whose tasks and of which notice, what the body is today, and where that is from."""
    document = Document(str(agency))

    text = words(document)
    assert text[0] == "广东省质量技术监督局"
    assert "（粤办函〔2016〕553号）" in text[1]
    assert text[2:5] == [
        "省政府直属机构，牵头 22 项，参与 9 项",
        "今为：广东省市场监督管理局（2018-10-19 合并）",
        "牵头任务（22 项）",
    ]
    assert text[-1].startswith("来源：《广东省人民政府办公厅关于")
    leading, supporting, deadlines = document.tables
    assert [len(one.rows) for one in (leading, supporting)] == [1 + 22, 1 + 9]
    assert [cell.text for cell in leading.rows[0].cells] == [
        *("序号", "重点工作任务", "牵头单位", "参与单位"),
    ]
    assert deadlines.rows[1].cells[0].text == "2016-12-15"


def test_page(agency: Path) -> None:
    """A4 with the margins of the standard, its fonts by name, and the number of the page."""
    document = Document(str(agency))
    section = document.sections[0]
    with zipfile.ZipFile(agency) as archive:
        fonts = archive.read("word/fontTable.xml").decode()
        footer = archive.read("word/footer1.xml").decode()

    sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    assert [round(size.mm) for size in sizes if size] == [210, 297, 28, 26]
    for name in ("方正小标宋简体", "黑体", "仿宋_GB2312"):
        assert f'w:name="{name}"><w:altName' in fonts.replace(">\n    <", "><")
    assert 'w:instr="PAGE"' in footer
    assert document.styles["Table Text"].font.size.pt == 10.5
    assert document.core_properties.author == ""


def test_tables_fit(agency: Path) -> None:
    """A table is no wider than a line; its heading is repeated, and no row broken by a page."""
    for table in Document(str(agency)).tables:
        assert sum(column.width.mm for column in table.columns) <= UPRIGHT.line + 0.1
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert all("w:cantSplit" in row._tr.xml for row in table.rows)


def test_names_are_whole(agency: Path) -> None:
    """A cell of names is broken between them alone."""
    leading, _, _ = Document(str(agency)).tables
    lines = [cell.text.split("\n") for row in leading.rows[1:] for cell in row.cells[2:]]

    assert max(map(len, lines)) > 2
    assert all(line.endswith("、") for cell in lines for line in cell[:-1])


def test_a_list_of_names_has_room(agency: Path) -> None:
    """Of a table the column with most to say is the widest: two long names have room beside."""
    leading, _, _ = Document(str(agency)).tables
    widths = [column.width for column in leading.columns]

    assert max(widths) == widths[-1]
    assert widths[-1] > Mm(45)


@pytest.mark.parametrize("columns", [6, 12, 20])
def test_a_wide_table_is_on_the_page(columns: int, tmp_path: Path) -> None:
    """What has no room upright is on a page that is turned, and never off it."""
    sheet = Sheet(
        tuple((f"k{at}", f"单位{at}") for at in range(columns)),
        (tuple(("广东省食品药品监督管理局", "省质监局") for _ in range(columns)),),
    )
    path = tmp_path / "a.docx"
    path.write_bytes(file_of(Handout("题目", (), (Part("表", sheet),))))

    document = Document(str(path))
    [table] = document.tables
    width = document.sections[0].page_width
    assert width
    assert round(width.mm) == ACROSS.width
    assert sum(column.width.mm for column in table.columns) <= ACROSS.line + 0.1
    assert [cell.text for cell in table.rows[0].cells] == [text for _, text in sheet.columns]


def test_names_and_dates_above_the_table(gdq: Run, tmp_path: Path) -> None:
    """In the lines above a table, too, neither a name nor a date is broken."""
    path = tmp_path / "a.docx"
    gdq("agency", "市场监管局", "-o", str(path))

    [line] = [one for one in words(Document(str(path))) if one.startswith("前身：")]
    assert len(lines := line.split("\n")) > 1
    assert all(one.endswith("（2018-10-19 合并）、") for one in lines[:-1])


def test_marks_are_wide() -> None:
    """A mark is as wide as a character on paper: no name behind one is broken for it."""
    assert cell_len("●省财政厅、") == 12
    assert cell_len("“一网通办”") == 12


def test_matrix(gdq: Run, tmp_path: Path) -> None:
    """Of a matrix, for which no page is wide enough, each task tells who has which mark."""
    path = tmp_path / "a.docx"
    gdq("matrix", "-o", str(path))

    [table] = Document(str(path)).tables
    cells = [cell.text for cell in table.rows[27].cells]
    assert cells == ["27", "加强质量安全多元救济", "●省质监局、○广东保监局、○省民政厅"]


@pytest.mark.parametrize("command", [["task", "1", "21"], ["deadlines"], ["notice"], ["tasks"]])
def test_other_answers(gdq: Run, tmp_path: Path, command: list[str]) -> None:
    """Tasks, deadlines and the notice itself are such files, too."""
    path = tmp_path / "a.docx"
    assert gdq(*command, "-o", str(path)).exit_code == 0

    document = Document(str(path))
    assert "粤办函〔2016〕553号" in "".join(words(document))
    assert document.tables


def test_hostile_text(tmp_path: Path) -> None:
    """Markup and control characters are text."""
    name = "</w:t><b>\x00\x1b\ufffe"
    path = tmp_path / "a.docx"
    path.write_bytes(
        file_of(Handout(name, (name,), (Part("表", Sheet((("a", name),), ((name,),))),)))
    )

    document = Document(str(path))
    assert words(document)[0].startswith("</w:t><b>\\x00\\x1b")
    assert document.tables[0].rows[1].cells[0].text.startswith("</w:t><b>\\x00\\x1b")
