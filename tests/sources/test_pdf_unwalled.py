"""Tables that are ruled level alone: columns by the pieces of the rules, or by the white between."""

import pytest
from pdf_sheets import Row, Sheets

from gdquality.sources.interface import Paragraph, SourceDocument, Table
from gdquality.sources.pdf.document import document

HEADING = ("序号", "重点工作任务", "牵头单位", "配合单位")
WIDTHS = (40.0, 160.0, 140.0, 160.0)
LEFT = 48.0
ROWS: list[Row] = [
    HEADING,
    ("1", "提升工程质量", "省住房城乡建设厅", "省交通运输厅、水利厅"),
    ("2", "推进计量建设", "省质监局", ""),
]


def draw(sheets: Sheets, y: float, rows: list[Row], *, in_pieces: bool) -> float:
    """Draw a table with level rules, over each cell, or over each row as one."""
    xs = [LEFT + sum(WIDTHS[:column]) for column in range(len(WIDTHS) + 1)]
    for number, row in enumerate(rows):
        top = y + 30 * number
        for column, cell in enumerate(row):
            if cell is None:
                continue
            text, down, across = (cell, 1, 1) if isinstance(cell, str) else cell
            for left, right in zip(
                xs[column : column + across], xs[column + 1 : column + across + 1], strict=True
            ):
                for at in (top, top + 30 * down) if in_pieces else ():
                    sheets.fill(left, at, right, at + 0.6)
            sheets.lines(xs[column] + 6, top + 18, *text.split("\n"), step=16)
        if not in_pieces:
            sheets.rule(LEFT, top, xs[-1], top)
    if not in_pieces:
        sheets.rule(LEFT, y + 30 * len(rows), xs[-1], y + 30 * len(rows))
    return y + 30 * len(rows)


def read(sheets: Sheets) -> SourceDocument:
    """Return what is read of sheets."""
    return document(sheets.data(), "a.pdf")


def grids(found: SourceDocument) -> list[list[list[str]]]:
    """Return the texts of the tables."""
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in found.blocks
        if isinstance(block, Table)
    ]


def plain(rows: list[Row]) -> list[list[str]]:
    """Return rows of texts."""
    return [[str(cell) for cell in row] for row in rows]


def test_rules_in_pieces() -> None:
    """Each cell is ruled by itself, as a browser does: that is certain, and needs no remark."""
    sheets = Sheets()
    rows: list[Row] = [
        (("序号", 2, 1), ("任务", 2, 1), ("责任单位", 1, 2), None),
        (None, None, "牵头", "配合"),
        ("1", "甲", ("省财政厅", 2, 1), "省教育厅"),
        ("2", "乙", None, ""),
        (("一、加强保障，推动各项工作", 1, 4), None, None, None),
        ("3", "丙", "省水利厅", "省质监局"),
    ]
    draw(sheets, 100, rows, in_pieces=True)

    found = read(sheets)

    assert grids(found) == [
        [
            ["序号", "任务", "责任单位", "责任单位"],
            ["序号", "任务", "牵头", "配合"],
            ["1", "甲", "省财政厅", "省教育厅"],
            ["2", "乙", "省财政厅", ""],
            ["一、加强保障，推动各项工作"] * 4,
            ["3", "丙", "省水利厅", "省质监局"],
        ]
    ]
    assert found.remarks == ()


def test_whole_rules() -> None:
    """White that runs down all rows divides them, and a remark says so."""
    sheets = Sheets()
    draw(sheets, 100, ROWS, in_pieces=False)

    found = read(sheets)

    assert grids(found) == [plain(ROWS)]
    assert [(remark.code, remark.message) for remark in found.remarks] == [
        ("irregular-table", "表格没有竖线，各栏按文字之间的空白分开")
    ]


@pytest.mark.parametrize("in_pieces", [True, False])
def test_the_next_page_is_divided_as_the_one_before(*, in_pieces: bool) -> None:
    """One row is left for it, whose blank cells tell nothing."""
    sheets = Sheets()
    draw(sheets, 700, ROWS, in_pieces=in_pieces)
    sheets.page()
    rest: list[Row] = [("3", "推进标准化", "", "省商务厅")]
    draw(sheets, 72, rest, in_pieces=in_pieces)

    assert grids(read(sheets)) == [plain([*ROWS, *rest])]


def test_a_title_in_the_first_column() -> None:
    """A row of one text is a title over all columns, however short it is."""
    sheets = Sheets()
    rows: list[Row] = [
        HEADING,
        *ROWS[1:],
        ("一、总", "", "", ""),
        ("3", "丙", "省水利厅", "省质监局"),
    ]
    draw(sheets, 100, rows, in_pieces=False)

    assert grids(read(sheets)) == [
        [*plain(ROWS), ["一、总"] * 4, ["3", "丙", "省水利厅", "省质监局"]]
    ]


def test_a_title_in_a_table_without_sides() -> None:
    """No upright rule stands beside it, and the table goes on."""
    sheets = Sheets()
    for y in (100, 130, 160, 190):
        sheets.rule(50, y, 450, y)
    for top in (100, 160):
        sheets.rule(250, top, 250, top + 30)
    for x, y, text in (
        (60, 120, "任务"),
        (260, 120, "牵头单位"),
        (60, 150, "一、总则"),
        (60, 180, "甲"),
        (260, 180, "省财政厅"),
    ):
        sheets.text(x, y, text)

    assert grids(read(sheets)) == [
        [["任务", "牵头单位"], ["一、总则", "一、总则"], ["甲", "省财政厅"]]
    ]


@pytest.mark.parametrize(
    "bands",
    [
        # The end of an official letter (GB/T 9704-2012, 7.4).
        [[(60, "抄送：省委办公厅，省人大常委会办公厅。")], [(60, "省府办公厅"), (380, "2016年12月印发")]],
        # Rows that no rule divides: which lines are one is not known.
        [[(60, "任务"), (300, "单位")], [(60, "甲"), (300, "省教育厅"), (60, "乙"), (300, "省财政厅")]],
        [[(60, "1"), (300, "甲")], [(60, "2"), (300, "乙"), (60, "3"), (300, "丙")], [(60, "4"), (300, "丁")]],
    ],
    ids=["imprint", "three rules", "numbers under one another"],
)  # fmt: skip
def test_what_is_no_table(bands: list[list[tuple[float, str]]]) -> None:
    """Where rules divide no rows, or white no columns, nothing is put together."""
    sheets = Sheets()
    y = 100.0
    sheets.rule(50, y, 500, y)
    for band in bands:
        for number, (x, text) in enumerate(band):
            sheets.text(x, y + 20 + 20 * (number // 2), text)
        y += 10 + 20 * ((len(band) + 1) // 2)
        sheets.rule(50, y, 500, y)

    found = read(sheets)

    assert grids(found) == []
    texts = "".join(block.text for block in found.blocks if isinstance(block, Paragraph))
    assert all(text in texts for band in bands for _, text in band)
