"""Bytes as text, in whatever encoding Chinese documents are kept.

A BOM is believed, and what is strictly UTF-8 is UTF-8. For all else the bytes are read in every
encoding that is left, and the one that gives most common characters is right: what is GB18030
makes no sense as Big5, nor the other way round. What a page says of itself only breaks a tie, since
pages lie (`charset=utf-8` over GBK, gb2312 over GB18030).
"""

import re
from functools import cache

from gdquality.files import located, with_plain_line_ends

_LEGACY = ("utf-8", "gb18030", "big5hkscs")
"""What may be meant where it is not strictly UTF-8, which may also be damaged."""

_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_BEYOND_TWO_BYTES = re.compile(rb"[\xe0-\xff]")
"""What UTF-8 has wherever there is Chinese; without it, 学院 in GB18030 is valid UTF-8, too."""

_SAMPLE = 16 * 1024
"""Bytes that tell an encoding; a sentence would do."""

_EVIDENT = 0.9
"""Share of characters in use by which UTF-16 is known that has no BOM."""


def decode(data: bytes, file: str) -> str:
    r"""Return `data` as text with `\n` line ends.

    Raises InputError with the line and column of the first byte that is not of its encoding, or of
    a NUL, which no text has.
    """
    encoding = encoding_of(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        message = "不完整" if encoding.startswith("utf-16") else "既不是 UTF-8 也不是 GB18030"
        raise located(data, file, error.start, message, encoding) from None
    if "\0" in text:
        offset = len(text[: text.index("\0")].encode(encoding))
        raise located(data, file, offset, "是 NUL，不是文本", encoding)
    return with_plain_line_ends(text)


def encoding_of(data: bytes, declared: str = "") -> str:
    """Return the codec of `data`; `declared` is what the file says of itself."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\0" in data[:_SAMPLE] and (codec := _without_bom(data)):
        return codec
    begin = _NOT_ASCII.search(data)
    if not begin or (_is_utf8(data) and _BEYOND_TWO_BYTES.search(data)):
        return "utf-8"
    sample = data[begin.start() : begin.start() + _SAMPLE]
    codecs = reversed(_LEGACY) if declared.lower().startswith("big5") else _LEGACY
    return max(codecs, key=lambda codec: _share_of_common(sample, codec))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _without_bom(data: bytes) -> str | None:
    for codec in ("utf-16-le", "utf-16-be"):
        text = data[:_SAMPLE].decode(codec, "replace")
        in_use = sum(" " <= char <= "~" or char in "\t\r\n" or char in _common() for char in text)
        if in_use >= _EVIDENT * len(text):
            return codec
    return None


def _share_of_common(sample: bytes, codec: str) -> float:
    text = sample.decode(codec, "replace")
    chars = [char for char in text if char > "\x7f"]
    return sum(map(_common().__contains__, chars)) / max(len(chars), 1)


@cache
def _common() -> frozenset[str]:
    """Return the characters that the standards of both scripts count as common.

    They are the first level of GB/T 2312-1980 (3,755 by pronunciation) and that of Big5 (5,401 by
    strokes), and the marks before them.
    """
    marks = _characters((0xA1, 0xA4), ((0xA1, 0xFF),), "gb18030")
    gb = _characters((0xB0, 0xD8), ((0xA1, 0xFF),), "gb18030")
    big5 = _characters((0xA4, 0xC7), ((0x40, 0x7F), (0xA1, 0xFF)), "big5")
    return frozenset(marks + gb + big5)


def _characters(leads: tuple[int, int], trails: tuple[tuple[int, int], ...], codec: str) -> str:
    pairs = (bytes((lead, trail)) for lead in range(*leads) for r in trails for trail in range(*r))
    return b"".join(pairs).decode(codec, "ignore")
