"""Whatever happens to an office file, its reader answers or raises InputError."""

import contextlib
import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import docx, lvl, num, numbered, p, tbl, tc, tr, xlsx, zipped

from gdquality.errors import InputError
from gdquality.sources import doc, opc, xls, xml_parsing
from gdquality.sources import docx as docx_reader
from gdquality.sources import xlsx as xlsx_reader
from gdquality.sources.interface import SourceDocument
from gdquality.sources.sizes import MOST_POSITIONS


def old_workbook() -> bytes:
    """Return a .xls."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.write_merge(0, 1, 0, 2, "标题")
    sheet.write(2, 1, 46053, xlwt.easyxf(num_format_str='yyyy"年"'))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


WORD = docx(
    p("一", numbered(1))
    + tbl(tr(tc("甲", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')), tr("乙", "丙")),
    {
        "numbering": f'<w:abstractNum w:abstractNumId="0">{lvl(0, "decimal", "%1.")}</w:abstractNum>'
        + num(1, 0),
        "styles": '<w:style w:type="paragraph" w:default="1" w:styleId="a"/>',
    },
)
BOOK = xlsx(
    {
        "表": '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46053</v></c></row>'
        '</sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells>'
    },
    strings="<si><t>甲</t></si>",
    styles='<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
)
DOC = (Path(__file__).parent / "files/table.doc").read_bytes()

Read = Callable[[bytes, str], SourceDocument]
FILES: list[tuple[Read, bytes]] = [
    (docx_reader.read, WORD),
    (xlsx_reader.read, BOOK),
    (xls.read, old_workbook()),
    (doc.read, DOC),
]
VALUES = (b"", b"0", b"-1", b"99999999999", b"1e400", b"nan", b"x", "٣".encode())


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return `data` cut off, with other bytes, or with a piece taken out or doubled."""
    start, end = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
    match chance.randrange(4):
        case 0:
            return data[:start]
        case 1:
            changed = bytearray(data)
            for _ in range(chance.choice((1, 10, 100))):
                changed[chance.randrange(len(data))] = chance.randrange(256)
            return bytes(changed)
        case 2:
            return data[:start] + data[end:]
        case _:
            return data[:end] + data[start:]


def damaged_part(data: bytes, chance: random.Random) -> bytes:
    """Return a package with one part damaged, or with another value in an attribute of it."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = chance.choice(list(parts))
    pieces = parts[name].split(b'"')
    if chance.random() < 0.5 and len(pieces) > 1:
        pieces[chance.randrange(len(pieces) // 2) * 2 + 1] = chance.choice(VALUES)
        parts[name] = b'"'.join(pieces)
    else:
        parts[name] = damaged(parts[name], chance)
    return zipped(parts)


@pytest.mark.parametrize(("read", "data"), FILES, ids=["docx", "xlsx", "xls", "doc"])
@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=False))
def test_damaged_files(read: Read, data: bytes, chance: random.Random) -> None:
    """No other exception leaves a reader."""
    with contextlib.suppress(InputError):
        read(damaged(data, chance), "a")


@pytest.mark.parametrize(("read", "data"), FILES[:2], ids=["docx", "xlsx"])
@settings(max_examples=150, deadline=None)
@given(st.randoms(use_true_random=False))
def test_damaged_parts(read: Read, data: bytes, chance: random.Random) -> None:
    """Nor where the zip is sound and a part of it is not."""
    with contextlib.suppress(InputError):
        read(damaged_part(data, chance), "a")


def refusal(data: bytes) -> str:
    """Return why a Word document is not read."""
    with pytest.raises(InputError) as error:
        docx_reader.read(data, "a.docx")
    return error.value.messages[0].removeprefix("a.docx: ")


class TestHostileFiles:
    """What a few bytes can claim is not believed."""

    def test_bombs(self) -> None:
        """A part is not unpacked if it is too large, and no entry of another method is."""
        bomb = bytes(opc.LARGEST_PART + 1)
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as package:
            package.writestr("_rels/.rels", "<a/>")

        assert refusal(zipped({"_rels/.rels": bomb})) == "_rels/.rels 展开后超过 64 MB"
        assert refusal(stream.getvalue()) == "_rels/.rels 的压缩方法不是 Office 所用的"

    def test_many_parts_together(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Nor are many parts, each of which would be small enough."""
        monkeypatch.setattr(opc, "LARGEST_TOTAL", 1024 * 1024)
        sheets = {str(i): "<a/>" + " " * 300_000 for i in range(4)}

        with pytest.raises(InputError, match="展开后一共超过 1 MB"):
            xlsx_reader.read(xlsx(sheets), "a.xlsx")

    @pytest.mark.parametrize("content", ["<!--{}-->", '<a b="{}"/>'])
    def test_one_long_tag(self, content: str) -> None:
        """A tag or a comment without end is not read over and over."""
        parts = {"_rels/.rels": "<a>" + content.format(" " * 3_000_000) + "</a>"}

        assert refusal(zipped(parts)) == "XML 里有一个标记超过 2 MB"

    def test_many_attributes(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Attributes count as elements where there are very many."""
        monkeypatch.setattr(xml_parsing, "MOST_ELEMENTS", 100)
        attributes = " ".join(f'a{i}=""' for i in range(200))

        assert refusal(docx(f"<w:p {attributes}/>")) == "内容太多：XML 元素超过 100 个"

    def test_size_that_is_a_lie(self) -> None:
        """The directory may claim a small size."""
        real = zipped({"_rels/.rels": "<a>" + "b" * 1000 + "</a>"})
        size = (1007).to_bytes(4, "little")

        assert refusal(real.replace(size, (10).to_bytes(4, "little"))) == "文件不完整或已损坏"

    def test_password(self) -> None:
        """An entry that is encrypted is told from a damaged one."""
        data = bytearray(WORD)
        entry = data.find(b"PK\x01\x02")
        data[entry + 8] |= 1

        assert refusal(bytes(data)) == "文件有密码，无法读取"

    def test_many_entries(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The directory of a zip is not listed if it is endless."""
        monkeypatch.setattr(opc, "MOST_PARTS", 3)

        assert refusal(WORD) == "压缩包里的文件超过 3 个"

    def test_document_type(self) -> None:
        """No DTD, so no entities; nothing outside of the file is opened."""
        dtd = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'

        assert refusal(zipped({"_rels/.rels": dtd})) == "XML 里有 DTD，不读"

    @pytest.mark.parametrize(
        ("body", "message"),
        [
            ("<w:sdt>" * 300, "嵌套太深：XML 元素超过 256 层"),
            (p("文字"), "内容太多：文字超过 1 个"),
            ("<w:p/>" * 30, "内容太多：XML 元素超过 20 个"),
            (tbl(tr(tc("", '<w:gridSpan w:val="2000000000"/>'))), f"表格太大：连同合并的单元格超过 {MOST_POSITIONS} 格"),
            (tbl(tr("", properties='<w:gridBefore w:val="999999"/>')), f"表格太大：连同合并的单元格超过 {MOST_POSITIONS} 格"),
        ],
        ids=["depth", "text", "elements", "gridSpan", "gridBefore"],
    )  # fmt: skip
    def test_limits(self, body: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Depth, text, elements and positions are bounded."""
        monkeypatch.setattr(xml_parsing, "MOST_CHARACTERS", 1)
        monkeypatch.setattr(xml_parsing, "MOST_ELEMENTS", 20 if "<w:p/><w:p/>" in body else 10**6)

        assert refusal(docx(body)) == message

    def test_one_long_string_in_every_cell(self) -> None:
        """What is in the file once can be in a sheet many times, and counts as often."""
        cells = "".join(f'<row><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 201))
        book = xlsx(
            {"表": f"<sheetData>{cells}</sheetData>"}, strings=f"<si><t>{'甲' * 30_000}</t></si>"
        )

        with pytest.raises(InputError, match="工作表“表”：文字太多：超过 4000000 字"):
            xlsx_reader.read(book, "a.xlsx")

    def test_rows_that_one_wide_row_makes_long(self) -> None:
        """A wide row makes all others as long."""
        wide = tr(tc("", '<w:gridSpan w:val="9000"/>'))

        assert refusal(docx(tbl(wide, *[tr("")] * 99))).startswith("表格太大")

    def test_external_parts(self) -> None:
        """What a relationship says to be elsewhere is not read."""
        external = (
            '<Relationships><Relationship Type="x/officeDocument" Target="file:///etc/passwd" '
            'TargetMode="External"/></Relationships>'
        )

        assert refusal(zipped({"_rels/.rels": external})) == "压缩包里没有 Word 文档"

    def test_wrong_names(self) -> None:
        """A workbook is no Word document, nor the other way round."""
        assert refusal(BOOK) == "不是 Word 文档，文件名可能与内容不符"
        with pytest.raises(InputError, match="不是工作簿"):
            xlsx_reader.read(WORD, "a.xlsx")

    @pytest.mark.parametrize("encoding", ["utf-16", "gb18030", "no-such-encoding"])
    def test_encodings(self, encoding: str) -> None:
        """XML may be UTF-16; an encoding that the parser does not know is damage."""
        written = "utf-8" if encoding == "no-such-encoding" else encoding
        xml = f'<?xml version="1.0" encoding="{encoding}"?><w:document xmlns:w="w"><w:body>{p("甲")}</w:body></w:document>'
        parts: dict[str, str | bytes] = {
            "_rels/.rels": '<Relationships><Relationship Type="x/officeDocument" Target="a.xml"/></Relationships>',
            "a.xml": xml.encode(written),
        }

        if encoding == "utf-16":
            assert len(docx_reader.read(zipped(parts), "a.docx").blocks) == 1
        else:
            assert refusal(zipped(parts)) == "文件不完整或已损坏"
