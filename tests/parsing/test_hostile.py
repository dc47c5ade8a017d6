"""Whatever comes in, there is a notice or the parser's one error, and what is read is printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notices import notice_text

from gdquality.dataset import load
from gdquality.errors import InputError
from gdquality.names.registry import Registry
from gdquality.parsing import parse
from gdquality.records import ROLES
from gdquality.store.validation import revalidate
from gdquality.store.yaml_writer import dump_notice

ROW = "1\t一事\t省质监局\t省财政厅"
WORDS = [
    *"，。；！、（）《》〔〕：\n\t要于在前报由该并会同年月日底至到和等各",
    *("省质监局", "各地", "省无名厅", "参与单位", "12月15日前", "1月底前", "2016年", "13月"),
    *("报送", "提交", "制定", "方案", "组织开展", "一、", "（一）", "1.", "年底", "情况"),
    *("牵头", "负责", "配合", "责任单位：", "牵头单位", "任务", "序号", "完成时限：", "下同", "无"),
]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "n.txt: 文件是空的"),
        (b" \n\n", "n.txt: 文件是空的"),
        ("好\n字\0".encode(), "n.txt:2:2: 第 8 个字节是 NUL，不是文本"),
        ("好\n字".encode() + b"\xff\xff", "n.txt:2:2: 第 8 个字节既不是 UTF-8 也不是 GB18030"),
    ],
)
def test_what_cannot_be_read(data: bytes, expected: str, registry: Registry) -> None:
    """What is no text at all is refused, at its place where it has one."""
    with pytest.raises(InputError) as caught:
        parse(data, "n.txt", registry)
    assert list(caught.value.messages) == [expected]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, newline: str, registry: Registry) -> None:
    """Every encoding of Chinese text gives one notice, whatever ends its lines."""
    text = notice_text(ROW)

    notice = parse(text.replace("\n", newline).encode(encoding), "n.txt", registry)

    assert notice.tasks == parse(text.encode(), "n.txt", registry).tasks


@given(st.lists(st.sampled_from(WORDS), max_size=60).map("".join))
def test_any_words(text: str) -> None:
    """Any words of notices, in any order, give a notice that can be written and read again.

    Every name in it has its characters printed in its task, in their order.
    """
    notice = parse(f"文\n{text}".encode(), "n.txt", load().registry)

    revalidate(dump_notice(notice), notice)
    for task in notice.tasks:
        printed = "".join(one.text for one in task.printed)
        for mention in (one for role in ROLES for one in task.mentions(role)):
            assert set(mention.text) <= set(printed)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes(data: bytes) -> None:
    """Any bytes give a notice or an InputError with at least one line."""
    try:
        parse(data, "n.txt", load().registry)
    except InputError as error:
        assert error.messages  # noqa: PT017 -- most inputs are errors, and none must be


@pytest.mark.parametrize(
    "text",
    [
        "（" * 20_000,
        "责任单位：" * 20_000,
        "一、（一）1." * 20_000,
        "（省财政厅、" * 20_000,
        "（省财政厅负责）" * 5_000,
        "于1月底前报送" * 20_000,
        "任务\t责任单位\n" * 10_000,
        "任务\t责任单位\n" + "一事\t省财政厅\n" * 20_000,
        "责任单位：" + "省财政厅（牵头）、" * 10_000,
        "省" * 100_000,
        "各镇要将" * 20_000 + "前",
        "向" * 50_000 + "前",
        "1月底前，" * 5_000,
        "各镇要将情况报省政府，" * 5_000,
        "（" + "联系人" * 20_000 + "（前",
        "省质监局会同" * 10_000 + "前",
    ],
    ids=lambda text: text[:6],
)
def test_time_grows_with_length_only(text: str, registry: Registry) -> None:
    """What repeats itself without end is read to its end."""
    assert parse(text.encode(), "n.txt", registry).source.file == "n.txt"
