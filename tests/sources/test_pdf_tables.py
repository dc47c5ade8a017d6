"""Tables of one page: the grid that is ruled, and the text in it."""

import pytest
from pdf_sheets import HEIGHT, WIDTH, Row, Sheets

from gdquality.records import Place
from gdquality.sources.interface import Table
from gdquality.sources.pdf.document import document

HEADING = ("序号", "重点工作任务", "牵头单位", "参与单位")
ROW = ("1", "提升工程质量", "省住房城乡建设厅", "省交通运输厅、水利厅")


def tables(sheets: Sheets) -> list[Table]:
    """Return the tables in a file."""
    blocks = document(sheets.data(), "a.pdf").blocks
    return [block for block in blocks if isinstance(block, Table)]


def grid(table: Table) -> list[list[str]]:
    """Return the text of a table's cells."""
    return [[cell.text for cell in row] for row in table.rows]


def test_a_ruled_table() -> None:
    """Cells stand where rules enclose them, and know their page, row and column."""
    sheets = Sheets()
    sheets.table(100, [HEADING, ROW])

    [table] = tables(sheets)

    assert grid(table) == [list(HEADING), list(ROW)]
    assert table.rows[1][2].place == Place(2, 3, "第1页")
    assert table.place == Place(1, 0, "第1页")


def test_merged_cells_are_one() -> None:
    """A merged cell is the same object at all its places, an empty one stays empty."""
    sheets = Sheets()
    rows: list[Row] = [
        (("序号", 2, 1), ("任务", 2, 1), ("责任单位", 1, 2), None),
        (None, None, "牵头", "配合"),
        (("1", 2, 1), "甲", ("省财政厅", 2, 1), "省教育厅"),
        (None, "乙", None, ""),
    ]
    sheets.table(100, rows)

    [table] = tables(sheets)

    assert grid(table) == [
        ["序号", "任务", "责任单位", "责任单位"],
        ["序号", "任务", "牵头", "配合"],
        ["1", "甲", "省财政厅", "省教育厅"],
        ["1", "乙", "省财政厅", ""],
    ]
    assert table.rows[2][2] is table.rows[3][2]
    assert table.rows[0][2] is table.rows[0][3]
    assert table.rows[3][3] is not table.rows[2][3]


@pytest.mark.parametrize("thick", [0.4, 1.5, 3.0])
def test_narrow_rectangles_are_rules(thick: float) -> None:
    """Browsers fill rectangles of up to 3 pt for rules."""
    sheets = Sheets()
    for y in (100, 130, 160):
        sheets.fill(50, y, 350 + thick, y + thick)
    for x in (50, 150, 350):
        sheets.fill(x, 100, x + thick, 160 + thick)
    for y, row in ((120, ("任务", "单位")), (150, ("甲", "省财政厅"))):
        for x, text in zip((60, 160), row, strict=True):
            sheets.text(x, y, text)

    assert [grid(table) for table in tables(sheets)] == [[["任务", "单位"], ["甲", "省财政厅"]]]


def test_dots_are_rules() -> None:
    """Some print a dotted border dot by dot."""
    sheets = Sheets()
    for y in (100, 130, 160):
        for step in range(200):
            sheets.fill(50 + step * 1.5, y, 50.75 + step * 1.5, y + 0.75)
    for x in (50, 150, 348.5):
        for step in range(41):
            sheets.fill(x, 100 + step * 1.5, x + 0.75, 100.75 + step * 1.5)
    sheets.text(60, 120, "任务")
    sheets.text(160, 150, "省财政厅")

    assert [grid(table) for table in tables(sheets)] == [[["任务", ""], ["", "省财政厅"]]]


def test_shaded_cells_without_rules() -> None:
    """Cells that are shaded and divided by white are a table as well."""
    sheets = Sheets()
    for row, y in enumerate((100, 131)):
        for x0, x1, text in ((50, 149, "任务"), (150, 350, "省财政厅")):
            sheets.fill(x0, y, x1, y + 30, grey=0.8)
            sheets.text(x0 + 8, y + 20, f"{text}{row}")

    [table] = tables(sheets)

    assert grid(table) == [["任务0", "省财政厅0"], ["任务1", "省财政厅1"]]


def test_shading_divides_where_no_rule_does() -> None:
    """The shading of a heading ends where the heading does, though its lower rule is missing."""
    sheets = Sheets()
    sheets.fill(48, 100, 248, 130, grey=0.8)
    sheets.table(100, [("任务\n推进", "单位\n省财政厅")], (100, 100), heights=[60])

    [table] = tables(sheets)

    assert grid(table) == [["任务", "单位"], ["推进", "省财政厅"]]


def test_a_table_without_sides() -> None:
    """Where the outer rules are left out, the level ones tell how far the table goes."""
    sheets = Sheets()
    for y in (100, 130, 160):
        sheets.rule(50, y, 450, y)
    for x in (150, 300):
        sheets.rule(x, 100, x, 160)
    for y, row in ((120, HEADING[:3]), (150, ROW[:3])):
        for x, text in zip((60, 160, 310), row, strict=True):
            sheets.text(x, y, text)

    assert [grid(table) for table in tables(sheets)] == [[list(HEADING[:3]), list(ROW[:3])]]


def test_cells_with_borders_of_their_own() -> None:
    """Rules a hair apart are one: a browser gives each cell its own border, or a double one."""
    sheets = Sheets()
    for number, y in enumerate((100, 132)):
        for x, text in ((50, f"甲{number}"), (152, f"乙{number}")):
            for inset in (0, 1.5):
                right, bottom = x + 100 - inset, y + 30 - inset
                sheets.rule(x + inset, y + inset, right, y + inset)
                sheets.rule(x + inset, bottom, right, bottom)
                sheets.rule(x + inset, y + inset, x + inset, bottom)
                sheets.rule(right, y + inset, right, bottom)
            sheets.text(x + 10, y + 20, text)

    assert [grid(table) for table in tables(sheets)] == [[["甲0", "乙0"], ["甲1", "乙1"]]]


def test_two_tables_on_a_page() -> None:
    """Two tables are two, each with its place, and what stands between them is a paragraph."""
    sheets = Sheets()
    end = sheets.table(100, [HEADING, ROW])
    sheets.text(48, end + 30, "附件2")
    sheets.table(end + 50, [HEADING, ("2", "乙", "省财政厅", "")])

    blocks = document(sheets.data(), "a.pdf").blocks

    assert [type(block).__name__ for block in blocks] == ["Table", "Paragraph", "Table"]
    assert blocks[2].place == Place(1, 0, "第1页表2")
    assert blocks[1].place == Place(1, 0, "第1页")


def test_what_is_no_table() -> None:
    """A frame, an underlined word and the rule under a running head enclose no cells."""
    sheets = Sheets()
    sheets.rule(48, 40, 548, 40)
    sheets.rule(48, 80, 548, 80)
    sheets.rule(48, 80, 48, 200)
    sheets.rule(548, 80, 548, 200)
    sheets.rule(48, 200, 548, 200)
    sheets.text(60, 100, "附件")
    sheets.rule(60, 102, 84, 102)

    assert tables(sheets) == []


def test_underlined_text_does_not_divide() -> None:
    """What is underlined in a cell stays in it."""
    sheets = Sheets()
    sheets.table(100, [HEADING, ("1", "甲", "省财政厅\n省教育厅", "")], heights=[30, 50])
    sheets.rule(254, 150, 302, 150)

    assert grid(tables(sheets)[0])[1] == ["1", "甲", "省财政厅\n省教育厅", ""]


def test_a_table_in_a_cell_is_its_text() -> None:
    """A small table in a cell is text of the cell; a frame around a table is no table."""
    inner, outer = Sheets(), Sheets()
    inner.table(100, [HEADING, ("1", "甲", "", "")], heights=[30, 200])
    inner.table(170, [("子项一", "子项二")], (60, 60), x=98)
    outer.table(80, [("菜单", "")], (80, 430), heights=[500])
    outer.table(120, [HEADING, *[ROW] * 14], (40, 120, 120, 130), x=138)

    assert [grid(table)[1] for table in tables(inner)] == [["1", "甲\n子项一 子项二", "", ""]]
    [table] = tables(outer)
    assert len(table.rows) == 15


def test_a_wrapped_name_is_one() -> None:
    """A line without room for the beginning of the next goes on in it; one with room was ended."""
    sheets = Sheets()
    wrapped = "省发展改革委、经济和\n信息化委"
    sheets.table(100, [HEADING, ("1", "甲", wrapped, "省财政厅\n省教育厅")], heights=[30, 60])

    [table] = tables(sheets)

    assert table.rows[1][2].text == "省发展改革委、经济和信息化委"
    assert table.rows[1][3].text == "省财政厅\n省教育厅"


@pytest.mark.parametrize(
    ("lines", "width"),
    [("累计完成150\n个以上项目", 91), ("到\n2025年", 49), ("5G基站2000\n个，2024年建", 100)],
)
def test_a_wrap_beside_a_number(lines: str, width: float) -> None:
    """A line needs room for the blank at a number, and for what stays with its mark: 个，2024."""
    sheets = Sheets()
    widths = (40, width, 140, 160)
    sheets.table(100, [HEADING, ("1", lines, "省财政厅", "")], widths, heights=[30, 60])

    assert tables(sheets)[0].rows[1][1].text == lines.replace("\n", "")


def test_centred_lines_that_were_ended() -> None:
    """Names in the middle of a cell, one a line, are not run together."""
    sheets = Sheets()
    sheets.table(100, [HEADING, ("1", "甲", "", "")], heights=[30, 60])
    for y, name in ((148, "省财政厅"), (164, "省教育厅")):
        sheets.canvas.drawCentredString(318, HEIGHT - y, name)

    assert tables(sheets)[0].rows[1][2].text == "省财政厅\n省教育厅"


def test_a_mark_that_hangs_out_of_its_cell() -> None:
    """A 、 that hangs over the rule belongs to the cell in which it begins."""
    sheets = Sheets()
    sheets.table(100, [HEADING, ("1", "甲", "", "省水利厅")], heights=[30, 60])
    sheets.text(257, 148, "省发展改革委科技财政、")
    sheets.text(257, 164, "省教育厅")
    assert 257 + 11 * 12 > 248 + 140

    [table] = tables(sheets)

    assert table.rows[1][2].text == "省发展改革委科技财政、省教育厅"
    assert table.rows[1][3].text == "省水利厅"


def test_printed_twice_is_read_once() -> None:
    """Bold that is made by printing twice, a hair apart, is read once; 人人 is two."""
    sheets = Sheets()
    sheets.table(100, [HEADING, ROW])
    for shift in (0, 0.4):
        sheets.text(54 + shift, 180, "人人有责")

    found = document(sheets.data(), "a.pdf").blocks[-1]

    assert getattr(found, "text", "") == "人人有责"


@pytest.mark.parametrize(
    ("printed", "read"),
    [("⼯⾰", "工革"), ("⼈⺠政府", "人民政府"), ("⻋⻔⻅⻓⻛", "车门见长风"), ("⼾籍", "户籍")],
)
def test_radicals_are_characters(printed: str, read: str) -> None:
    """Fonts draw ⼯ and 工 alike, and some files keep the wrong one of the two."""
    sheets = Sheets()
    sheets.table(100, [HEADING, ("1", printed, "", "")])

    assert tables(sheets)[0].rows[1][1].text == read


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("told", [False, True])
def test_turned_pages(turned: int, told: bool) -> None:  # noqa: FBT001 -- a parameter
    """A page is read the way its text runs, whether the file says that it is turned or not."""
    sheets = Sheets()
    if told:
        sheets.canvas.setPageRotation(turned)
    # The table is in the middle of the page, however it is turned.
    sheets.canvas.translate(WIDTH / 2, HEIGHT / 2)
    sheets.canvas.rotate(turned)
    sheets.canvas.translate(-48 - 340 / 2, -(HEIGHT - 330))
    sheets.table(300, [HEADING, ROW], (40, 80, 100, 120))

    assert [grid(table) for table in tables(sheets)] == [[list(HEADING), list(ROW)]]


def test_text_on_its_side_and_downwards() -> None:
    """A label may be turned on its side, or written downwards; a watermark aslant is told."""
    sheets = Sheets()
    rows: list[Row] = [
        ("类别", "任务", "单位"),
        (("", 2, 1), "甲", "省财政厅"),
        (None, "乙", "省教育厅"),
        (("", 2, 1), "丙", "省水利厅"),
        (None, "丁", "省商务厅"),
    ]
    sheets.table(100, rows, (60, 100, 200), heights=[30] + [50] * 4)
    sheets.canvas.saveState()
    sheets.canvas.translate(80, HEIGHT - 220)
    sheets.canvas.rotate(90)
    sheets.canvas.drawString(0, 0, "强化支撑")
    sheets.canvas.restoreState()
    for number, character in enumerate("完善保障"):
        sheets.text(72, 250 + 14 * number, character)
    sheets.canvas.rotate(30)
    sheets.canvas.drawString(300, 300, "内部资料")

    found = document(sheets.data(), "a.pdf")

    table = found.blocks[0]
    assert isinstance(table, Table)
    assert [row[0].text for row in table.rows] == ["类别", *["强化支撑"] * 2, *["完善保障"] * 2]
    assert table.rows[1][0] is table.rows[2][0]
    assert [(remark.code, remark.place) for remark in found.remarks] == [
        ("turned-text", Place(1, 0, "第1页"))
    ]


def test_a_cell_that_is_no_rectangle() -> None:
    """A cell with a corner cut out is taken row by row, and a remark says so."""
    sheets = Sheets()
    sheets.rule(50, 100, 250, 100)
    sheets.rule(50, 160, 250, 160)
    sheets.rule(50, 100, 50, 160)
    sheets.rule(250, 100, 250, 160)
    sheets.rule(150, 100, 150, 130)
    sheets.rule(150, 130, 250, 130)
    for x, y, text in ((60, 120, "甲"), (160, 120, "乙"), (60, 150, "丙"), (160, 150, "丁")):
        sheets.text(x, y, text)

    found = document(sheets.data(), "a.pdf")

    [table] = [block for block in found.blocks if isinstance(block, Table)]
    assert grid(table) == [["甲", "乙"], ["丙 丁", "丙 丁"]]
    assert [remark.code for remark in found.remarks] == ["irregular-table"]


def test_a_row_without_text_of_its_own() -> None:
    """A row beside merged cells is one, though nothing stands in it."""
    sheets = Sheets()
    rows: list[Row] = [
        HEADING,
        (("1", 2, 1), "提升工程质量", ("省住房城乡建设厅", 2, 1), ("省水利厅", 2, 1)),
        (None, "", None, None),
        ROW,
    ]
    sheets.table(100, rows)

    [table] = tables(sheets)

    assert [row[1] for row in grid(table)] == [HEADING[1], "提升工程质量", "", ROW[1]]


def test_rows_beside_a_high_cell_do_not_repeat_one_another() -> None:
    """Rows that are empty beside a merged cell look alike, and none is a heading printed again."""
    sheets = Sheets()
    rows: list[Row] = [("任务", ("省财政厅", 6, 1)), *[("", None)] * 4, ("质量", None)]
    sheets.table(100, rows)

    [table] = tables(sheets)

    assert [row[0] for row in grid(table)] == ["任务", "", "", "", "", "质量"]
