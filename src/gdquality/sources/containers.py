"""What the two containers of Office say of their contents, before anything of them is opened."""

import itertools
import re
import struct
from collections.abc import Iterable, Iterator

ZIP = b"PK\x03\x04"
"""How a zip begins."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file of OLE2 begins (MS-CFB)."""

_OLE_HEADER = struct.Struct("<30xH16xI24x109I")
_FREE_SECTOR = 0xFFFFFFFF
_ZIP_MEMBER = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)
_ZIP_END = b"PK\x05\x06"
_MOST_MEMBERS = 1000


def zip_members(data: bytes) -> Iterator[str]:
    """Yield the names of a zip's members as they lie in it; a cut zip has them, too."""
    for header in itertools.islice(_ZIP_MEMBER.finditer(data), _MOST_MEMBERS):
        length = int.from_bytes(header[1], "little")
        name = data[header.end() : header.end() + length].decode("utf-8", "replace")
        yield name.replace("\\", "/").lstrip("/").lower()


def first_stream(data: bytes, names: Iterable[str]) -> str:
    """Return the first stream of `names`, that of the document, not of one embedded; "" for none.

    Directory entries are 128 bytes long and begin with the name (MS-CFB, 2.6.1).
    """
    entries = {
        entry.start(): name
        for name in names
        for entry in re.finditer(re.escape(f"{name}\0".encode("utf-16-le")), data)
        if entry.start() % 128 == 0
    }
    return entries[min(entries)] if entries else ""


def is_cut_off(data: bytes) -> bool:
    """Return whether a container ends before the list of what is in it, so that nobody can tell."""
    if data.startswith(ZIP):
        return _ZIP_END not in data
    return data.startswith(OLE) and _ends_early(data)


def _ends_early(data: bytes) -> bool:
    """Return whether an OLE2 file ends before its directory, or before what lists its sectors.

    The header has the power of two that a sector's size is, at 30, the first sector of the
    directory, at 48, and those of the allocation table from 76 on (MS-CFB, 2.2).
    """
    if len(data) < _OLE_HEADER.size:
        return True
    shift, directory, *tables = _OLE_HEADER.unpack_from(data)
    sectors = [directory, *(table for table in tables if table != _FREE_SECTOR)]
    return any(sector + 2 > len(data) >> shift for sector in sectors)
