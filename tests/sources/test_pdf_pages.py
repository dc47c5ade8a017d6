"""Tables that go on over pages."""

import pytest
from pdf_sheets import Row, Sheets

from gdquality.records import Place
from gdquality.sources.interface import Table
from gdquality.sources.pdf.document import document

HEADING = ("序号", "重点工作任务", "牵头单位", "参与单位")
FIRST = ("1", "提升工程质量", "省住房城乡建设厅", "省水利厅")
SECOND = ("2", "提升服务质量", "省发展改革委", "省商务厅")
Rows = list[Row]
FULL = "提升优势传统产业质量和效"
"""A text that fills its line."""


def tables(sheets: Sheets) -> list[Table]:
    """Return the tables in a file."""
    blocks = document(sheets.data(), "a.pdf").blocks
    return [block for block in blocks if isinstance(block, Table)]


def over_pages(*pages: Rows, heights: tuple[float, ...] = (), open_below: bool = False) -> Sheets:
    """Return a file with a table's rows on each page, under running heads."""
    sheets = Sheets()
    for number, rows in enumerate(pages, start=1):
        sheets.text(200, 40, "广东省人民政府公报", size=9)
        sheets.text(280, 810, f"— {number} —", size=9)
        sheets.table(80, rows, heights=heights, open_below=open_below and number < len(pages))
        sheets.page()
    return sheets


def grid(sheets: Sheets) -> list[list[list[str]]]:
    """Return the text of the tables in a file, breaks left out."""
    return [
        [[cell.text.replace("\n", "") for cell in row] for row in table.rows]
        for table in tables(sheets)
    ]


def test_a_heading_is_read_once() -> None:
    """A table that repeats its heading on each page is one table with one heading."""
    sheets = over_pages([HEADING, FIRST], [HEADING, SECOND], [HEADING, ("3", "丙", "丁", "")])

    [table] = tables(sheets)

    assert [row[0].text for row in table.rows] == ["序号", "1", "2", "3"]
    assert [row[0].place for row in table.rows] == [
        Place(1, 1, "第1页"),
        Place(2, 1, "第1页"),
        Place(3, 1, "第2页"),
        Place(4, 1, "第3页"),
    ]


def test_a_heading_on_the_first_page_alone() -> None:
    """A table goes on where its columns do."""
    assert grid(over_pages([HEADING, FIRST], [SECOND])) == [
        [list(HEADING), list(FIRST), list(SECOND)]
    ]


def test_a_heading_of_several_rows() -> None:
    """A title over all columns, and two rows under it; the title is not always repeated."""
    head: Rows = [
        (("序号", 2, 1), ("任务", 2, 1), ("责任单位", 1, 2), None),
        (None, None, "牵头", "配合"),
    ]
    title: Rows = [(("任务分工表", 1, 4), None, None, None)]

    [table] = grid(
        over_pages([*title, *head, FIRST], [*title, *head, SECOND], [*head, ("3", "丙", "", "")])
    )

    assert [row[0] for row in table] == ["任务分工表", "序号", "序号", "1", "2", "3"]


def test_a_heading_that_no_rule_divides_from_the_rest_of_a_row() -> None:
    """Some print the heading and the rest of a broken row into one cell."""
    first = ("1", "甲", "省财政厅", "省发展改革委、省商务\n厅、省经济和信息")
    rest = ("序号", "重点工作任务", "牵头单位", "参与单位\n化委")

    assert grid(over_pages([HEADING, first], [rest, SECOND], heights=(60, 60))) == [
        [
            list(HEADING),
            ["1", "甲", "省财政厅", "省发展改革委、省商务厅、省经济和信息化委"],
            list(SECOND),
        ]
    ]


@pytest.mark.parametrize(
    ("last", "rest", "whole"),
    [
        (
            ("1", "甲", "省财政厅", "省发展改革委、经济和信\n息化委、科技厅、"),
            ("", "", "", "质监局"),
            ["1", "甲", "省财政厅", "省发展改革委、经济和信息化委、科技厅、质监局"],
        ),
        (
            ("1", "提升优势传统产业质量和效\n益，提升传统产业质量和效", "省财政厅", "省水利厅"),
            ("", "益", "", ""),
            ["1", "提升优势传统产业质量和效益，提升传统产业质量和效益", "省财政厅", "省水利厅"],
        ),
        (
            ("", "提升优势传统产业质量和效", "省财政厅", "省水利厅"),
            ("1", "益", "", ""),
            ["1", "提升优势传统产业质量和效益", "省财政厅", "省水利厅"],
        ),
        (
            ("1", "甲", "市人力资源", "各区、\n县级市"),
            ("", "", "和社会保障局", ""),
            ["1", "甲", "市人力资源和社会保障局", "各区、县级市"],
        ),
    ],
)
def test_a_row_that_is_broken_at_the_end_of_a_page(
    last: tuple[str, ...], rest: tuple[str, ...], whole: list[str]
) -> None:
    """It is one row: a list goes on, the number is on one of the pages, a cell is used up."""
    ninth = ("9", "乙", "省教育厅", "省商务厅")

    assert grid(over_pages([HEADING, ninth, last], [rest, SECOND], heights=(30, 60, 60))) == [
        [list(HEADING), list(ninth), whole, list(SECOND)]
    ]


def test_rows_that_are_whole() -> None:
    """Rows without numbers are two where the text of some cell had ended."""
    above, below = ("甲", "省财政厅", "省水利厅", ""), ("乙", "省教育厅", "省商务厅", "")
    head = ("任务", "牵头", "配合", "备注")

    assert grid(over_pages([head, above], [below])) == [[list(head), list(above), list(below)]]


def remarks(sheets: Sheets) -> list[tuple[str, Place]]:
    """Return the codes of the remarks on a file, and where they are."""
    return [(remark.code, remark.place) for remark in document(sheets.data(), "a.pdf").remarks]


def test_rules_left_open_say_what_goes_on() -> None:
    """A browser leaves the lower rule out where it breaks a row; text against it is told."""
    head = ("任务", "牵头", "配合", "备注")
    above, below = ("甲。", "省财政厅", "省水利厅", ""), ("乙", "", "", "")
    whole = ["甲。乙", "省财政厅", "省水利厅", ""]
    pages: tuple[Rows, Rows] = ([head, above], [below])

    assert grid(over_pages(*pages, open_below=True)) == [[list(head), whole]]
    assert remarks(over_pages(*pages, open_below=True)) == [
        ("uncertain-table", Place(2, 0, "第1页"))
    ]


def test_a_rule_that_a_browser_lost_at_the_end_of_a_page() -> None:
    """Rows under a merged number are two where the text of several cells had ended."""
    head = ("序号", "任务", "配合", "时限")
    above: Rows = [
        (("1", 2, 1), "甲。", "省财政厅", "2025年"),
        (None, "乙。", "省水利厅", "2024年"),
    ]
    below = ("", "丙。", "省教育厅", "2024年")
    sheets = over_pages([head, *above], [below], open_below=True)

    assert [row[1:] for row in grid(sheets)[0][1:]] == [
        ["甲。", "省财政厅", "2025年"],
        ["乙。", "省水利厅", "2024年"],
        ["丙。", "省教育厅", "2024年"],
    ]


@pytest.mark.parametrize(("mark", "count"), [("；", 3), ("。", 4)])
def test_a_semicolon_ends_no_row(mark: str, count: int) -> None:
    """The items in a cell end with one, and the page may end there; after a 。 it is told."""
    first: Row = (("1", 2, 1), "提升质量。", "省财政厅", "省水利厅")
    above: Row = (None, f"统优势产业质量和效益高{mark}", "省教育厅", "省水利厅")
    pages: tuple[Rows, Rows] = ([HEADING, first, above], [("", "完善政策。", "", "")])

    assert len(grid(over_pages(*pages))[0]) == count
    assert len(remarks(over_pages(*pages))) == count - 3


def test_signs_that_contradict_each_other_are_told() -> None:
    """A sentence that ends at its line's end, above a row without all else, may be of one row."""
    full = "统优势产业质量和效益高。"
    above, rest = ("2", full, "省财政厅", "省水利厅"), ("", "完善政策。", "", "")
    sheets = over_pages([HEADING, FIRST, above], [rest])

    assert remarks(sheets) == [("uncertain-table", Place(3, 0, "第1页"))]
    assert remarks(over_pages([HEADING, FIRST], [SECOND])) == []


def test_a_merged_number_goes_on() -> None:
    """A new row under a number of the page before has that number, as the same cell."""
    first: Rows = [HEADING, (("1", 2, 1), "甲", "省财政厅", ""), (None, "乙", "省教育厅", "")]
    second: Rows = [("", "丙", "省水利厅", ""), SECOND]

    [table] = tables(over_pages(first, second))

    assert [row[0].text for row in table.rows] == ["序号", "1", "1", "1", "2"]
    assert table.rows[3][0] is table.rows[1][0]
    assert table.rows[3][1].text == "丙"


def test_an_empty_cell_inherits_nothing() -> None:
    """A cell on top of a page that is empty and not merged stays empty."""
    second = ("2", "乙", "省教育厅", "")

    assert grid(over_pages([HEADING, FIRST], [second])) == [
        [list(HEADING), list(FIRST), list(second)]
    ]


def test_other_columns_are_another_table() -> None:
    """A table of other columns begins anew, and so does one of another heading."""
    sheets = Sheets()
    sheets.table(80, [HEADING, FIRST])
    sheets.page()
    sheets.table(80, [HEADING, SECOND], (40, 100, 200, 160))
    other = ("序号", "工作任务", "责任单位", "完成时限")

    assert [len(table.rows) for table in tables(sheets)] == [2, 2]
    assert len(tables(over_pages([HEADING, FIRST], [other, SECOND]))) == 2


def test_text_between_pages_ends_a_table() -> None:
    """What stands between two tables and is no running head divides them; 续表 does not."""
    apart, on = Sheets(), Sheets()
    for sheets, between in ((apart, "附件2"), (on, "（续表）")):
        sheets.table(80, [HEADING, FIRST])
        sheets.page()
        sheets.text(48, 60, between)
        sheets.table(80, [HEADING, SECOND])

    assert len(tables(apart)) == 2
    assert len(tables(on)) == 1


def test_a_page_whose_rows_are_merged_over_a_column() -> None:
    """A page on which all cells stand over two columns is of the same table."""
    over: Rows = [("2", "乙", ("省教育厅", 1, 2), None)]

    assert grid(over_pages([HEADING, FIRST], over)) == [
        [list(HEADING), list(FIRST), ["2", "乙", "省教育厅", "省教育厅"]]
    ]


def test_a_row_as_high_as_a_page() -> None:
    """A row that goes on over a whole page has no level rule there at all."""
    sheets = Sheets()
    sheets.table(80, [HEADING, FIRST, ("2", "乙", "省教育厅", "省商务")], open_below=True)
    sheets.page()
    for x in (48, 88, 248, 388, 548):
        sheets.rule(x, 60, x, 780)
    sheets.text(394, 80, "厅、省水利厅、")
    sheets.page()
    sheets.table(60, [("", "", "", "省林业厅"), ("3", "丙", "省审计厅", "")])

    assert grid(sheets) == [
        [
            list(HEADING),
            list(FIRST),
            ["2", "乙", "省教育厅", "省商务厅、省水利厅、省林业厅"],
            ["3", "丙", "省审计厅", ""],
        ]
    ]


def test_what_a_page_cuts_off_is_no_row() -> None:
    """Some printers cut a long table where the page ends: a line there is on both pages."""
    sheets = Sheets()
    sheets.table(80, [HEADING, FIRST, ("2", "乙", "省教育厅", "")], heights=[30, 30, 760])
    sheets.text(394, 835, "省商务厅、")
    sheets.page()
    sheets.table(-60, [("", "", "", ""), ("3", "丙", "省审计厅", "")], heights=[120, 40])
    sheets.text(394, 12, "省商务厅、")
    sheets.text(394, 30, "省林业厅")

    assert grid(sheets) == [
        [
            list(HEADING),
            list(FIRST),
            ["2", "乙", "省教育厅", "省商务厅、省林业厅"],
            ["3", "丙", "省审计厅", ""],
        ]
    ]


def test_paragraphs_in_cells_do_not_end_a_row() -> None:
    """Where cells have several paragraphs, that one ended with the page does not tell."""
    first: Rows = [
        HEADING,
        (("1", 2, 1), "甲", "省财政厅\n省审计厅", ""),
        (None, "提升优势传统产业质量和效", "省水利厅", "省商务厅"),
    ]
    second: Rows = [("", "益和水平", "省教育厅", ""), ("2", "丙", "省林业厅", "")]

    [table] = grid(over_pages(first, second, heights=(30, 46)))

    assert [row[1] for row in table] == [HEADING[1], "甲", "提升优势传统产业质量和效益和水平", "丙"]
    assert table[2][2] == "省水利厅省教育厅"


@pytest.mark.parametrize("open_below", [False, True])
def test_a_row_of_other_cells_is_no_rest(*, open_below: bool) -> None:
    """A title over all columns on top of a page is a row, whatever rule is left out above it."""
    first: Rows = [HEADING, ("1", "提升优势传统产业质量和效", "省财政厅", "")]
    second: Rows = [(("二、提升服务质量", 1, 4), None, None, None), SECOND]

    [table] = grid(over_pages(first, second, open_below=open_below))

    assert [row[1] for row in table[1:]] == [first[1][1], "二、提升服务质量", SECOND[1]]


def test_white_under_the_text_of_a_cell() -> None:
    """What goes on is broken where the page ends: not where white is under the text."""
    first: Rows = [
        HEADING,
        (("1", 2, 1), "甲", "省财政厅", ""),
        (None, FULL, "省人力资源社会保障厅", "省商务厅\n\n\n\n省审计厅"),
    ]
    second: Rows = [("", "完善产业政策", "省教育厅", ""), ("2", "丙", "省林业厅", "")]

    [table] = grid(over_pages(first, second, heights=(30, 30, 90)))

    assert [row[:2] for row in table[2:4]] == [["1", FULL], ["1", "完善产业政策"]]


def test_white_under_a_table() -> None:
    """A row that leaves more room than others on its page was not broken there."""
    sheets = Sheets()
    sheets.table(80, [HEADING, FIRST], heights=(30, 700))
    sheets.page()
    sheets.table(80, [("2", "甲", "省财政厅", ""), ("3", FULL, "省水利厅", "")])
    sheets.page()
    sheets.table(80, [("", "乙", "", "")])

    assert [row[1] for row in grid(sheets)[0]] == [HEADING[1], FIRST[1], "甲", FULL, "乙"]


def test_the_text_of_a_merged_cell_goes_on_with_its_number() -> None:
    """Cells merged as the numbers are have their text on both pages, over rows that are whole."""
    first: Rows = [
        HEADING,
        (("1", 2, 1), ("提升优势传统产业质量和\n效益", 2, 1), "省财政厅", ""),
        (None, None, "省水利厅。", ""),
    ]
    second: Rows = [
        (("", 2, 1), ("和水平", 2, 1), "省教育厅", ""),
        (None, None, "省林业厅", ""),
        SECOND,
    ]

    [table] = grid(over_pages(first, second))

    assert [row[:3] for row in table[1:]] == [
        ["1", "提升优势传统产业质量和效益和水平", "省财政厅"],
        ["1", "提升优势传统产业质量和效益和水平", "省水利厅。"],
        ["1", "提升优势传统产业质量和效益和水平", "省教育厅"],
        ["1", "提升优势传统产业质量和效益和水平", "省林业厅"],
        list(SECOND[:3]),
    ]


def test_numbers_under_one_another_are_of_two_rows() -> None:
    """Cells that a browser left open above a new number end there, and all merged like it."""
    sheets = Sheets()
    sheets.table(80, [HEADING, FIRST], open_below=True)
    sheets.page()
    sheets.table(80, [SECOND])

    assert grid(sheets) == [[list(HEADING), list(FIRST), list(SECOND)]]


def test_text_that_hangs_out_of_an_open_cell() -> None:
    """A browser ends the walls of a broken row where it closes the first of its cells."""
    sheets = Sheets()
    sheets.table(80, [HEADING, ("1", "提升优势传统产业质量和效", "", "")], open_below=True)
    for left, right in ((48, 88), (248, 388), (388, 548)):
        sheets.rule(left, 140, right, 140)
    sheets.text(94, 152, "益，完善产业政策和产业标")
    sheets.page()
    sheets.table(80, [("", "准", "", ""), SECOND])

    assert [row[1] for row in grid(sheets)[0]] == [
        HEADING[1],
        "提升优势传统产业质量和效益，完善产业政策和产业标准",
        SECOND[1],
    ]
