"""Word documents: what a reader of the printed page sees, whatever the XML looks like."""

import io

import docx as python_docx
import pytest
from office_files import docx, grids, lvl, num, numbered, p, tbl, tc, texts, tr

from gdquality.errors import InputError
from gdquality.records import Place
from gdquality.sources.docx import read
from gdquality.sources.interface import Paragraph, SourceDocument, Table


def word(body: str, **parts: str) -> SourceDocument:
    """Read a document of a body and other parts."""
    return read(docx(body, parts), "a.docx")


def test_paragraphs_and_tables_in_order() -> None:
    """Blocks come as they stand, without empty paragraphs, each with its place."""
    document = word(
        p("一") + p(" ") + tbl(tr("甲", "乙"), tr("丙", "丁")) + p("　二 ") + tbl(tr("戊", "己"))
    )

    assert document.blocks[0] == Paragraph("一", Place(1))
    assert document.blocks[2] == Paragraph("二", Place(2))
    first, second = document.blocks[1], document.blocks[3]
    assert isinstance(first, Table)
    assert isinstance(second, Table)
    assert first.rows[1][1].text == "丁"
    assert first.rows[1][1].place == Place(2, 2, "表1")
    assert second.rows[0][0].place == Place(1, 1, "表2")
    assert (document.format, document.remarks) == ("docx", ())


def test_strict_namespaces() -> None:
    """A strict file (ISO/IEC 29500-1) reads as a transitional one does."""
    body = p("一") + tbl(tr(tc("甲", '<w:gridSpan w:val="2"/>')), tr("乙", "丙"))

    strict = read(docx(body, strict=True), "a.docx")

    assert texts(strict) == ["一"]
    assert grids(strict) == grids(word(body)) == [[["甲", "甲"], ["乙", "丙"]]]


def test_merged_cells_are_one_cell() -> None:
    """Merges go by grid column, over rows of other widths; what is covered is not printed."""
    restart, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = word(
        tbl(
            tr(tc("责任单位", '<w:gridSpan w:val="2"/>'), tc("期限", restart)),
            tr("牵头", "配合", tc("盖住的", go_on)),
            tr(tc("甲", restart), "乙", "年底"),
            tr(tc("", go_on), "丙", tc("", go_on)),
        )
    )

    table = document.blocks[0]
    assert isinstance(table, Table)
    assert grids(document) == [
        [
            ["责任单位", "责任单位", "期限"],
            ["牵头", "配合", "期限"],
            ["甲", "乙", "年底"],
            ["甲", "丙", ""],  # nothing above it is merged
        ]
    ]
    assert table.rows[0][0] is table.rows[0][1]
    assert table.rows[0][2] is table.rows[1][2]
    assert table.rows[2][0] is table.rows[3][0]
    assert table.rows[1][0] is not table.rows[1][1]


def test_old_values_of_tracked_formats_do_not_count() -> None:
    """What a cell spanned before a tracked change is not what it spans."""
    old = '<w:tcPrChange><w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr></w:tcPrChange>'

    document = word(tbl(tr(tc("甲", old), "乙"), tr("丙", "丁")))

    assert grids(document) == [[["甲", "乙"], ["丙", "丁"]]]


def test_rows_shorter_than_the_grid() -> None:
    """Positions before and after the cells of a row are empty, and rows have one length."""
    document = word(
        tbl(
            tr("1", "2", "3"),
            tr("甲", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
            tr("乙"),
        )
    )

    assert grids(document) == [[["1", "2", "3"], ["", "甲", ""], ["乙", "", ""]]]


def test_cells_merged_the_old_way() -> None:
    """A cell that continues the one on its left (hMerge) is that cell."""
    merge = '<w:hMerge w:val="{}"/>'.format
    document = word(tbl(tr(tc("甲", merge("restart")), tc("", merge("continue"))), tr("1", "2")))

    assert grids(document) == [[["甲", "甲"], ["1", "2"]]]


def test_lines_of_a_cell() -> None:
    """Paragraphs and breaks of a cell are lines, without blank ones."""
    broken = "<w:p><w:r><w:t>市人社</w:t><w:br/><w:t> 局 </w:t></w:r></w:p>"

    document = word(tbl(tr(tc(p("甲") + p() + broken), "乙"), tr("1", "2")))

    assert grids(document)[0][0][0] == "甲\n市人社\n局"


class TestTablesInTables:
    """No duty is lost, and none is said twice by what is no table."""

    INNER = tbl(tr("牵头单位", "配合单位"), tr("财政厅", "商务厅"))

    def test_in_a_cell(self) -> None:
        """A table in a cell is part of its text, and a table of its own after the outer one."""
        document = word(
            tbl(tr("任务", "分工"), tr("一项", tc(p("如下：") + self.INNER + p()))) + p("完")
        )

        assert grids(document) == [
            [["任务", "分工"], ["一项", "如下：\n牵头单位\n配合单位\n财政厅\n商务厅"]],
            [["牵头单位", "配合单位"], ["财政厅", "商务厅"]],
        ]
        assert [block.place.part for block in document.blocks] == ["表1", "表2", ""]
        assert [(one.code, one.place) for one in document.remarks] == [
            ("uncertain-table", Place(2, 2, "表1"))
        ]

    def test_one_cell_in_a_cell(self) -> None:
        """A frame inside a cell is part of its text, and no table."""
        frame = tbl(tr(tc(p("框") + tbl(tr("1", "2")))))
        document = word(tbl(tr(tc(frame + p("文")), "右"), tr("1", "2")))

        assert grids(document) == [[["框\n1\n2\n文", "右"], ["1", "2"]]]
        assert document.remarks == ()

    def test_deleted_table_in_a_cell(self) -> None:
        """Of a table whose rows are deleted nothing is left."""
        gone = tbl(*[tr("删", "删", properties="<w:del/>") for _ in range(2)])

        document = word(tbl(tr(tc(gone + p("文")), "右"), tr("1", "2")))

        assert grids(document) == [[["文", "右"], ["1", "2"]]]

    def test_in_a_frame(self) -> None:
        """A table of one cell is a frame: what is in it stands as if the frame were not there."""
        document = word(tbl(tr(tc(p("附件") + self.INNER))))

        assert texts(document) == ["附件"]
        assert grids(document) == [[["牵头单位", "配合单位"], ["财政厅", "商务厅"]]]

    def test_row_with_a_list_in_it(self) -> None:
        """A row of a table cut into pieces stays one, whatever list stands in a cell of it."""
        document = word(tbl(tr("1", tc(tbl(tr("财政厅"), tr("商务厅")) + p()))))

        assert grids(document) == [[["1", "财政厅\n商务厅"]]]

    def test_side_by_side(self) -> None:
        """A row that only places tables is no table."""
        document = word(tbl(tr(tc(self.INNER + p()), tc(p("右边")))))

        assert texts(document) == ["右边"]
        assert len(grids(document)) == 1

    def test_a_row_of_its_own_is_a_table(self) -> None:
        """A table cut into single rows is not taken for frames."""
        assert grids(word(tbl(tr("1", "甲")) + p() + tbl(tr("2", "乙")))) == [
            [["1", "甲"]],
            [["2", "乙"]],
        ]

    def test_without_end(self) -> None:
        """Tables in tables in tables are refused, not followed for ever."""
        body = self.INNER
        for _ in range(12):
            body = tbl(tr("甲", tc(body + p())), tr("乙", "丙"))

        with pytest.raises(InputError, match="套表格超过"):
            word(body)


class TestNumbers:
    """The numbers that Word makes are part of the text (ECMA-376-1, 17.9)."""

    CHAPTERS = (
        '<w:abstractNum w:abstractNumId="0">'
        + lvl(0, "chineseCountingThousand", "%1、", '<w:pStyle w:val="h1"/>')
        + lvl(1, "chineseCountingThousand", "（%2）", '<w:pStyle w:val="h2"/>')
        + lvl(2, "decimal", "%3.")
        + "</w:abstractNum>"
    )

    def test_levels_restart(self) -> None:
        """A level begins anew under the next item above it; a blank keeps digits apart."""
        items = [("总体", 0), ("思想", 1), ("5万元", 2), ("原则", 1), ("任务", 0), ("产业", 1)]
        body = "".join(p(text, numbered(1, level)) for text, level in items)

        assert texts(word(body, numbering=self.CHAPTERS + num(1, 0))) == [
            "一、总体",
            "（一）思想",
            "1. 5万元",
            "（二）原则",
            "二、任务",
            "（一）产业",
        ]

    def test_by_style(self) -> None:
        """A style brings its list and level, up the chain of those it is based on."""
        styles = (
            '<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="h2"><w:basedOn w:val="h1"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="loop"><w:basedOn w:val="loop"/></w:style>'
        )
        style = '<w:pStyle w:val="{}"/>'.format
        body = (
            p("总体", style("h1"))
            + p("思想", style("h2"))
            + p("不编号", style("h1") + '<w:numPr><w:numId w:val="0"/></w:numPr>')
            + p("任务", style("h1"))
            + p("转圈", style("loop"))
        )

        assert texts(word(body, styles=styles, numbering=self.CHAPTERS + num(1, 0))) == [
            "一、总体",
            "（一）思想",
            "不编号",
            "二、任务",
            "转圈",
        ]

    def test_lists_of_one_definition_count_on(self) -> None:
        """Lists share the count of their definition; a start override holds once."""
        restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="21"/></w:lvlOverride>'
        numbering = (
            f'<w:abstractNum w:abstractNumId="0">{lvl(0, "decimal", "%1、")}</w:abstractNum>'
            + num(1, 0)
            + num(2, 0)
            + num(3, 0, restart)
        )
        body = "".join(p("项", numbered(list_id)) for list_id in (1, 1, 2, 3, 3, 1))

        assert texts(word(body, numbering=numbering)) == [f"{n}、项" for n in (1, 2, 3, 21, 22, 23)]

    def test_in_the_cells_of_a_column(self) -> None:
        """Empty cells of a numbered column show their numbers, merged and deleted ones take none."""
        numbering = f'<w:abstractNum w:abstractNumId="0">{lvl(0, "decimal", "%1")}</w:abstractNum>'
        number = p("", numbered(1))
        deleted = tr(tc(number), "删", properties="<w:del/>")
        body = tbl(
            tr("序号", "任务"),
            tr(tc(number, '<w:vMerge w:val="restart"/>'), "甲"),
            tr(tc(number, "<w:vMerge/>"), "乙"),
            deleted,
            tr(tc(number), "丙"),
        )

        assert grids(word(body, numbering=numbering + num(1, 0))) == [
            [["序号", "任务"], ["1", "甲"], ["1", "乙"], ["2", "丙"]]
        ]

    def test_what_takes_no_number(self) -> None:
        """The empty paragraph that ends a section, and bullets, which tell nothing."""
        numbering = (
            f'<w:abstractNum w:abstractNumId="0">{lvl(0, "decimal", "%1、")}</w:abstractNum>'
            f'<w:abstractNum w:abstractNumId="1">{lvl(0, "bullet", chr(0xF0B7))}</w:abstractNum>'
        ) + (num(1, 0) + num(2, 1))
        section = numbered(1) + "<w:sectPr/>"
        body = p("甲", numbered(1)) + p("", section) + p("点", numbered(2)) + p("乙", numbered(1))

        assert texts(word(body, numbering=numbering)) == ["1、甲", "点", "2、乙"]

    def test_rules_of_levels(self) -> None:
        """Legal numbering is in digits, a level may not restart, one passed over counts as one."""
        numbering = (
            '<w:abstractNum w:abstractNumId="0">'
            + lvl(0, "chineseCounting", "第%1章", '<w:suff w:val="space"/>')
            + lvl(1, "decimal", "%1.%2", "<w:isLgl/>")
            + lvl(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="0"/>')
            + "</w:abstractNum>"
        ) + num(1, 0)
        items = [("甲", 0), ("乙", 2), ("丙", 1), ("丁", 2), ("戊", 0), ("己", 1)]
        body = "".join(p(text, numbered(1, level)) for text, level in items)

        assert texts(word(body, numbering=numbering)) == [
            "第一章 甲",
            "a)乙",
            "1.2 丙",
            "b)丁",
            "第二章 戊",
            "2.1 己",
        ]

    def test_definition_by_a_numbering_style(self) -> None:
        """A definition may leave its levels to those of a style."""
        numbering = (
            '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="法规"/></w:abstractNum>'
            f'<w:abstractNum w:abstractNumId="1">{lvl(0, "decimalEnclosedCircle", "%1")}</w:abstractNum>'
        ) + (num(1, 0) + num(2, 1))
        styles = (
            '<w:style w:type="numbering" w:styleId="法规"><w:pPr><w:numPr>'
            '<w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
        )

        assert texts(word(p("项", numbered(1)), numbering=numbering, styles=styles)) == ["① 项"]

    def test_level_of_the_list_itself(self) -> None:
        """A list may define a level anew; Word writes formats that are newer than the standard so."""
        custom = (
            '<mc:AlternateContent><mc:Choice Requires="w14">'
            '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
            '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        )
        level = f'<w:lvl w:ilvl="0"><w:start w:val="7"/>{custom}<w:lvlText w:val="A%1、"/></w:lvl>'
        numbering = f'<w:abstractNum w:abstractNumId="0">{lvl(0, "decimal", "%1.")}</w:abstractNum>'
        numbering += num(1, 0, f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>')

        assert texts(word(p("项", numbered(1)), numbering=numbering)) == ["A007、项"]

    def test_no_such_list(self) -> None:
        """A list or a level that is not defined prints nothing."""
        numbering = f'<w:abstractNum w:abstractNumId="0">{lvl(0, "decimal", "%1.")}</w:abstractNum>'
        body = p("甲", numbered(9)) + p("乙", numbered(1, 5)) + p("丙", numbered(2))

        document = word(body, numbering=numbering + num(1, 0) + num(2, 8))

        assert texts(document) == ["甲", "乙", "丙"]


class TestTrackedChanges:
    """Tracked changes are read as accepted, and it is said."""

    def test_runs(self) -> None:
        """What is inserted or moved here is there, what is deleted or moved away is gone."""
        document = word(
            "<w:p><w:r><w:t>省</w:t></w:r>"
            "<w:del><w:r><w:delText>建设厅</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>住房城乡建设厅</w:t></w:r></w:ins>"
            "<w:moveFrom><w:r><w:t>走了</w:t></w:r></w:moveFrom>"
            "<w:moveTo><w:r><w:t>、来了</w:t></w:r></w:moveTo></w:p>"
        )

        assert texts(document) == ["省住房城乡建设厅、来了"]
        assert [remark.code for remark in document.remarks] == ["tracked-changes"]

    def test_rows_and_cells(self) -> None:
        """Deleted rows and cells are gone, and a table of nothing else with them."""
        document = word(
            tbl(
                tr("1", "甲"),
                tr("删", "删", properties="<w:del/>"),
                tr("2", tc("删", "<w:cellDel/>"), "乙"),
            )
            + tbl(tr("删", "删", properties="<w:del/>"))
        )

        assert grids(document) == [[["1", "甲"], ["2", "乙"]]]
        assert [remark.code for remark in document.remarks] == ["tracked-changes"]

    def test_ends_of_paragraphs(self) -> None:
        """A paragraph whose end is deleted goes on in the next, and takes no number."""
        numbering = (
            f'<w:abstractNum w:abstractNumId="0">{lvl(0, "decimal", "%1、")}</w:abstractNum>'
        )
        gone = "<w:rPr><w:del/></w:rPr>"
        body = (
            p("前", numbered(1) + gone)
            + p("后", numbered(1))
            + p("", numbered(1) + gone)
            + p("三", numbered(1))
        )

        assert texts(word(body, numbering=numbering + num(1, 0))) == ["1、前后", "2、三"]

    def test_end_before_a_table(self) -> None:
        """What cannot go on is a paragraph all the same."""
        assert texts(word(p("前", "<w:rPr><w:del/></w:rPr>") + tbl(tr("1", "2")))) == ["前"]


class TestText:
    """What is printed is text, what is not is none."""

    @pytest.mark.parametrize(
        ("runs", "expected"),
        [
            ("<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt>", "控件"),
            ("<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "链接"),
            ("<w:smartTag><w:customXml><w:r><w:t>标记</w:t></w:r></w:customXml></w:smartTag>", "标记"),
            ("<w:r><w:ruby><w:rt><w:r><w:t>yáng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>羊</w:t></w:r></w:rubyBase></w:ruby></w:r>", "羊"),
            ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/></w:r>", "a b-c"),
            ('<w:r><w:sym w:font="SimSun" w:char="25A1"/><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:char="x"/><w:sym w:char="D800"/><w:sym w:char="FFFFFF"/></w:r>', "□☑"),
            ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", "x=1"),
            ('<w:fldSimple w:instr="REF a"><w:r><w:t>结果</w:t></w:r></w:fldSimple>', "结果"),
        ],
        ids=["content control", "hyperlink", "tags", "ruby", "special characters", "symbols", "formula", "field"],
    )  # fmt: skip
    def test_runs(self, runs: str, expected: str) -> None:
        """Whatever wraps runs, their text is read."""
        assert texts(word(f"<w:p>{runs}</w:p>")) == [expected]

    def test_fields(self) -> None:
        """Of a field its result is read; one that never ends hides nothing."""
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
        inner = mark("begin") + "<w:r><w:t>内</w:t></w:r>" + mark("end")
        instruction = '<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
        field = (
            mark("begin")
            + instruction
            + inner
            + mark("separate")
            + "<w:r><w:t>文</w:t></w:r>"
            + mark("end")
        )
        no_result = mark("begin") + "<w:r><w:t>无</w:t></w:r>" + mark("end")
        endless = mark("begin") + "<w:r><w:t>尾</w:t></w:r>"

        assert texts(word(f"<w:p>{field}{no_result}{mark('end')}{endless}</w:p>")) == ["文尾"]

    @pytest.mark.parametrize(
        ("instruction", "shown"),
        [
            (r" eq \o\ac(○,12)", "⑫"),
            (r"EQ \o\ac(□,1)", "1"),
            (r'EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(pīn),拼)', "拼"),
            (r"eq \o(\s\up 6(教育),\s\do 2(财政))", "教育财政"),
            (r"EQ \f(1,2)", "1/2"),
            ("PAGE", ""),
        ],
    )
    def test_equations(self, instruction: str, shown: str) -> None:
        """What Word encloses or combines is in an instruction, and has no result."""
        mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
        asked = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"

        [text] = texts(word(p(f"{mark('begin')}{asked}{mark('end')}<w:r><w:t>文</w:t></w:r>")))

        assert text == f"{shown}文"

    def test_symbols_that_only_a_font_has(self) -> None:
        """They are told of."""
        symbols = (
            '<w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Wingdings" w:char="F0FC"/>'
        )

        document = word(p(f"<w:r>{symbols}</w:r>"))

        assert texts(document) == ["✓"]
        assert [(remark.code, remark.message) for remark in document.remarks] == [
            ("unknown-characters", "有 1 个符号字体的字，不知道是什么字，没有读")
        ]

    def test_content_controls_around_blocks(self) -> None:
        """Controls may hold paragraphs, rows and cells."""
        control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>".format
        row = f"<w:tr>{control(tc('甲'))}{tc('乙')}</w:tr>"
        table = f"<w:tbl>{control(row)}{tr('1', '2')}</w:tbl>"

        document = word(control(p("段") + table))

        assert texts(document) == ["段"]
        assert grids(document) == [[["甲", "乙"], ["1", "2"]]]

    def test_text_boxes(self) -> None:
        """The text of a box follows the paragraph it hangs on, once, although Word saves it twice."""
        content = f"<w:txbxContent>{p('框里')}{tbl(tr('甲', '乙'), tr('1', '2'))}</w:txbxContent>"
        box = (
            "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
            f"{content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}"
            "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
        old = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('旧框')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"

        document = word(
            f"<w:p>{box}<w:r><w:t>前</w:t></w:r></w:p>"
            + tbl(tr(tc(f"<w:p>{old}</w:p>"), "右"), tr("1", "2"))
        )

        assert texts(document) == ["前", "框里"]
        assert grids(document) == [[["甲", "乙"], ["1", "2"]], [["旧框", "右"], ["1", "2"]]]

    def test_hidden_text(self) -> None:
        """Hidden text is not printed, so it is not read, but told of."""
        hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
        shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r>'

        document = word(f"<w:p>{hidden}{shown}</w:p>")

        assert texts(document) == ["显"]
        assert [(remark.code, remark.message) for remark in document.remarks] == [
            ("hidden-text", "有 1 处隐藏文字，没有读")
        ]

    def test_text_that_a_style_hides(self) -> None:
        """Styles hide, too, and those that are based on them; a run can say otherwise."""
        hides = "<w:rPr><w:vanish/></w:rPr>"
        styles = (
            f'<w:style w:type="paragraph" w:styleId="form">{hides}</w:style>'
            '<w:style w:type="paragraph" w:styleId="end"><w:basedOn w:val="form"/></w:style>'
            f'<w:style w:type="character" w:styleId="mark">{hides}</w:style>'
        )
        run = "<w:r><w:rPr>{}</w:rPr><w:t>{}</w:t></w:r>".format
        body = (
            p("窗体顶端", '<w:pStyle w:val="form"/>')
            + p(run('<w:vanish w:val="0"/>', "显"), '<w:pStyle w:val="form"/>')
            + p("窗体底端", '<w:pStyle w:val="end"/>')
            + p(run('<w:rStyle w:val="mark"/>', "隐") + run("", "文"))
        )

        document = word(body, styles=styles)

        assert texts(document) == ["显", "文"]
        assert [remark.message for remark in document.remarks] == ["有 3 处隐藏文字，没有读"]

    def test_a_hidden_paragraph_is_not_counted(self) -> None:
        """Word numbers what it prints."""
        hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
        numbering = f'<w:abstractNum w:abstractNumId="0">{lvl(0, "chineseCounting", "%1、")}</w:abstractNum>{num(1, 0)}'
        gone = p(hidden, numbered(1) + "<w:rPr><w:vanish/></w:rPr>")

        document = word(p("甲", numbered(1)) + gone + p("乙", numbered(1)), numbering=numbering)

        assert texts(document) == ["一、甲", "二、乙"]

    def test_embedded_objects(self) -> None:
        """What other programs have embedded is told of."""
        document = word(f"<w:p><w:r><w:object/></w:r></w:p>{p('文')}<w:altChunk/>")

        assert [remark.message for remark in document.remarks] == [
            "有 2 处嵌入的对象（如工作表），里面的文字没有读"
        ]

    def test_margins(self) -> None:
        """A running head is told of where it matters: a number, or who does what."""
        box = f"<w:p><w:r><w:txbxContent>{p('由省质监局牵头，' + '省财政厅、' * 9)}</w:txbxContent></w:r></w:p>"
        document = word(
            p("文"), header=p("粤办函〔2016〕553号"), footer=p("附表") + tbl(tr("第 1 页", box))
        )
        ornament = word(p("文"), header=p("广东省人民政府公报"), footer=p("— 1 —"))

        assert [(remark.code, remark.message) for remark in document.remarks] == [
            ("unread-margin", "页眉有“粤办函〔2016〕553号”，没有读"),
            (
                "unread-margin",
                "页脚有“附表 第 1 页 由省质监局牵头，省财政厅、省财政厅、省财政……”，没有读",
            ),
        ]
        assert texts(document) == ["文"]
        assert ornament.remarks == ()

    def test_comments(self) -> None:
        """Comments are no text of the document, and are counted."""
        comments = "".join(
            f'<w:comment w:id="{n}">{p("改由省商务厅牵头")}</w:comment>' for n in range(3)
        )
        document = word(p("文"), comments=comments)

        assert texts(document) == ["文"]
        assert [(remark.code, remark.message) for remark in document.remarks] == [
            ("unread-comments", "有 3 条批注，没有读")
        ]

    def test_notes(self) -> None:
        """Notes come last, those that the text refers to, in its order."""
        refer = '<w:r><w:{}Reference w:id="{}"/></w:r>'.format
        notes = "".join(
            f'<w:footnote w:id="{i}">{p(text)}</w:footnote>'
            for i, text in (("-1", "分隔线"), ("1", "甲注"), ("2", "乙注"), ("3", "没人提"))
        )
        body = f"<w:p><w:r><w:t>文</w:t></w:r>{refer('footnote', 2)}{refer('footnote', 1)}{refer('endnote', 4)}</w:p>"

        document = word(body, footnotes=notes)

        assert document.blocks == (
            Paragraph("文", Place(1)),
            Paragraph("乙注", Place(1, part="脚注")),
            Paragraph("甲注", Place(2, part="脚注")),
        )

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("关于加强⏎质量工作的通知", ["关于加强质量工作的通知"]),
            ("各地要落实。⏎各部门要配合。", ["各地要落实。", "各部门要配合。"]),
            ("一、总体要求⏎（一）指导思想⏎1.坚持", ["一、总体要求", "（一）指导思想", "1.坚持"]),
            ("附件⏎　　分工表", ["附件", "分工表"]),
            ("增长⏎3.5%", ["增长3.5%"]),
            ("ISO⏎9001", ["ISO 9001"]),
            ("⏎通知⏎⏎", ["通知"]),
        ],
    )
    def test_line_breaks(self, text: str, expected: list[str]) -> None:
        """A break within a paragraph ends it where a sentence ends or an item begins."""
        runs = "<w:r><w:br/></w:r>".join(
            f'<w:r><w:t xml:space="preserve">{line}</w:t></w:r>' for line in text.split("⏎")
        )

        assert texts(word(f"<w:p>{runs}</w:p>")) == expected


def test_file_of_another_library() -> None:
    """A document that python-docx wrote, with its template's styles and lists."""
    made = python_docx.Document()
    made.add_paragraph("关于分工的通知")
    made.add_paragraph("甲", style="List Number")
    made.add_paragraph("乙", style="List Number")
    table = made.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 1).merge(table.cell(1, 2)).text = "合"
    stream = io.BytesIO()
    made.save(stream)

    document = read(stream.getvalue(), "a.docx")

    assert texts(document) == ["关于分工的通知", "1. 甲", "2. 乙"]
    assert grids(document) == [[["00", "合", "合"], ["10", "合", "合"], ["20", "21", "22"]]]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "文件不完整或已损坏"),
        (b"PK\x03\x04", "文件不完整或已损坏"),
        (docx(p("文"))[:-30], "文件不完整或已损坏"),
        (docx("</w:body>"), "文件不完整或已损坏"),
        (docx("").replace(b"word/document.xml", b"word/dokument.xml"), "压缩包里没有 Word 文档"),
    ],
    ids=["empty", "a head only", "truncated", "no XML", "part missing"],
)  # fmt: skip
def test_what_cannot_be_read(data: bytes, message: str) -> None:
    """One error that names the file."""
    with pytest.raises(InputError) as error:
        read(data, "甲.docx")

    assert error.value.messages == (f"甲.docx: {message}",)
