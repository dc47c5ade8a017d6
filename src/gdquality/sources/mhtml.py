"""Pages that a browser, Word or WPS saved with their pictures as one file (RFC 2557)."""

import binascii
import itertools
import re
from collections.abc import Iterator

from gdquality.errors import InputError, Problem
from gdquality.sources import html
from gdquality.sources.interface import SourceDocument

_BOUNDARY = re.compile(rb"boundary=\"?([^\s\";]{1,200})", re.IGNORECASE)
_MOST_BOUNDARIES = 10
_MOST_PARTS = 1000
_HEADER = re.compile(r"^([\w-]+):[ \t]*([^\r\n]*)", re.MULTILINE)
_END_OF_HEADERS = re.compile(rb"\r?\n[ \t]*\r?\n")


def read(data: bytes, file: str) -> SourceDocument:
    """Return what the page in the file says, as `html.read` does.

    Raises InputError where it holds no page, or a broken one.
    """
    for headers, body in _parts(data):
        if headers.get("content-type", "").startswith("text/html"):
            encoding = headers.get("content-transfer-encoding", "").strip()
            return html.read(_decoded(body, encoding, file), file)
    raise InputError(file, Problem("存成单个文件的网页里没有网页"))


def _parts(data: bytes) -> Iterator[tuple[dict[str, str], bytes]]:
    """Yield the headers of each part, in small letters, and its body."""
    found = itertools.islice(_BOUNDARY.finditer(data), _MOST_BOUNDARIES)
    boundaries = [b"--" + boundary[1] for boundary in found]
    between = re.compile(b"|".join(map(re.escape, boundaries)))
    parts = between.split(data, _MOST_PARTS) if boundaries else [data]
    for part in parts:
        text = part.lstrip(b"\r\n")
        end = _END_OF_HEADERS.search(text)
        if end:
            headers = text[: end.start()].decode("ascii", "replace").lower()
            yield dict(_HEADER.findall(headers)), text[end.end() :]


def _decoded(body: bytes, encoding: str, file: str) -> bytes:
    try:
        match encoding:
            case "quoted-printable":
                return binascii.a2b_qp(body)
            case "base64":
                return binascii.a2b_base64(body)
            case _:
                return body
    except binascii.Error:
        raise InputError(file, Problem("存成单个文件的网页已损坏")) from None
