"""A font that stands in for the Chinese ones that a file does not embed: each character is a dot.

pdfium would look for such a font on the machine. Where there is none it leaves out a piece of text
of one character, since what has no shape takes no room; where there is one, it loads it anew for
every page, and what is read depends on the machine. Only widths matter, and those are in the file.
"""

import ctypes
import struct
from typing import Any

import pypdfium2.raw as pdfium

EM = 1000
ASCENT, DESCENT = 880, -120
DOT = 100
"""The side of the dot: narrower than any character, so that none is thought wider than it is."""
HANDLE = 1


def use() -> None:
    """Let pdfium take the stand-in for fonts of the machine, from now on in this whole process."""
    if _kept:
        return
    info = pdfium.FPDF_SYSFONTINFO(version=1)
    kinds = dict(info._fields_)  # as ctypes tells the types in a structure
    for name, function in (("MapFont", _map_font), ("GetFontData", _font_data)):
        callback = kinds[name](function)
        setattr(info, name, callback)
        _kept.append(callback)
    _kept.append(info)
    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(info))


_kept: list[Any] = []
"""What pdfium calls, for as long as the process runs."""


def _map_font(_info: Any, _weight: int, _italic: int, charset: int, *_asked: Any) -> int | None:
    """Return the stand-in, or None for Latin text: pdfium brings fonts for that, with widths."""
    return None if charset == pdfium.FXFONT_ANSI_CHARSET else HANDLE


def _font_data(_info: Any, _handle: Any, table: int, buffer: Any, size: int) -> int:
    """Copy the font where there is room for it, and return its length; single tables are none."""
    if table:
        return 0
    if buffer and size >= len(FONT):
        ctypes.memmove(buffer, FONT, len(FONT))
    return len(FONT)


def _font() -> bytes:
    """Return a TrueType font (ISO/IEC 14496-22) with one glyph for all of Unicode."""
    box = (0, 0, DOT, DOT)
    outline = struct.pack(">4B8h", 1, 1, 1, 1, 0, DOT, 0, -DOT, 0, 0, DOT, 0)
    glyph = struct.pack(">5hHH", 1, *box, 3, 0) + outline
    glyph += bytes(-len(glyph) % 4)
    tables = {
        # Format 13: all characters of a range are one glyph.
        b"cmap": struct.pack(">4HL2H6L", 0, 1, 3, 10, 12, 13, 0, 28, 0, 1, 0, 0x10FFFF, 1),
        b"glyf": glyph * 2,
        b"head": struct.pack(
            ">4L2H2Q4h2H3h", 0x10000, 0, 0, 0x5F0F3CF5, 0, EM, 0, 0, *box, 0, 8, 2, 1, 0
        ),
        b"hhea": struct.pack(">L15hH", 0x10000, ASCENT, DESCENT, *[0] * 13, 2),
        b"hmtx": struct.pack(">HhHh", EM, 0, EM, 0),
        b"loca": struct.pack(">3L", 0, len(glyph), 2 * len(glyph)),
        b"maxp": struct.pack(">L14H", 0x10000, 2, 4, 1, *[0] * 11),
    }
    place = 12 + 16 * len(tables)
    listed, contents = b"", b""
    for name, content in tables.items():
        listed += struct.pack(">4s3L", name, 0, place + len(contents), len(content))
        contents += content + bytes(-len(content) % 4)
    return struct.pack(">L4H", 0x10000, len(tables), 64, 2, 48) + listed + contents


FONT = _font()
