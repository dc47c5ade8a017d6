"""Text outside tables: paragraphs, running heads, columns."""

import pytest
from pdf_sheets import Sheets

from gdquality.records import Place
from gdquality.sources.interface import Paragraph, SourceDocument
from gdquality.sources.pdf.document import document

FULL = "为深入贯彻落实质量强省战略，推动供给侧结构性改革和创新驱动发展，提升发"
"""A line of 36 characters: as wide as the text of these pages, 432 pt at 12 pt."""


def read(sheets: Sheets) -> SourceDocument:
    """Return a file as it is read."""
    return document(sheets.data(), "a.pdf")


def paragraphs(sheets: Sheets) -> list[str]:
    """Return the text of the paragraphs in a file."""
    return [block.text for block in read(sheets).blocks if isinstance(block, Paragraph)]


def test_lines_are_joined() -> None:
    """A paragraph ends with a short line, and where the next is indented; pages do not end it."""
    sheets = Sheets()
    sheets.lines(80, 100, f" {FULL[:34]}", FULL, "展效益。", f" {FULL[:34]}", FULL)
    sheets.page()
    sheets.lines(80, 100, FULL, "现通知如下：", " 一、加强领导。")

    found = [block for block in read(sheets).blocks if isinstance(block, Paragraph)]

    assert [paragraph.text for paragraph in found] == [
        FULL[:34] + FULL + "展效益。",
        FULL[:34] + FULL + FULL + "现通知如下：",
        "一、加强领导。",
    ]
    assert [paragraph.place for paragraph in found] == [
        Place(1, 0, "第1页"),
        Place(2, 0, "第1页"),
        Place(1, 0, "第2页"),
    ]


@pytest.mark.parametrize(
    "item", ["二、完善政策。", "（二）完善政策。", "2.完善政策。", "第二条 完善政策。"]
)
def test_an_item_begins_a_paragraph(item: str) -> None:
    """Items are apart even where the line before is full and nothing is indented."""
    sheets = Sheets()
    full = FULL[:-1] + "。"
    sheets.lines(80, 100, FULL, full, item, FULL, "展。")

    assert paragraphs(sheets) == [FULL + full, item, FULL + "展。"]


def test_a_number_in_a_sentence_begins_none() -> None:
    """第二、三产业 stays one, on whichever lines it stands."""
    sheets = Sheets()
    sheets.lines(80, 100, f" {FULL[:33]}第", "二、三产业加快发展。", " 三、保障措施。")

    assert paragraphs(sheets) == [f"{FULL[:33]}第二、三产业加快发展。", "三、保障措施。"]


def test_a_bracket_stays_whole() -> None:
    """An allocation is one, over lines that are short and over the end of a page."""
    sheets = Sheets()
    sheets.lines(80, 700, f" {FULL[:34]}", FULL[:30] + "。（省财政", "厅、教育厅、")
    sheets.page()
    sheets.lines(80, 100, "省经济和信息化委负责）", " （二）下一项。")

    assert paragraphs(sheets) == [
        f"{FULL[:34]}{FULL[:30]}。（省财政厅、教育厅、省经济和信息化委负责）",
        "（二）下一项。",
    ]


def test_a_list_of_short_lines_is_not_run_together() -> None:
    """Names one a line are apart, though all of them are as long as the longest."""
    sheets = Sheets()
    sheets.lines(80, 100, "省财政厅", "省教育厅", "省水利厅", "省商务厅", "省林业厅")

    assert paragraphs(sheets) == ["省财政厅", "省教育厅", "省水利厅", "省商务厅", "省林业厅"]


def test_a_title_of_two_lines() -> None:
    """Lines in the middle that are larger than the text are one title."""
    sheets = Sheets()
    for y, line, size in ((80, "广东省人民政府关于进一步做好", 20), (110, "质量工作的通知", 20)):
        sheets.text(296 - len(line) * size / 2, y, line, size)
    sheets.text(230, 140, "粤办函〔2016〕553号")
    sheets.lines(80, 180, f" {FULL[:34]}", FULL, FULL, "展。")

    assert paragraphs(sheets)[:2] == [
        "广东省人民政府关于进一步做好质量工作的通知",
        "粤办函〔2016〕553号",
    ]


def test_running_heads_are_left_out() -> None:
    """What stands at the same height on every page is none of the text, nor is a page number."""
    sheets = Sheets()
    for number in range(1, 5):
        sheets.text(200, 40, f"广东省人民政府公报 2016年第{number}期", size=9)
        sheets.text(500 if number % 2 else 60, 810, f"— {number} —", size=9)
        sheets.lines(80, 100, f"附件{number}", f"第{number}项工作。{FULL}")
        sheets.page()

    assert paragraphs(sheets) == [
        text for number in range(1, 5) for text in (f"附件{number}", f"第{number}项工作。{FULL}")
    ]


def test_a_number_that_is_no_page_number() -> None:
    """A title that every page repeats stays once, and 附件1 and 附件2 under it stay."""
    sheets = Sheets()
    for number in (1, 2):
        sheets.text(200, 40, "任务分工表", size=20)
        sheets.lines(80, 100, f"附件{number}", FULL, FULL, f"第{number}项。")
        sheets.page()

    assert paragraphs(sheets) == [
        "任务分工表",
        "附件1",
        FULL + FULL + "第1项。",
        "附件2",
        FULL + FULL + "第2项。",
    ]


def test_what_a_browser_prints_around_a_page() -> None:
    """The time, the title, the address and the page's number go, on a single page too."""
    sheets = Sheets()
    sheets.text(24, 22, "2026/5/29 15:24", size=8)
    sheets.text(280, 22, "任务分工", size=8)
    sheets.lines(80, 100, "首页", "公开方式：主动公开")
    sheets.text(24, 820, "https://www.gd.gov.cn/zwgk/content.html", size=8)
    sheets.text(560, 820, "1/1", size=8)

    assert paragraphs(sheets) == ["首页", "公开方式：主动公开"]


def columns(sheets: Sheets, left: list[str], right: list[str], step: float = 18) -> None:
    """Print two columns of 18 characters."""
    sheets.lines(60, 100, *left, step=18)
    sheets.lines(312, 100, *right, step=step)


def test_two_columns_of_prose() -> None:
    """The left one is read before the right one, and a paragraph goes on in it."""
    sheets = Sheets()
    columns(sheets, [FULL[:18]] * 8, [FULL[18:36]] * 7 + ["完。"])

    found = read(sheets)

    assert [getattr(block, "text", "") for block in found.blocks] == [
        FULL[:18] * 8 + FULL[18:36] * 7 + "完。"
    ]
    assert found.remarks == ()


def test_columns_whose_order_is_not_known() -> None:
    """A table without rules is not guessed at: no two lines are put together, and a remark says so."""
    sheets = Sheets()
    left = ["省发展改革委、经济和", "信息化委", "省财政厅", "省教育厅、省水利"]
    columns(sheets, left, ["加强领导", "完善政策", "加大投入", "强化考核"])

    found = read(sheets)

    assert [getattr(block, "text", "") for block in found.blocks[:4]] == [
        "省发展改革委、经济和",
        "加强领导",
        "信息化委",
        "完善政策",
    ]
    assert [(remark.code, remark.place) for remark in found.remarks] == [
        ("reading-order", Place(1, 0, "第1页"))
    ]


def test_a_menu_beside_the_text() -> None:
    """A menu is read by itself; the text beside it is whole."""
    sheets = Sheets()
    columns(
        sheets,
        ["首页", "政务公开", "办事服务", "互动交流", "数据开放", "网站地图"],
        [FULL[:18]] * 9 + ["完。"],
        step=25,
    )

    assert paragraphs(sheets) == [
        "首页",
        "政务公开",
        "办事服务",
        "互动交流",
        "数据开放",
        "网站地图",
        FULL[:18] * 9 + "完。",
    ]


def test_what_stands_far_apart_is_apart() -> None:
    """签发人 on the right of the document number is a paragraph of its own."""
    sheets = Sheets()
    sheets.text(80, 100, "粤办函〔2016〕553号")
    sheets.text(420, 100, "签发人：某某")
    sheets.lines(80, 140, FULL, "展。")

    assert paragraphs(sheets) == ["粤办函〔2016〕553号", "签发人：某某", f"{FULL}展。"]


def test_latin_words() -> None:
    """A space between words stays one, also where a line ends between them."""
    sheets = Sheets()
    sheets.lines(
        80, 100, "China Quality Certification Centre and the Standards Administration of", "China"
    )

    assert paragraphs(sheets) == [
        "China Quality Certification Centre and the Standards Administration of China"
    ]


def test_the_end_of_a_sentence_is_no_running_head() -> None:
    """负责） ends the last line but one of two pages, at one height, and stays on both."""
    sheets = Sheets()
    sheets.lines(80, 100, f"1.{FULL[:33]}（", "市教育局负责）")
    sheets.page()
    sheets.lines(80, 100, f"2.{FULL[:33]}（", "市教育局负责）")

    assert paragraphs(sheets) == [f"{n}.{FULL[:33]}（市教育局负责）" for n in (1, 2)]


@pytest.mark.parametrize("label", ["责任单位：", "【牵头单位】：", "完成时限:"])
def test_a_label_begins_a_paragraph(label: str) -> None:
    """What a label tells is apart even where the line before is full; in brackets it is not."""
    sheets = Sheets()
    full = FULL[:-1] + "局"
    sheets.lines(80, 100, FULL, full, f"{label}市财政局")

    assert paragraphs(sheets) == [FULL + full, f"{label}市财政局"]


def test_a_label_in_brackets_keeps_a_blank() -> None:
    """（牵头单位：A 配合单位：B） has no other sign between its two labels."""
    sheets = Sheets()
    sheets.lines(80, 100, f"{FULL[:23]}（牵头单位：市应急局、市能源局", "配合单位：市财政局）")

    assert paragraphs(sheets) == [f"{FULL[:23]}（牵头单位：市应急局、市能源局 配合单位：市财政局）"]
