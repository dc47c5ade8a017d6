"""Workbooks: what is shown on their sheets."""

import io
from datetime import date

import openpyxl
import pytest
import xlsxwriter
from office_files import grids, relationships, xlsx, zipped

from gdquality.errors import InputError
from gdquality.records import Place
from gdquality.sources.interface import SourceDocument, Table
from gdquality.sources.xlsx import read


def rows(*lines: str) -> str:
    """Return the XML of rows of cells, each row the XML of its `c`."""
    return f"<sheetData>{''.join(f'<row>{line}</row>' for line in lines)}</sheetData>"


def t(text: str, reference: str = "") -> str:
    """Return a cell of a text."""
    at = f' r="{reference}"' if reference else ""
    return f'<c{at} t="inlineStr"><is><t>{text}</t></is></c>'


def one_sheet(
    sheet: str, *, strings: str = "", styles: str = "", workbook: str = ""
) -> SourceDocument:
    """Read a workbook of one sheet."""
    return read(xlsx({"表": sheet}, strings=strings, styles=styles, workbook=workbook), "a.xlsx")


def test_sheet_from_its_first_cell() -> None:
    """A table that begins at B3 has its rows and columns as the sheet counts them."""
    document = one_sheet(rows(t("任务", "B3") + t("牵头", "C3"), t("一", "B4") + t("甲", "C4")))

    table = document.blocks[0]
    assert isinstance(table, Table)
    assert grids(document) == [[["", "", ""], ["", "", ""], ["", "任务", "牵头"], ["", "一", "甲"]]]
    assert table.rows[3][2].place == Place(4, 3, "表")
    assert (document.format, table.place) == ("xlsx", Place(1, part="表"))


def test_cells_without_references() -> None:
    """Rows and cells that do not say where they are follow each other."""
    document = one_sheet(rows(t("甲") + t("乙"), t("丙") + t("丁", "D2") + t("戊")))

    assert grids(document) == [[["甲", "乙", "", "", ""], ["丙", "", "", "丁", "戊"]]]


def test_rows_before_the_first() -> None:
    """There is no row 0."""
    document = one_sheet(f'<sheetData><row r="0">{t("甲")}</row></sheetData>')

    assert grids(document) == [[["甲"]]]


def test_least_workbook() -> None:
    """A workbook may have neither strings nor styles, and a sheet that is a chart."""
    parts = {
        "_rels/.rels": relationships({"xl/book.xml": "officeDocument"}),
        "xl/_rels/book.xml.rels": relationships({"a.xml": "worksheet", "b.xml": "chartsheet"}),
        "xl/book.xml": '<workbook><sheet name="一" id="r1"/><sheet name="图" id="r2"/></workbook>',
        "xl/a.xml": f"<worksheet>{rows('<c><v>1</v></c>')}</worksheet>",
    }

    assert grids(read(zipped(parts), "a.xlsx")) == [[["1"]]]


def test_merges() -> None:
    """A merged cell is one cell; a title may be wider than the table under it."""
    merges = "".join(f'<mergeCell ref="{ref}"/>' for ref in ("A1:D1", "A2:A3", "C2:B3", "x"))
    document = one_sheet(
        rows(t("标题"), t("序号") + t("任务") + t("牵头"), t("盖住的") + t("一") + t("甲"))
        + f"<mergeCells>{merges}</mergeCells>"
    )

    table = document.blocks[0]
    assert isinstance(table, Table)
    assert grids(document) == [
        [["标题"] * 4, ["序号", "任务", "牵头", ""], ["序号", "一", "甲", ""]]
    ]
    assert table.rows[0][0] is table.rows[0][3]
    assert table.rows[1][0] is table.rows[2][0]


@pytest.mark.parametrize("ref", ["A1:XFD1", "A1:B1048576", "A1:XFD1048576"])
def test_merges_of_whole_rows_and_columns(ref: str) -> None:
    """They do not make the table as large as the sheet."""
    document = one_sheet(
        rows(t("标题"), t("一") + t("甲")) + f'<mergeCells><mergeCell ref="{ref}"/></mergeCells>'
    )

    (grid,) = grids(document)
    assert (len(grid), len(grid[0])) == (2, 2)
    assert grid[0][0] == "标题"


def test_merges_that_overlap() -> None:
    """Of merges that cannot be, the first holds; none is followed without end."""
    merges = '<mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/>' + '<mergeCell ref="A1:C3"/>' * 1000
    document = one_sheet(
        rows(t("1") + t("2") + t("3"), t("4") + t("5") + t("6"), t("7") + t("8") + t("9"))
        + f"<mergeCells>{merges}</mergeCells>"
    )

    assert grids(document) == [[["1", "1", "3"], ["1", "1", "6"], ["7", "8", "9"]]]


class TestSheets:
    """Sheets in their order; what is hidden is told of."""

    def test_hidden_sheets_are_left_out(self) -> None:
        """With a remark."""
        sheet = rows(t("甲") + t("乙"))
        states = {"草稿": "hidden", "宏": "veryHidden"}
        data = xlsx(
            {"一": sheet, "草稿": sheet, "空": rows(), "宏": sheet, "二": sheet}, states=states
        )

        document = read(data, "a.xlsx")

        assert [block.place.part for block in document.blocks] == ["一", "二"]
        assert [(remark.code, remark.message) for remark in document.remarks] == [
            ("hidden-sheet", "工作表“草稿”是隐藏的，没有读"),
            ("hidden-sheet", "工作表“宏”是隐藏的，没有读"),
        ]

    def test_hidden_rows_and_columns_are_read(self) -> None:
        """With a remark, if there is anything in them."""
        document = one_sheet(
            '<cols><col min="2" max="3" hidden="1"/></cols><sheetData>'
            f'<row r="1">{t("甲")}{t("乙")}</row><row r="2" hidden="1">{t("丙")}</row>'
            '<row r="3" hidden="1"/></sheetData>'
        )

        assert grids(document) == [[["甲", "乙"], ["丙", ""]]]
        assert [(r.code, r.message, r.place) for r in document.remarks] == [
            ("hidden-rows", "隐藏的行也读了：第 2 行", Place(2, part="表")),
            ("hidden-columns", "隐藏的列也读了：B 列", Place(1, 2, "表")),
        ]

    def test_many_hidden_rows(self) -> None:
        """The first ten are named."""
        hidden = "".join(f'<row r="{i}" hidden="1">{t("甲")}</row>' for i in range(1, 13))

        document = one_sheet(f"<sheetData>{hidden}</sheetData>")

        assert document.remarks[0].message == (
            "隐藏的行也读了：第 1、2、3、4、5、6、7、8、9、10 等 12 行"
        )


class TestValues:
    """Cells say what they show."""

    def test_shared_strings(self) -> None:
        """Runs are joined, pinyin over the characters is none of the text."""
        strings = (
            "<si><r><t>省发展</t></r><r><rPr><b/></rPr><t>改革委</t></r>"
            '<rPh sb="0" eb="1"><t>shěng</t></rPh></si>'
            "<si><t> 甲_x000D_\n 乙_x0001__xD800_ _x</t></si>"
        )
        cells = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"/>'

        assert grids(one_sheet(rows(cells), strings=strings)) == [[["省发展改革委", "甲\n乙 _x"]]]

    def test_kinds(self) -> None:
        """Numbers, booleans, errors, texts of formulas, ISO dates, and what is no number."""
        cells = (
            "<c><v>3.0</v></c><c><v>0.30000000000000004</v></c>"
            '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c>'
            '<c t="str"><f>A1</f><v>文</v></c><c t="d"><v>?</v></c>'
        )

        assert grids(one_sheet(rows(cells))) == [
            [["3", "0.3", "TRUE", "FALSE", "#REF!", "文", "?"]]
        ]

    def test_formats(self) -> None:
        """Built-in numbers of formats are those of Chinese; a file's own come first."""
        styles = (
            '<numFmts><numFmt numFmtId="180" formatCode="yyyy&quot;年&quot;m&quot;月底前&quot;"/></numFmts>'
            '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="180"/><xf numFmtId="9"/></cellXfs>'
            '<dxfs><dxf><numFmt numFmtId="180" formatCode="0"/></dxf></dxfs>'
        )
        cells = (
            "".join(f'<c s="{s}"><v>46053</v></c>' for s in range(4)) + '<c s="4"><v>0.25</v></c>'
        )

        cells += '<c s="1" t="d"><v>2026-01-31T00:00:00</v></c><c><v>1.5E-2</v></c>'

        assert grids(one_sheet(rows(cells), styles=styles)) == [
            [
                [
                    "46053",
                    "2026年1月31日",
                    "2026年1月",
                    "2026年1月底前",
                    "25%",
                    "2026年1月31日",
                    "0.015",
                ]
            ]
        ]

    def test_days_since_1904(self) -> None:
        """A workbook may count days from 1904."""
        document = one_sheet(
            rows('<c s="1"><v>44591</v></c>'),
            styles='<cellXfs><xf/><xf numFmtId="31"/></cellXfs>',
            workbook='<workbookPr date1904="1"/>',
        )

        assert grids(document) == [[["2026年1月31日"]]]

    def test_formulas_without_values(self) -> None:
        """They are told of: only a program that calculates can say what they show."""
        document = one_sheet(
            rows(
                t("甲")
                + "<c><f>1+1</f></c><c><f>2</f><v></v></c>"
                + '<c t="str"><f>""</f><v></v></c>'
            )
        )

        (remark,) = document.remarks
        assert grids(document) == [[["甲"]]]
        assert remark.code == "formula-without-value"
        assert remark.message.startswith("有 2 个公式没有存下结果，没有读，第一个在 B1")


def test_files_of_other_libraries() -> None:
    """What openpyxl and XlsxWriter write."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["任务", "牵头单位", "期限"])
    sheet.append(["一", "财政厅\n商务厅", date(2026, 1, 31)])
    sheet["C2"].number_format = 'yyyy"年"m"月"d"日"'
    by_openpyxl = io.BytesIO()
    book.save(by_openpyxl)
    by_xlsxwriter = io.BytesIO()
    with xlsxwriter.Workbook(by_xlsxwriter, {"in_memory": True}) as other:
        page = other.add_worksheet("分工")
        day = other.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
        page.write_row(0, 0, ["任务", "牵头单位", "期限"])
        page.write_row(1, 0, ["一", "财政厅\n商务厅"])
        page.write_datetime(1, 2, date(2026, 1, 31), day)

    expected = [["任务", "牵头单位", "期限"], ["一", "财政厅\n商务厅", "2026年1月31日"]]
    assert grids(read(by_openpyxl.getvalue(), "a.xlsx")) == [expected]
    assert grids(read(by_xlsxwriter.getvalue(), "a.xlsx")) == [expected]


def test_what_stands_beside_the_cells() -> None:
    """Comments and text boxes are told of; a chart or a box without text says nothing."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        first, second = (book.add_worksheet(name) for name in ("分工", "附表"))
        for page, text in ((first, "由省质监局牵头"), (second, "")):
            page.write(0, 0, "任务")
            page.insert_textbox("C3", text)
        second.write_comment("A1", "再议")

    document = read(file.getvalue(), "a.xlsx")

    assert grids(document) == [[["任务"]], [["任务"]]]
    assert [(remark.code, remark.message, remark.place.part) for remark in document.remarks] == [
        ("embedded-object", "工作表“分工”的文本框里有“由省质监局牵头”，没有读", "分工"),
        ("unread-comments", "工作表“附表”有 1 条批注，没有读", "附表"),
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"no zip", "文件不完整或已损坏"),
        (xlsx({"表": rows(t("甲"))})[:-30], "文件不完整或已损坏"),
        (xlsx({"表": "<c></row>"}), "文件不完整或已损坏"),
        (xlsx({"表": rows('<c t="s"><v>7</v></c>')}), "文件不完整或已损坏"),
        (xlsx({"表": rows(t("甲", "A1"), t("乙", "XFD1048576"))}), "工作表“表”：表格太大"),
        (
            zipped({"_rels/.rels": relationships({"xl/w.bin": "officeDocument"}), "xl/w.bin": b""}),
            "这是二进制工作簿（.xlsb）",
        ),
        (xlsx({}).replace(b"xl/workbook.xml", b"xl/workbuch.xml"), "压缩包里没有工作簿"),
    ],
    ids=[
        "no zip",
        "truncated",
        "no XML",
        "string missing",
        "a cell too far away",
        "binary",
        "part missing",
    ],
)
def test_what_cannot_be_read(data: bytes, message: str) -> None:
    """One error that names the file."""
    with pytest.raises(InputError) as error:
        read(data, "甲.xlsx")

    assert error.value.messages[0].startswith(f"甲.xlsx: {message}")
