"""Notices that are not sound: every fault at its line and column, nothing guessed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notices import END, HEADER, TOP, notice_text

from gdquality.errors import InputError
from gdquality.notice import parse
from gdquality.records import Notice
from gdquality.registry import Registry
from gdquality.store.validation import revalidate
from gdquality.store.yaml_writer import dump_notice

ROW = "1\t一事\t省质监局\t省财政厅"
NO_TABLE = "没有任务分工表：找不到“序号、重点工作任务、牵头单位、参与单位”的表头"


def problems(text: str | bytes, registry: Registry) -> list[str]:
    """Return the lines of the error that parsing `text` raises."""
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(InputError) as caught:
        parse(data, "n.txt", registry)
    return list(caught.value.messages)


def good(text: str | bytes, registry: Registry) -> Notice:
    """Return the notice of `text`."""
    data = text.encode() if isinstance(text, str) else text
    return parse(data, "n.txt", registry).notice


def test_the_pattern_is_sound(registry: Registry) -> None:
    """The notice that the tests break parses as it is."""
    notice = good(notice_text(ROW), registry)

    assert [task.line for task in notice.tasks] == [14]
    assert notice.basis is None


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["1\t一事\t省质监局"], "n.txt:14:1: 这一行有 3 个单元格，应有 4 个"),
        (["1\t一事\t省质监局\t省财政厅\t"], "n.txt:14:1: 这一行有 5 个单元格，应有 4 个"),
        ([ROW, "一行散落的字", "2" + ROW[1:]], "n.txt:15:1: 这一行有 1 个单元格，应有 4 个"),
        (["\t一事\t省质监局\t省财政厅"], "n.txt:14:1: 序号应为 1、2、3……，这里是“”"),
        (["一\t一事\t省质监局\t省财政厅"], "n.txt:14:1: 序号应为 1、2、3……，这里是“一”"),
        (["01\t一事\t省质监局\t省财政厅"], "n.txt:14:1: 序号应为 1、2、3……，这里是“01”"),
        (["1\t \t省质监局\t省财政厅"], "n.txt:14:4: 第 1 项没有任务名称"),
        (["1\t一事\t\t省财政厅"], "n.txt:14:6: 第 1 项没有牵头单位"),
        (["1\t一事\t省质监局\t"], "n.txt:14:11: 第 1 项没有参与单位"),
        ([ROW, ROW], "n.txt:15:1: 序号 1 重复：第 14 行已有"),
        ([ROW, "3" + ROW[1:]], "n.txt:15:1: 序号 2 缺失：这里是 3"),
        (["2" + ROW[1:]], "n.txt:14:1: 序号 1 缺失：这里是 2"),
        ([], "n.txt:13: 任务分工表只有表头，没有任务"),
        (["1\t一事\t省质监局\t省无名厅"], "n.txt:14:11: 第 1 项参与单位：名录中没有“省无名厅”"),
        (
            ["1\t一事\t省质监局\t省财政厅、  无名厅"],
            "n.txt:14:18: 第 1 项参与单位：名录中没有“省无名厅”",
        ),
        (
            ["1\t一事\t省质监局、\t省财政厅"],
            "n.txt:14:11: 第 1 项牵头单位：两个分隔符之间没有单位名称",
        ),
        (
            [ROW, "序号\t事项\t牵头单位\t完成时间", "2" + ROW[1:]],
            "n.txt:15:1: 序号应为 1、2、3……，这里是“序号”",
        ),
        (
            [ROW, "序号\t重点工作任务\t牵头单位", "2" + ROW[1:]],
            "n.txt:15:1: 表头与前面的不同：一份通知只能有一个任务分工表",
        ),
    ],
)
def test_broken_rows(rows: list[str], expected: str, registry: Registry) -> None:
    """A broken row is located, and is the only thing reported."""
    assert problems(notice_text(*rows), registry) == [expected]


def test_out_of_order(registry: Registry) -> None:
    """Rows in the wrong order are told apart from missing ones."""
    rows = (ROW, "3" + ROW[1:], "2" + ROW[1:])

    assert problems(notice_text(*rows), registry) == [
        "n.txt:15:1: 序号 2 缺失：这里是 3",
        "n.txt:16:1: 序号 2 排在 3 之后",
    ]


def test_everything_is_reported_at_once(registry: Registry) -> None:
    """All faults are reported, in the order of the text."""
    rows = ("1\t一事\t省无名厅\t省财政厅", "2\t二事\t省质监局", "3\t三事\t省质监局\t无此局")

    assert problems(notice_text(*rows), registry) == [
        "n.txt:14:6: 第 1 项牵头单位：名录中没有“省无名厅”",
        "n.txt:15:1: 这一行有 3 个单元格，应有 4 个",
        "n.txt:16:1: 序号 2 缺失：这里是 3",
        "n.txt:16:11: 第 3 项参与单位：名录中没有“无此局”",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "n.txt: 文件是空的"),
        (" \n\n", "n.txt: 文件是空的"),
        (HEADER + "\n" + ROW + "\n", "n.txt:1: 没有发文字号，如“粤办函〔2016〕553号”"),
        ("粤办函〔2016〕1号\n" + HEADER + "\n" + ROW + "\n", "n.txt:1: 发文字号之前没有发文机关"),
        (
            "办公厅\n粤办函〔2016〕1号\n题\n" + HEADER + "\n" + ROW + "\n",
            "n.txt:2: 没有以“：”结尾的主送机关",
        ),
        (
            "办公厅\n粤办函〔2016〕1号\n各厅：\n" + HEADER + "\n" + ROW + "\n",
            "n.txt:2: 发文字号与主送机关之间没有标题",
        ),
        (TOP.format(body="一。") + END, "n.txt: " + NO_TABLE),
        ("甲\t乙\n" + notice_text(ROW), "n.txt:1: 表头之前的行有制表符"),
        (notice_text(ROW) + "\n2\n", "n.txt:18: 表格之后有不认识的行：像是表格的一部分"),
        (notice_text(ROW) + "37 加强监督\n", "n.txt:17: 表格之后有不认识的行：像是表格的一部分"),
        (notice_text(ROW) + "、各地\n", "n.txt:17: 表格之后有不认识的行：像是表格的一部分"),
        (notice_text(ROW).partition("\n\n公开")[0], "n.txt:14: 文件断在表格里：最后一行没有换行"),
        (notice_text("1\t一\x85事\t省质监局\t省财政厅"), "n.txt:14:4: 不可见的控制字符 U+0085"),
        (
            notice_text("1\t一事\t省质监局\t省财政厅、质监局"),
            "n.txt:14:16: 第 1 项参与单位：“省质监局”在这一项里已列过",
        ),
        (b"\xff\xfe1\x00", "n.txt:1:1: 第 1 个字节：这是 UTF-16，请另存为 UTF-8"),
        ("好\n字\0".encode(), "n.txt:2:2: 第 8 个字节是 NUL，不是文本"),
        ("好\n字".encode() + b"\xff\xff", "n.txt:2:2: 第 8 个字节既不是 UTF-8 也不是 GB18030"),
    ],
)
def test_broken_documents(text: str | bytes, expected: str, registry: Registry) -> None:
    """What is missing from the document is said, at the line where it should be."""
    assert problems(text, registry) == [expected]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, newline: str, registry: Registry) -> None:
    """UTF-8 with and without BOM and GB18030 give one notice, whatever ends its lines."""
    text = notice_text(ROW)

    notice = good(text.replace("\n", newline).encode(encoding), registry)

    assert notice.tasks == good(text, registry).tasks


def remarks(body: str, registry: Registry, year: int = 2016) -> list[str]:
    """Return what is remarked of a notice with that body."""
    text = notice_text(ROW, body=body).replace("〔2016〕", f"〔{year}〕")
    return [one.at("n") for one in parse(text.encode(), "n.txt", registry).remarks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("省无名厅要制定方案。", "不知道“省无名厅”是哪个单位"),
        ("省质监局要加强管理，情况于12月1日前报送无此办。", "不知道“无此办”是哪个单位"),
        ("省质监局要加强管理。省无名中心要制定方案。", "不知道“省无名中心”是哪个单位"),
        ("省质监局要加强管理。各市、县要制定方案。", "不知道“各市、县”是哪个单位"),
        ("省质监局要会同省无名厅起草办法。", "不知道“省无名厅”是哪个单位"),
        ("省质监局要会同省财政厅、无名厅起草办法。", "不知道“省财政厅、无名厅”是哪个单位"),
        ("重要工作要制定方案。", "不知道“重要工作”是哪个单位"),
        ("省质监局、、省财政厅要制定方案。", "不知道“省质监局、、省财政厅”是哪个单位"),
        ("情况于12月1日前报送省政府。", "不知道由谁报送：“情况于12月1日前报送省政府”"),
    ],
)
def test_duties_of_nobody_known(body: str, expected: str, registry: Registry) -> None:
    """A duty whose bearer or recipient is not known is remarked, not guessed, and stops nothing."""
    assert remarks(body, registry) == [f"n:9: 没有读出这里的要求：{expected}"]
    assert good(notice_text(ROW, body=body), registry).deadlines == ()


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        ("12月第3周前", "读不懂“12月第3周前”这个日期，只留原文"),
        ("每年12月31日前", "读不懂“每年12月31日前”这个日期，只留原文"),
        ("2月30日前", "没有“2月30日前”这个日期，只留原文"),
        ("13月底前", "没有“13月底前”这个日期，只留原文"),
        ("0000年1月底前", "没有“0000年1月底前”这个日期，只留原文"),
    ],
)
def test_limits_that_are_no_date(limit: str, expected: str, registry: Registry) -> None:
    """A time limit that cannot be read is kept as printed, and remarked."""
    body = f"省质监局要将情况于{limit}报送省政府。"

    [deadline] = good(notice_text(ROW, body=body), registry).deadlines

    assert (deadline.due, deadline.due_text, deadline.what) == (None, limit, "情况")
    assert remarks(body, registry) == [f"n:9: {expected}"]


@pytest.mark.parametrize(
    "sentence",
    [
        "各地要于2017年6月30日前将工作方案报送省质监局。",
        "各地要在2017年6月30日前向省质监局报送工作方案。",
        "各地要于2017年6月底前出台实施细则。",
        "各地于每年12月31日前将总结报省质监局。",
        "各地要将工作方案报送省质监局。",
        "有关情况及时上报。",
        "请各地提交方案！",
        "到2020年，建成质量强省。",
        "各地二〇一七年六月底前完成任务。",
        "各地年底前完成任务。",
        "各地在30个工作日内完成任务。",
        "各地于2017 年 6 月底前完成任务。",
        "各地要制定方案于2017年6月底前实施。",
        "2016年12月底前，各地要完成任务；",
        "各地要在12月10日前，制定方案，组织开展检查。",
        "各地要完成任务，时间为2016年12月1日",
    ],
)
def test_what_is_not_read_is_said(sentence: str, registry: Registry) -> None:
    """A sentence with a date, or that tells to hand something in, is read or remarked."""
    body = f"省质监局要加强管理。{sentence}"
    notice = good(notice_text(ROW, body=body), registry)

    [remark] = remarks(body, registry)

    assert remark.startswith("n:9: 没有读出这里的期限或报送要求：“")
    passage = remark.partition("“")[2].removesuffix("”")
    assert sentence.endswith(passage)
    assert re.search(r"月|年|工作日|报|提交", passage)
    assert notice.deadlines == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "各地要贯彻《质量发展纲要（2011—2020年）》（2012年2月印发）。",
        "各地要执行《关于报送情况的规定》。",
        "2015年以来，质量工作成效明显。",
        "2012年2月6日，国务院作出部署。",
        "截至2015年底，任务已完成。",
        "各地要做好2016年度工作。",
        "根据粤发〔2016〕9号文，各地要加强管理。",
    ],
)
def test_what_is_no_duty_is_not_remarked(sentence: str, registry: Registry) -> None:
    """The dates of what is cited and of what is past are no time limits."""
    assert remarks(f"{sentence}省质监局要加强管理。", registry) == []


def test_each_sentence_is_remarked_at_its_line(registry: Registry) -> None:
    """What is not read is remarked once a sentence, on its line, in the order of the text."""
    body = (
        "省质监局要在2017年5月前，向省政府提交方案。各地要加强管理。\n"
        "各地要在2017年6月底前，向省质监局提交方案，并及时上报总结。"
    )
    text = "没有读出这里的期限或报送要求"

    assert remarks(body, registry) == [
        f"n:9: {text}：“省质监局要在2017年5月前，向省政府提交方案。”",
        f"n:10: {text}：“各地要在2017年6月底前，向省质监局提交方案，并及时上报总结。”",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("情况于12月15日前报送省政府。", "2016-12-15?"),
        ("总结于2016年12月15日前报送省政府。情况于12月底前报送省政府。", "2016-12-31"),
        ("总结于2016年12月15日前报送省政府。情况于1月底前报送省政府。", "2017-01-31?"),
        ("总结于2016年12月底前报送省政府。情况于12月15日前报送省政府。", "2016-12-15"),
        ("总结于12月底前报送省政府。情况于1月底前报送省政府。", "2017-01-31?"),
        ("2016年11月，会议召开。情况于1月底前报送省政府。", "2017-01-31?"),
        ("3月，会议召开。情况于2月底前报送省政府。", "2016-02-29?"),
        ("2012年2月，会议召开。情况于1月底前报送省政府。", "2016-01-31?"),
        ("各地在2017年6月底前完成任务。情况于9月底前报送省政府。", "2017-09-30?"),
        ("到2020年12月，建成质量强省。情况于12月底前报送省政府。", "2016-12-31?"),
        ("到2017年年底前建成质量强省。情况于12月底前报送省政府。", "2016-12-31?"),
        ("各地在2017年6月底前完成任务。\n省质监局要将情况于9月底前报送省政府。", "2016-09-30?"),
        (
            "总结于2016年12月底前报送省政府。\n各地2017年6月完成任务。\n省质监局要将情况于1月底前报送省政府。",
            "2017-01-31?",
        ),
        (
            "总结于2016年9月底前报送省政府。\n各地每年12月底前考核。省质监局要将情况于11月底前报送省政府。",
            "2016-11-30",
        ),
        ("情况于9999年12月底前报送省政府。", "9999-12-31"),
    ],
)
def test_the_year_of_a_date_without_one(body: str, expected: str, registry: Registry) -> None:
    """It is the next such month after the date named last; where that is not certain (?), it is said."""
    body = f"省质监局要加强管理。{body}"

    due = good(notice_text(ROW, body=body), registry).deadlines[-1].due

    assert due is not None
    told = f"没有写年份，按 {due.year} 年读"
    is_told = any(one.endswith(told) for one in remarks(body, registry))
    assert f"{due}{'?' * is_told}" == expected


@pytest.mark.parametrize("attachment", ["附件：分工表", "联系人：×××"])
@pytest.mark.parametrize(
    ("limit", "expected"), [("1月底前", "2017-01-31"), ("11月底前", "2016-11-30")]
)
def test_the_date_of_issue(attachment: str, limit: str, expected: str, registry: Registry) -> None:
    """A notice of November 2016 means January 2017 by 1月; the date of issue itself is no duty."""
    text = notice_text(ROW, body=f"省质监局要将情况于{limit}报送省政府。")
    text = text.replace("附件：分工表", f"{attachment}\n\n省政府办公厅\n\n2016年11月23日\n")

    parsed = parse(text.encode(), "n.txt", registry)

    assert [str(one.due) for one in parsed.notice.deadlines] == [expected]
    assert len(parsed.remarks) == (expected > "2017")


def test_a_date_of_issue_that_is_none(registry: Registry) -> None:
    """What looks like a date of issue and is no day tells no year."""
    text = notice_text(ROW, body="省质监局要将情况于1月底前报送省政府。")
    text = text.replace("附件：分工表", "附件：分工表\n\n2016年11月31日")

    [deadline] = good(text, registry).deadlines

    assert str(deadline.due) == "2016-01-31"


def test_a_date_that_a_line_breaks_is_no_date_of_issue(registry: Registry) -> None:
    """A date alone on its line is that of a sentence which goes on after it."""
    body = "省质监局要将情况于\n2016年12月15日\n前报送省政府。"

    [deadline] = good(notice_text(ROW, body=body), registry).deadlines

    assert str(deadline.due) == "2016-12-15"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("省质监局要起草办法，省财政厅要加强管理。", [("省质监局", None, "起草办法")]),
        ("省质监局要会同省财政厅起草办法。", [("省质监局 省财政厅", None, "起草办法")]),
        (
            "省质监局要制定办法，起草标准。",
            [("省质监局", None, "制定办法"), ("省质监局", None, "起草标准")],
        ),
        ("由省质监局起草报告，于3月底前报省政府。", [("省质监局", "2016-03-31", "起草报告")]),
        (
            "省质监局要落实责任，情况于2017年2月底前报送省政府。",
            [("省质监局", "2017-02-28", "情况")],
        ),
        ("省质监局要落实责任，情况于每年年底前报送省政府。", [("省质监局", None, "情况")]),
        (
            "省质监局要制定方案，并于12月15日前报送省政府。",
            [("省质监局", "2016-12-15", "制定方案")],
        ),
        (
            "省质监局要将关于质量的情况于12月15日24时前报送省政府。",
            [("省质监局", "2016-12-15", "关于质量的情况")],
        ),
        (
            "省质监局要加强管理。实施方案请于2017 年1月31日前报送省政府。",
            [("省质监局", "2017-01-31", "实施方案")],
        ),
        (
            "省质监局要加强管理。省财政厅组织开展检查。",
            [("省财政厅", None, "组织开展检查")],
        ),
        ("现制定如下方案。", []),
        ("省质监局要加强管理。特别是要制定方案。", [("省质监局", None, "制定方案")]),
        ("（一）省质监局要制定方案。", [("省质监局", None, "制定方案")]),
        ("省质监局要制定方案，", [("省质监局", None, "制定方案")]),
        (
            "省质监局要制定方案，情况于12月15日前报送省政府。",
            [("省质监局", None, "制定方案"), ("省质监局", "2016-12-15", "情况")],
        ),
        (
            "会议于12月1日召开，请参加。省质监局要制定方案。",
            [("省质监局", None, "制定方案")],
        ),
        (
            "省质监局要于2017年6月30日前制定方案。",
            [("省质监局", "2017-06-30", "制定方案")],
        ),
        (
            "省质监局要加强管理。省财政厅在6月底前组织开展检查。",
            [("省财政厅", "2016-06-30", "组织开展检查")],
        ),
        (
            "省质监局要加强管理！重要情况于12月15日前报送省政府。",
            [("省质监局", "2016-12-15", "重要情况")],
        ),
        ("省质监局要求真务实，制定方案。", [("省质监局", None, "制定方案")]),
        ("省质监局要按照2016年部署制定方案。", [("省质监局", None, "制定方案")]),
    ],
)
def test_forms_of_duties(
    body: str, expected: list[tuple[str, str | None, str]], registry: Registry
) -> None:
    """Who is bound, by when, to do what: in the forms that notices use."""
    deadlines = good(notice_text(ROW, body=body), registry).deadlines

    assert [
        (
            " ".join(mention.text for mention in deadline.who),
            deadline.due and deadline.due.isoformat(),
            deadline.what,
        )
        for deadline in deadlines
    ] == expected


def test_lists_that_go_on_in_the_next_line(registry: Registry) -> None:
    """Recipients that end in a comma go on in the line below."""
    text = notice_text(ROW).replace("省政府各部门：", "各地级以上市人民政府，\n省政府各部门：")

    notice = good(text + "抄送：省委办公厅，\n省人大。\n", registry)

    assert notice.title == "关于一项工作的通知"
    assert notice.main_recipients == ("各地级以上市人民政府", "省政府各部门")
    assert notice.copy_recipients == ("省委办公厅", "省人大")


PROSE = [
    *"，。；！、（）《》：\n要于在前报由该并会同年月日底至到",
    *(
        "省质监局",
        "各地",
        "省无名厅",
        "参与单位",
        "12月15日前",
        "1月底前",
        "2016年",
        "13月",
        "〔2016〕9号",
    ),
    *("报送", "上报", "提交", "制定", "方案", "组织开展", "检查", "一、", "（一）", "年底", "情况"),
]


@given(st.lists(st.sampled_from(PROSE), max_size=40).map("".join))
def test_no_prose_stops_a_parse(registry: Registry, body: str) -> None:
    """Whatever the body says, there is a notice, and one that can be written."""
    text = notice_text(ROW, body=f"{body}。").replace("\n\n\n", "\n\n")

    notice = parse(text.encode(), "n.txt", registry).notice

    revalidate(dump_notice(notice), notice)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_input_breaks_the_parser(registry: Registry, data: bytes) -> None:
    """Any bytes give a notice or an InputError with at least one line."""
    try:
        parse(data, "n.txt", registry)
    except InputError as error:
        assert error.messages  # noqa: PT017 -- most inputs are errors, and none must be


@given(st.data())
def test_half_a_notice(registry: Registry, data: st.DataObject) -> None:
    """A notice that is cut off anywhere is refused, or has whole rows only."""
    last = "3\t三事\t省质监局\t省委宣传部、总工会、质量强省工作领导小组成员单位"
    whole = notice_text(ROW, "2" + ROW[1:], last).encode()
    cut = data.draw(st.integers(0, len(whole)))
    try:
        notice = parse(whole[:cut], "n.txt", registry).notice
    except InputError:
        return

    tasks = parse(whole, "n.txt", registry).notice.tasks
    assert notice.tasks == tasks[: len(notice.tasks)]
