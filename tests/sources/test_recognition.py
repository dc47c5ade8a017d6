"""The format of a file by its bytes, and what is said of those that are not read."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from seen import seen

from gdquality.errors import GdqError, InputError
from gdquality.records import Place
from gdquality.sources import recognition
from gdquality.sources.interface import SourceDocument, Table
from gdquality.sources.recognition import format_of, read_source

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(*names: str) -> bytes:
    """Return a zip with members of these names."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return stream.getvalue()


def ole(*streams: str) -> bytes:
    """Return the beginning of an OLE2 file and directory entries of these names."""
    entries = [
        f"{name}\0".encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams)
    ]
    return OLE.ljust(512, b"\0") + b"".join(entries)


def error_of(data: bytes) -> tuple[str, str]:
    """Return the message and the hint of the error that reading `data` raises."""
    with pytest.raises(InputError) as caught:
        read_source(data, "a.docx")
    (message,) = caught.value.messages
    return message, caught.value.hint


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (zipped("[Content_Types].xml", "word/document.xml", "word/embeddings/a.xlsx"), "docx"),
        (zipped("[Content_Types].xml", "word/document.xml")[:150], "docx"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (zipped("[Content_Types].xml", "\\XL\\workbook.xml"), "xlsx"),
        (ole("WordDocument", "ObjectPool", "Workbook"), "doc"),
        (ole("Workbook", "WordDocument"), "xls"),
        (ole("Book"), "xls"),
        (b"%PDF-1.7\n", "pdf"),
        (b"junk\n%PDF-1.4\n", "pdf"),
        ("<!DOCTYPE html><p>甲".encode(), "html"),
        ("\ufeff\n <html>甲".encode(), "html"),
        ("<!-- 甲 --><table>".encode(), "html"),
        ("<table><tr><td>甲".encode("gb18030"), "html"),
        ("<html>甲".encode("utf-16"), "html"),
        ('<?xml version="1.0"?><!DOCTYPE html><html>甲'.encode(), "html"),
        ("<div>\n\n|甲|乙|\n|-|-|\n".encode(), "markdown"),
        ("<body>\n\n|甲|乙|\n|-|-|\n".encode(), "html"),
        ("甲 | 乙\n--- | ---\n".encode(), "markdown"),
        ("# 通知\n正文\n".encode(), "markdown"),
        ("通知\n## 一\n## 二\n".encode(), "markdown"),
        ("通知\n<table>\n".encode(), "markdown"),
        ("通知\n# 一\n".encode(), "text"),
        ("一、**加强**\n".encode(), "text"),
        (b"---|---\n", "text"),
        ("序号,任务\n1,甲\n".encode(), "csv"),
        ("序号\t任务\t单位\n1\t甲\t乙\n".encode("gb18030"), "csv"),
        ("各地,各部门:\n".encode(), "text"),
        (b"From: <Saved by Blink>\nMIME-Version: 1.0\n", "mhtml"),
        ("From: 省政府办公厅\n".encode(), "text"),
    ],
)
def test_format(data: bytes, expected: str) -> None:
    """The bytes tell the format, whatever the file is called."""
    assert format_of(data, "a.docx") == expected


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        (b"", "文件是空的", ""),
        (b" \n", "文件是空的", ""),
        (b"\xef\xbb\xbf\n", "文件里没有文字", ""),
        (b"<html><script>1</script>", "文件里没有文字", ""),
        (
            zipped("OFD.xml", "Doc_0/Document.xml"),
            "这是 OFD 文档，不能直接读取",
            "用 OFD 阅读器或 WPS 打开，另存为 .docx 或 PDF 再试",
        ),
        (
            zipped("mimetype", "content.xml"),
            "这是 OpenDocument 文档，不能直接读取",
            "另存为 .docx 或 .xlsx 再试",
        ),
        (zipped("通知.docx"), "这是压缩包，不能直接读取", "先解压，再读其中的文件"),
        (ole("EncryptedPackage"), "这是有密码的文件，不能直接读取", "打开后去掉密码，另存再试"),
        (
            ole("__nameid"),
            "这是 Office 文档，不能直接读取",
            "用 Word 或 WPS 打开，另存为 .docx 再试",
        ),
        (b"{\\rtf1", "这是 RTF 文档，不能直接读取", "用 Word 或 WPS 打开，另存为 .docx 再试"),
        (b"\x89PNG\r\n", "这是图片，不能直接读取", "先用文字识别（OCR）转成文字"),
        (
            b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>',
            "这是 Excel 2003 XML 表格，不能直接读取",
            "用 Excel 或 WPS 打开，另存为 .xlsx 再试",
        ),
        (b"\x7fELF\0\0", "第 5 个字节是 NUL，不是文本", ""),
    ],
)
def test_unread(data: bytes, message: str, hint: str) -> None:
    """What cannot be read is called by its name, and what to do about it is said."""
    found, found_hint = error_of(data)

    assert found.split(": ", 1)[1] == message
    assert found_hint == hint


@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.9])
def test_a_document_of_before_2007_that_is_cut_off(share: float) -> None:
    """Without its directory nobody knows what an OLE2 file holds; that it is cut shows."""
    data = (Path(__file__).parent / "files" / "table.doc").read_bytes()

    with pytest.raises(InputError, match="文件不完整或已损坏"):
        format_of(data[: int(share * len(data))], "a.doc")


def test_a_workbook_that_is_cut_off_within_its_first_part() -> None:
    """Nothing in it says yet that it is no other archive; that it is cut shows."""
    data = zipped("docProps/app.xml", "xl/workbook.xml")

    with pytest.raises(InputError, match="文件不完整或已损坏"):
        format_of(data[:60], "a.xlsx")


def test_every_format_is_a_module() -> None:
    """What a signature leads to is the name of a module, or an explanation."""
    tables = (recognition.SIGNATURES, recognition.MEMBERS, recognition.STREAMS)
    named = {found for table in tables for found in table.values() if isinstance(found, str)}

    assert named == {"docx", "xlsx", "doc", "xls", "pdf"}


def test_what_nobody_sees() -> None:
    """Characters without a shape are left out; what does not belong into a text is remarked."""
    source = "甲\u200b乙\ufeff\n\u202e丙\x07丁\n\x0c\n一\t二\t三\n1\t\u200e\t\x85\n"
    document = read_source(source.encode(), "n.txt")

    assert seen(document) == ["甲乙", "丙丁", [["一", "二", "三"], ["1", "", ""]]]
    assert [(remark.code, remark.message, remark.place) for remark in document.remarks] == [
        ("control-characters", "不可见的控制字符 U+202E 等 2 个，已略去", Place(2, 1))
    ]


def test_what_was_lost() -> None:
    """A sign of loss stays where it is, and is remarked."""
    document = read_source("<p>省质监\ufffd牵头<p>甲".encode(), "p.html")

    assert seen(document) == ["省质监\ufffd牵头", "甲"]
    assert [(remark.code, remark.message, remark.place) for remark in document.remarks] == [
        ("lost-characters", "有读不出的字（\ufffd）：“省质监\ufffd牵头”", Place(1))
    ]


def test_a_merged_cell_stays_one() -> None:
    """Leaving characters out of a cell does not cut it in two."""
    page = "<table><tr><td rowspan=2>1\u200b<td>甲<tr><td>乙</table>".encode()
    (table,) = read_source(page, "p.html").blocks

    assert isinstance(table, Table)
    assert table.rows[0][0].text == "1"
    assert table.rows[0][0] is table.rows[1][0]


@pytest.mark.parametrize("error", [RecursionError(), MemoryError()])
def test_too_much(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no limit foresaw is still one line."""

    def fail(*_: object) -> SourceDocument:
        raise error

    monkeypatch.setattr("gdquality.sources.text.read", fail)

    assert error_of("甲".encode()) == ("a.docx: 内容太多，或嵌套太深，无法读取", "")


MHTML = """From: <Saved by Blink>
Subject: =?utf-8?Q?=E9=80=9A?=
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----b"

------b
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
------b
Content-Type: text/html
Content-Transfer-Encoding: {encoding}

{body}
------b--
"""


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("quoted-printable", "<p>=D6=CA=BC=\n=E0=BE=D6"),
        ("base64", "PHA+1sq84L7W"),
        ("8bit", "<p>质监局"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_page_in_one_file(encoding: str, body: str, newline: str) -> None:
    """A page saved with its pictures is read as the page that it is."""
    data = MHTML.format(encoding=encoding, body=body).replace("\n", newline).encode()
    document = read_source(data, "a.doc")

    assert seen(document) == ["质监局"]
    assert document.format == "html"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("text/html\nC", "text/plain\nC", "存成单个文件的网页里没有网页"),
        ("PHA+", "P", "存成单个文件的网页已损坏"),
    ],
)
def test_a_broken_page_in_one_file(old: str, new: str, message: str) -> None:
    """A file that holds no page, or a broken one, is an error."""
    data = MHTML.format(encoding="base64", body="PHA+1sq84L7W").replace(old, new).encode()

    assert error_of(data) == (f"a.docx: {message}", "")


TEXTS = [
    "序号\t任务\t单位\n1\t甲\t乙\n",
    "|甲|乙|\n|--|--|\n|1|2|\n",
    "序号,任务\n1,甲\n",
    "<table><tr><td>甲<td>乙<tr><td>1<td>2",
    MHTML,
    "通知\n甲局  乙局  丙局\n丁  戊  己\n",
]


@given(st.data())
def test_damage(data: st.DataObject) -> None:
    """Whatever is cut from a file or put into it, it is read, or that is the one error."""
    text = data.draw(st.sampled_from(TEXTS))
    source = text.encode(
        data.draw(st.sampled_from(["utf-8", "gb18030", "utf-16", "big5"])), "replace"
    )
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    damaged = source[:start] + data.draw(st.binary(max_size=9)) + source[end:]

    try:
        document = read_source(damaged, "n.txt")
    except GdqError:
        return
    assert document.blocks
    assert all(remark.place.row for remark in document.remarks)
