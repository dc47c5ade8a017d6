"""Whether the compressed streams of a PDF are whole (ISO 32000-2, 7.3.8, 7.4.4).

pdfium reads of a damaged one what comes before the damage, and tells nobody: half a page is lost.
"""

import re
import zlib
from collections.abc import Iterator

MOST_CHECKED = 64 * 1024 * 1024
"""Bytes that streams may come to; the text of a thousand pages has some ten million."""
LONGEST_DICTIONARY = 1024
"""Bytes of what stands before a stream."""
_CHUNK = 64 * 1024
_STREAM = re.compile(rb">>\s{0,4}stream\r?\n")
_FLATE = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")


def are_whole(data: bytes) -> bool:
    """Return whether streams of text, where they are deflated, agree with their checksums.

    Those of encrypted files are not looked at, nor what is beyond MOST_CHECKED.
    """
    if b"/Encrypt" in data:
        return True
    left = MOST_CHECKED
    for start in _starts(data):
        try:
            left -= _inflated(data, start, left)
        except zlib.error:
            return False
        if left <= 0:
            break
    return True


def _starts(data: bytes) -> Iterator[int]:
    """Yield where streams begin that are deflated and no pictures."""
    for found in _STREAM.finditer(data):
        before = data[max(0, found.start() - LONGEST_DICTIONARY) : found.start()]
        dictionary = before[before.rfind(b" obj") + 1 :]
        if _FLATE.search(dictionary) and not _PICTURE.search(dictionary):
            yield found.end()


def _inflated(data: bytes, start: int, most: int) -> int:
    """Return how long a stream is when inflated, or more than `most`; raises zlib.error."""
    inflate = zlib.decompressobj()
    length = 0
    for at in range(start, len(data), _CHUNK):
        piece = data[at : at + _CHUNK]
        while piece and not inflate.eof and length <= most:
            length += len(inflate.decompress(piece, _CHUNK))
            piece = inflate.unconsumed_tail
        if inflate.eof or length > most:
            break
    return length
