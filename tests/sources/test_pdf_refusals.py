"""What is no readable PDF: one error that says what to do; and what is told of pages that are not."""

import contextlib
import io
import sys
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_sheets import Sheets
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader

from gdquality.errors import GdqError, InputError
from gdquality.records import Place
from gdquality.sources import pdf
from gdquality.sources.interface import Table
from gdquality.sources.pdf import characters, drawing, grid, reading, streams
from gdquality.sources.pdf.document import document


def notice() -> Sheets:
    """Return a file with a line of text and a table."""
    sheets = Sheets()
    sheets.text(80, 60, "任务分工表")
    sheets.table(100, [("序号", "任务", "牵头单位", "配合单位"), ("1", "甲", "省财政厅", "")])
    return sheets


def picture(sheets: Sheets) -> None:
    """Print a picture over the page."""
    image = ImageReader(Image.new("L", (8, 8), 200))
    sheets.canvas.drawImage(image, 50, 50, 400, 600)


def refused(data: bytes) -> InputError:
    """Return the error that a file is refused with."""
    with pytest.raises(InputError) as caught:
        document(data, "a.pdf")
    return caught.value


def objects(*contents: bytes, resources: bytes = b"") -> bytes:
    """Return a file whose page has the first of the objects for its text, the others after it."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<%b>>>>"
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page % resources,
        *contents,
    ]
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, part in enumerate(parts, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, part))
    xref = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(parts) + 1, xref))
    return out.getvalue()


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(content), content)


def test_an_owners_password_does_not_hinder() -> None:
    """A file that may be read and not changed is read."""
    plain, locked = (
        notice(),
        Sheets(encrypt=StandardEncryption("", ownerPassword="x", strength=128)),
    )
    locked.text(80, 60, "任务分工表")

    assert document(locked.data(), "a.pdf").blocks == document(plain.data(), "a.pdf").blocks[:1]


def test_a_users_password_does() -> None:
    """A file that only opens with a password is refused, and it is said what to do."""
    sheets = Sheets(encrypt=StandardEncryption("secret", ownerPassword="x", strength=128))
    sheets.text(80, 60, "任务分工表")

    error = refused(sheets.data())

    assert error.messages == ("a.pdf: 有打开密码，不能读",)
    assert "没有密码" in error.hint


def test_a_scan() -> None:
    """Pictures without text are one error; a picture among pages of text is a remark."""
    scan, mixed = Sheets(), notice()
    picture(scan)
    mixed.page()
    picture(mixed)

    assert refused(scan.data()).messages == ("a.pdf: 是扫描件，只有图片，没有文字",)
    [remark] = document(mixed.data(), "a.pdf").remarks
    assert (remark.code, remark.place) == ("picture-page", Place(1, 0, "第2页"))


def test_nothing() -> None:
    """An empty page has no text."""
    sheets = Sheets()
    sheets.page()

    assert refused(sheets.data()).messages == ("a.pdf: 没有文字",)


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"PK\x03\x04" * 99, b"%PDF-1.7\n" + bytes(999)]
)
def test_no_pdf(data: bytes) -> None:
    """What is damaged beyond repair, or is something else, is one error."""
    assert refused(data).messages == ("a.pdf: 不是完整的 PDF，或者已损坏",)


def test_a_damaged_list_of_objects() -> None:
    """A file that had to be repaired may lack pages: it is read, and a remark says so."""
    data = notice().data()
    start = data.rindex(b"startxref")

    found = document(data[:start] + b"startxref\n7\n%%EOF", "a.pdf")

    assert len(found.blocks) == 2
    assert [remark.code for remark in found.remarks] == ["damaged-file"]


def test_a_damaged_page() -> None:
    """A page that is not there is a remark, and an error where none is."""
    two = notice()
    two.page()
    two.text(80, 60, "第二页")
    data = two.data()
    kid = data[data.index(b"/Kids") :].split(b"[")[1].split(b"]")[0].split(b"R")[1].strip()
    lost = data.replace(kid + b" R", b"99 0 R".ljust(len(kid) + 2))

    found = document(lost, "a.pdf")

    assert [remark.place for remark in found.remarks if remark.code == "unread-page"] == [
        Place(1, 0, "第2页")
    ]
    only = objects(stream(b"")).replace(b"[3 0 R]", b"[9 0 R]")
    assert refused(only).messages == ("a.pdf: 各页都已损坏，读不出来",)


def test_a_damaged_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text after a damaged byte is lost, and pdfium does not say so: a remark does."""
    lines = b"".join(b"BT /F 12 Tf 90 %d Td (line %d) Tj ET " % (700 - n, n) for n in range(300))
    packed = zlib.compress(lines)
    broken = packed[: len(packed) // 2] + b"\x00\xff" + packed[len(packed) // 2 + 2 :]
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"

    def codes(data: bytes, entries: bytes = b"") -> list[str]:
        contents = stream(data, b"/Filter/FlateDecode" + entries)
        file = objects(contents, font, resources=b"/Font<</F 5 0 R>>")
        return [remark.code for remark in document(file, "a.pdf").remarks]

    assert "damaged-file" not in codes(packed)
    assert "damaged-file" in codes(broken)
    assert "damaged-file" not in codes(broken, b"/Subtype/Image")

    two = objects(*(stream(data, b"/Filter/FlateDecode") for data in (packed, broken)))
    assert not streams.are_whole(two)
    monkeypatch.setattr(streams, "MOST_CHECKED", 100)
    assert streams.are_whole(two)


def test_characters_without_a_code() -> None:
    """Where a font does not say which characters it draws, they are counted, never guessed."""
    font = (
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Type/Font"
        b"/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>>>]>>"
    )
    data = objects(
        stream(b"BT /F 12 Tf 90 700 Td <00410042> Tj ET"), font, resources=b"/Font<</F 5 0 R>>"
    )

    assert refused(data).messages == ("a.pdf: 文字没有编码，读不出是什么字",)


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with too many pages or characters is refused; a drawing hides no text."""
    two = notice()
    two.page()
    two.text(80, 60, "第二页")
    data = two.data()
    monkeypatch.setattr(reading, "MAX_PAGES", 1)
    assert refused(data).messages == ("a.pdf: 有 2 页，多于 1 页，超出限度",)
    monkeypatch.undo()
    monkeypatch.setattr(characters, "MAX_CHARACTERS", 9)
    assert refused(data).messages == ("a.pdf: 多于 9 个字，超出限度",)
    monkeypatch.undo()
    for module, name in ((drawing, "MAX_POINTS"), (grid, "MAX_CROSSINGS")):
        monkeypatch.setattr(module, name, 9)
        found = document(data, "a.pdf")
        monkeypatch.undo()
        assert [remark.code for remark in found.remarks] == ["drawing"]
        assert not any(isinstance(block, Table) for block in found.blocks)
        assert "省财政厅" in "".join(getattr(block, "text", "") for block in found.blocks)


LOOP = objects(
    stream(b"/X Do"),
    stream(
        b"/X Do " * 9,
        b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>",
    ),
    resources=b"/XObject<</X 5 0 R>>",
)
BOMB = objects(
    stream(
        zlib.compress(zlib.compress(b"q " * 50_000_000, 9), 9),
        b"/Filter[/FlateDecode/FlateDecode]",
    )
)


@pytest.mark.parametrize("data", [LOOP, BOMB], ids=["forms in themselves", "a bomb"])
def test_what_has_no_end(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that draws itself, or unfolds to a hundred megabytes, is ended from outside."""
    monkeypatch.setattr("gdquality.sources.bounded.SECONDS", 1)

    with pytest.raises(InputError, match="读不完"):
        pdf.read(data, "a.pdf")


def test_a_page_in_itself() -> None:
    """A tree of pages that comes back to its root is not followed."""
    data = objects(stream(b"BT ET")).replace(b"/Kids[3 0 R]/Count 1", b"/Kids[2 0 R]/Count 1")

    assert "已损坏" in refused(data).messages[0]


@pytest.mark.parametrize("box", [b"[0 0 0 0]", b"[-1e9 -1e9 1e30 1e38]", b"[0 0 1e5 1e5]"])
def test_sizes_that_cannot_be(box: bytes) -> None:
    """A page without a size, or larger than any paper, is read for what it has."""
    content = stream(b"BT /F 12 Tf 90 700 Td (GDP) Tj ET 0 0 m 1e38 1e38 l S 1e30 0 m 1e30 9 l S")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    data = objects(content, font, resources=b"/Font<</F 5 0 R>>").replace(b"[0 0 595 842]", box)

    [block] = document(data, "a.pdf").blocks

    assert getattr(block, "text", "") == "GDP"


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pypdfium2 the error names the extra that brings it."""
    for name in list(sys.modules):
        if name.startswith("gdquality.sources.pdf."):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.setitem(sys.modules, "pypdfium2.raw", None)

    with pytest.raises(GdqError, match="gdquality\\[pdf\\]") as caught:
        pdf.read(b"", "a.pdf")

    assert caught.value.hint == "pip install gdquality[pdf]"


DATA = notice().data()


@given(
    st.lists(st.tuples(st.integers(0, len(DATA) - 1), st.binary(max_size=9)), max_size=9),
    st.integers(len(DATA) // 2, len(DATA)),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damage(changes: list[tuple[int, bytes]], end: int) -> None:
    """Whatever is damaged, there is an answer or an InputError."""
    data = bytearray(DATA[:end])
    for place, change in changes:
        data[place : place + len(change)] = change

    with contextlib.suppress(InputError):
        assert pdf.read(bytes(data), "a.pdf").blocks
