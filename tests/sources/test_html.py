"""Web pages: what a reader sees, in grids and paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seen import Seen
from seen import seen as blocks

from gdquality.errors import InputError
from gdquality.records import Place
from gdquality.sources import html
from gdquality.sources.interface import SourceDocument, Table


def seen(page: str | bytes) -> Seen:
    """Return the blocks of a page."""
    return blocks(html.read(page.encode() if isinstance(page, str) else page, "p.html"))


def table(document: SourceDocument) -> Table:
    """Return the only table of a document."""
    (found,) = [block for block in document.blocks if isinstance(block, Table)]
    return found


HEADING = ["序号", "任务", "单位"]
HEAD = "<tr><td>序号<td>任务<td>单位"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><td>1<td>甲<td>乙", [["1", "甲", "乙"]]),
        (
            "<tr><td>1</td><td><p>甲</p></td><td><p>乙<br>丙</p><p>丁</p></td></tr>",
            [["1", "甲", "乙\n丙\n丁"]],
        ),
        ("<tr><td rowspan=2>1<td>甲<td>乙<tr><td>丙<td>丁", [["1", "甲", "乙"], ["1", "丙", "丁"]]),
        ("<tr><td colspan=2>一<td>乙<tr><td>1<td>甲<td>", [["一", "一", "乙"], ["1", "甲", ""]]),
        ("<tr><td colspan=3>一<tr><td>1<td>甲", [["一", "一", "一"], ["1", "甲", ""]]),
        ("<tr><td colspan=9>一<tr><td>1<td>甲<td>乙", [["一", "一", "一"], ["1", "甲", "乙"]]),
        ("<tr><td colspan=1000000>一", [["一", "一", "一"]]),
        (
            "<tr><td rowspan=0>1<td>甲<td>乙<tr><td>丙<td>丁<tr><td>戊<td>己",
            [["1", "甲", "乙"], ["1", "丙", "丁"], ["1", "戊", "己"]],
        ),
        (
            "<tbody><tr><td rowspan=0>1<td>甲<td>乙<tr><td>丙<td>丁<tbody><tr><td>2<td>戊<td>己",
            [["1", "甲", "乙"], ["1", "丙", "丁"], ["2", "戊", "己"]],
        ),
        ("<tr><td rowspan=9>1<td>甲<td>乙<tr><td>丙<td>丁", [["1", "甲", "乙"], ["1", "丙", "丁"]]),
        (
            "<tr><td rowspan=2>1<td rowspan=2>甲<td rowspan=2>乙<tr><tr><td>2<td>丙<td>丁",
            [["1", "甲", "乙"], ["2", "丙", "丁"]],
        ),
        ("<tr><td colspan=x>1<td rowspan=-2>甲<td colspan=0>乙", [["1", "甲", "乙"]]),
        (
            "<tr><td rowspan=2>1<td>甲<td rowspan=2>乙<tr><td colspan=3>丙",
            [["1", "甲", "乙"], ["1", "丙", "乙"]],
        ),
        (
            "<tfoot><tr><td>合计<td>1<td></tfoot><tbody><tr><td>1<td>甲<td>乙",
            [["1", "甲", "乙"], ["合计", "1", ""]],
        ),
        ("<tr style='display:none'><td>0<td>隐<td>藏<tr><td>1<td>甲<td>乙", [["1", "甲", "乙"]]),
        (
            "<tr style='visibility:collapse'><td>0<td>隐<td>藏<tr><td>1<td>甲<td>乙",
            [["1", "甲", "乙"]],
        ),
        ("<tr><td style='visibility:hidden'>隐<td>甲<td>乙", [["", "甲", "乙"]]),
        ("<tr><td style='visibility:hidden;display:none'>隐<td>1<td>甲<td>乙", [["1", "甲", "乙"]]),
        ("<tr><td>1<td>甲<td><table><tr><td>丙<tr><td>丁</table>", [["1", "甲", "丙\n丁"]]),
        (
            "<tr><td><ol start=3><li></ol><td><ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol><td>丙",
            [["3.", "一、甲\n二、乙", "丙"]],
        ),
    ],
)
def test_grid(rows: str, expected: list[list[str]]) -> None:
    """Cells spread and end as the HTML standard says; their breaks are line breaks."""
    assert seen(f"<table>{HEAD}{rows}</table>") == [[HEADING, *expected]]


def test_a_head_that_is_written_last() -> None:
    """It stands on top; a second one stays where it is."""
    page = "<table><tr><td>1<td>甲<td>乙<thead>{}</thead><tr><td>2<td>丙<td>丁<thead>{}</thead></table>"
    head = "<tr><td>序号<td>牵头单位<td>配合单位"

    assert seen(page.format(head, "<tr><td>3<td>戊<td>己")) == [
        [["序号", "牵头单位", "配合单位"], ["1", "甲", "乙"], ["2", "丙", "丁"], ["3", "戊", "己"]]
    ]


def test_a_table_inside_a_cell() -> None:
    """It is text of its cell, a line a row, and a table after the one around it."""
    inner = "<table><tr><td>丙<td>丁<tr><td>戊<td>己</table>"
    page = f"<table>{HEAD}<tr><td>1<td>甲<td>{inner}<tr><td>2<td>乙<td>庚</table>"

    assert seen(page) == [
        [HEADING, ["1", "甲", "丙 丁\n戊 己"], ["2", "乙", "庚"]],
        [["丙", "丁"], ["戊", "己"]],
    ]


def test_a_table_with_headings_is_data_whatever_stands_in_it() -> None:
    """A table in a cell may hold more than all else; that it is read as text is told."""
    inner = "<table><tr><td>牵头单位<td>配合单位<tr><td>市应急管理局<td>市公安局、市消防局</table>"
    page = "<table><tr><th>序号<th>任务<th>责任单位<tr><td>1<td>检查<td>" + inner + "</table>"

    found = html.read(page.encode(), "a.html")

    outer, _ = (block for block in found.blocks if isinstance(block, Table))
    assert outer.rows[1][2].text == "牵头单位 配合单位\n市应急管理局 市公安局、市消防局"
    assert [(remark.code, remark.place) for remark in found.remarks] == [
        ("uncertain-table", Place(2, 3, "表1"))
    ]


@pytest.mark.parametrize(
    ("end", "codes"),
    [
        ("</table>", []),
        ("</table><p>完", []),
        ("</table><script>'<table>'</script>", []),
        ("", ["damaged-file"]),
        ("</table><p cla", ["damaged-file"]),
        ("</table><!-- 完", ["damaged-file"]),
        ("</table><", ["damaged-file"]),
    ],
)
def test_a_page_that_is_cut_off(end: str, codes: list[str]) -> None:
    """A table without its end, or a tag, tells that a part of the page is missing."""
    page = f"<table><tr><td>序号<td>任务<td>单位<tr><td>1<td>检查<td>市公安局{end}"

    assert [remark.code for remark in html.read(page.encode(), "a.html").remarks] == codes


def test_a_merged_cell_is_one() -> None:
    """A merged cell is one object wherever it stands, at the place where it begins."""
    page = f"<table>{HEAD}<tr><td rowspan=2>1<td>甲<td>甲<tr><td>乙<td>丙</table>"
    rows = table(html.read(page.encode(), "p.html")).rows

    assert rows[1][0] is rows[2][0]
    assert rows[1][1] is not rows[1][2]
    assert rows[2][0].place == Place(2, 1, "表1")
    assert rows[2][2].place == Place(3, 3, "表1")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<td><span>市发</span><b>展改</b>\n   革委<td>甲", "市发展改革委"),
        ("<td>A\nB 和\n C<td>甲", "A B 和 C"),
        ("<td>省&nbsp;&nbsp;\n财政厅<td>甲", "省 财政厅"),
        ("<td>市　教　育　局<td>甲", "市　教　育　局"),
        ("<td><ruby>质<rp>(</rp><rt>zhì</rt></ruby>监局<td>甲", "质监局"),
        ("<td>省<del>建设厅</del><ins>住建厅</ins><td>甲", "省住建厅"),
        ("<td>甲<!-- 注释 --><script>'乙</td>'</script><td>乙", "甲"),
        ("<td>甲<span hidden>乙</span><span style='DISPLAY: none'>丙</span><td>乙", "甲"),
        ("<td>甲<span class='x hid'>乙</span><b id=no>丙</b><td>乙", "甲"),
        ("<td>甲<span class=hid style='display:inline'>乙</span><td>乙", "甲乙"),
        ("<td>甲<i class=print>乙</i><u class=shown>丙</u><td>乙", "甲乙丙"),
        ("<td>甲<textarea>乙</textarea><select><option>丙</select><td>乙", "甲"),
        ("<td>甲<o:p>&nbsp;</o:p><![if !supportLists]>乙<![endif]><td>乙", "甲 乙"),
        (
            "<td>甲<span style='mso-hide:all'>乙</span><!--[if gte mso 9]><xml>丙</xml><![endif]--><td>乙",
            "甲",
        ),
    ],
)
def test_text_of_a_cell(body: str, expected: str) -> None:
    """A cell has the text that is shown; a break of the source is none between characters."""
    sheet = (
        "<style>/* .a{ */ .hid, td.b { display : none } #no{visibility:hidden}"
        ".shown{display:none} .shown{display:block} @media print{.print{display:none}}</style>"
    )
    (rows,) = seen(f"{sheet}<table><tr><td>单位<td>任务<tr>{body}</table>")

    assert rows[1][0] == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>甲<br>　　乙</p>丙<div>丁<p>戊", ["甲", "乙", "丙", "丁", "戊"]),
        ("<title>甲</title><noscript>乙</noscript>丙", ["丙"]),
        (
            "<ol><li>甲<li value=5>乙<li><p>丙</ol><ul><li>丁</ul>",
            ["1. 甲", "5. 乙", "6. 丙", "丁"],
        ),
        ("<ol type=A start=2><li>甲</ol><ol type=i><li>乙</ol>", ["B. 甲", "i. 乙"]),
        (
            "<ol><li>一、甲<li>（二）乙</ol><ol style='list-style:none'><li>丙</ol>",
            ["一、甲", "（二）乙", "丙"],
        ),
        ("<pre>甲\n乙\t丙\t丁\n1\t2\t3</pre>", ["甲", [["乙", "丙", "丁"], ["1", "2", "3"]]]),
        ("<pre>甲<b>乙</b>\n丙</pre>", ["甲乙", "丙"]),
        ("甲&amp;乙&lt;丙&#x4e01;", ["甲&乙<丙丁"]),
        (
            "<table><caption>题</caption><tr><td>甲<td>乙<tr><td>丙<td>丁</table>",
            ["题", [["甲", "乙"], ["丙", "丁"]]],
        ),
    ],
)
def test_paragraphs(page: str, expected: Seen) -> None:
    """Blocks and breaks end a paragraph; items have the numbers that a browser prints."""
    assert seen(page) == expected


DATA = f"<table>{HEAD}<tr><td>1<td>甲<td>乙</table>"
GRID = [HEADING, ["1", "甲", "乙"]]
ARTICLE = "".join(f"<p>第{n}段文字</p>" for n in range(9))


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"<table><tr><td>导航<td>{DATA}</table>", ["导航", GRID]),
        (
            f"<table><tr><td>一<td>二<td>三<tr><td>左<td>{DATA}<td>右</table>",
            ["一", "二", "三", "左", GRID, "右"],
        ),
        (f"<table><tr><td>题<tr><td>{DATA}<tr><td>尾</table>", ["题", GRID, "尾"]),
        ("<table><tr><td>甲<td>乙</table>", ["甲", "乙"]),
        (
            "<table><tr><td><a href=/>首页</a><td><a>政务</a><td>IPv6</table>",
            ["首页", "政务", "IPv6"],
        ),
        (
            "<table><tr><td><a>甲</a><td><a>乙</a><tr><td><a>丙</a><td><a>丁</a></table>",
            ["甲", "乙", "丙", "丁"],
        ),
        (
            "<table role=presentation><tr><td>甲<td>乙<tr><td>丙<td>丁</table>",
            ["甲", "乙", "丙", "丁"],
        ),
        (
            f"<table><tr><td colspan=2>题<tr><td>左<td>{ARTICLE}</table>",
            ["题", "左", *(f"第{n}段文字" for n in range(9))],
        ),
        (f"<table>{HEAD}</table>", [[HEADING]]),
        (
            f"<table><tr><td>单位<td>任务<tr><td>甲局<td>{ARTICLE}</table>",
            [[["单位", "任务"], ["甲局", "\n".join(f"第{n}段文字" for n in range(9))]]],
        ),
        ("<table></table>甲<table><tr></table>", ["甲"]),
        (
            f"<table>{HEAD}<tr><td>1<td>{ARTICLE}<td>乙</table>",
            [[HEADING, ["1", "\n".join(f"第{n}段文字" for n in range(9)), "乙"]]],
        ),
    ],
)
def test_layout(page: str, expected: Seen) -> None:
    """A table that only lays out the page is none; its cells follow one another."""
    assert seen(page) == expected


PAGE = "<html><head>{meta}<title>通知</title></head><body><p>省质监局牵头</p></body></html>"


@pytest.mark.parametrize(
    ("meta", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("", "utf-16-le"),
        ("", "gb18030"),
        ("<meta charset=gb2312>", "gb18030"),
        ("<meta http-equiv=Content-Type content='text/html; charset=GBK'>", "gb18030"),
        ("<meta charset=utf-8>", "gb18030"),
        ("<meta charset=gb2312>", "utf-8"),
        ("<meta charset='iso-8859-1'>", "gb18030"),
        (f"<!--{'x' * 5000}--><meta charset=gb2312>", "gb18030"),
    ],
)
def test_encodings(meta: str, encoding: str) -> None:
    """The bytes say in which encoding a page is, whatever the page says."""
    assert seen(PAGE.format(meta=meta).encode(encoding)) == ["省质监局牵头"]


def test_big5() -> None:
    """A page in Big5 is read as such, declared or not."""
    page = "<p>發展局牽頭，財政司、教育局配合。"

    assert seen(page.encode("big5")) == ["發展局牽頭，財政司、教育局配合。"]
    assert seen(b"<meta charset=big5>" + "<p>機關".encode("big5")) == ["機關"]


def test_a_broken_byte() -> None:
    """What is of no encoding is replaced, as in a browser, and does not cost the page."""
    page = PAGE.format(meta="").encode("gb18030").replace("牵".encode("gb18030"), b"\xff")

    assert seen(page) == ["省质监局\ufffd头"]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<div>" * 100_000, "p.html: 网页里没有结束的标签太多，层层嵌套，无法读取"),
        (
            "".join(f"<font size={n}><p>" for n in range(20_000)),
            "p.html: 网页里没有结束的标签太多，层层嵌套，无法读取",
        ),
        ("<p " + " ".join(f"a{n}" for n in range(50_000)), "p.html: 网页里有过长的标签，无法读取"),
        ("<p>" * 600_000, "p.html: 网页太大：标签多于 300000 个"),
        ("<table><tr>" + "<td colspan=1000>甲" * 9, "p.html: 表格太大：超过 1000 列"),
        (
            "<table><tr>" + "<td rowspan=0>甲" * 900 + "<tr>" * 9999,
            "p.html: 表格太大：连同合并的单元格超过 500000 格",
        ),
        ("<table><tr><td>甲" * 200, "p.html: 表格里套表格超过 100 层"),
    ],
    ids=range(7),
)
def test_hostile(page: str, expected: str) -> None:
    """A page that would take minutes or gigabytes is refused with a word why."""
    with pytest.raises(InputError) as caught:
        seen(page)

    assert caught.value.messages == (expected,)


@pytest.mark.parametrize(
    "page",
    [
        "<!--" * 50_000,
        "甲<" * 50_000,
        "<a b='" * 900,
        "<style>" + "/*" * 50_000,
        "<select>" + "<option>" * 50_000,
    ],
    ids=range(5),
)
def test_unclosed(page: str) -> None:
    """What is never closed takes no longer for being long."""
    seen(page)


def test_a_cell_over_very_many_rows() -> None:
    """A cell may be higher than it may be wide."""
    (found,) = seen(f"<table>{HEAD}<tr><td rowspan=2000>1<td>甲<td>乙" + "<tr><td>丙<td>丁" * 1999)

    assert [row[0] for row in found[1:]] == ["1"] * 2000


def test_too_much_text() -> None:
    """A page is not read beyond what anybody could read."""
    with pytest.raises(InputError, match="文字太多：超过 4000000 字"):
        seen("<p>" + "甲" * 4_000_001)


def test_unclosed_formatting_is_no_attack() -> None:
    """Tags that a careless hand left open in every cell are common, and harmless."""
    rows = "<tr><td><font size=2>1<td><b>甲<td><font size=2 face=宋体>乙" * 500

    (found,) = seen(f"<table>{HEAD}{rows}</table>")

    assert len(found) == 501


@given(st.data())
def test_damage(data: st.DataObject) -> None:
    """Whatever is cut from a page or put into it, it is read or one error."""
    page = (
        f"<meta charset=gb2312><ol><li>{DATA}</ol><style>.a{{display:none}}</style>" + DATA
    ).encode("gb18030")
    start = data.draw(st.integers(0, len(page)))
    end = data.draw(st.integers(start, len(page)))
    instead = data.draw(
        st.binary(max_size=20)
        | st.sampled_from([b"<table>", b"</td>", b"<td rowspan=0 colspan=7>", b"<!--"])
    )

    html.read(page[:start] + instead + page[end:], "p.html")


@st.composite
def merged_grids(draw: st.DrawFn) -> list[list[int]]:
    """Return a grid of cell numbers, each a rectangle; the first row and column are not merged."""
    height, width = draw(st.integers(2, 5)), draw(st.integers(3, 5))
    grid = [[0] * width for _ in range(height)]
    number = 0
    for row in range(height):
        for column in range(width):
            if grid[row][column]:
                continue
            number += 1
            down = draw(st.integers(1, height - row)) if min(row, column) else 1
            right = draw(st.integers(1, width - column)) if min(row, column) else 1
            while any(grid[row][column + 1 : column + right]):
                right -= 1
            for covered in range(row, row + down):
                grid[covered][column : column + right] = [number] * right
    return grid


def written(grid: list[list[int]], draw: st.DataObject) -> str:
    """Return a grid as a table of HTML, with the liberties that writers of HTML take."""
    flat = [number for row in grid for number in row]
    seen_numbers: set[int] = set()
    page = "<table>"
    for row in grid:
        page += draw.draw(st.sampled_from(["<tr>", "<TR align=center>", "</tr>\n<tr>"]))
        for number in dict.fromkeys(row):
            if number in seen_numbers:
                continue
            seen_numbers.add(number)
            colspan = row.count(number)
            rowspan = flat.count(number) // colspan
            page += f"<td colspan={colspan} rowspan='{rowspan}' >"
            text = f"格{number}"
            page += draw.draw(
                st.sampled_from(
                    [
                        text,
                        f"<p>{text}</p>",
                        f" <b>格</b>\n{number}",
                        f"<font><p>{text}",
                        f"{text}</td>",
                        f"{text}</span></td>",
                        f"&nbsp;{text}&#12288;",
                    ]
                )
            )
    return page + draw.draw(st.sampled_from(["</table>", "</tr></tbody></table>", ""]))


@given(merged_grids(), st.data())
def test_any_grid(grid: list[list[int]], data: st.DataObject) -> None:
    """Whatever is merged and however it is written, every position has its cell."""
    (rows,) = seen(written(grid, data))

    assert [[cell.replace(" ", "") for cell in row] for row in rows] == [
        [f"格{number}" for number in row] for row in grid
    ]
