"""Which format a file is of, by its bytes, and its reader.

Names lie: a .doc may be a .docx, a .xls a page. A new format is a module with a `read`, and a line
of a table below.
"""

import importlib
import re
from collections.abc import Mapping

from gdquality.errors import InputError, Problem
from gdquality.sources.characters import without_controls
from gdquality.sources.containers import OLE, ZIP, first_stream, is_cut_off, zip_members
from gdquality.sources.csv import delimiter_of
from gdquality.sources.encoding import decode, encoding_of
from gdquality.sources.interface import Reader, SourceDocument

_WORD = "用 Word 或 WPS 打开，另存为 .docx 再试"
_SHEET = "用 Excel 或 WPS 打开，另存为 .xlsx 再试"
_OFD = "用 OFD 阅读器或 WPS 打开，另存为 .docx 或 PDF 再试"
_PICTURE = "先用文字识别（OCR）转成文字"
_ARCHIVE = "先解压，再读其中的文件"

Unread = tuple[str, str]
"""A format that is recognised and not read: what it is called, and what to do about it."""

SIGNATURES: Mapping[bytes, str | Unread] = {
    b"%PDF-": "pdf",
    b"{\\rtf": ("RTF 文档", _WORD),
    b"\x89PNG": ("图片", _PICTURE),
    b"\xff\xd8\xff": ("图片", _PICTURE),
    b"GIF8": ("图片", _PICTURE),
    b"II*\0": ("图片", _PICTURE),
    b"MM\0*": ("图片", _PICTURE),
    b"Rar!": ("压缩包", _ARCHIVE),
    b"7z\xbc\xaf": ("压缩包", _ARCHIVE),
    b"\x1f\x8b": ("压缩包", _ARCHIVE),
}
"""What the first bytes of a file say."""

MEMBERS: Mapping[str, str | Unread] = {
    "word/": "docx",
    "xl/": "xlsx",
    "ofd.xml": ("OFD 文档", _OFD),
    "ppt/": ("演示文稿", _WORD),
    "content.xml": ("OpenDocument 文档", "另存为 .docx 或 .xlsx 再试"),
}
"""What the name of a zip's member begins with, in small letters; the first that is known."""

STREAMS: Mapping[str, str | Unread] = {
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "EncryptedPackage": ("有密码的文件", "打开后去掉密码，另存再试"),
    "PowerPoint Document": ("演示文稿", _WORD),
}
"""What a stream of an OLE2 file (MS-CFB) is called."""

XML: Mapping[str, Unread] = {
    "Word.Document": ("Word 2003 XML 文档", _WORD),
    "schemas.microsoft.com/office/word": ("Word 2003 XML 文档", _WORD),
    "schemas.microsoft.com/office/2006/xmlPackage": ("Word XML 文档", _WORD),
    "Excel.Sheet": ("Excel 2003 XML 表格", _SHEET),
    "urn:schemas-microsoft-com:office:spreadsheet": ("Excel 2003 XML 表格", _SHEET),
}
"""What is said at the beginning of files that Office wrote as one XML file."""

_SAMPLE = 64 * 1024
"""Bytes in which a page or a mail of one says what it is."""

_LONGEST_JUNK = 1024
"""Bytes that may stand before a PDF, as its readers let them."""

_LONGEST_PROLOGUE = 4096
_PAGE = re.compile(r"<(?:!--|!doctype\s|\?xml|[a-z])", re.IGNORECASE)
_WHOLE_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_HTML_TABLE = re.compile(r"^<table\b", re.MULTILINE | re.IGNORECASE)
_MAIL_HEADER = re.compile(r"[\w-]+: ")


def read_source(data: bytes, file: str) -> SourceDocument:
    """Return what the bytes of a file say, whatever its format and its name.

    `file` is the name as the user gave it. Raises InputError for what cannot be read: a format that
    is not known, damage, a password, nothing that is text; GdqError where a library is missing.
    """
    if not data.strip():
        raise InputError(file, Problem("文件是空的"))
    read: Reader = importlib.import_module(f"gdquality.sources.{format_of(data, file)}").read
    try:
        document = without_controls(read(data, file))
    except (MemoryError, RecursionError):
        raise InputError(file, Problem("内容太多，或嵌套太深，无法读取")) from None
    if not document.blocks:
        raise InputError(file, Problem("文件里没有文字"))
    return document


def format_of(data: bytes, file: str) -> str:
    """Return the format of the bytes of a file, the name of a module of this package.

    Raises InputError for what none of them reads.
    """
    found = _by_signature(data) or _by_start(data) or _by_lines(decode(data, file))
    if isinstance(found, str):
        return found
    if is_cut_off(data):
        hint = "重新下载，或者用 Office 或 WPS 打开，另存一份再试"
        raise InputError(file, Problem("文件不完整或已损坏"), hint=hint)
    name, hint = found
    raise InputError(file, Problem(f"这是{_spaced(name)}，不能直接读取"), hint=hint)


def _spaced(name: str) -> str:
    """Return a name with a blank before it, as is set between Chinese and Latin letters."""
    return f" {name}" if name[0].isascii() else name


def _by_signature(data: bytes) -> str | Unread:
    if data.startswith(ZIP):
        names = zip_members(data)
        known = (member for name in names for member in MEMBERS if name.startswith(member))
        return MEMBERS.get(next(known, ""), ("压缩包", _ARCHIVE))
    if data.startswith(OLE):
        return STREAMS.get(first_stream(data, STREAMS), ("Office 文档", _WORD))
    for start, found in SIGNATURES.items():
        if data.startswith(start):
            return found
    return "pdf" if b"%PDF-" in data[:_LONGEST_JUNK] else ""


def _by_start(data: bytes) -> str | Unread:
    """Return what the beginning of a text says, which need not be whole."""
    start = data[:_SAMPLE].decode(encoding_of(data), "ignore").lstrip("\ufeff \t\r\n")
    if start.startswith("<?"):
        for mark, found in XML.items():
            if mark in start[:_LONGEST_PROLOGUE]:
                return found
    if _MAIL_HEADER.match(start) and "MIME-Version:" in start[:_LONGEST_PROLOGUE]:
        return "mhtml"
    if _PAGE.match(start) and (_WHOLE_PAGE.search(start) or not _has_markdown_table(start)):
        return "html"
    return ""


def _by_lines(text: str) -> str:
    headings = _MARKDOWN_HEADING.findall(text)
    if len(headings) > 1 or (headings and text.lstrip().startswith("#")):
        return "markdown"
    if _has_markdown_table(text) or _HTML_TABLE.search(text):
        return "markdown"
    return "csv" if delimiter_of(text) else "text"


def _has_markdown_table(text: str) -> bool:
    """Tell whether a line of |---|---| stands below one with bars (GitHub Flavored Markdown)."""
    if "|" not in text:
        return False
    before = ""
    for line in text.splitlines():
        rule = line.strip()
        if "|" in before and "|" in rule and "-" in rule and not rule.strip("|-: \t"):
            return True
        before = line
    return False
