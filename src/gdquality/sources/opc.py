"""Packages of Office Open XML (ECMA-376-2): a zip of XML parts that name each other."""

import contextlib
import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from gdquality.errors import InputError, Problem
from gdquality.sources.xml_parsing import Limits, parse
from gdquality.sources.xml_tree import Node, Vocabulary, elements

LARGEST_PART = 64 * 1024 * 1024
"""Bytes of a part when unpacked: as many as the largest file, which deflate can hide in 64 KB."""
LARGEST_TOTAL = 128 * 1024 * 1024
"""Bytes of all parts that are read: some three seconds' work, whatever is in them."""
MOST_PARTS = 10_000
"""Entries of the zip: to list a million takes a gigabyte."""

_CHUNK = 64 * 1024
_ENCRYPTED = 0x1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    expat.ExpatError,
    EOFError,
    LookupError,  # an encoding that nobody knows
    NotImplementedError,  # a version of zip that nobody writes
    OSError,  # a position outside of the file
    ValueError,
)
_RELATIONSHIPS = Vocabulary(
    elements(**dict.fromkeys(("Id", "Type", "Target", "TargetMode"), "Relationship"))
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """That a part names another: by what id, of what kind (styles), and the other's name."""

    id: str
    kind: str
    part: str


class Package:
    """The parts of a file, read as trees; `skipped` has the tags that all of them left out."""

    def __init__(self, data: bytes, file: str) -> None:
        """Open the zip; raises InputError for what is none."""
        self.skipped: set[str] = set()
        self._limits = Limits(file)
        self._left = LARGEST_TOTAL
        if data.count(b"PK\x01\x02") > MOST_PARTS:
            raise self.error(f"压缩包里的文件超过 {MOST_PARTS} 个")
        with self._undamaged():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        # Names are the same whatever the case (ECMA-376-2, 6.2.2.3); some writers take backslashes.
        self._entries = {
            info.filename.replace("\\", "/").lstrip("/").lower(): info
            for info in self._zip.infolist()
        }

    def error(self, message: str, hint: str = "") -> InputError:
        """Return an error about the file."""
        return InputError(self._limits.file, Problem(message), hint=hint)

    def relationships(self, part: str = "") -> list[Relationship]:
        """Return what a part names, or the file itself; links out of the file are left out."""
        folder, name = posixpath.split(part)
        source = posixpath.join(folder, "_rels", f"{name}.rels")
        if source.lower() not in self._entries:
            return []
        return [
            Relationship(
                node.attributes.get("Id", ""),
                node.attributes.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, node.attributes["Target"]))[1:],
            )
            for node in self.tree(source, _RELATIONSHIPS).children
            if "Target" in node.attributes and node.attributes.get("TargetMode") != "External"
        ]

    def related(self, kind: str, part: str = "") -> str | None:
        """Return the first part of a kind that a part names, or the file itself."""
        return next(iter(self.all_related(kind, part)), None)

    def all_related(self, kind: str, part: str = "") -> list[str]:
        """Return the parts of a kind that a part names, or the file itself, each once."""
        named = (other.part for other in self.relationships(part) if other.kind == kind)
        return [other for other in dict.fromkeys(named) if other.lower() in self._entries]

    def tree(
        self,
        part: str,
        vocabulary: Vocabulary,
        each: Mapping[str, Callable[[Node], None]] | None = None,
    ) -> Node:
        """Return the root of a part, as `xml_tree.parse`; raises InputError if it cannot be read.

        Nothing but the file itself is ever opened.
        """
        info = self._entries.get(part.lower())
        if info is None:
            raise self.error(f"文件不完整，缺少 {part}")
        if info.flag_bits & _ENCRYPTED:
            raise self.error("文件有密码，无法读取")
        if info.file_size > LARGEST_PART:
            raise self.error(f"{part} 展开后超过 {LARGEST_PART // 1024**2} MB")
        if info.compress_type not in _METHODS:
            raise self.error(f"{part} 的压缩方法不是 Office 所用的")
        self._left -= info.file_size
        if self._left < 0:
            raise self.error(f"展开后一共超过 {LARGEST_TOTAL // 1024**2} MB")
        with self._undamaged(), self._zip.open(info) as stream:
            chunks = iter(lambda: stream.read(_CHUNK), b"")
            root, skipped = parse(chunks, vocabulary, self._limits, each or {})
        self.skipped |= skipped
        return root

    @contextlib.contextmanager
    def _undamaged(self) -> Iterator[None]:
        try:
            yield
        except _DAMAGE:
            hint = "重新下载，或者用 Office 或 WPS 打开，另存一份再试"
            raise self.error("文件不完整或已损坏", hint) from None
