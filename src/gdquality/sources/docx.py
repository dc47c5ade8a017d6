"""Word documents (.docx, .docm, strict ones too), from their XML: no library tells the numbers."""

from collections.abc import Iterator

from gdquality.records import Place, Remark
from gdquality.sources import docx_margins
from gdquality.sources.docx_body import Body
from gdquality.sources.docx_numbering import NUMBERING, Numbering
from gdquality.sources.docx_styles import STYLES, Styles
from gdquality.sources.docx_text import TextReader
from gdquality.sources.interface import SourceDocument
from gdquality.sources.opc import Package
from gdquality.sources.xml_tree import Node, Vocabulary, elements, words

_DOCUMENT = Vocabulary(
    elements(
        "document body p r t tab ptab br cr noBreakHyphen txbxContent object altChunk relIds "
        "tbl tr tc trPr tcPr cellDel pPr numPr rPr del moveFrom sectPr comment instrText",
        val="gridBefore gridAfter gridSpan vMerge hMerge pStyle rStyle numId ilvl vanish",
        id="footnote endnote footnoteReference endnoteReference",
        char="sym",
        font="sym",
        fldCharType="fldChar",
    ),
    text=words("t instrText"),
    skipped=words(
        "del moveFrom cellDel delText delInstrText rt Fallback sdtPr sdtEndPr tabs "
        "tblPr tblGrid tblPrEx "
        "rPrChange pPrChange tcPrChange trPrChange sectPrChange numberingChange"
    ),
    properties=words("rPr trPr tcPr"),
)
_NOTES = {"footnotes": "脚注", "endnotes": "尾注"}


def read(data: bytes, file: str) -> SourceDocument:
    """Return the paragraphs and tables of a Word document, footnotes and endnotes last.

    Paragraphs are counted through the file, those of notes apart; tables are 表1, 表2. Raises
    InputError for what is no Word document, is damaged, or is larger than any notice.
    """
    package = Package(data, file)
    main = package.related("officeDocument")
    if main is None:
        raise package.error("压缩包里没有 Word 文档")
    root = package.tree(main, _DOCUMENT)
    container = root.child("body")
    if root.tag != "document" or container is None:
        raise package.error("不是 Word 文档，文件名可能与内容不符")
    style_part, numbering_part = (
        package.tree(part, vocabulary) if (part := package.related(kind, main)) else None
        for kind, vocabulary in (("styles", STYLES), ("numbering", NUMBERING))
    )
    styles = Styles(style_part)
    text = TextReader(styles.hidden)
    body = Body(file, Numbering(styles, numbering_part), text)
    body.read(container)
    for kind, part in _NOTES.items():
        for note in _notes(package, main, kind, text.notes[kind]):
            body.read(note, part)
    left_out = [
        *_left_out(package, text),
        *docx_margins.remarks(package, main, _DOCUMENT),
    ]
    remarks = tuple(Remark(code, message, Place(1)) for code, message in left_out)
    return SourceDocument(file, "docx", tuple(body.blocks), (*remarks, *body.remarks))


def _notes(package: Package, main: str, kind: str, wanted: list[str]) -> list[Node]:
    """Return the notes that are referred to, in the order of the text."""
    part = package.related(kind, main) if wanted else None
    if part is None:
        return []
    notes = {node.attributes.get("id"): node for node in package.tree(part, _DOCUMENT).children}
    return [notes[note] for note in dict.fromkeys(wanted) if note in notes]


def _left_out(package: Package, text: TextReader) -> Iterator[tuple[str, str]]:
    """Yield the code and the message of a remark for each kind of thing that is not read."""
    if package.skipped & {"del", "moveFrom", "cellDel"}:
        yield "tracked-changes", "文件有修订，按全部接受后的样子读"
    if text.hidden:
        yield "hidden-text", f"有 {text.hidden} 处隐藏文字，没有读"
    if text.unknown:
        message = f"有 {text.unknown} 个符号字体的字，不知道是什么字，没有读"
        yield "unknown-characters", message
    if text.objects:
        yield (
            "embedded-object",
            f"有 {text.objects} 处嵌入的对象（如工作表），里面的文字没有读",
        )
